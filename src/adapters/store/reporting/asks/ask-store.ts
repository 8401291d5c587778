import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { AskedFieldRow, AskedLinesRow, AskStore, MonthlyAsk, TwinRow } from '#app/reporting'
import { formIdOf, placesApart } from '#core/reporting'
import type { Tables } from '../../schema/tables.ts'

const kind = z.enum(['indicator', 'task', 'project', 'policy'])

/** What was asked, how it was answered, how long forms took, and asks that overlap, in PostgreSQL. */
export function askStore(tx: Transaction<Tables>, regionId: string): AskStore {
  return {
    askedLines: (year, now) => readLines(tx, regionId, year, now),
    monthlyAsks: (year, timeZone) => readMonthly(tx, regionId, year, timeZone),
    askedFields: (month, timeZone) => readFields(tx, regionId, month, timeZone),
    async formClasses() {
      const rows = await tx.selectFrom('form_time').selectAll().where('region_id', '=', regionId).execute()
      return rows.map(({ cadence_id, form, seconds, answers }) => ({
        ...{ formId: formIdOf(cadence_id, kind.parse(form)), seconds, answers },
      }))
    },
    async addFormTimes(cadenceId, rows) {
      const added = await sql`insert into form_time as t (region_id, cadence_id, form, seconds, answers)
        select c.region_id, c.cadence_id, f.form, f.seconds, f.answers
        from cadence c, unnest(${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.seconds)}::int[],
          ${rows.map((row) => row.answers)}::int[]) as f (form, seconds, answers)
        where c.region_id = ${regionId} and c.cadence_id = ${cadenceId}
        on conflict (region_id, cadence_id, form, seconds) do update set answers = t.answers + excluded.answers`.execute(
        tx,
      )
      return rows.length === 0 || Number(added.numAffectedRows) > 0
    },
    async addTwins(cadenceId, rows, { reason, at, by }) {
      await sql`insert into twin_ask (region_id, twin_id, cadence_id, item_id, other_item_id, reason, decided_at, decided_by)
        select ${regionId}, t.id, ${cadenceId}::uuid, t.item, t.other, ${reason}, ${at}::timestamptz, ${by}::uuid
        from unnest(${rows.map((row) => row.twinId)}::uuid[], ${rows.map((row) => row.itemId)}::uuid[],
          ${rows.map((row) => row.otherItemId)}::uuid[]) as t (id, item, other)`.execute(tx)
    },
    twins: () => readTwins(tx, regionId),
  }
}

const linesSchema = z.object({
  lines: z.number(),
  cadenceId: z.string(),
  cadenceName: z.string(),
  periodId: z.string(),
  periodState: z.enum(['open', 'closed', 'sealed']),
  dueAt: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  officeId: z.string().nullable(),
  officeName: z.string(),
  state: z.enum(['notDue', 'draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn']),
  late: z.boolean(),
  wasReturned: z.boolean(),
  leftAt: z.string().nullable(),
  acceptedAt: z.string().nullable(),
})

/**
 * A report reaches its acceptor when it is signed; that it once came back stands in the log alone, as its next answer takes the reason away;
 * an outside body has no signer, and its answer arrives when it is submitted.
 */
async function readLines(
  tx: Transaction<Tables>,
  regionId: string,
  year: number,
  now: string,
): Promise<readonly AskedLinesRow[]> {
  const found = await sql`
    with returned as (
      select distinct object_id from audit where region_id = ${regionId} and object_kind = 'report' and action = 'report.return'
    ), asked as (
      select p.cadence_id, p.period_id, p.state as period_state, p.due_at, l.unit_id, i.plan_id, i.campaign_no,
        coalesce(r.state, 'notDue') as state, coalesce(r.late, false) as late,
        coalesce(r.report_id::text in (select object_id from returned), false) as was_returned,
        case when r.state in ('signed', 'accepted', 'returned') or r.channel is not null
          then coalesce(r.signed_at, r.submitted_at) end as left_at,
        case when r.state = 'accepted' then r.decided_at end as accepted_at, count(*)::int as lines,
        min(i.order_no) as first_no
      from period p
      join sheet_line l on l.region_id = p.region_id and l.cadence_id = p.cadence_id and l.period_id = p.period_id
      join plan_item i on i.region_id = l.region_id and i.item_id = l.item_id
      left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id and r.period_id = l.period_id
        and r.item_id = l.item_id
      where p.region_id = ${regionId} and p.period_id like ${`${year}%`}
        and (p.due_at <= ${now}::timestamptz or p.state <> 'open')
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
    )
    select a.lines, a.cadence_id as "cadenceId", c.name as "cadenceName", a.period_id as "periodId",
      a.period_state as "periodState", a.due_at as "dueAt", a.unit_id as "unitId", u.name as "unitName",
      case when o.unit_id <> a.unit_id then a.plan_id::text || '/' || a.campaign_no end as "officeId",
      case when o.unit_id <> a.unit_id then o.name || '（' || a.campaign_no || '）' else '' end as "officeName",
      a.state, a.late, a.was_returned as "wasReturned", a.left_at as "leftAt", a.accepted_at as "acceptedAt"
    from asked a
    join cadence c on c.region_id = ${regionId} and c.cadence_id = a.cadence_id
    join unit u on u.region_id = ${regionId} and u.unit_id = a.unit_id
    left join task_force tf on tf.region_id = ${regionId} and tf.plan_id = a.plan_id and tf.campaign_no = a.campaign_no
    left join unit o on o.region_id = ${regionId} and o.unit_id = tf.office_unit_id
    order by a.due_at, u.sort_key, a.first_no`.execute(tx)
  return z.array(linesSchema).parse(found.rows)
}

