import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ConductRow, OrderDutyRow, Stretch } from '#app/scoring'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

const conductSchema = z.object({
  kind: z.enum(['refusedClaim', 'rebound', 'errorFoundByOthers']),
  recordKind: z.enum(['problem', 'correction']),
  id: z.string(),
  unitId: z.string(),
  itemId: z.string().nullable(),
  sealSeq: z.number().nullable(),
})

/** Refused claims, rebounds, and corrections that somebody outside the reporting unit made, in a fixed order. */
export async function readConduct(
  tx: Tx,
  regionId: string,
  planId: string,
  { from, to }: Stretch,
): Promise<readonly ConductRow[]> {
  const found = await sql<unknown>`
    select case e.action when 'refuse' then 'refusedClaim' else 'rebound' end as kind, 'problem' as "recordKind",
      p.problem_id as id, p.unit_id as "unitId", p.item_id as "itemId", null::integer as "sealSeq", e.at as at
    from problem_event e
    join problem p on p.region_id = e.region_id and p.problem_id = e.problem_id
    left join plan_item i on i.region_id = p.region_id and i.item_id = p.item_id
    where e.region_id = ${regionId} and e.action in ('refuse', 'reopen') and e.at > ${from} and e.at <= ${to}
      and p.unit_id is not null and coalesce(p.plan_id, i.plan_id, ${planId}) = ${planId}
    union all
    select 'errorFoundByOthers', 'correction', k.correction_id, i.reporting_unit_id, k.item_id, k.seal_seq, k.approved_at
    from correction k
    join plan_item i on i.region_id = k.region_id and i.item_id = k.item_id
    where k.region_id = ${regionId} and i.plan_id = ${planId} and i.reporting_unit_id is not null
      and k.approved_at > ${from} and k.approved_at <= ${to}
      and not exists (
        select 1 from account_role g
        where g.region_id = k.region_id and g.account_id = k.made_by and g.unit_id = i.reporting_unit_id
      )
    order by at, id`.execute(tx)
  return found.rows.map((row) => conductSchema.parse(row))
}

const orderDutySchema = z.object({
  orderId: z.string(),
  unitId: z.string(),
  itemId: z.string().nullable(),
  replyDueAt: z.string(),
  repliedAt: z.string().nullable(),
})

/** Orders of the plan, and a leader's instructions that belong to none, whose reply was due in the stretch, with the first reply known at a moment. */
export async function readOrderDuties(
  tx: Tx,
  regionId: string,
  planId: string,
  { from, to }: Stretch,
  knownAt: string,
): Promise<readonly OrderDutyRow[]> {
  const found = await sql<unknown>`
    select o.order_id as "orderId", o.unit_id as "unitId", coalesce(o.item_id, p.item_id) as "itemId",
      o.reply_due_at as "replyDueAt",
      (select min(e.at) from order_event e
        where e.region_id = o.region_id and e.order_id = o.order_id and e.action = 'reply' and e.at <= ${knownAt}
      ) as "repliedAt"
    from supervision_order o
    left join plan_item i on i.region_id = o.region_id and i.item_id = o.item_id
    left join problem p on p.region_id = o.region_id and p.problem_id = o.problem_id
    where o.region_id = ${regionId} and coalesce(o.plan_id, i.plan_id, p.plan_id, ${planId}) = ${planId}
      and o.reply_due_at > ${from} and o.reply_due_at <= ${to} and o.issued_at <= ${knownAt}
      and not exists (
        select 1 from order_event e
        where e.region_id = o.region_id and e.order_id = o.order_id and e.action = 'withdraw' and e.at <= ${knownAt}
      )
    order by o.number`.execute(tx)
  return found.rows.map((row) => orderDutySchema.parse(row))
}
