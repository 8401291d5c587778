import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { AskedPeriod, CalendarStore, DoneRecord, ReturnedReport } from '#app/reporting'
import type { Act } from '#core/reporting'
import type { Tables } from '../schema/tables.ts'

type ActMethods = Pick<CalendarStore, 'heldActs' | 'addHeldAct' | 'doneRecords' | 'askedPeriods' | 'returnedReports'>

/** What shows which acts are done. */
export function actPart(tx: Transaction<Tables>, regionId: string): ActMethods {
  return {
    async heldActs() {
      const rows = await tx
        .selectFrom('act_held as h')
        .leftJoin('account as a', (join) =>
          join.onRef('a.region_id', '=', 'h.region_id').onRef('a.account_id', '=', 'h.held_by'),
        )
        .select(['h.cadence_id', 'h.act', 'h.period_id', 'h.held_at', 'h.note', 'a.display_name'])
        .where('h.region_id', '=', regionId)
        .execute()
      return rows.map((row) => ({
        ...{ cadenceId: row.cadence_id, act: row.act as Act, periodId: row.period_id },
        ...{ heldAt: row.held_at, heldByName: row.display_name, note: row.note },
      }))
    },
    async addHeldAct({ cadenceId, act, periodId, note, at, by }) {
      const added = await tx
        .insertInto('act_held')
        .values({
          ...{ region_id: regionId, cadence_id: cadenceId, act, period_id: periodId },
          ...{ note, held_at: at, held_by: by },
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    doneRecords: async () => (await doneRecords(tx, regionId)).rows,
    askedPeriods: (from, to) => selectAsked(tx, regionId, from, to),
    async returnedReports(unitIds) {
      const { rows } = await sql<ReturnedReport>`
        select r.report_id as "reportId", r.cadence_id as "cadenceId", r.period_id as "periodId",
          i.title as "itemTitle", r.unit_id as "unitId", r.return_due_at as "returnDueAt"
        from report r
        join plan_item i on i.region_id = r.region_id and i.item_id = r.item_id
        join period p on p.region_id = r.region_id and p.cadence_id = r.cadence_id and p.period_id = r.period_id
        where r.region_id = ${regionId} and r.unit_id = any(${[...unitIds]}::uuid[]) and r.state = 'returned'
          and r.return_due_at is not null and p.state = 'open'
        order by r.return_due_at`.execute(tx)
      return rows
    },
  }
}

const doneRecords = (tx: Transaction<Tables>, regionId: string) =>
  sql<DoneRecord>`
    select d.plan_id as "planId", 'briefing' as kind, null::uuid as "cadenceId", s.period_id as "periodId", d.issued_at as at, d.title
    from official_document d join seal s on s.region_id = d.region_id and s.seq = d.seal_seq
    where d.region_id = ${regionId} and d.issued_at is not null
    union all
    select plan_id, 'evaluation', null, evaluation_period, run_at, '' from score_run where region_id = ${regionId}
    union all
    select plan_id, 'reconciliation', cadence_id, period_id, max(closed_at), '' from reconciliation
    where region_id = ${regionId} and cadence_id is not null
    group by plan_id, cadence_id, period_id having bool_and(state = 'closed')`.execute(tx)

const unitsSchema = z.array(z.object({ unitId: z.string(), lines: z.number(), answered: z.number() })).nullable()

async function selectAsked(
  tx: Transaction<Tables>,
  regionId: string,
  from: string,
  to: string,
): Promise<readonly AskedPeriod[]> {
  const { rows } = await sql<Omit<AskedPeriod, 'units'> & { units: unknown }>`
    select p.cadence_id as "cadenceId", p.period_id as "periodId", p.state, p.due_at as "dueAt", p.closed_at as "closedAt", (
      select json_agg(x) from (
        select l.unit_id as "unitId", count(*)::int as lines, count(*) filter (where r.state in ('signed', 'accepted')
          or (r.state = 'submitted' and r.channel = 'link'))::int as answered
        from sheet_line l left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id
          and r.period_id = l.period_id and r.item_id = l.item_id
        where l.region_id = p.region_id and l.cadence_id = p.cadence_id and l.period_id = p.period_id
        group by l.unit_id) x) as units
    from period p
    where p.region_id = ${regionId} and (p.state = 'open' or (p.due_at >= ${from} and p.due_at < ${to}))
    order by p.due_at`.execute(tx)
  return rows.map((row) => ({ ...row, units: unitsSchema.parse(row.units) ?? [] }))
}
