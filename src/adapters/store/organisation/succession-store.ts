import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { DelegationRow, HandoverRow, InHand, SuccessionStore } from '#app/organisation'
import type { Tables } from '../schema/tables.ts'

/** Handovers and delegations in PostgreSQL. */
export function successionStore(tx: Transaction<Tables>, regionId: string): SuccessionStore {
  return {
    async inHand(of) {
      return (await openWork(regionId, of).execute(tx)).rows
    },
    async endGrant(grantId, until) {
      await sql`update account_role set until_on = ${until}::date
        where region_id = ${regionId} and grant_id = ${grantId} and (until_on is null or until_on > ${until}::date)`.execute(
        tx,
      )
    },
    ...handoverPart(tx, regionId),
    ...delegationPart(tx, regionId),
  }
}

/** Lines of the open periods, orders, problems and drafts; the day of a moment is that of the region. */
function openWork(regionId: string, { accountId, reportsFor, signsFor }: Parameters<SuccessionStore['inHand']>[0]) {
  const [reports, signs] = [[...reportsFor], [...signsFor]]
  const both = [...new Set([...reports, ...signs])]
  return sql<InHand>`
    with here as (select time_zone from region where region_id = ${regionId}),
    lines as (
      select case when r.state = 'returned' then 'returned' when r.state = 'submitted' then 'toSign' else 'toReport' end as kind,
        i.title, u.name, l.unit_id, (coalesce(r.return_due_at, p.due_at) at time zone here.time_zone)::date as due
      from sheet_line l cross join here
      join period p on p.region_id = l.region_id and p.cadence_id = l.cadence_id and p.period_id = l.period_id
        and p.state = 'open'
      join plan_item i on i.region_id = l.region_id and i.item_id = l.item_id
      join unit u on u.region_id = l.region_id and u.unit_id = l.unit_id
      left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id and r.period_id = l.period_id
        and r.item_id = l.item_id
      where l.region_id = ${regionId} and l.unit_id = any(${both}::uuid[])
        and (r.state is null or r.state in ('draft', 'returned', 'withdrawn', 'submitted')))
    select kind, title, name as "unitName", due from lines
    where (kind = 'toSign' and unit_id = any(${signs}::uuid[])) or (kind <> 'toSign' and unit_id = any(${reports}::uuid[]))
    union all
    select case when o.issued_by = ${accountId} then 'issuedOrder' else 'order' end, o.title, u.name,
      (o.reply_due_at at time zone here.time_zone)::date
    from supervision_order o cross join here join unit u on u.region_id = o.region_id and u.unit_id = o.unit_id
    where o.region_id = ${regionId} and o.state not in ('closed', 'withdrawn')
      and (o.issued_by = ${accountId} or o.unit_id = any(${both}::uuid[]))
    union all
    select 'problem', p.title, u.name, p.due_on from problem p
    join unit u on u.region_id = p.region_id and u.unit_id = p.unit_id
    where p.region_id = ${regionId} and p.state not in ('closed') and p.unit_id = any(${both}::uuid[])
    union all
    select 'draft', d.file_name, null, null from draft f
    join issued_document d on d.region_id = f.region_id and d.document_id = f.document_id
    where f.region_id = ${regionId} and f.state = 'open' and f.created_by = ${accountId}
    order by 1, 4 nulls last, 2`
}

const ids = z.array(z.string())
const inHandSchema = z.array(
  z.object({
    kind: z.enum(['toReport', 'returned', 'toSign', 'order', 'problem', 'issuedOrder', 'draft']),
    ...{ title: z.string(), unitName: z.string().nullable(), due: z.string().nullable() },
  }),
)
const rolesSchema = z.array(z.object({ role: z.string(), unitName: z.string().nullable() }))

type HandoverPart = Pick<SuccessionStore, 'addHandover' | 'handovers' | 'decideHandover'>

