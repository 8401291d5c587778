import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Matter } from '#core/supervision'
import type { Tables } from '../../schema/tables.ts'

/** How far back a sheet that was never answered is still spoken of, in days. */
const SHEET_DAYS = 45

const matterSchema = z.object({
  key: z.string(),
  kind: z.enum(['report', 'sign', 'mend', 'accept', 'acknowledge', 'reply', 'rectify', 'unblock', 'arbitrate']),
  unitId: z.string().nullable(),
  unitName: z.string(),
  subject: z.string(),
  count: z.number(),
  givenAt: z.string(),
  dueAt: z.string(),
  placeKind: z.enum(['period', 'order', 'problem', 'item']),
  placeId: z.string(),
  periodId: z.string().nullable(),
  by: z.enum(['unit', 'office', 'coordinator', 'leader']),
  planId: z.string().nullable(),
  campaignNo: z.number().nullable(),
  askedBy: z.string().nullable(),
})

/** Everything that is owed in a region at a moment: lines of sheets, orders, problems, blockages, disputed duties. */
export async function readOpenMatters(
  tx: Transaction<Tables>,
  regionId: string,
  now: string,
): Promise<readonly Matter[]> {
  const found = []
  for (const query of [
    sheetMatters(regionId, now),
    orderMatters(regionId),
    problemMatters(regionId),
    heldUp(regionId, now),
  ])
    found.push(...z.array(matterSchema).parse((await query.execute(tx)).rows))
  return found.map(({ placeKind, placeId, periodId, planId, campaignNo, ...row }) => ({
    ...row,
    place: { kind: placeKind, id: placeId, periodId },
    office: planId === null || campaignNo === null ? null : { planId, campaignNo },
  }))
}

/**
 * Lines that wait, by unit and period: to report, to sign, to mend, to accept. Of a closed period only two things are left: what lies with
 * the acceptor, and silence that no later answer of the same item has ended. What a unit says is not its own waits for the arbitration.
 */
const sheetMatters = (regionId: string, now: string) => sql`
  with lines as (
    select l.cadence_id, l.period_id, l.unit_id, p.opened_at, p.due_at, i.plan_id, i.campaign_no, tf.office_unit_id,
      r.return_due_at, r.decided_at,
      case
        when r.state = 'accepted' then null
        when r.state = 'signed' or (r.state = 'submitted' and r.channel is not null)
          then case when p.state <> 'sealed' then 'accept' end
        when exists (select from duty_dispute d where d.region_id = l.region_id and d.item_id = l.item_id
          and d.unit_id = l.unit_id and d.state = 'open') then null
        when p.state = 'open' and r.state = 'returned' then 'mend'
        when p.state = 'open' and r.state = 'submitted' then 'sign'
        when p.state = 'open' then 'report'
        when not exists (select from report x where x.region_id = l.region_id and x.item_id = l.item_id
          and x.cadence_id = l.cadence_id and x.period_id > l.period_id and x.state in ('submitted', 'signed', 'accepted'))
          then 'report'
      end as kind
    from period p
    join sheet_line l on l.region_id = p.region_id and l.cadence_id = p.cadence_id and l.period_id = p.period_id
    join plan_item i on i.region_id = l.region_id and i.item_id = l.item_id
    left join task_force tf on tf.region_id = i.region_id and tf.plan_id = i.plan_id and tf.campaign_no = i.campaign_no
    left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id and r.period_id = l.period_id
      and r.item_id = l.item_id
    where p.region_id = ${regionId} and p.opened_at <= ${now}::timestamptz
      and p.due_at > ${now}::timestamptz - make_interval(days => ${SHEET_DAYS})),
  owed as (
    select kind, cadence_id, period_id, opened_at as given_at,
      case when kind = 'mend' then coalesce(return_due_at, due_at) else due_at end as due_at,
      case when kind <> 'accept' then unit_id end as unit_id,
      case when kind = 'accept' and office_unit_id is distinct from unit_id and office_unit_id is not null then plan_id end as plan_id,
      case when kind = 'accept' and office_unit_id is distinct from unit_id and office_unit_id is not null then campaign_no end
        as campaign_no,
      case when kind = 'accept' and office_unit_id is distinct from unit_id then office_unit_id else unit_id end as named_id
    from lines where kind is not null)
  select concat_ws('/', o.kind, o.cadence_id, o.period_id, coalesce(o.unit_id::text, concat_ws('.', o.plan_id, o.campaign_no)),
      case when o.kind = 'mend' then extract(epoch from o.due_at)::bigint end) as key,
    o.kind, o.unit_id as "unitId",
    case when o.kind = 'accept' and o.plan_id is null then '' else coalesce(min(u.name), '') end as "unitName",
    min(c.name) as subject, count(*)::int as count, min(o.given_at) as "givenAt", o.due_at as "dueAt",
    'period' as "placeKind", o.cadence_id as "placeId", o.period_id as "periodId",
    case when o.kind <> 'accept' then 'unit' when o.plan_id is null then 'coordinator' else 'office' end as by,
    o.plan_id as "planId", o.campaign_no as "campaignNo", null as "askedBy"
  from owed o
  join cadence c on c.region_id = ${regionId} and c.cadence_id = o.cadence_id
  left join unit u on u.region_id = ${regionId} and u.unit_id = o.named_id
  group by o.kind, o.cadence_id, o.period_id, o.unit_id, o.plan_id, o.campaign_no, o.due_at
  order by o.due_at, key`

