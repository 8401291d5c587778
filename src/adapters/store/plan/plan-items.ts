import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ItemFilter, ItemRow, ItemWrite, PlanStore } from '#app/plan'
import { loadPinyin } from '../kit/pinyin.ts'
import type { Tables } from '../schema/tables.ts'
import { inChunks } from './in-chunks.ts'
import { storedItem } from './stored-item.ts'

type Part = Pick<PlanStore, 'saveItems' | 'saveTaskForces' | 'items' | 'item'>

/** Items in force with their duties, and task forces. */
export function itemPart(tx: Transaction<Tables>, regionId: string): Part {
  return {
    async saveItems(planId, version, items) {
      await upsertItems(tx, regionId, { planId, version, items })
      await markRemoved(tx, regionId, { planId, version, items })
      await replaceDuties(tx, regionId, items)
    },
    async saveTaskForces(planId, forces) {
      const ofPlan = { region_id: regionId, plan_id: planId }
      await tx.deleteFrom('task_force_member').where('region_id', '=', regionId).where('plan_id', '=', planId).execute()
      await tx.deleteFrom('task_force').where('region_id', '=', regionId).where('plan_id', '=', planId).execute()
      if (forces.length === 0) return
      const rows = forces.map((force) => ({
        ...{ ...ofPlan, campaign_no: force.campaignNo, convener: force.convener },
        ...{ deputies: JSON.stringify(force.deputies), office_unit_id: force.officeUnitId },
      }))
      await tx.insertInto('task_force').values(rows).execute()
      const members = forces.flatMap(({ campaignNo, memberUnitIds }) =>
        memberUnitIds.map((unitId) => ({ ...ofPlan, campaign_no: campaignNo, unit_id: unitId })),
      )
      if (members.length > 0) await tx.insertInto('task_force_member').values(members).execute()
    },
    async items(planId, filter) {
      const rows = await narrowed(itemRows(tx, regionId), filter)
        .where('plan_item.plan_id', '=', planId)
        .where('plan_item.removed_in_version', 'is', null)
        .execute()
      return rows.map(itemOf)
    },
    async item(itemId) {
      const row = await itemRows(tx, regionId).where('plan_item.item_id', '=', itemId).executeTakeFirst()
      return row ? itemOf(row) : null
    },
  }
}

interface Saving {
  readonly planId: string
  readonly version: number
  readonly items: readonly ItemWrite[]
}

async function upsertItems(
  tx: Transaction<Tables>,
  regionId: string,
  { planId, version, items }: Saving,
): Promise<void> {
  const { initials } = await loadPinyin()
  const values = items.map(({ item, orderNo, reportingUnitId }) => ({
    ...{ region_id: regionId, plan_id: planId, item_id: item.itemId, kind: item.kind, campaign_no: item.campaignNo },
    ...{ title: item.title, path: item.path, order_no: orderNo, frequency: item.frequency },
    ...{ origin: item.kind === 'indicator' ? item.origin : 'own', reporting_unit_id: reportingUnitId },
    ...{ body: JSON.stringify(item), added_in_version: version, removed_in_version: null },
    search_text: searchText([item.title, item.quote, ...item.duties.map((duty) => duty.unit)], initials),
  }))
  for (const chunk of inChunks(values)) {
    await tx
      .insertInto('plan_item')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['region_id', 'item_id']).doUpdateSet((set) => ({
          kind: set.ref('excluded.kind'),
          campaign_no: set.ref('excluded.campaign_no'),
          title: set.ref('excluded.title'),
          path: set.ref('excluded.path'),
          search_text: set.ref('excluded.search_text'),
          order_no: set.ref('excluded.order_no'),
          frequency: set.ref('excluded.frequency'),
          origin: set.ref('excluded.origin'),
          reporting_unit_id: set.ref('excluded.reporting_unit_id'),
          body: set.ref('excluded.body'),
          removed_in_version: set.ref('excluded.removed_in_version'),
        })),
      )
      .execute()
  }
}

/** Words as they are, then pinyin initials of title and units: 区发改局 is found by qfgj. */
function searchText(words: readonly string[], initials: (text: string) => string): string {
  const [title = '', quote = '', ...units] = words
  return [title, quote, ...units, initials(title), ...units.map(initials)].join(' ').toLowerCase()
}

