import { Link } from '@tanstack/react-router'
import type { WallItem, WallView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { LightMark } from '#web/ui'
import { useReasonText } from './figures.ts'
import { insightMessages as messages } from './messages.ts'

/** How many exceptions stand above the wall before the rest is one step away. */
const SHOWN = 10

interface ExceptionStripProps {
  readonly wall: WallView
  readonly onSelect: (itemId: string) => void
}

/** The heaviest exceptions, before anything else is looked at. */
export function ExceptionStrip({ wall, onSelect }: ExceptionStripProps) {
  const t = useText(messages)
  const byId = new Map(wall.items.map((item) => [item.itemId, item]))
  const heaviest = wall.exceptions.slice(0, SHOWN).flatMap(({ itemId }) => byId.get(itemId) ?? [])
  return (
    <section className="strip" aria-label={t('exceptions')}>
      <h2 className="strip__title">{heaviest.length === 0 ? t('noExceptions') : t('exceptions')}</h2>
      <ul className="strip__list">
        {heaviest.map((item) => (
          <li key={item.itemId}>
            <ExceptionLine item={item} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {wall.exceptions.length > SHOWN && (
        <Link to="/meeting" className="strip__more">
          {t('moreExceptions', { count: wall.exceptions.length })}
        </Link>
      )}
    </section>
  )
}

/** One exception as one line: light, title, and the reason that decides. */
export function ExceptionLine({ item, onSelect }: { readonly item: WallItem } & Pick<ExceptionStripProps, 'onSelect'>) {
  const t = useText(messages)
  const reasonText = useReasonText()
  const why = item.why[0] ? reasonText(item.why[0]) : ''
  return (
    <button
      type="button"
      className="strip__item"
      aria-label={[t(item.light), item.title, why].join(' ')}
      onClick={() => onSelect(item.itemId)}
    >
      <LightMark light={item.light} bare />
      <span className="strip__name">
        <WholeNumbers text={item.title} />
      </span>
      {why !== '' && (
        <span className="strip__why">
          <WholeNumbers text={why} />
        </span>
      )}
    </button>
  )
}

const NUMBERS = /([-−+≥≤]?\d[\d,.]*%?)/u

/** A text that may end in …: each of its numbers stands whole or not at all. */
function WholeNumbers({ text }: { readonly text: string }) {
  return text.split(NUMBERS).map((piece, index) =>
    index % 2 === 1 ? (
      <span key={index} className="strip__number">
        {piece}
      </span>
    ) : (
      piece
    ),
  )
}