function handoverPart(tx: Transaction<Tables>, regionId: string): HandoverPart {
  return {
    async addHandover({ handoverId, fromAccountId, toAccountId, onDate, grantIds, postIds, inHand, note, at, by }) {
      await tx
        .insertInto('handover')
        .values({
          ...{
            region_id: regionId,
            handover_id: handoverId,
            from_account_id: fromAccountId,
            to_account_id: toAccountId,
          },
          ...{ on_date: onDate, grant_ids: JSON.stringify(grantIds), post_ids: JSON.stringify(postIds) },
          ...{ in_hand: JSON.stringify(inHand), note, made_at: at, made_by: by },
        })
        .execute()
    },
    async handovers(handoverId) {
      const only = handoverId === undefined ? sql`` : sql`and h.handover_id = ${handoverId}`
      const found = await sql<HandoverRow>`
        select h.handover_id as "handoverId", h.from_account_id as "fromAccountId", f.display_name as "fromName",
          h.to_account_id as "toAccountId", t.display_name as "toName", h.on_date as "onDate", h.grant_ids as "grantIds",
          h.post_ids as "postIds", h.in_hand as "inHand", h.note, h.made_at as "madeAt", h.made_by as "madeBy",
          coalesce(m.display_name, '') as "madeByName", h.decided_at as "decidedAt", h.outcome,
          (select coalesce(json_agg(json_build_object('role', r.role, 'unitName', u.name) order by u.sort_key, r.role), '[]')
            from account_role r left join unit u on u.region_id = r.region_id and u.unit_id = r.unit_id
            where r.region_id = h.region_id and h.grant_ids ? r.grant_id::text) as roles,
          (select coalesce(json_agg(p.title order by p.title), '[]') from post p
            where p.region_id = h.region_id and h.post_ids ? p.post_id::text) as "postTitles"
        from handover h
        join account f on f.region_id = h.region_id and f.account_id = h.from_account_id
        join account t on t.region_id = h.region_id and t.account_id = h.to_account_id
        left join account m on m.region_id = h.region_id and m.account_id = h.made_by
        where h.region_id = ${regionId} ${only} order by h.made_at desc, h.handover_id desc`.execute(tx)
      return found.rows.map((row) => ({
        ...row,
        ...{
          grantIds: ids.parse(row.grantIds),
          postIds: ids.parse(row.postIds),
          inHand: inHandSchema.parse(row.inHand),
        },
        ...{ roles: rolesSchema.parse(row.roles), postTitles: ids.parse(row.postTitles) },
      }))
    },
    async decideHandover({ handoverId, outcome, at, by }) {
      const decided = await tx
        .updateTable('handover')
        .set({ outcome, decided_at: at, decided_by: by })
        .where('region_id', '=', regionId)
        .where('handover_id', '=', handoverId)
        .where('outcome', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

type DelegationPart = Pick<SuccessionStore, 'addDelegation' | 'delegations' | 'decideDelegation' | 'endDelegation'>

function delegationPart(tx: Transaction<Tables>, regionId: string): DelegationPart {
  const one = (delegationId: string) =>
    tx.updateTable('delegation').where('region_id', '=', regionId).where('delegation_id', '=', delegationId)
  return {
    async addDelegation({ delegationId, sourceGrantId, toAccountId, from, last, reason, at, by }) {
      await tx
        .insertInto('delegation')
        .values({
          ...{ region_id: regionId, delegation_id: delegationId, source_grant_id: sourceGrantId },
          ...{ to_account_id: toAccountId, from_on: from, last_on: last, reason, made_at: at, made_by: by },
        })
        .execute()
    },
    async delegations(delegationId) {
      const only = delegationId === undefined ? sql`` : sql`and d.delegation_id = ${delegationId}`
      const found = await sql<DelegationRow>`
        select d.delegation_id as "delegationId", d.source_grant_id as "sourceGrantId", r.role, u.name as "unitName",
          r.account_id as "holderId", h.display_name as "holderName", d.to_account_id as "toAccountId",
          t.display_name as "toName", d.from_on as "from", d.last_on as "last", d.reason, d.made_at as "madeAt",
          coalesce(m.display_name, '') as "madeByName", d.outcome, d.grant_id as "grantId", d.ended_at as "endedAt"
        from delegation d
        join account_role r on r.region_id = d.region_id and r.grant_id = d.source_grant_id
        left join unit u on u.region_id = r.region_id and u.unit_id = r.unit_id
        join account h on h.region_id = r.region_id and h.account_id = r.account_id
        join account t on t.region_id = d.region_id and t.account_id = d.to_account_id
        left join account m on m.region_id = d.region_id and m.account_id = d.made_by
        where d.region_id = ${regionId} ${only} order by d.made_at desc, d.delegation_id desc`.execute(tx)
      return found.rows
    },
    async decideDelegation({ delegationId, outcome, grantId, at, by }) {
      const decided = await one(delegationId)
        .set({ outcome, grant_id: grantId, decided_at: at, decided_by: by })
        .where('outcome', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
    async endDelegation(delegationId, at, by) {
      const ended = await one(delegationId)
        .set({ ended_at: at, ended_by: by })
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return ended.numUpdatedRows === 1n
    },
  }
}
