import { sql, type Transaction } from 'kysely'
import type { ItemInForce, PeriodRow, ReportStore, UnitCount } from '#app/reporting'
import type { SheetLine } from '#core/reporting'
import type { Tables } from '../schema/tables.ts'
import { planItemOf } from './plan-item.ts'

type ItemMethods = Pick<ReportStore, 'itemsInForce' | 'finishedItems' | 'item' | 'planVersions'>

/** What a plan asks, and of whom. */
export function askedItemPart(tx: Transaction<Tables>, regionId: string): ItemMethods {
  return {
    itemsInForce: (planId) => selectItems(tx, regionId, { planId }),
    item: async (itemId) => (await selectItems(tx, regionId, { itemId }))[0] ?? null,
    async finishedItems(planId) {
      const rows = await tx
        .selectFrom('report')
        .innerJoin('plan_item', (join) =>
          join.onRef('plan_item.region_id', '=', 'report.region_id').onRef('plan_item.item_id', '=', 'report.item_id'),
        )
        .select('report.item_id')
        .distinct()
        .where('report.region_id', '=', regionId)
        .where('plan_item.plan_id', '=', planId)
        .where('plan_item.kind', '!=', 'indicator')
        .where('report.state', '=', 'accepted')
        .where('report.claim', '=', 'done')
        .execute()
      return new Set(rows.map((row) => row.item_id))
    },
    async planVersions(planId) {
      const rows = await tx
        .selectFrom('plan')
        .innerJoin('plan_version', (join) =>
          join
            .onRef('plan_version.region_id', '=', 'plan.region_id')
            .onRef('plan_version.plan_id', '=', 'plan.plan_id')
            .onRef('plan_version.version', '=', 'plan.current_version'),
        )
        .select(['plan_version.version', 'plan_version.content_hash'])
        .where('plan.region_id', '=', regionId)
        .where('plan.plan_id', '=', planId)
        .execute()
      return rows.map((row) => ({ planId, version: row.version, contentHash: row.content_hash }))
    },
  }
}

async function selectItems(
  tx: Transaction<Tables>,
  regionId: string,
  only: { readonly planId: string } | { readonly itemId: string },
): Promise<readonly ItemInForce[]> {
  const rows = await tx
    .selectFrom('plan_item as i')
    .leftJoin('task_force as tf', (join) =>
      join
        .onRef('tf.region_id', '=', 'i.region_id')
        .onRef('tf.plan_id', '=', 'i.plan_id')
        .onRef('tf.campaign_no', '=', 'i.campaign_no'),
    )
    .select(['i.body', 'i.plan_id', 'i.reporting_unit_id', 'tf.office_unit_id'])
    .where('i.region_id', '=', regionId)
    .where('i.removed_in_version', 'is', null)
    .$if('planId' in only, (query) => query.where('i.plan_id', '=', 'planId' in only ? only.planId : ''))
    .$if('itemId' in only, (query) => query.where('i.item_id', '=', 'itemId' in only ? only.itemId : ''))
    .orderBy('i.order_no')
    .execute()
  return rows.map((row) => ({
    item: planItemOf(row.body),
    planId: row.plan_id,
    reportingUnitId: row.reporting_unit_id,
    officeUnitId: row.office_unit_id,
  }))
}

type PeriodMethods = Pick<
  ReportStore,
  'periods' | 'period' | 'addPeriod' | 'addLines' | 'movePeriod' | 'unitCounts' | 'burden' | 'unsealedBefore'
>

