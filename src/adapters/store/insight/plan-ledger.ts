import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { AskRow, ItemRow } from '#app/insight'
import type { PlanItem } from '#core/plan'
import type { Tables } from '../schema/tables.ts'

const itemSchema = z.custom<PlanItem>(
  (value) => typeof value === 'object' && value !== null && 'itemId' in value && 'timeNodes' in value,
)

interface ItemRecord {
  readonly body: unknown
  readonly search_text: string
  readonly reporting_unit_id: string | null
  readonly unit_name: string | null
  /** Ids with a blank between them: the driver takes long over arrays. */
  readonly duty_units: string | null
  readonly blocked: boolean
}

/** The items in force of a plan with their reporting unit and the units that have duties, in the plan's order. */
export async function readItems(
  tx: Transaction<Tables>,
  regionId: string,
  planId: string,
): Promise<readonly ItemRow[]> {
  const { rows } = await sql<ItemRecord>`
    select i.body, i.search_text, i.reporting_unit_id, u.name as unit_name, d.units as duty_units,
      exists (select from blockage b where b.region_id = i.region_id and b.item_id = i.item_id and b.closed_at is null) as blocked
    from plan_item i
    left join unit u on u.region_id = i.region_id and u.unit_id = i.reporting_unit_id
    left join (
      select d.item_id, string_agg(d.unit_id::text, ' ' order by d.order_no) as units
      from plan_item i join plan_duty d on d.region_id = i.region_id and d.item_id = i.item_id
      where i.region_id = ${regionId} and i.plan_id = ${planId} group by d.item_id) d on d.item_id = i.item_id
    where i.region_id = ${regionId} and i.plan_id = ${planId} and i.removed_in_version is null
    order by i.order_no`.execute(tx)
  return rows.map((row) => ({
    item: itemSchema.parse(row.body),
    searchText: row.search_text,
    reportingUnitId: row.reporting_unit_id,
    reportingUnitName: row.unit_name,
    dutyUnitIds: row.duty_units?.split(' ') ?? [],
    hasOpenBlockage: row.blocked,
  }))
}

const asksSchema = z.array(
  z.tuple([
    z.string(),
    z.string(),
    z.string(),
    z.enum(['draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn']).nullable(),
    z.string().nullable(),
    z.boolean(),
    z.enum(['onPace', 'behind', 'done', 'blocked']).nullable(),
    z.array(z.string()),
    z.boolean(),
    z.string().nullable(),
    z.boolean(),
    z.enum(['link', 'sheet']).nullable(),
    z.string().nullable(),
    z.string().nullable(),
  ]),
)

/** Until when "not ours", said in time, answers for a line: for good while undecided or right, to its own due moment where kept. */
const disputedUntil = sql`(select case when d.state = 'kept' then d.report_due_at else timestamptz '9999-12-31 00:00:00+00' end
        from duty_dispute d where d.region_id = s.region_id and d.item_id = s.item_id and d.unit_id = s.unit_id
          and d.state <> 'withdrawn' and d.made_at <= p.due_at and (d.decided_at is null or d.decided_at >= p.opened_at)
        order by d.made_at desc limit 1)`

/**
 * Every ask of a plan with what became of it. One row per item, its asks as compact tuples: a plan's year is some thousands
 * of reports, and most of the time would otherwise go into the driver's rows.
 */
export async function readAsks(
  tx: Transaction<Tables>,
  regionId: string,
  planId: string,
  itemIds?: readonly string[],
): Promise<readonly AskRow[]> {
  const found = await sql<{ item_id: string; asks: unknown }>`
    select s.item_id, json_agg(json_build_array(s.period_id, s.figure_period_id, p.due_at, r.state, r.figure::text,
      coalesce(r.no_change, false), r.claim, coalesce(r.node_labels_done, '[]'), r.blockage is not null, 
      case when r.claim = 'done' or r.node_labels_done <> '[]' then r.submitted_at end,
      coalesce(r.late, false), r.channel, r.return_due_at,
      case when r.state is null or r.state in ('draft', 'withdrawn', 'returned') then ${disputedUntil} end)) as asks
    from cadence c
    join period p on p.region_id = c.region_id and p.cadence_id = c.cadence_id
    join sheet_line s on s.region_id = p.region_id and s.cadence_id = p.cadence_id and s.period_id = p.period_id
    left join report r on r.region_id = s.region_id and r.cadence_id = s.cadence_id and r.period_id = s.period_id
      and r.item_id = s.item_id
    where c.region_id = ${regionId} and c.plan_id = ${planId}
      ${itemIds === undefined ? sql`` : sql`and s.item_id = any(${itemIds}::uuid[])`}
    group by s.item_id`.execute(tx)
  const utc = utcReader()
  return found.rows.flatMap(({ item_id, asks }) => asksSchema.parse(asks).map((ask) => askOf(item_id, ask, utc)))
}

function askOf(itemId: string, ask: z.infer<typeof asksSchema>[number], utc: (text: string) => string): AskRow {
  const [periodId, figurePeriodId, dueAt, state, figure, noChange, claim, nodesDone, hasBlockage, ...rest] = ask
  const [submittedAt, late, channel, returnDueAt, disputedUntil] = rest
  return {
    itemId,
    periodId,
    figurePeriodId,
    dueAt: utc(dueAt),
    state,
    figure,
    noChange,
    claim,
    nodesDone,
    hasBlockage,
    submittedAt: submittedAt === null ? null : utc(submittedAt),
    late,
    channel,
    returnDueAt: returnDueAt === null ? null : utc(returnDueAt),
    disputedUntil: disputedUntil === null ? null : utc(disputedUntil),
  }
}

/** PostgreSQL writes instants in JSON with the session's offset; a period's due moment stands in each of its asks. */
function utcReader(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text) ?? new Date(text).toISOString()
    known.set(text, found)
    return found
  }
}