const orderMatters = (regionId: string) => sql`
  select case when o.state = 'issued' then 'acknowledge' else 'reply' end || '/' || o.order_id || '/'
      || extract(epoch from case when o.state = 'issued' then o.acknowledge_due_at else o.reply_due_at end)::bigint as key,
    case when o.state = 'issued' then 'acknowledge' else 'reply' end as kind,
    o.unit_id as "unitId", u.name as "unitName", o.title as subject, 1 as count, o.issued_at as "givenAt",
    case when o.state = 'issued' then o.acknowledge_due_at else o.reply_due_at end as "dueAt",
    'order' as "placeKind", o.order_id as "placeId", null as "periodId", 'unit' as by, null as "planId",
    null as "campaignNo", o.issued_by as "askedBy"
  from supervision_order o join unit u on u.region_id = o.region_id and u.unit_id = o.unit_id
  where o.region_id = ${regionId} and o.state in ('issued', 'acknowledged')
  order by "dueAt", key`

/** A problem is due at the end of the working day (18 o'clock) of its day; it was given when it was assigned. */
const problemMatters = (regionId: string) => sql`
  select concat_ws('/', 'rectify', p.problem_id, p.due_on) as key, 'rectify' as kind, p.unit_id as "unitId",
    u.name as "unitName", p.title as subject, 1 as count, coalesce(given.at, p.found_at) as "givenAt",
    ((p.due_on + time '18:00') at time zone g.time_zone) as "dueAt",
    'problem' as "placeKind", p.problem_id as "placeId", null as "periodId", 'unit' as by, null as "planId",
    null as "campaignNo", coalesce(given.by, p.found_by) as "askedBy"
  from problem p
  join region g on g.region_id = p.region_id
  join unit u on u.region_id = p.region_id and u.unit_id = p.unit_id
  left join lateral (select e.at, e.by from problem_event e where e.region_id = p.region_id and e.problem_id = p.problem_id
    and e.action = 'assign' order by e.event_no desc limit 1) given on true
  where p.region_id = ${regionId} and p.state in ('assigned', 'rectifying') and p.due_on is not null
  order by "dueAt", key`

/** Who is needed where an item is held up, level by level; and duties that a unit says are not its own. */
const heldUp = (regionId: string, now: string) => sql`
  select concat_ws('/', 'unblock', b.blockage_id, b.level) as key, 'unblock' as kind,
    case when b.level = 0 then b.needs_unit_id end as "unitId", coalesce(n.name, o.name) as "unitName", b.what as subject,
    1 as count, coalesce(raised.at, b.raised_at) as "givenAt", b.level_due_at as "dueAt",
    'item' as "placeKind", b.item_id as "placeId", null as "periodId",
    case b.level when 0 then case when b.needs_unit_id is null then 'coordinator' else 'unit' end
      when 1 then case when i.campaign_no is null then 'coordinator' else 'office' end
      when 2 then 'coordinator' else 'leader' end as by,
    case when b.level = 1 then i.plan_id end as "planId", case when b.level = 1 then i.campaign_no end as "campaignNo",
    b.raised_by as "askedBy"
  from blockage b
  join plan_item i on i.region_id = b.region_id and i.item_id = b.item_id
  join unit o on o.region_id = b.region_id and o.unit_id = b.unit_id
  left join unit n on n.region_id = b.region_id and n.unit_id = b.needs_unit_id
  left join lateral (select max(e.at) as at from blockage_event e where e.region_id = b.region_id
    and e.blockage_id = b.blockage_id and e.level = b.level) raised on true
  where b.region_id = ${regionId} and b.state = 'open'
  union all
  select concat_ws('/', 'arbitrate', d.dispute_id, d.office_due_at < ${now}::timestamptz), 'arbitrate', null, u.name, i.title, 1,
    d.made_at, d.office_due_at, 'item', d.item_id, null,
    case when d.office_due_at < ${now}::timestamptz or i.campaign_no is null then 'coordinator' else 'office' end,
    i.plan_id, i.campaign_no, d.made_by
  from duty_dispute d
  join plan_item i on i.region_id = d.region_id and i.item_id = d.item_id
  join unit u on u.region_id = d.region_id and u.unit_id = d.unit_id
  where d.region_id = ${regionId} and d.state = 'open'
  order by "dueAt", key`
