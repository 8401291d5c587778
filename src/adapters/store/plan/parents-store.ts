import { sql, type Transaction } from 'kysely'
import type { ParentLinkRow, ParentsStore, PlacementRow, StandingPlanRow } from '#app/plan'
import type { Tables } from '../schema/tables.ts'

/** Standing plans from elsewhere, and further lists of items, in PostgreSQL. */
export function parentsStore(tx: Transaction<Tables>, regionId: string): ParentsStore {
  return { ...registerPart(tx, regionId), ...linkPart(tx, regionId), ...placementPart(tx, regionId) }
}

function registerPart(
  tx: Transaction<Tables>,
  region_id: string,
): Pick<ParentsStore, 'standingPlans' | 'addStandingPlan' | 'changeStandingPlan'> {
  const named = (row: Pick<StandingPlanRow, 'title' | 'docNumber' | 'body' | 'issuedOn'>) => ({
    ...{ title: row.title, doc_number: row.docNumber, body: row.body, issued_on: row.issuedOn },
  })
  return {
    async standingPlans() {
      const answer = await sql<StandingPlanRow>`
        select s.standing_plan_id as "standingPlanId", s.title, s.doc_number as "docNumber", s.body,
          s.issued_on as "issuedOn", s.revision,
          (select count(*)::int from standing_plan_item l
            join plan_item i on i.region_id = l.region_id and i.item_id = l.item_id and i.removed_in_version is null
            where l.region_id = s.region_id and l.standing_plan_id = s.standing_plan_id and l.ended_at is null) as items
        from standing_plan s where s.region_id = ${region_id}
        order by s.issued_on desc nulls last, s.title`.execute(tx)
      return answer.rows
    },
    async addStandingPlan(row) {
      const added = await tx
        .insertInto('standing_plan')
        .values({
          ...{ region_id, standing_plan_id: row.standingPlanId, revision: 1, ...named(row) },
          ...{ changed_at: row.at, changed_by: row.by },
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'title', 'doc_number']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async changeStandingPlan(row) {
      const changed = await tx
        .updateTable('standing_plan')
        .set({ ...named(row), revision: row.revision + 1, changed_at: row.at, changed_by: row.by })
        .where('region_id', '=', region_id)
        .where('standing_plan_id', '=', row.standingPlanId)
        .where('revision', '=', row.revision)
        .where(
          sql<boolean>`not exists (select from standing_plan o where o.region_id = ${region_id}
            and o.title = ${row.title} and o.doc_number = ${row.docNumber} and o.standing_plan_id <> ${row.standingPlanId})`,
        )
        .executeTakeFirst()
      return changed.numUpdatedRows === 1n
    },
  }
}

function linkPart(tx: Transaction<Tables>, region_id: string): Pick<ParentsStore, 'links' | 'addLink' | 'endLink'> {
  return {
    async links({ itemId, standingPlanId }) {
      const answer = await sql<ParentLinkRow>`
        select l.link_id as "linkId", l.standing_plan_id as "standingPlanId", l.item_id as "itemId", i.title as "itemTitle",
          i.plan_id as "planId", p.title as "planTitle", i.removed_in_version is null as "inForce", l.clause,
          l.linked_at as "linkedAt", coalesce(a.display_name, '') as "linkedByName"
        from standing_plan_item l
        join plan_item i on i.region_id = l.region_id and i.item_id = l.item_id
        join plan p on p.region_id = i.region_id and p.plan_id = i.plan_id
        left join account a on a.region_id = l.region_id and a.account_id = l.linked_by
        where l.region_id = ${region_id} and l.ended_at is null
          ${itemId === undefined ? sql`` : sql`and l.item_id = ${itemId}`}
          ${standingPlanId === undefined ? sql`` : sql`and l.standing_plan_id = ${standingPlanId}`}
        order by p.year desc, i.order_no, l.link_id`.execute(tx)
      return answer.rows
    },
    async addLink({ linkId: link_id, standingPlanId: standing_plan_id, itemId: item_id, clause, at, by }) {
      const added = await sql`
        insert into standing_plan_item (region_id, link_id, standing_plan_id, item_id, clause, linked_at, linked_by)
        values (${region_id}, ${link_id}, ${standing_plan_id}, ${item_id}, ${clause}, ${at}, ${by})
        on conflict (region_id, item_id, standing_plan_id) where ended_at is null do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    async endLink({ linkId, at, by }) {
      const ended = await sql`update standing_plan_item set ended_at = ${at}, ended_by = ${by}
        where region_id = ${region_id} and link_id = ${linkId} and ended_at is null`.execute(tx)
      return ended.numAffectedRows === 1n
    },
  }
}

function placementPart(
  tx: Transaction<Tables>,
  region_id: string,
): Pick<ParentsStore, 'placements' | 'addPlacement' | 'endPlacement'> {
  return {
    async placements(itemIds) {
      const answer = await sql<PlacementRow>`
        select p.placement_id as "placementId", p.item_id as "itemId", p.kind, p.reason, p.placed_at as "placedAt",
          coalesce(a.display_name, '') as "placedByName"
        from item_placement p left join account a on a.region_id = p.region_id and a.account_id = p.placed_by
        where p.region_id = ${region_id} and p.ended_at is null and p.item_id = any(${[...itemIds]}::uuid[])
        order by p.item_id, p.kind`.execute(tx)
      return answer.rows
    },
    async addPlacement({ placementId, itemId, kind, reason, at, by }) {
      const added = await sql`
        insert into item_placement (region_id, placement_id, item_id, kind, reason, placed_at, placed_by)
        values (${region_id}, ${placementId}, ${itemId}, ${kind}, ${reason}, ${at}, ${by})
        on conflict (region_id, item_id, kind) where ended_at is null do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    async endPlacement({ itemId, kind, at, by }) {
      const ended = await sql`update item_placement set ended_at = ${at}, ended_by = ${by}
        where region_id = ${region_id} and item_id = ${itemId} and kind = ${kind} and ended_at is null`.execute(tx)
      return ended.numAffectedRows === 1n
    },
  }
}
