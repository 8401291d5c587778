import { askContract } from '#adapters/http/contract/reporting'
import { useEndpoint, useText } from '#web/kit'
import { TextField } from '#web/ui'
import './asks.css'
import { askMessages as messages } from './messages.ts'

/** A title with its place in the plan: two asks for one thing often have one title. */
const placed = (title: string, place: string): string => (place === '' ? title : `${title} (${place})`)

/** So many are named; the rest are counted. */
const NAMED = 5

interface TwinNoteProps {
  readonly ask: {
    readonly planId: string
    readonly campaignNo: number | null
    readonly list: 'indicator' | 'task' | 'project' | 'policy' | null
    /** A cadence that dispatches asks; the other acts only read. */
    readonly acts: readonly { readonly act: string }[]
  }
  readonly reason: string
  readonly setReason: (reason: string) => void
}

/** What a cadence being set up asks that is asked already, and the reason that is then demanded. Nothing where there is no twin. */
export function TwinNote({ ask: { planId, campaignNo, list, acts }, reason, setReason }: TwinNoteProps) {
  const t = useText(messages)
  const query = { planId, ...(campaignNo === null ? {} : { campaignNo }), ...(list === null ? {} : { list }) }
  const { data } = useEndpoint(askContract.twinAsks, { query }, { enabled: acts.some(({ act }) => act === 'dispatch') })
  if (!data || data.twins.length === 0) return null
  return (
    <div className="note note--error">
      <p>{t('twinsFound', { count: data.twins.length })}</p>
      <ul className="twins">
        {data.twins
          .slice(0, NAMED)
          .map(({ because, title, place, otherTitle, otherPlace, otherCadence, otherPlan }) => (
            <li key={`${title} ${place} ${otherTitle} ${otherPlace} ${otherCadence}`}>
              {t('twinElsewhere', {
                title: because === 'sameItem' ? title : `${placed(title, place)} = ${placed(otherTitle, otherPlace)}`,
                cadence: otherCadence || '—',
                plan: otherPlan,
              })}
            </li>
          ))}
        {data.twins.length > NAMED && <li>……</li>}
      </ul>
      <TextField
        label={t('twinReason')}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </div>
  )
}
