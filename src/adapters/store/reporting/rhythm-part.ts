import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { CadenceRow, CalendarStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

type RhythmMethods = Pick<
  CalendarStore,
  | 'addCadence'
  | 'setActs'
  | 'renameCadence'
  | 'setOpensAfter'
  | 'endCadence'
  | 'cadences'
  | 'cadence'
  | 'takeTurnToAsk'
  | 'askedFigures'
>

const kindSchema = z.enum(['day', 'week', 'twoWeek', 'dekad', 'month', 'quarter', 'halfYear', 'year'])
const actsSchema = z
  .array(
    z.object({
      act: z.enum(['dispatch', 'reconciliation', 'circular', 'review', 'briefing', 'monthlyReport']),
      fromDay: z.string(),
      periodKind: kindSchema.nullable(),
      months: z.array(z.number()),
      anchor: z.string().nullable(),
      dueWorkdays: z.number(),
      dueHour: z.number(),
      cutOffDay: z.number().nullable(),
      goesTo: z.string(),
    }),
  )
  .nullable()
const listSchema = z.enum(['indicator', 'task', 'project', 'policy']).nullable()

/** Cadences with their acts. */
export function rhythmPart(tx: Transaction<Tables>, regionId: string): RhythmMethods {
  return {
    async addCadence(row) {
      const added = await sql`
        insert into cadence (region_id, cadence_id, plan_id, name, campaign_no, list, opens_after, created_at, created_by)
        select region_id, ${row.cadenceId}, plan_id, ${row.name}, ${row.campaignNo}, ${row.list}, ${row.opensAfter},
          ${row.at}, ${row.by}
        from plan where region_id = ${regionId} and plan_id = ${row.planId}`.execute(tx)
      return added.numAffectedRows === 1n
    },
    setActs: (row) => setActs(tx, regionId, row),
    renameCadence: (cadenceId, name) => setOf(tx, regionId, cadenceId, { name }),
    setOpensAfter: (cadenceId, opensAfter) => setOf(tx, regionId, cadenceId, { opens_after: opensAfter }),
    async endCadence({ cadenceId, endsOn, at }) {
      const ended = await tx
        .updateTable('cadence')
        .set({ ended_at: at, ends_on: endsOn })
        .where('region_id', '=', regionId)
        .where('cadence_id', '=', cadenceId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return ended.numUpdatedRows === 1n
    },
    cadences: () => selectCadences(tx, regionId),
    cadence: async (cadenceId) => (await selectCadences(tx, regionId, cadenceId))[0] ?? null,
    async takeTurnToAsk(planId) {
      await tx
        .selectFrom('plan')
        .select('plan_id')
        .where('region_id', '=', regionId)
        .where('plan_id', '=', planId)
        .forUpdate()
        .execute()
    },
    async askedFigures(figures) {
      const { rows } = await sql<{ figure: string }>`
        select l.item_id || ' ' || l.figure_period_id as figure
        from unnest(${figures.map(({ itemId }) => itemId)}::uuid[],
          ${figures.map(({ figurePeriodId }) => figurePeriodId)}::text[]) as f (item_id, figure_period_id)
        join sheet_line l on l.region_id = ${regionId} and l.item_id = f.item_id
          and l.figure_period_id = f.figure_period_id`.execute(tx)
      return new Set(rows.map(({ figure }) => figure))
    },
  }
}

async function setOf(
  tx: Transaction<Tables>,
  regionId: string,
  cadenceId: string,
  values: { readonly name: string } | { readonly opens_after: string | null },
): Promise<void> {
  await tx
    .updateTable('cadence')
    .set(values)
    .where('region_id', '=', regionId)
    .where('cadence_id', '=', cadenceId)
    .execute()
}

async function setActs(
  tx: Transaction<Tables>,
  regionId: string,
  { cadenceId, acts, at, by }: Parameters<CalendarStore['setActs']>[0],
): Promise<void> {
  for (const { act, fromDay, rule } of acts) {
    const values = {
      ...{ period_kind: rule?.periodKind ?? null, months: JSON.stringify(rule?.months ?? []) },
      ...{ anchor: rule?.anchor ?? null, due_workdays: rule?.dueWorkdays ?? 0, due_hour: rule?.dueHour ?? 0 },
      ...{ cut_off_day: rule?.cutOffDay ?? null, goes_to: rule?.goesTo ?? '', set_at: at, set_by: by },
    }
    await tx
      .insertInto('cadence_act')
      .values({ region_id: regionId, cadence_id: cadenceId, act, from_day: fromDay, ...values })
      .onConflict((conflict) => conflict.columns(['region_id', 'cadence_id', 'act', 'from_day']).doUpdateSet(values))
      .execute()
  }
}

async function selectCadences(
  tx: Transaction<Tables>,
  regionId: string,
  only?: string,
): Promise<readonly CadenceRow[]> {
  const { rows } = await sql<Record<string, unknown> & { acts: unknown }>`
    select c.cadence_id, c.plan_id, p.title, p.year, c.name, c.campaign_no, c.list, c.ends_on, c.ended_at, c.opens_after,
      u.name as office, (
        select e ->> 'name' from plan_version v, jsonb_array_elements(v.content -> 'campaigns') e
        where v.region_id = p.region_id and v.plan_id = p.plan_id and v.version = p.current_version
          and (e ->> 'no')::int = c.campaign_no limit 1) as campaign, (
        select json_agg(json_build_object('act', a.act, 'fromDay', a.from_day, 'periodKind', a.period_kind,
          'months', a.months, 'anchor', a.anchor, 'dueWorkdays', a.due_workdays, 'dueHour', a.due_hour,
          'cutOffDay', a.cut_off_day, 'goesTo', a.goes_to) order by a.act, a.from_day)
        from cadence_act a where a.region_id = c.region_id and a.cadence_id = c.cadence_id) as acts
    from cadence c
    join plan p on p.region_id = c.region_id and p.plan_id = c.plan_id
    left join task_force f on f.region_id = c.region_id and f.plan_id = c.plan_id and f.campaign_no = c.campaign_no
    left join unit u on u.region_id = f.region_id and u.unit_id = f.office_unit_id
    where c.region_id = ${regionId} ${only === undefined ? sql`` : sql`and c.cadence_id = ${only}`}
    order by p.year desc, c.created_at, c.cadence_id`.execute(tx)
  return rows.map(cadenceOf)
}

const rowSchema = z.object({
  cadence_id: z.string(),
  plan_id: z.string(),
  title: z.string(),
  year: z.number(),
  name: z.string(),
  campaign_no: z.number().nullable(),
  list: listSchema,
  ends_on: z.string().nullable(),
  ended_at: z.string().nullable(),
  opens_after: z.string().nullable(),
  office: z.string().nullable(),
  campaign: z.string().nullable(),
  acts: actsSchema,
})

function cadenceOf(record: unknown): CadenceRow {
  const row = rowSchema.parse(record)
  return {
    cadenceId: row.cadence_id,
    planId: row.plan_id,
    planTitle: row.title,
    planYear: row.year,
    name: row.name,
    campaignNo: row.campaign_no,
    campaignName: row.campaign,
    officeUnitName: row.office,
    list: row.list,
    endsOn: row.ends_on,
    endedAt: row.ended_at,
    opensAfter: row.opens_after,
    acts: (row.acts ?? []).map(({ act, fromDay, periodKind, ...rule }) => ({
      ...{ act, fromDay },
      rule: periodKind === null ? null : { periodKind, ...rule },
    })),
  }
}
