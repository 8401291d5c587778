import { useText } from '#web/kit'
import { Button, Empty } from '#web/ui'
import { planMessages } from '../messages.ts'
import { MakeItem } from './MakeItem.tsx'
import { useReview } from './review-context.ts'

const parts = [
  ['item', 'coverItem'],
  ['structure', 'coverStructure'],
  ['promise', 'coverPromise'],
  ['setAside', 'coverSetAside'],
  ['left', 'coverLeft'],
] as const

/** The coverage meter: how many sentences became what. */
export function CoverageMeter({ onLeft }: { readonly onLeft: () => void }) {
  const t = useText(planMessages)
  const { state } = useReview()
  const { counts } = state.standing.coverage
  return (
    <div className="coverage" role="group" aria-label={t('coverage')}>
      <div className="coverage__bar" aria-hidden="true">
        {parts.map(([status]) => (
          <i
            key={status}
            className={`coverage__part coverage__part--${status}`}
            style={{ flexGrow: counts[status] ?? 0 }}
          />
        ))}
      </div>
      <ul className="coverage__legend">
        {parts.map(([status, label]) => (
          <li key={status}>
            <i className={`coverage__key coverage__part--${status}`} aria-hidden="true" />
            {status === 'left' ? (
              <button type="button" onClick={onLeft}>
                {t(label)} {counts[status] ?? 0}
              </button>
            ) : (
              <>
                {t(label)} {counts[status] ?? 0}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The sentences that became nothing, and the promises without a figure: each can be made an item or set aside. */
export function CoverageTab() {
  const t = useText(planMessages)
  const { draft, state, showRange } = useReview()
  const { statuses } = state.standing.coverage
  const open = draft.sentences.flatMap((sentence, index) => {
    const status = statuses[index]
    return status === 'left' || status === 'promise' ? [{ ...sentence, status, index }] : []
  })
  if (open.length === 0) return <Empty text={t('allUsed')} />
  return (
    <>
      <p className="review__lead">{t('leftLead')}</p>
      <ul className="left">
        {open.map(({ span, index, status }) => (
          <li key={index}>
            <button type="button" className="left__text" onClick={() => showRange({ ...span })}>
              {draft.text.slice(span.start, span.end).trim()}
            </button>
            {status === 'promise' && <span className="chip">{t('coverPromise')}</span>}
            <MakeItem range={span} />
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => showRange(null)}>
        {t('close')}
      </Button>
    </>
  )
}