async function markRemoved(
  tx: Transaction<Tables>,
  regionId: string,
  { planId, version, items }: Saving,
): Promise<void> {
  const kept = items.map(({ item }) => item.itemId)
  const inForce = tx
    .updateTable('plan_item')
    .set({ removed_in_version: version })
    .where('region_id', '=', regionId)
    .where('plan_id', '=', planId)
    .where('removed_in_version', 'is', null)
  await inForce.where(sql<boolean>`not (item_id = any(${kept}::uuid[]))`).execute()
}

async function replaceDuties(tx: Transaction<Tables>, regionId: string, items: readonly ItemWrite[]): Promise<void> {
  const ids = items.map(({ item }) => item.itemId)
  await tx
    .deleteFrom('plan_duty')
    .where('region_id', '=', regionId)
    .where(sql<boolean>`item_id = any(${ids}::uuid[])`)
    .execute()
  const rows = items.flatMap(({ item, duties }) =>
    duties.map(({ unitId, role }, index) => ({
      ...{ region_id: regionId, item_id: item.itemId, unit_id: unitId, role, order_no: index },
    })),
  )
  for (const chunk of inChunks(rows)) await tx.insertInto('plan_duty').values(chunk).execute()
}

function itemRows(tx: Transaction<Tables>, regionId: string) {
  return tx
    .selectFrom('plan_item')
    .select(['plan_item.plan_id', 'plan_item.body', 'plan_item.reporting_unit_id'])
    .select(['plan_item.added_in_version', 'plan_item.removed_in_version'])
    .select(
      sql<unknown>`(select coalesce(json_agg(json_build_object('unitId', d.unit_id, 'unit', u.name, 'role', d.role) order by d.order_no), '[]')
        from plan_duty d join unit u on u.region_id = d.region_id and u.unit_id = d.unit_id
        where d.region_id = plan_item.region_id and d.item_id = plan_item.item_id)`.as('duties'),
    )
    .select(
      sql<unknown>`(select coalesce(json_agg(l.kind order by l.kind), '[]') from item_placement l
        where l.region_id = plan_item.region_id and l.item_id = plan_item.item_id and l.ended_at is null)`.as(
        'also_in',
      ),
    )
    .where('plan_item.region_id', '=', regionId)
    .orderBy('plan_item.order_no')
}

function narrowed(rows: ReturnType<typeof itemRows>, filter: ItemFilter): ReturnType<typeof itemRows> {
  let query = rows
  if (filter.kind !== undefined) query = query.where(inList(filter.kind))
  if (filter.campaign !== undefined) query = query.where('plan_item.campaign_no', '=', filter.campaign)
  if (filter.itemId !== undefined) query = query.where('plan_item.item_id', '=', filter.itemId)
  if (filter.unitId !== undefined || filter.role !== undefined) query = query.where(onDuty(filter))
  for (const word of (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    query = query.where('plan_item.search_text', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  }
  return query
}

/** The items of a kind, and those that were placed in its list too. */
const inList = (kind: string) =>
  sql<boolean>`(plan_item.kind = ${kind} or exists (select 1 from item_placement l
    where l.region_id = plan_item.region_id and l.item_id = plan_item.item_id and l.kind = ${kind} and l.ended_at is null))`

function onDuty({ unitId, role }: ItemFilter) {
  const byUnit = unitId === undefined ? sql`` : sql` and d.unit_id = ${unitId}`
  const byRole = role === undefined ? sql`` : sql` and d.role = ${role}`
  return sql<boolean>`exists (select 1 from plan_duty d
    where d.region_id = plan_item.region_id and d.item_id = plan_item.item_id${byUnit}${byRole})`
}

const storedDuties = z.array(
  z.object({
    unitId: z.string(),
    unit: z.string(),
    role: z.enum(['lead', 'responsible', 'support', 'participate']),
  }),
)

const storedPlacements = z.array(z.enum(['task', 'project', 'policy']))

function itemOf(row: {
  plan_id: string
  body: unknown
  reporting_unit_id: string | null
  added_in_version: number
  removed_in_version: number | null
  duties: unknown
  also_in: unknown
}): ItemRow {
  return {
    item: storedItem.parse(row.body),
    planId: row.plan_id,
    reportingUnitId: row.reporting_unit_id,
    duties: storedDuties.parse(row.duties),
    alsoIn: storedPlacements.parse(row.also_in),
    addedInVersion: row.added_in_version,
    removedInVersion: row.removed_in_version,
  }
}
