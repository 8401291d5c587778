import { sql, type Transaction } from 'kysely'
import type { ReportStore, ReportWrite } from '#app/reporting'
import type { PeriodState } from '#core/reporting'
import { type AuditAuthor, auditRecord } from '../kit/audit-store.ts'
import type { Tables } from '../schema/tables.ts'

/**
 * Writes any number of reports with their log entries in one statement. A row is written only where the stored revision is the one that it rests
 * on and where its period is still in one of the states; the answer names the reports that were written. The share lock makes
 * a writer and a closer or sealer of the same period wait for each other, so that a seal never misses what it overtook.
 */
export async function saveReports(
  tx: Transaction<Tables>,
  author: AuditAuthor,
  rows: Parameters<ReportStore['saveReports']>[0],
  periodStates: readonly PeriodState[],
): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const { regionId } = author
  const answer = await sql<{ reportId: string }>`
    with asked as materialized (
      select distinct cadence_id, period_id
      from jsonb_to_recordset(${JSON.stringify(rows.map(periodOf))}::jsonb) as x (cadence_id uuid, period_id text)),
    living as (
      select p.cadence_id, p.period_id from asked
      join period p on p.region_id = ${regionId} and p.cadence_id = asked.cadence_id and p.period_id = asked.period_id
      where p.state = any(${[...periodStates]}::text[])
      for share of p),
    written as (
    insert into report (region_id, cadence_id, period_id, item_id, report_id, unit_id, figure_period_id, state, revision,
      figure, no_change, claim, paragraph, blockage, node_labels_done, channel, late, request_key, submitted_at,
      submitted_by, signed_at, signed_by, decided_at, decided_by, return_reason, return_due_at, changed_at, changed_by)
    select ${regionId}, x.* from jsonb_to_recordset(${JSON.stringify(rows.map(recordOf))}::jsonb) as x (
      cadence_id uuid, period_id text, item_id uuid, report_id uuid, unit_id uuid, figure_period_id text, state text,
      revision integer, figure numeric, no_change boolean, claim text, paragraph text, blockage jsonb,
      node_labels_done jsonb, channel text, late boolean, request_key text, submitted_at timestamptz, submitted_by uuid,
      signed_at timestamptz, signed_by uuid, decided_at timestamptz, decided_by uuid, return_reason text,
      return_due_at timestamptz, changed_at timestamptz, changed_by uuid)
    where exists (select from living where living.cadence_id = x.cadence_id and living.period_id = x.period_id)
    order by x.cadence_id, x.period_id, x.item_id
    on conflict (region_id, cadence_id, period_id, item_id) do update set
      state = excluded.state, revision = excluded.revision, figure = excluded.figure, no_change = excluded.no_change,
      claim = excluded.claim, paragraph = excluded.paragraph, blockage = excluded.blockage,
      node_labels_done = excluded.node_labels_done, channel = excluded.channel, late = excluded.late,
      request_key = excluded.request_key, submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by,
      signed_at = excluded.signed_at, signed_by = excluded.signed_by, decided_at = excluded.decided_at,
      decided_by = excluded.decided_by, return_reason = excluded.return_reason,
      return_due_at = excluded.return_due_at, changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where report.revision = excluded.revision - 1
    returning report_id),
    logged as (
    insert into audit (region_id, audit_id, at, actor_id, action, object_kind, object_id, body)
    select ${author.regionId}, a.audit_id, ${author.serverNow}::timestamptz, ${author.actorId}::uuid, a.action, a.object_kind, a.object_id, a.body
    from jsonb_to_recordset(${JSON.stringify(rows.map((row) => auditRecord(author, row.logged)))}::jsonb) as a (
      audit_id uuid, action text, object_kind text, object_id text, body text)
    join written w on w.report_id::text = a.object_id)
    select report_id as "reportId" from written`.execute(tx)
  return answer.rows.map((row) => row.reportId)
}

const periodOf = ({ cadenceId, periodId }: ReportWrite) => ({ cadence_id: cadenceId, period_id: periodId })

function recordOf(row: ReportWrite): Record<string, unknown> {
  const { body } = row
  return {
    cadence_id: row.cadenceId,
    period_id: row.periodId,
    item_id: row.itemId,
    report_id: row.reportId,
    unit_id: row.unitId,
    figure_period_id: row.figurePeriodId,
    state: row.state,
    revision: row.revision,
    figure: body.figure,
    no_change: body.noChange,
    claim: body.claim,
    paragraph: body.paragraph,
    blockage: body.blockage,
    node_labels_done: body.nodesDone,
    channel: row.channel,
    late: row.late,
    request_key: row.requestKey,
    submitted_at: row.submittedAt,
    submitted_by: row.submittedBy,
    signed_at: row.signedAt,
    signed_by: row.signedBy,
    decided_at: row.decidedAt,
    decided_by: row.decidedBy,
    return_reason: row.returnReason,
    return_due_at: row.returnDueAt,
    changed_at: row.changedAt,
    changed_by: row.changedBy,
  }
}
