import { lightsInOrder } from '#core/insight'
import type { WallItem, WallView } from '#adapters/http/contract/insight'
import { isOpened, useText, withOpened } from '#web/kit'
import { Button, LightMark } from '#web/ui'
import { percent, shown, targetText } from './figures.ts'
import { insightMessages as messages } from './messages.ts'
import { isNarrowed, type WallSearch } from './wall-search.ts'

/** A campaign's rest is not folded for the sake of a few lines. */
const FEW = 3

interface WallListProps {
  readonly wall: WallView
  readonly search: WallSearch
  readonly onSelect: (itemId: string) => void
  readonly onSearch: (change: WallSearch) => void
}

/** The wall for a narrow window: campaigns under each other, one item a line. What is red or yellow always stands; the rest at a press. */
export function WallList({ wall, search, ...actions }: WallListProps) {
  const known = new Set(wall.campaigns.map(({ no }) => no))
  return wall.campaigns.map((campaign) => {
    const items = wall.items.filter((item) => (known.has(item.campaignNo) ? item.campaignNo : null) === campaign.no)
    return items.length > 0 && <Campaign key={campaign.no ?? 'none'} {...{ campaign, items, search }} {...actions} />
  })
}

interface CampaignProps extends Omit<WallListProps, 'wall'> {
  readonly campaign: WallView['campaigns'][number]
  readonly items: readonly WallItem[]
}

function Campaign({ campaign: { no, name, live }, items, search, onSelect, onSearch }: CampaignProps) {
  const t = useText(messages)
  const part = no ?? 'none'
  const [heavy, rest] = [items.filter(isHeavy), items.filter((item) => !isHeavy(item))]
  const mayFold = !isNarrowed(search) && rest.length > FEW
  const title = no === null ? t('outside') : name
  const isWhole = !mayFold || isOpened(search.all, part)
  const ordered = mayFold ? [...heavy.toSorted(redFirst), ...(isWhole ? rest : [])] : items
  return (
    <section className="wall-list" aria-label={title}>
      <h2>
        {title}
        {live.progress !== null && <small>{percent(live.progress)}</small>}
      </h2>
      <ul>
        {ordered.map((item) => (
          <li key={item.itemId}>
            <Line item={item} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {mayFold && (
        <Button
          look="quiet"
          className="wall-list__rest"
          aria-expanded={isWhole}
          onClick={() => onSearch({ all: withOpened(search.all, part, !isWhole) })}
        >
          {isWhole ? t('foldRest', { count: rest.length }) : <Rest items={rest} />}
        </Button>
      )}
    </section>
  )
}

const isHeavy = ({ light }: WallItem): boolean => light === 'red' || light === 'yellow'
const redFirst = (a: WallItem, b: WallItem): number => Number(b.light === 'red') - Number(a.light === 'red')

/** What is folded: how many, and how many of each light. */
function Rest({ items }: { readonly items: readonly WallItem[] }) {
  const t = useText(messages)
  const counts = lightsInOrder.map((light) => ({ light, count: items.filter((item) => item.light === light).length }))
  return (
    <>
      {t('theRest', { count: items.length })}
      {counts.map(
        ({ light, count }) =>
          count > 0 && (
            <span key={light} className="wall-list__folded">
              <LightMark light={light} /> {count}
            </span>
          ),
      )}
    </>
  )
}

function Line({ item, onSelect }: { readonly item: WallItem; readonly onSelect: (itemId: string) => void }) {
  const t = useText(messages)
  const figures = item.actual !== null && item.target ? `${shown(item.actual)} / ${targetText(item.target)}` : ''
  return (
    <button type="button" className="wall-list__item" onClick={() => onSelect(item.itemId)}>
      <LightMark light={item.light} bare />
      <span className="wall-list__title">
        {item.title}
        <small>
          {[item.unitName ?? t('noUnit'), figures].filter((part) => part !== '').join('　')}
          {item.claimDiffers && item.claim && (
            <span className="wall-list__claim">{t('claimsMore', { claim: t(item.claim) })}</span>
          )}
        </small>
      </span>
      {item.share !== null && <span className="wall-list__share">{percent(item.share)}</span>}
    </button>
  )
}
