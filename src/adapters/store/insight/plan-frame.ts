import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { PlanChoice, PlanFrame } from '#app/insight'
import { besideRows } from '../reporting/beside-rows.ts'
import { seriesSchema } from '../reporting/comparison-part.ts'
import { factSchema } from '../reporting/target-fact-part.ts'
import type { Tables } from '../schema/tables.ts'
import { approvedSchedules, approvedScheduleSchema } from './schedule-part.ts'

/** PostgreSQL writes instants in JSON with the session's offset; the product writes them in UTC. */
const instant = z.string().transform((text) => new Date(text).toISOString())

const sealedRows = besideRows(instant).shape

const frameSchema = z.object({
  plan_id: z.string(),
  title: z.string(),
  year: z.number(),
  version: z.number(),
  content_hash: z.string(),
  campaigns: z.array(z.object({ no: z.number(), name: z.string(), annex: z.number().nullable() })),
  thresholds: z.object({ lagShare: z.string(), lagUnits: z.string(), growthPoints: z.string() }),
  task_forces: z.array(
    z.object({ campaignNo: z.number(), convener: z.string().nullable(), officeUnitName: z.string().nullable() }),
  ),
  calendar: z.object({
    years: z.array(z.object({ year: z.number(), off: z.array(z.string()), work: z.array(z.string()) })),
    days: z.array(z.object({ date: z.string(), work: z.boolean() })),
  }),
  seals: z.array(
    z.object({ seq: z.number(), cadenceId: z.string(), periodId: z.string(), hash: z.string(), sealedAt: instant }),
  ),
  releases: z.array(sealedRows.releases.element.extend({ importedAt: instant })),
  verifications: z.array(sealedRows.verifications.element.extend({ note: z.string(), verifiedBy: z.string() })),
  red_lines: z.array(
    z.object({
      eventId: z.string(),
      itemId: z.string(),
      happenedOn: z.string(),
      note: z.string(),
      recordedAt: instant,
      revokedAt: instant.nullable(),
    }),
  ),
  recognised: z.array(
    z.object({ rowId: z.string(), itemId: z.string(), recognisedOn: z.string(), lookedAt: instant.nullable() }),
  ),
  target_facts: z.array(
    z.object({
      factId: z.string(),
      itemId: z.string(),
      fact: factSchema,
      document: z.string(),
      statedAt: instant,
      statedBy: z.string(),
      approvedAt: instant,
      refusedAt: z.null(),
    }),
  ),
  series: z.array(z.object({ name: z.string(), body: seriesSchema })),
  compared: z.array(z.object({ seriesId: z.string(), periodId: z.string(), value: z.string(), importedAt: instant })),
  corrections: z.array(
    z.object({
      correctionId: z.string(),
      itemId: z.string(),
      sealSeq: z.number(),
      oldFigure: z.string().nullable(),
      newFigure: z.string().nullable(),
      oldClaim: z.enum(['onPace', 'behind', 'done', 'blocked']).nullable(),
      newClaim: z.enum(['onPace', 'behind', 'done', 'blocked']).nullable(),
      reason: z.string(),
      madeAt: instant,
      madeBy: z.string(),
      approvedAt: instant.nullable(),
      approvedBy: z.string().nullable(),
    }),
  ),
  schedules: z.array(approvedScheduleSchema),
  open_problems: z.array(z.object({ itemId: z.string(), count: z.number() })),
})

/** The plans of a region, newest year first. */
export async function readPlans(tx: Transaction<Tables>, regionId: string): Promise<readonly PlanChoice[]> {
  const rows = await tx
    .selectFrom('plan')
    .select(['plan_id', 'title', 'year', 'current_version'])
    .where('region_id', '=', regionId)
    .orderBy('year', 'desc')
    .orderBy('plan_id')
    .execute()
  return rows.map((row) => ({
    planId: row.plan_id,
    title: row.title,
    year: row.year,
    version: row.current_version,
  }))
}

/**
 * Everything about a plan that standings need beside items and reports, in one question. Facts of items are read through
 * plan_item, so that the region's key leads each of their indexes.
 */
export async function readPlanFrame(
  tx: Transaction<Tables>,
  regionId: string,
  planId: string,
): Promise<PlanFrame | null> {
  const found = await sql<unknown>`
    with item as materialized (
      select item_id from plan_item where region_id = ${regionId} and plan_id = ${planId}
    )
    select p.plan_id, p.title, p.year, v.version, v.content_hash, c.campaigns, c.thresholds,
      ${arrayOf(sql`
        select json_build_object('campaignNo', f.campaign_no, 'convener', f.convener, 'officeUnitName', u.name) as entry
        from task_force f left join unit u on u.region_id = f.region_id and u.unit_id = f.office_unit_id
        where f.region_id = ${regionId} and f.plan_id = ${planId}`)} as task_forces,
${calendarOf(regionId)} as calendar,
      ${arrayOf(sql`
        select json_build_object('seq', s.seq, 'cadenceId', s.cadence_id, 'periodId', s.period_id, 'hash', s.hash,
          'sealedAt', s.sealed_at) as entry
        from seal s join cadence c on c.region_id = s.region_id and c.cadence_id = s.cadence_id
        where s.region_id = ${regionId} and c.plan_id = ${planId} order by s.seq`)} as seals,
      ${factsOfItems(regionId)}
    from plan p
    join plan_version v on v.region_id = p.region_id and v.plan_id = p.plan_id and v.version = p.current_version
    cross join lateral (
      select v.content -> 'campaigns' as campaigns, v.content -> 'thresholds' as thresholds
    ) c
    where p.region_id = ${regionId} and p.plan_id = ${planId}`.execute(tx)
  const [row] = found.rows
  if (row === undefined) return null
  const { plan_id, content_hash, task_forces, red_lines, target_facts, open_problems, ...rest } = frameSchema.parse(row)
  return {
    planId: plan_id,
    contentHash: content_hash,
    taskForces: task_forces,
    redLines: red_lines,
    targetFacts: target_facts,
    openProblems: open_problems,
    ...rest,
  }
}

