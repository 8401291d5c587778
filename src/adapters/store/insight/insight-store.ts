import type { Transaction } from 'kysely'
import type { InsightStore } from '#app/insight'
import type { Tables } from '../schema/tables.ts'
import { readEvidenceOf, readIssuedTexts, readPersons, readReportsOf } from './item-detail.ts'
import { readPlanFrame, readPlans } from './plan-frame.ts'
import { readAsks, readItems } from './plan-ledger.ts'
import { schedulePart } from './schedule-part.ts'
import { readSealPayloads } from './seal-payloads.ts'

/** What the pages about standing read, in PostgreSQL: whole sets by the region's own keys. */
export function insightStore(tx: Transaction<Tables>, regionId: string): InsightStore {
  return {
    ...schedulePart(tx, regionId),
    plans: () => readPlans(tx, regionId),
    frame: (planId) => readPlanFrame(tx, regionId, planId),
    items: (planId) => readItems(tx, regionId, planId),
    asks: (planId, itemIds) => readAsks(tx, regionId, planId, itemIds),
    sealPayloads: (heads) => readSealPayloads(tx, regionId, heads),
    reportsOf: (itemId) => readReportsOf(tx, regionId, itemId),
    evidenceOf: (itemId) => readEvidenceOf(tx, regionId, itemId),
    persons: (accountIds) => readPersons(tx, regionId, accountIds),
    issuedTexts: (planId, version) => readIssuedTexts(tx, regionId, planId, version),
    async units() {
      const rows = await tx
        .selectFrom('unit')
        .select(['unit_id', 'name'])
        .where('region_id', '=', regionId)
        .where('ended_at', 'is', null)
        .orderBy('sort_key')
        .execute()
      return rows.map((row) => ({ unitId: row.unit_id, name: row.name }))
    },
    async planOfItem(itemId) {
      const row = await tx
        .selectFrom('plan_item')
        .select('plan_id')
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .executeTakeFirst()
      return row ? { planId: row.plan_id } : null
    },
    async itemTitle(itemId) {
      const row = await tx
        .selectFrom('plan_item')
        .select('title')
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .executeTakeFirst()
      return row?.title ?? null
    },
  }
}
