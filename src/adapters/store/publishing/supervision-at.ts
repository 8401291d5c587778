import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { OrderAtMoment, ProblemAtMoment, ReportWords } from '#app/publishing'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

const problemSchema = z.object({
  number: z.number(),
  title: z.string(),
  unitName: z.string().nullable(),
  state: z.enum(['found', 'assigned', 'rectifying', 'claimed', 'verified', 'closed']),
  dueOn: z.string().nullable(),
  refusedClaims: z.number(),
})

/** Problems of a plan, and those of the region that belong to none, as their events say they stood at `until`; closed ones only where they were closed after `since`. */
export async function readProblemsAt(
  tx: Tx,
  regionId: string,
  planId: string,
  since: string | null,
  until: string,
): Promise<readonly ProblemAtMoment[]> {
  const found = await sql<unknown>`
    select p.number, p.title, u.name as "unitName", p.due_on as "dueOn",
      coalesce(last.to_state, 'found') as state, coalesce(refused.count, 0)::integer as "refusedClaims"
    from problem p
    left join unit u on u.region_id = p.region_id and u.unit_id = p.unit_id
    left join plan_item i on i.region_id = p.region_id and i.item_id = p.item_id
    left join lateral (
      select e.to_state, e.at from problem_event e
      where e.region_id = p.region_id and e.problem_id = p.problem_id and e.at <= ${until}
      order by e.event_no desc limit 1
    ) last on true
    left join lateral (
      select count(*) as count from problem_event e
      where e.region_id = p.region_id and e.problem_id = p.problem_id and e.at <= ${until} and e.action = 'refuse'
    ) refused on true
    where p.region_id = ${regionId} and coalesce(p.plan_id, i.plan_id, ${planId}) = ${planId} and p.found_at <= ${until}
      and (last.to_state is distinct from 'closed' or ${since}::timestamptz is null or last.at > ${since})
    order by p.number`.execute(tx)
  return found.rows.map((row) => problemSchema.parse(row))
}

const orderSchema = z.object({
  number: z.number(),
  title: z.string(),
  unitName: z.string(),
  state: z.enum(['issued', 'acknowledged', 'replied', 'closed', 'withdrawn']),
  replyDueAt: z.string(),
})

/** Orders of a plan, and a leader's instructions that belong to none, as they stood at `until`; withdrawn ones are left out, closed ones told once. */
export async function readOrdersAt(
  tx: Tx,
  regionId: string,
  planId: string,
  since: string | null,
  until: string,
): Promise<readonly OrderAtMoment[]> {
  const found = await sql<unknown>`
    select o.number, o.title, u.name as "unitName", o.reply_due_at as "replyDueAt",
      coalesce(last.to_state, 'issued') as state
    from supervision_order o
    join unit u on u.region_id = o.region_id and u.unit_id = o.unit_id
    left join plan_item i on i.region_id = o.region_id and i.item_id = o.item_id
    left join problem p on p.region_id = o.region_id and p.problem_id = o.problem_id
    left join lateral (
      select e.to_state, e.at from order_event e
      where e.region_id = o.region_id and e.order_id = o.order_id and e.at <= ${until}
      order by e.event_no desc limit 1
    ) last on true
    where o.region_id = ${regionId} and coalesce(o.plan_id, i.plan_id, p.plan_id, ${planId}) = ${planId} and o.issued_at <= ${until}
      and last.to_state is distinct from 'withdrawn'
      and (last.to_state is distinct from 'closed' or ${since}::timestamptz is null or last.at > ${since})
    order by o.number`.execute(tx)
  return found.rows.map((row) => orderSchema.parse(row))
}

const blockageSchema = z.object({ what: z.string(), needs: z.string() }).nullable()

/** The words of accepted reports. */
export async function readReportWords(
  tx: Tx,
  regionId: string,
  reportIds: readonly string[],
): Promise<readonly ReportWords[]> {
  if (reportIds.length === 0) return []
  const rows = await tx
    .selectFrom('report')
    .select(['report_id', 'paragraph', 'blockage'])
    .where('region_id', '=', regionId)
    .where('report_id', 'in', [...reportIds])
    .execute()
  return rows.map(({ report_id: reportId, paragraph, blockage: stored }) => {
    const blockage = blockageSchema.parse(stored)
    return { reportId, paragraph, blockage: blockage && [blockage.what, blockage.needs].filter(Boolean).join('；') }
  })
}
