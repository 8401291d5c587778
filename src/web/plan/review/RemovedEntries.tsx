import type { WireEntry } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { planMessages } from '../messages.ts'
import { useReview } from './review-context.ts'

const reasons = { deleted: 'asDeleted', notATask: 'asNotATask', merged: 'asMerged' } as const

/** What was taken out of a list: removed is not deleted, and can be brought back. */
export function RemovedEntries({ matches }: { readonly matches: (entry: WireEntry) => boolean }) {
  const t = useText(planMessages)
  const { state, actions, closed } = useReview()
  const removed = [...state.rows.values()].map((row) => row.entry).filter((entry) => entry.removedAs && matches(entry))
  if (removed.length === 0) return null
  return (
    <details className="removed">
      <summary>{t('removedOnes', { count: removed.length })}</summary>
      <ul>
        {removed.map((entry) => (
          <li key={entry.entryId}>
            <span className="removed__name">{nameOf(entry)}</span>
            {entry.removedAs && <span className="chip">{t(reasons[entry.removedAs])}</span>}
            {!closed && (
              <Button
                look="quiet"
                onClick={() => void actions.edit(entry.entryId, (now) => ({ ...now, removedAs: null }))}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function nameOf(entry: WireEntry): string {
  if (entry.kind === 'item') return entry.body.title
  return entry.kind === 'unit' || entry.kind === 'campaign' ? entry.body.name : entry.entryId
}