/** Years of the work calendar that the region loaded, and its own days. */
function calendarOf(regionId: string) {
  const dates = (work: boolean) =>
    arrayOf(sql`
    select d ->> 'date' as entry from jsonb_array_elements(y.days) d where (d ->> 'work')::boolean = ${work}`)
  return sql`json_build_object(
    'years', ${arrayOf(sql`
      select json_build_object('year', y.year, 'off', ${dates(false)}, 'work', ${dates(true)}) as entry
      from calendar_year y where y.region_id = ${regionId}`)},
    'days', ${arrayOf(sql`
      select json_build_object('date', o.day, 'work', o.kind = 'work') as entry
      from calendar_override o where o.region_id = ${regionId}`)})`
}

/** What is recorded of the plan's items beside reports, one array each; `item` holds the ids of the plan's items. */
function factsOfItems(regionId: string) {
  return sql`
      ${arrayOf(sql`
        select json_build_object('itemId', r.item_id, 'periodId', r.period_id, 'value', r.value::text,
          'estimate', r.estimate, 'body', r.body, 'document', r.document, 'releasedOn', r.released_on,
          'importedAt', r.imported_at) as entry
        from item i join release_figure r on r.region_id = ${regionId} and r.item_id = i.item_id`)} as releases,
      ${arrayOf(sql`
        select json_build_object('itemId', v.item_id, 'periodId', v.period_id, 'basis', v.basis, 'note', v.note,
          'verifiedAt', v.verified_at, 'verifiedBy', v.verified_by) as entry
        from item i join verification v on v.region_id = ${regionId} and v.item_id = i.item_id
        where v.revoked_at is null`)} as verifications,
      ${arrayOf(sql`
        select json_build_object('eventId', e.event_id, 'itemId', e.item_id, 'happenedOn', e.happened_on, 'note', e.note,
          'recordedAt', e.recorded_at, 'revokedAt', (select max(v.approved_at) from red_line_revocation v
            where v.region_id = e.region_id and v.event_id = e.event_id)) as entry
        from red_line_event e join item i on i.item_id = e.item_id
        where e.region_id = ${regionId}`)} as red_lines,
      ${targetFactsOfItems(regionId)},
      ${arrayOf(sql`
        select json_build_object('correctionId', k.correction_id, 'itemId', k.item_id, 'sealSeq', k.seal_seq,
          'oldFigure', k.old_figure::text, 'newFigure', k.new_figure::text, 'oldClaim', k.old_claim,
          'newClaim', k.new_claim, 'reason', k.reason, 'madeAt', k.made_at, 'madeBy', k.made_by,
          'approvedAt', k.approved_at, 'approvedBy', k.approved_by) as entry
        from correction k join item i on i.item_id = k.item_id
        where k.region_id = ${regionId} and k.refused_at is null order by k.made_at`)} as corrections,
      ${arrayOf(sql`
        select json_build_object('itemId', q.item_id, 'count', count(*)) as entry
        from problem q join item i on i.item_id = q.item_id
        where q.region_id = ${regionId} and q.state <> 'closed' group by q.item_id`)} as open_problems,
      ${arrayOf(approvedSchedules(regionId))} as schedules`
}

/** What people state about targets beside the plan, recognised rows, and the figures of others. */
function targetFactsOfItems(regionId: string) {
  return sql`
      ${arrayOf(sql`
        select json_build_object('rowId', g.row_id, 'itemId', g.item_id, 'recognisedOn', g.recognised_on,
          'lookedAt', g.looked_at) as entry
        from item i join recognition g on g.region_id = ${regionId} and g.item_id = i.item_id
        where g.recognised_on is not null and g.withdrawn_at is null`)} as recognised,
      ${arrayOf(sql`
        select json_build_object('factId', t.fact_id, 'itemId', t.item_id, 'fact', t.body, 'document', t.document,
          'statedAt', t.stated_at, 'statedBy', t.stated_by, 'approvedAt', t.approved_at, 'refusedAt', null) as entry
        from item i join target_fact t on t.region_id = ${regionId} and t.item_id = i.item_id
        where t.approved_at is not null order by t.approved_at`)} as target_facts,
      ${arrayOf(sql`
        select json_build_object('seriesId', x.series_id, 'periodId', x.period_id, 'value', x.value::text,
          'importedAt', x.imported_at) as entry
        from comparison_figure x where x.region_id = ${regionId} order by x.imported_at`)} as compared,
      ${arrayOf(sql`
        select json_build_object('name', o.name, 'body', o.body) as entry
        from official_series o where o.region_id = ${regionId} order by o.name`)} as series`
}

function arrayOf(entries: ReturnType<typeof sql>) {
  return sql`coalesce((select json_agg(entry) from (${entries}) as entries), '[]')`
}
