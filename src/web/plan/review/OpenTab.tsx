import { useState } from 'react'
import type { WireEntry, WireStanding } from '#adapters/http/contract/plan'
import { fill, useLanguage, useText } from '#web/kit'
import { Button, Empty } from '#web/ui'
import { planMessages } from '../messages.ts'
import { entriesOf, itemOf } from './draft-state.ts'
import { useReview } from './review-context.ts'

type OpenPoint = WireStanding['openPoints'][number]

const SHOWN = 8

/** What a person still has to settle, one kind after another; those that block publishing first. */
export function OpenTab() {
  const t = useText(planMessages)
  const { state } = useReview()
  const groups = groupByCode(state.standing.openPoints)
  if (groups.length === 0) return <Empty text={t('noOpen')} />
  return (
    <>
      <p className="review__lead">{t('openLead')}</p>
      {groups.map(([code, points]) => (
        <OpenGroup key={code} points={points} />
      ))}
    </>
  )
}

function groupByCode(points: readonly OpenPoint[]): [string, OpenPoint[]][] {
  const groups = new Map<string, OpenPoint[]>()
  for (const point of points) groups.set(point.code, [...(groups.get(point.code) ?? []), point])
  return [...groups]
}

function OpenGroup({ points }: { readonly points: readonly OpenPoint[] }) {
  const t = useText(planMessages)
  const { language } = useLanguage()
  const { draft, state, select } = useReview()
  const [all, setAll] = useState(false)
  const shown = all ? points : points.slice(0, SHOWN)
  const wordsOf = (point: OpenPoint): string => {
    const entry = state.rows.get(point.entryId)?.entry
    const title = entry?.kind === 'item' ? entry.body.title : ''
    return fill(draft.openPointWords[point.code]?.[language] ?? point.code, { title, ...point.detail })
  }
  return (
    <ul className="findings">
      {shown.map((point, at) => (
        <li key={`${point.entryId}-${at}`} className={`finding ${point.blocks ? 'finding--error' : 'finding--note'}`}>
          <span className="finding__severity">{point.blocks ? '■' : '○'}</span>
          <button type="button" className="finding__text" onClick={() => select(point.entryId)}>
            {wordsOf(point)}
          </button>
        </li>
      ))}
      {points[0]?.code === 'noReporter' && <OfficeReports points={points} />}
      {points.length > shown.length && (
        <li>
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('moreOfThis', { count: points.length - shown.length })}
          </Button>
        </li>
      )}
    </ul>
  )
}

/** Goals that stand in an annex without a clause: the unit where the campaign's task-force office sits answers for them. */
function OfficeReports({ points }: { readonly points: readonly OpenPoint[] }) {
  const t = useText(planMessages)
  const { state, actions, closed } = useReview()
  const offices = new Map(entriesOf(state.rows, 'taskForce').map(({ body }) => [body.campaignNo, body.office]))
  const edits = points.flatMap(({ entryId }) => {
    const item = itemOf(state.rows.get(entryId)?.entry)
    const office = item && offices.get(item.campaignNo ?? 0)
    return office ? [{ entryId, change: withLead(office) }] : []
  })
  if (edits.length === 0 || closed) return null
  return (
    <li>
      <Button onClick={() => void actions.editAll('office', edits)}>
        {t('officeReports', { count: edits.length })}
      </Button>
    </li>
  )
}

const withLead =
  (unit: string) =>
  (entry: WireEntry): WireEntry => {
    if (entry.kind !== 'item') return entry
    const others = entry.body.duties.filter((duty) => duty.unit !== unit)
    return { ...entry, body: { ...entry.body, duties: [{ unit, role: 'lead' }, ...others] } }
  }
