import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { MeasureRow, ReceiptRow, YearPlanStore } from '#app/plan'
import type { LocalDate } from '#core/kit'
import type { Tables } from '../schema/tables.ts'
import { storedItem } from './stored-item.ts'

const roleSchema = z.enum(['lead', 'responsible', 'support', 'participate'])

/** Duties in force on a day, groups resolved to their members. */
const dutiesOn = (regionId: string, on: LocalDate) => sql`
  select i.plan_id, i.item_id, coalesce(m.member_unit_id, d.unit_id) as unit_id, d.role
  from plan_duty d
  join plan_item i on i.region_id = d.region_id and i.item_id = d.item_id and i.removed_in_version is null
  left join unit_group_member m on m.region_id = d.region_id and m.group_unit_id = d.unit_id
    and m.from_date <= ${on} and (m.to_date is null or m.to_date > ${on})
  where d.region_id = ${regionId}
  union
  select plan_id, item_id, reporting_unit_id, 'responsible' from plan_item
  where region_id = ${regionId} and reporting_unit_id is not null and removed_in_version is null`

const strength = sql`array_position(array['lead', 'responsible', 'support', 'participate'], h.role)`

/** Units' own years in PostgreSQL. */
export function yearPlanStore(tx: Transaction<Tables>, regionId: string): YearPlanStore {
  return { ...dutyPart(tx, regionId), ...receiptPart(tx, regionId), ...measurePart(tx, regionId) }
}

function dutyPart(tx: Transaction<Tables>, regionId: string): Pick<YearPlanStore, 'itemsOf' | 'unitsOf'> {
  return {
    async itemsOf(unitId, on) {
      const { rows } = await sql<{ plan_id: string; body: unknown; role: string; reports: boolean }>`
        select i.plan_id, i.body, h.role, i.reporting_unit_id is not distinct from ${unitId}::uuid as reports
        from (select distinct on (h.item_id) h.item_id, h.role from (${dutiesOn(regionId, on)}) h
          where h.unit_id = ${unitId} order by h.item_id, ${strength}) h
        join plan_item i on i.region_id = ${regionId} and i.item_id = h.item_id
        order by i.plan_id, i.order_no`.execute(tx)
      return rows.map((row) => ({
        planId: row.plan_id,
        item: storedItem.parse(row.body),
        role: roleSchema.parse(row.role),
        reports: row.reports,
      }))
    },
    async unitsOf(planId, on) {
      const answer = await sql<{ unitId: string; unitName: string; items: number }>`
        select u.unit_id as "unitId", u.name as "unitName", count(distinct h.item_id)::int as items
        from (${dutiesOn(regionId, on)}) h
        join unit u on u.region_id = ${regionId} and u.unit_id = h.unit_id and u.kind <> 'group'
        where h.plan_id = ${planId}
        group by u.unit_id, u.name, u.sort_key order by u.sort_key`.execute(tx)
      return answer.rows
    },
  }
}

function receiptPart(tx: Transaction<Tables>, regionId: string): Pick<YearPlanStore, 'receipts' | 'addReceipt'> {
  return {
    async receipts({ planId, unitId }) {
      const answer = await sql<ReceiptRow>`
        select distinct on (r.plan_id, r.unit_id) r.plan_id as "planId", r.version, r.unit_id as "unitId",
          r.signed_at as "signedAt", coalesce(a.display_name, '') as "signedByName"
        from plan_receipt r left join account a on a.region_id = r.region_id and a.account_id = r.signed_by
        where r.region_id = ${regionId}
          ${planId === undefined ? sql`` : sql`and r.plan_id = ${planId}`}
          ${unitId === undefined ? sql`` : sql`and r.unit_id = ${unitId}`}
        order by r.plan_id, r.unit_id, r.version desc`.execute(tx)
      return answer.rows
    },
    async addReceipt(row) {
      const added = await sql`
        insert into plan_receipt (region_id, plan_id, version, unit_id, signed_at, signed_by)
        values (${regionId}, ${row.planId}, ${row.version}, ${row.unitId}, ${row.at}, ${row.by})
        on conflict do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
  }
}

function measurePart(
  tx: Transaction<Tables>,
  regionId: string,
): Pick<YearPlanStore, 'measures' | 'addMeasure' | 'changeMeasure'> {
  return {
    async measures({ unitId, itemId, measureId }) {
      const answer = await sql<MeasureRow>`
        select m.measure_id as "measureId", m.item_id as "itemId", m.unit_id as "unitId", u.name as "unitName", m.title,
          m.responsible, m.due_on as "dueOn", m.done_on as "doneOn", m.revision
        from measure m join unit u on u.region_id = m.region_id and u.unit_id = m.unit_id
        where m.region_id = ${regionId} and m.removed_at is null
          ${unitId === undefined ? sql`` : sql`and m.unit_id = ${unitId}`}
          ${itemId === undefined ? sql`` : sql`and m.item_id = ${itemId}`}
          ${measureId === undefined ? sql`` : sql`and m.measure_id = ${measureId}`}
        order by m.item_id, u.sort_key, m.due_on, m.measure_id`.execute(tx)
      return answer.rows
    },
    async addMeasure(row) {
      await tx
        .insertInto('measure')
        .values({
          ...{ region_id: regionId, measure_id: row.measureId, item_id: row.itemId, unit_id: row.unitId },
          ...{ title: row.title, responsible: row.responsible, due_on: row.dueOn, done_on: row.doneOn },
          ...{ revision: 1, added_at: row.at, added_by: row.by },
        })
        .execute()
    },
    async changeMeasure({ measureId, revision, said, at, by }) {
      const changed = await tx
        .updateTable('measure')
        .set({
          revision: revision + 1,
          ...(said === null
            ? { removed_at: at, removed_by: by }
            : { title: said.title, responsible: said.responsible, due_on: said.dueOn, done_on: said.doneOn }),
        })
        .where('region_id', '=', regionId)
        .where('measure_id', '=', measureId)
        .where('revision', '=', revision)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return changed.numUpdatedRows === 1n
    },
  }
}
