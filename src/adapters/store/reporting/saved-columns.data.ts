import type { ReportWrite } from '#app/reporting'
import type { auditRecord } from '../kit/audit-store.ts'

/** A report as it is written, with its log entry. */
export interface SavedRow extends ReportWrite {
  readonly record: ReturnType<typeof auditRecord>
}

/** A column of the rows that are written: its type, where its value stands, and whether a new revision changes it. */
export interface Column {
  readonly name: string
  readonly type: 'uuid' | 'text' | 'integer' | 'numeric' | 'boolean' | 'jsonb' | 'timestamptz'
  readonly changes: boolean
  readonly value: (row: SavedRow) => unknown
}

const stays = (name: string, type: Column['type'], value: Column['value']): Column => ({
  ...{ name, type, value },
  changes: false,
})
const changes = (name: string, type: Column['type'], value: Column['value']): Column => ({
  ...{ name, type, value },
  changes: true,
})
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

export const reportColumns: readonly Column[] = [
  stays('cadence_id', 'uuid', (row) => row.cadenceId),
  stays('period_id', 'text', (row) => row.periodId),
  stays('item_id', 'uuid', (row) => row.itemId),
  stays('report_id', 'uuid', (row) => row.reportId),
  stays('unit_id', 'uuid', (row) => row.unitId),
  stays('figure_period_id', 'text', (row) => row.figurePeriodId),
  changes('state', 'text', (row) => row.state),
  changes('revision', 'integer', (row) => row.revision),
  changes('figure', 'numeric', (row) => row.body.figure),
  changes('no_change', 'boolean', (row) => row.body.noChange),
  changes('claim', 'text', (row) => row.body.claim),
  changes('paragraph', 'text', (row) => row.body.paragraph),
  changes('blockage', 'jsonb', (row) => json(row.body.blockage)),
  changes('node_labels_done', 'jsonb', (row) => json(row.body.nodesDone)),
  changes('parts', 'jsonb', (row) => json(row.body.parts ?? null)),
  changes('channel', 'text', (row) => row.channel),
  changes('respondent', 'text', (row) => row.respondent),
  changes('late', 'boolean', (row) => row.late),
  changes('request_key', 'text', (row) => row.requestKey),
  changes('submitted_at', 'timestamptz', (row) => row.submittedAt),
  changes('submitted_by', 'uuid', (row) => row.submittedBy),
  changes('submitted_for', 'uuid', (row) => row.submittedFor),
  changes('signed_at', 'timestamptz', (row) => row.signedAt),
  changes('signed_by', 'uuid', (row) => row.signedBy),
  changes('signed_for', 'uuid', (row) => row.signedFor),
  changes('decided_at', 'timestamptz', (row) => row.decidedAt),
  changes('decided_by', 'uuid', (row) => row.decidedBy),
  changes('decided_for', 'uuid', (row) => row.decidedFor),
  changes('return_reason', 'text', (row) => row.returnReason),
  changes('return_due_at', 'timestamptz', (row) => row.returnDueAt),
  changes('changed_at', 'timestamptz', (row) => row.changedAt),
  changes('changed_by', 'uuid', (row) => row.changedBy),
]

export const logColumns: readonly Column[] = [
  stays('audit_id', 'uuid', ({ record }) => record.audit_id),
  stays('action', 'text', ({ record }) => record.action),
  stays('object_kind', 'text', ({ record }) => record.object_kind),
  stays('object_id', 'text', ({ record }) => record.object_id),
  stays('log_body', 'text', ({ record }) => record.body),
]
