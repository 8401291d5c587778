import { sql, type Transaction } from 'kysely'
import type { PlanStore, PlanSummary } from '#app/plan'
import type { Tables } from '../schema/tables.ts'
import { itemPart } from './plan-items.ts'
import { unitPart } from './plan-units.ts'
import { storedContent } from './stored-item.ts'

/** Plans in force in PostgreSQL. */
export function planStore(tx: Transaction<Tables>, regionId: string): PlanStore {
  return {
    ...planPart(tx, regionId),
    ...versionPart(tx, regionId),
    ...itemPart(tx, regionId),
    ...unitPart(tx, regionId),
  }
}

function planPart(tx: Transaction<Tables>, regionId: string): Pick<PlanStore, 'plans' | 'plan' | 'savePlan'> {
  const summaries = () =>
    tx
      .selectFrom('plan')
      .innerJoin('plan_version as version', (join) =>
        join
          .onRef('version.region_id', '=', 'plan.region_id')
          .onRef('version.plan_id', '=', 'plan.plan_id')
          .onRef('version.version', '=', 'plan.current_version'),
      )
      .select([
        'plan.plan_id',
        'plan.title',
        'plan.framework',
        'plan.year',
        'plan.current_version',
        'version.published_at',
      ])
      .select(countOfItems().as('items'))
      .where('plan.region_id', '=', regionId)
      .orderBy('plan.year', 'desc')
      .orderBy('plan.plan_id', 'desc')
  return {
    async plans() {
      return (await summaries().execute()).map(summaryOf)
    },
    async plan(planId) {
      const row = await summaries().where('plan.plan_id', '=', planId).executeTakeFirst()
      return row ? summaryOf(row) : null
    },
    async savePlan({ planId, title, framework, year, version }) {
      await tx
        .insertInto('plan')
        .values({ region_id: regionId, plan_id: planId, title, framework, year, current_version: version })
        .onConflict((conflict) =>
          conflict.columns(['region_id', 'plan_id']).doUpdateSet({ title, framework, year, current_version: version }),
        )
        .execute()
    },
  }
}

const countOfItems = () =>
  sql<number>`(select count(*) from plan_item i where i.region_id = plan.region_id and i.plan_id = plan.plan_id and i.removed_in_version is null)`

function summaryOf(row: {
  plan_id: string
  title: string
  framework: string | null
  year: number
  current_version: number
  published_at: string
  items: number
}): PlanSummary {
  const { plan_id: planId, title, framework, year, current_version: version, published_at: publishedAt } = row
  return { planId, title, framework, year, version, publishedAt, items: Number(row.items) }
}

function versionPart(
  tx: Transaction<Tables>,
  regionId: string,
): Pick<PlanStore, 'versions' | 'content' | 'addVersion'> {
  return {
    async versions(planId) {
      const rows = await tx
        .selectFrom('plan_version as version')
        .innerJoin('issued_document as doc', (join) =>
          join.onRef('doc.region_id', '=', 'version.region_id').onRef('doc.document_id', '=', 'version.document_id'),
        )
        .leftJoin('account', (join) =>
          join
            .onRef('account.region_id', '=', 'version.region_id')
            .onRef('account.account_id', '=', 'version.published_by'),
        )
        .select([
          'version.version',
          'version.document_id',
          'version.content_hash',
          'version.published_at',
          'version.reason',
        ])
        .select(['doc.file_name', 'account.display_name'])
        .where('version.region_id', '=', regionId)
        .where('version.plan_id', '=', planId)
        .orderBy('version.version', 'desc')
        .execute()
      return rows.map((row) => ({
        ...{ version: row.version, documentId: row.document_id, fileName: row.file_name },
        ...{ contentHash: row.content_hash, publishedAt: row.published_at, reason: row.reason },
        publishedByName: row.display_name ?? '',
      }))
    },
    async content(planId, version) {
      const row = await tx
        .selectFrom('plan_version')
        .select('content')
        .where('region_id', '=', regionId)
        .where('plan_id', '=', planId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row ? storedContent.parse(row.content) : null
    },
    async addVersion(row) {
      await tx
        .insertInto('plan_version')
        .values({
          ...{ region_id: regionId, plan_id: row.planId, version: row.version, document_id: row.documentId },
          ...{ content: row.content, content_hash: row.contentHash, reason: row.reason },
          ...{ published_at: row.at, published_by: row.by },
        })
        .execute()
    },
  }
}
