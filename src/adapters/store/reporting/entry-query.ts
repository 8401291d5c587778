import { CompiledQuery, type RawBuilder, sql, type Transaction } from 'kysely'
import type { EntryFilter } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

/** A line as the query answers it; json columns are parsed where it becomes an entry. */
export interface EntryRecord {
  readonly cadenceId: string
  readonly periodId: string
  readonly itemId: string
  readonly unitId: string
  readonly unitName: string
  readonly figurePeriodId: string
  readonly periodState: string
  readonly dueAt: string
  readonly planId: string
  readonly item: unknown
  readonly officeUnitId: string | null
  readonly reportId: string | null
  readonly state: string | null
  readonly revision: number | null
  readonly figure: string | null
  readonly noChange: boolean | null
  readonly claim: string | null
  readonly paragraph: string | null
  readonly blockage: unknown
  readonly nodesDone: unknown
  readonly parts: unknown
  readonly channel: string | null
  readonly late: boolean | null
  readonly requestKey: string | null
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  readonly submittedFor: string | null
  readonly signedAt: string | null
  readonly signedBy: string | null
  readonly signedFor: string | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly decidedFor: string | null
  readonly returnReason: string | null
  readonly returnDueAt: string | null
  readonly changedAt: string | null
  readonly changedBy: string | null
  readonly respondent: string | null
  readonly dispute: unknown
  readonly files: unknown
  readonly lastPeriodId: string | null
  readonly lastClaim: string | null
  readonly lastBlockage: unknown
  readonly statedPeriodId: string | null
  readonly statedValue: string | null
  readonly lastParts: unknown
  /** Whether each accepted answer said "no change", newest first. */
  readonly unchanged: readonly boolean[] | null
  readonly fixedPeriodId: string | null
  readonly fixedValue: string | null
}

/**
 * Sheet lines with everything that one look needs, in one round trip: item, period, report, files, last value. The last
 * value is the last figure that was stated and accepted, or set by an approved correction, in an earlier period.
 *
 * The lines are chosen before anything is looked up for them: left to itself, the planner may search the past of every line
 * of the region first and choose afterwards. Item and report of a line are looked up by their keys (`limit 1` keeps it so): as plain joins,
 * where the planner knows nothing of a region yet, each line is held against all items of the region and all reports of its period.
 */
export async function selectEntries(
  tx: Transaction<Tables>,
  regionId: string,
  filter: EntryFilter,
): Promise<readonly EntryRecord[]> {
  return (await tx.executeQuery<EntryRecord>(queryOf(tx, regionId, filter))).rows
}

function entryQuery(regionId: string, filter: EntryFilter): RawBuilder<EntryRecord> {
  return sql<EntryRecord>`
    with chosen as materialized (
      select l.region_id, l.cadence_id, l.period_id, l.item_id, l.unit_id, l.figure_period_id, p.state as period_state,
        p.due_at, p.opened_at, ${reportColumns}
      from ${linesOf(regionId, filter)}
      join period p on p.region_id = l.region_id and p.cadence_id = l.cadence_id and p.period_id = l.period_id
      left join lateral (select * from report x where x.region_id = l.region_id and x.cadence_id = l.cadence_id
        and x.period_id = l.period_id and x.item_id = l.item_id limit 1) r on true
      where l.region_id = ${regionId} and ${conditionOf(filter)})
    select l.cadence_id as "cadenceId", l.period_id as "periodId", l.item_id as "itemId", l.unit_id as "unitId",
      u.name as "unitName", l.figure_period_id as "figurePeriodId", l.period_state as "periodState", l.due_at as "dueAt",
      i.plan_id as "planId", ${itemInForce} as item, tf.office_unit_id as "officeUnitId",
      l."reportId", l.state, l.revision, l.figure, l."noChange", l.claim, l.paragraph, l.blockage, l."nodesDone",
      l.parts, l.channel, l.late, l."requestKey", l."submittedAt", l."submittedBy", l."submittedFor", l."signedAt", l."signedBy", l."signedFor", l."decidedAt",
      l."decidedBy", l."decidedFor", l."returnReason", l."returnDueAt", l."changedAt", l."changedBy", l.respondent, ${disputeOf} as dispute, ${filesOf} as files,
      prev."lastPeriodId", prev."lastClaim", prev."lastBlockage", prev."statedPeriodId", prev."statedValue", prev."lastParts",
      prev.unchanged,
      fixed.period_id as "fixedPeriodId", fixed.value as "fixedValue"
    from chosen l
    join lateral (select * from plan_item x where x.region_id = l.region_id and x.item_id = l.item_id limit 1) i on true
    join unit u on u.region_id = l.region_id and u.unit_id = l.unit_id
    left join task_force tf on tf.region_id = i.region_id and tf.plan_id = i.plan_id and tf.campaign_no = i.campaign_no
    ${answersBefore}
    ${correctedBefore}
    order by l.period_id, i.order_no, l.item_id`
}

/** The statement for one named line, with which every act on one report begins: built once, and given other values each time. */
let statementOfOne: string | undefined

function queryOf(tx: Transaction<Tables>, regionId: string, filter: EntryFilter): CompiledQuery<EntryRecord> {
  const [key, ...others] = filter.keys ?? []
  const isOne = key !== undefined && others.length === 0 && Object.keys(filter).length === 1
  if (!isOne) return entryQuery(regionId, filter).compile(tx)
  statementOfOne ??= entryQuery(regionId, filter).compile(tx).sql
  return CompiledQuery.raw(statementOfOne, [regionId, key.cadenceId, key.periodId, key.itemId])
}

/**
 * The item with the time nodes that were approved beside the plan, unless an amended plan names others since: a report can tell of those
 * as done. The same rule as `withSchedule` of core/insight; a test holds them together.
 */
