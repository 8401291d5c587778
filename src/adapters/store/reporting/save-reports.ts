import { CompiledQuery, type Transaction } from 'kysely'
import type { ReportStore } from '#app/reporting'
import { type AuditAuthor, auditRecord } from '../kit/audit-store.ts'
import { LAST_STATEMENT } from '../region-transaction.ts'
import type { Tables } from '../schema/tables.ts'
import { type Column, logColumns, reportColumns, type SavedRow } from './saved-columns.data.ts'

/**
 * Writes any number of reports with their log entries in one statement. A row is written only where the stored revision is the one that it rests
 * on and where its period is still in one of the states; the answer names the reports that were written. The share lock makes
 * a writer and a closer or sealer of the same period wait for each other, so that a seal never misses what it overtook.
 */
export async function saveReports(
  tx: Transaction<Tables>,
  author: AuditAuthor,
  reports: Parameters<ReportStore['saveReports']>[0],
  { periodStates, isLast }: Parameters<ReportStore['saveReports']>[1],
): Promise<readonly string[]> {
  if (reports.length === 0) return []
  const rows = reports.map((report): SavedRow => ({ ...report, record: auditRecord(author, report.logged) }))
  const said = rows.flatMap((row) => COLUMNS.map((column) => column.value(row)))
  const values = [author.regionId, periodStates, author.serverNow, author.actorId, ...said]
  const statement = rows.length === 1 ? STATEMENT_OF_ONE : statementOf(rows.length)
  const answer = await tx.executeQuery<{ reportId: string }>(
    CompiledQuery.raw(isLast === true ? LAST_STATEMENT + statement : statement, values),
  )
  return answer.rows.map((row) => row.reportId)
}

const COLUMNS: readonly Column[] = [...reportColumns, ...logColumns]
/** Parameters before those of the rows: region, states, moment, actor. */
const SHARED = 4

/** What a new revision changes; the rest says which line it answers. */
const CHANGED = reportColumns.filter((column) => column.changes).map(({ name }) => `${name} = excluded.${name}`)

const names = (columns: readonly Column[], of = ''): string => columns.map(({ name }) => `${of}${name}`).join(', ')

/** The statement for so many rows: plain values, as one row is by far the most frequent and JSON would be taken apart for it. */
function statementOf(count: number): string {
  const rowOf = (_: unknown, row: number): string =>
    `(${COLUMNS.map(({ type }, at) => `$${SHARED + row * COLUMNS.length + at + 1}::${type}`).join(', ')})`
  return `
    with said (${names(COLUMNS)}) as materialized (values ${Array.from({ length: count }, rowOf).join(', ')}),
    living as (
      select p.cadence_id, p.period_id from period p
      where p.region_id = $1 and (p.cadence_id, p.period_id) in (select cadence_id, period_id from said)
        and p.state = any($2::text[])
      for share of p),
    written as (
      insert into report (region_id, ${names(reportColumns)})
      select $1, ${names(reportColumns, 's.')} from said s
      where exists (select from living l where l.cadence_id = s.cadence_id and l.period_id = s.period_id)
      order by s.cadence_id, s.period_id, s.item_id
      on conflict (region_id, cadence_id, period_id, item_id) do update set ${CHANGED.join(', ')}
      where report.revision = excluded.revision - 1
      returning report_id),
    logged as (
      insert into audit (region_id, audit_id, at, actor_id, action, object_kind, object_id, body)
      select $1, s.audit_id, $3::timestamptz, $4::uuid, s.action, s.object_kind, s.object_id, s.log_body
      from said s join written w on w.report_id = s.report_id)
    select report_id as "reportId" from written`
}

const STATEMENT_OF_ONE = statementOf(1)