/** Periods with their sheets. */
export function periodPart(tx: Transaction<Tables>, regionId: string): PeriodMethods {
  return {
    periods: (cadenceId) => selectPeriods(tx, regionId, cadenceId),
    period: async (cadenceId, periodId) => (await selectPeriods(tx, regionId, cadenceId, periodId))[0] ?? null,
    async addPeriod(row) {
      const added = await sql`
        insert into period (region_id, cadence_id, period_id, state, opened_at, opened_by, due_at)
        values (${regionId}, ${row.cadenceId}, ${row.periodId}, 'open', ${row.at}, ${row.by}, ${row.dueAt})
        on conflict do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    addLines: (key, lines) => addLines(tx, regionId, key, lines),
    async movePeriod(row) {
      const closing = row.to === 'closed' ? { closed_at: row.at, closed_by: row.by } : {}
      const moved = await tx
        .updateTable('period')
        .set({ state: row.to, ...closing })
        .where('region_id', '=', regionId)
        .where('cadence_id', '=', row.cadenceId)
        .where('period_id', '=', row.periodId)
        .where('state', '=', row.from)
        .executeTakeFirst()
      return moved.numUpdatedRows === 1n
    },
    unitCounts: (cadenceId, periodId) => selectUnitCounts(tx, regionId, cadenceId, periodId),
    burden: (cadenceId, periodId) => selectBurden(tx, regionId, cadenceId, periodId),
    async unsealedBefore(closedAt) {
      const row = await tx
        .selectFrom('period')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('region_id', '=', regionId)
        .where('state', '=', 'closed')
        .where('closed_at', '<', closedAt)
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
  }
}

async function addLines(
  tx: Transaction<Tables>,
  regionId: string,
  { cadenceId, periodId }: { readonly cadenceId: string; readonly periodId: string },
  lines: readonly SheetLine[],
): Promise<void> {
  await sql`insert into sheet_line (region_id, cadence_id, period_id, item_id, unit_id, figure_period_id)
    select ${regionId}, ${cadenceId}, ${periodId}, * from unnest(${lines.map((line) => line.itemId)}::uuid[],
      ${lines.map((line) => line.unitId)}::uuid[], ${lines.map((line) => line.figurePeriodId)}::text[])`.execute(tx)
}

async function selectPeriods(
  tx: Transaction<Tables>,
  regionId: string,
  cadenceId: string,
  only?: string,
): Promise<readonly PeriodRow[]> {
  const rows = await tx
    .selectFrom('period as p')
    .leftJoin('seal as s', (join) =>
      join
        .onRef('s.region_id', '=', 'p.region_id')
        .onRef('s.cadence_id', '=', 'p.cadence_id')
        .onRef('s.period_id', '=', 'p.period_id'),
    )
    .select(['p.cadence_id', 'p.period_id', 'p.state', 'p.opened_at', 'p.due_at', 'p.closed_at', 's.seq', 's.hash'])
    .where('p.region_id', '=', regionId)
    .where('p.cadence_id', '=', cadenceId)
    .$if(only !== undefined, (query) => query.where('p.period_id', '=', only ?? ''))
    .orderBy('p.period_id', 'desc')
    .execute()
  return rows.map((row) => ({
    cadenceId: row.cadence_id,
    periodId: row.period_id,
    state: row.state as PeriodRow['state'],
    openedAt: row.opened_at,
    dueAt: row.due_at,
    closedAt: row.closed_at,
    sealSeq: row.seq,
    sealHash: row.hash,
  }))
}

async function selectUnitCounts(
  tx: Transaction<Tables>,
  regionId: string,
  cadenceId: string,
  periodId: string,
): Promise<readonly UnitCount[]> {
  const answer = await sql<UnitCount>`
    select l.unit_id as "unitId", u.name as "unitName", count(*)::int as lines,
      count(*) filter (where r.state = 'accepted')::int as accepted,
      count(*) filter (where r.state in ('submitted', 'signed'))::int as waiting,
      count(*) filter (where r.state = 'returned')::int as returned,
      count(*) filter (where r.late and r.state in ('submitted', 'signed', 'accepted'))::int as late,
      count(*) filter (where r.state is null or r.state in ('draft', 'withdrawn'))::int as silent
    from sheet_line l
    join unit u on u.region_id = l.region_id and u.unit_id = l.unit_id
    left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id and r.period_id = l.period_id
      and r.item_id = l.item_id
    where l.region_id = ${regionId} and l.cadence_id = ${cadenceId} and l.period_id = ${periodId}
    group by l.unit_id, u.name, u.sort_key
    order by u.sort_key`.execute(tx)
  return answer.rows
}

async function selectBurden(tx: Transaction<Tables>, regionId: string, cadenceId: string, periodId: string) {
  const answer = await sql<{ units: number; lines: number; askedBy: string }>`
    select (select count(distinct unit_id)::int from sheet_line l where l.region_id = p.region_id
        and l.cadence_id = p.cadence_id and l.period_id = p.period_id) as units,
      (select count(*)::int from sheet_line l where l.region_id = p.region_id
        and l.cadence_id = p.cadence_id and l.period_id = p.period_id) as lines,
      coalesce(a.display_name, '') as "askedBy"
    from period p
    join cadence c on c.region_id = p.region_id and c.cadence_id = p.cadence_id
    left join account a on a.region_id = p.region_id and a.account_id = coalesce(p.opened_by, c.created_by)
    where p.region_id = ${regionId} and p.cadence_id = ${cadenceId} and p.period_id = ${periodId}`.execute(tx)
  return answer.rows[0] ?? null
}