const itemInForce = sql`coalesce((select jsonb_set(i.body, '{timeNodes}', h.body -> 'nodes') from schedule_change h
        where h.region_id = i.region_id and h.item_id = i.item_id and h.part = 'nodes' and h.approved
        and h.planned = i.body -> 'timeNodes' order by h.effective_from desc, h.decided_at desc limit 1), i.body)`

const reportColumns = sql`r.report_id as "reportId", r.state, r.revision, r.figure, r.no_change as "noChange", r.claim,
      r.paragraph, r.blockage, r.node_labels_done as "nodesDone", r.parts, r.channel, r.late, r.request_key as "requestKey",
      r.submitted_at as "submittedAt", r.submitted_by as "submittedBy", r.submitted_for as "submittedFor", r.signed_at as "signedAt",
      r.signed_by as "signedBy", r.signed_for as "signedFor", r.decided_at as "decidedAt", r.decided_by as "decidedBy", r.decided_for as "decidedFor",
      r.return_reason as "returnReason", r.return_due_at as "returnDueAt", r.changed_at as "changedAt",
      r.changed_by as "changedBy", r.respondent`

/** "Not ours", said before the line was due and not settled before its period began. */
const disputeOf = sql`(select json_build_object('state', d.state, 'reportDueAt', d.report_due_at) from duty_dispute d
        where d.region_id = l.region_id and d.item_id = l.item_id and d.unit_id = l.unit_id and d.state <> 'withdrawn'
          and d.made_at <= l.due_at and (d.decided_at is null or d.decided_at >= l.opened_at)
        order by d.made_at desc limit 1)`

const filesOf = sql`(select json_agg(json_build_object('attachmentId', a.attachment_id, 'sha256', a.sha256, 'fileName',
        a.file_name, 'mediaType', a.media_type, 'sizeBytes', a.size_bytes) order by a.added_at, a.attachment_id)
        from attachment a where a.region_id = l.region_id and a.owner_kind = 'report' and a.owner_id = l."reportId"
        and a.removed_at is null)`

/** Accepted answers for the item's earlier figures, whichever cadence asked, newest first: the last one, the last figure that was stated, the run of "no change". */
const answersBefore = sql`left join lateral (
      select (array_agg(x.figure_period_id order by x.figure_period_id desc))[1] as "lastPeriodId",
        (array_agg(x.claim order by x.figure_period_id desc))[1] as "lastClaim",
        (array_agg(x.blockage order by x.figure_period_id desc))[1] as "lastBlockage",
        (array_agg(x.figure_period_id order by x.figure_period_id desc) filter (where x.figure is not null))[1] as "statedPeriodId",
        (array_agg(x.figure order by x.figure_period_id desc) filter (where x.figure is not null))[1] as "statedValue",
        (array_agg(x.parts order by x.figure_period_id desc) filter (where x.parts is not null))[1] as "lastParts",
        array_agg(x.no_change order by x.figure_period_id desc) as unchanged
      from report x
      where x.region_id = l.region_id and x.item_id = l.item_id and x.figure_period_id < l.figure_period_id
        and x.state = 'accepted') prev on true`

/**
 * The last figure that an approved correction has set for an earlier figure. A sealed period reads as it was sealed: what was corrected
 * after that changes nothing in it.
 */
const correctedBefore = sql`left join lateral (
      select f.figure_period_id as period_id, c.new_figure as value from correction c
      join seal s on s.region_id = c.region_id and s.seq = c.seal_seq
      join sheet_line f on f.region_id = s.region_id and f.cadence_id = s.cadence_id and f.period_id = s.period_id
        and f.item_id = c.item_id
      where c.region_id = l.region_id and c.item_id = l.item_id and c.approved_at is not null
        and c.new_figure is not null and f.figure_period_id < l.figure_period_id
        and not exists (select from seal own where own.region_id = l.region_id and own.cadence_id = l.cadence_id
          and own.period_id = l.period_id and own.sealed_at <= c.approved_at)
      order by f.figure_period_id desc, c.approved_at desc limit 1) fixed on true`

/** The sheet's lines; named ones are looked up one after the other. */
function linesOf(regionId: string, { keys }: EntryFilter): RawBuilder<unknown> {
  if (keys === undefined || keys.length === 1) return sql`sheet_line l`
  return sql`(select distinct * from unnest(${keys.map((key) => key.cadenceId)}::uuid[],
        ${keys.map((key) => key.periodId)}::text[], ${keys.map((key) => key.itemId)}::uuid[])) as k (cadence_id, period_id, item_id)
      join sheet_line l on l.region_id = ${regionId} and l.cadence_id = k.cadence_id and l.period_id = k.period_id
        and l.item_id = k.item_id`
}

function conditionOf(filter: EntryFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  const [only] = filter.keys ?? []
  if (only && filter.keys?.length === 1) {
    parts.push(sql`l.cadence_id = ${only.cadenceId} and l.period_id = ${only.periodId} and l.item_id = ${only.itemId}`)
  }
  if (filter.unitIds) parts.push(sql`l.unit_id = any(${[...filter.unitIds]}::uuid[])`)
  if (filter.itemId) parts.push(sql`l.item_id = ${filter.itemId}`)
  if (filter.period) {
    parts.push(sql`l.cadence_id = ${filter.period.cadenceId} and l.period_id = ${filter.period.periodId}`)
  }
  if (filter.periodStates) parts.push(sql`p.state = any(${[...filter.periodStates]}::text[])`)
  if (filter.reportStates) parts.push(sql`r.state = any(${[...filter.reportStates]}::text[])`)
  if (parts.length > 0) return sql.join(parts, sql` and `)
  return (filter.keys?.length ?? 0) > 0 ? sql`true` : sql`false`
}
