import type { WireEntryRow } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Empty } from '#web/ui'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import { namesIn } from './names-in.ts'
import { LiveField } from './LiveField.tsx'
import { useReview } from './review-context.ts'

/** The task forces: convener, deputies, members and office, one a campaign. */
export function ForcesTab() {
  const t = useText(planMessages)
  const { state } = useReview()
  const forces = entriesOf(state.rows, 'taskForce').sort((a, b) => a.body.campaignNo - b.body.campaignNo)
  const names = new Map(entriesOf(state.rows, 'campaign').map(({ body }) => [body.no, body.name]))
  if (forces.length === 0) return <Empty text={t('nothingHere')} />
  return forces.map(({ entryId, body }) => {
    const row = state.rows.get(entryId)
    const title = body.campaignNo === 0 ? t('overallForce') : (names.get(body.campaignNo) ?? String(body.campaignNo))
    return row && <ForceFields key={entryId} row={row} title={title} />
  })
}

function ForceFields({ row, title }: { readonly row: WireEntryRow; readonly title: string }) {
  const t = useText(planMessages)
  const { actions, closed } = useReview()
  if (row.entry.kind !== 'taskForce') return null
  const { entryId, body } = row.entry
  const change = (next: Partial<typeof body>, base: number) =>
    actions.edit(
      entryId,
      (entry) => (entry.kind === 'taskForce' ? { ...entry, body: { ...entry.body, ...next } } : entry),
      base,
    )
  const shared = { revision: row.revision }
  return (
    <fieldset className="editor editor--plain" disabled={closed}>
      <legend>{title}</legend>
      <div className="editor__grid">
        <LiveField
          {...shared}
          label={t('convener')}
          value={body.convener ?? ''}
          onCommit={(text, base) => change({ convener: text.trim() || null }, base)}
        />
        <LiveField
          {...shared}
          label={t('forceOffice')}
          value={body.office ?? ''}
          onCommit={(text, base) => change({ office: text.trim() || null }, base)}
        />
        <div className="editor__wide">
          <LiveField
            {...shared}
            label={t('deputies')}
            value={body.deputies.join('、')}
            onCommit={(text, base) => change({ deputies: namesIn(text) }, base)}
          />
        </div>
        <div className="editor__wide">
          <LiveField
            {...shared}
            label={t('forceMembers')}
            hint={`${body.members.length}`}
            value={body.members.join('、')}
            onCommit={(text, base) => change({ members: namesIn(text) }, base)}
          />
        </div>
      </div>
    </fieldset>
  )
}