/** Who asks, in words: the cadence, and whoever opened its last period, or set the cadence up where the clock opened it. Worked out once a cadence, not once a row. */
const askers = (regionId: string) => sql`asker as materialized (
    select c.cadence_id, c.name || coalesce('（' || (select a.display_name from period q
      join account a on a.region_id = q.region_id and a.account_id = coalesce(q.opened_by, c.created_by)
      where q.region_id = c.region_id and q.cadence_id = c.cadence_id order by q.opened_at desc limit 1) || '）', '') as name
    from cadence c where c.region_id = ${regionId})`

const monthOf = (timeZone: string) => sql`to_char(p.due_at at time zone ${timeZone}, 'YYYY-"M"MM')`

const monthlySchema = z.object({
  ...{ month: z.string(), unitId: z.string(), unitName: z.string(), cadenceId: z.string(), askerName: z.string() },
  ...{ kind, asks: z.number() },
})

async function readMonthly(
  tx: Transaction<Tables>,
  regionId: string,
  year: number,
  timeZone: string,
): Promise<readonly MonthlyAsk[]> {
  const found = await sql`
    with ${askers(regionId)}
    select x.month, x.unit_id as "unitId", u.name as "unitName", x.cadence_id as "cadenceId", c.name as "askerName",
      x.kind, x.asks
    from (
      select ${monthOf(timeZone)} as month, l.region_id, l.unit_id, l.cadence_id, i.kind, count(*)::int as asks
      from period p
      join sheet_line l on l.region_id = p.region_id and l.cadence_id = p.cadence_id and l.period_id = p.period_id
      join plan_item i on i.region_id = l.region_id and i.item_id = l.item_id
      where p.region_id = ${regionId} and p.period_id like ${`${year}%`}
      group by 1, l.region_id, l.unit_id, l.cadence_id, i.kind) x
    join unit u on u.region_id = x.region_id and u.unit_id = x.unit_id
    join asker c on c.cadence_id = x.cadence_id
    order by x.month, u.sort_key, x.kind`.execute(tx)
  return z.array(monthlySchema).parse(found.rows)
}

const fieldSchema = z.object({
  ...{ itemId: z.string(), title: z.string(), quote: z.string(), kind, cadenceId: z.string(), askerName: z.string() },
  ...{ units: z.number(), asks: z.number(), planId: z.string(), version: z.number() },
  sentence: z.object({ start: z.number(), end: z.number() }).nullable(),
})

async function readFields(
  tx: Transaction<Tables>,
  regionId: string,
  month: string,
  timeZone: string,
): Promise<readonly AskedFieldRow[]> {
  const found = await sql`
    with ${askers(regionId)}
    select x.item_id as "itemId", i.title, coalesce(i.body ->> 'quote', '') as quote, i.kind, x.cadence_id as "cadenceId",
      c.name as "askerName", x.units, x.asks, i.plan_id as "planId", pl.current_version as version, i.body -> 'sentence' as sentence
    from (
      select l.region_id, l.item_id, l.cadence_id, count(distinct l.unit_id)::int as units, count(*)::int as asks
      from period p
      join sheet_line l on l.region_id = p.region_id and l.cadence_id = p.cadence_id and l.period_id = p.period_id
      where p.region_id = ${regionId} and ${monthOf(timeZone)} = ${month}
      group by l.region_id, l.item_id, l.cadence_id) x
    join plan_item i on i.region_id = x.region_id and i.item_id = x.item_id
    join plan pl on pl.region_id = i.region_id and pl.plan_id = i.plan_id
    join asker c on c.cadence_id = x.cadence_id
    order by x.asks desc, i.order_no, x.item_id`.execute(tx)
  return z.array(fieldSchema).parse(found.rows)
}

const placeSchema = z.object({ planTitle: z.string(), path: z.string(), quote: z.string() })

const twinSchema = z.object({
  ...{ isSame: z.boolean(), itemId: z.string(), title: z.string(), place: placeSchema },
  ...{ otherItemId: z.string(), otherTitle: z.string(), otherPlace: placeSchema },
  ...{ cadenceName: z.string(), reason: z.string() },
  ...{ decidedAt: z.string(), decidedByName: z.string() },
})

async function readTwins(tx: Transaction<Tables>, regionId: string): Promise<readonly TwinRow[]> {
  const found = await sql`
    select t.item_id = t.other_item_id as "isSame", i.item_id as "itemId", i.title, o.item_id as "otherItemId", o.title as "otherTitle",
      jsonb_build_object('planTitle', ip.title, 'path', i.path, 'quote', coalesce(i.body ->> 'quote', '')) as place,
      jsonb_build_object('planTitle', op.title, 'path', o.path, 'quote', coalesce(o.body ->> 'quote', '')) as "otherPlace",
      c.name as "cadenceName", t.reason, t.decided_at as "decidedAt", coalesce(a.display_name, '') as "decidedByName"
    from twin_ask t
    join plan_item i on i.region_id = t.region_id and i.item_id = t.item_id
    join plan_item o on o.region_id = t.region_id and o.item_id = t.other_item_id
    join plan ip on ip.region_id = i.region_id and ip.plan_id = i.plan_id
    join plan op on op.region_id = o.region_id and op.plan_id = o.plan_id
    join cadence c on c.region_id = t.region_id and c.cadence_id = t.cadence_id
    left join account a on a.region_id = t.region_id and a.account_id = t.decided_by
    where t.region_id = ${regionId} order by t.decided_at desc, i.order_no`.execute(tx)
  return z
    .array(twinSchema)
    .parse(found.rows)
    .map(({ isSame, place, otherPlace, ...row }) => ({
      ...{ ...row, ...placesApart(place, otherPlace) },
      because: isSame ? 'sameItem' : 'sameSubject',
    }))
}
