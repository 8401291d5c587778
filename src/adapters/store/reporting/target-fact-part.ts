import { sql, type RawBuilder, type Transaction } from 'kysely'
import { z } from 'zod'
import type { TargetStore } from '#app/reporting'
import type { StatedFact, TargetFact } from '#core/reporting'
import type { Tables } from '../schema/tables.ts'

/** A stated fact as its column holds it. */
export const factSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('baseline'), value: z.string() }),
  z.object({ kind: z.literal('counterpart'), itemId: z.string().nullable(), seriesId: z.string().nullable() }),
  z.object({ kind: z.literal('milestone'), on: z.string(), value: z.string().nullable() }),
  z.object({ kind: z.literal('longTerm'), due: z.string(), plan: z.string(), value: z.string().nullable() }),
]) satisfies z.ZodType<TargetFact>

type Methods = Pick<TargetStore, 'facts' | 'fact' | 'addFact' | 'decideFact' | 'estimates' | 'addEstimate'>

/** What people state about targets beside the plan's text, and their own estimates. */
export function targetFactPart(tx: Transaction<Tables>, regionId: string): Methods {
  return {
    facts: (itemIds) =>
      itemIds.length === 0 ? Promise.resolve([]) : select(tx, regionId, sql`item_id = any(${[...itemIds]}::uuid[])`),
    async fact(factId) {
      const [row] = await select(tx, regionId, sql`fact_id = ${factId}`)
      return row ?? null
    },
    async addFact(row) {
      await sql`insert into target_fact (region_id, fact_id, item_id, kind, body, document, stated_at, stated_by)
        values (${regionId}, ${row.factId}, ${row.itemId}, ${row.fact.kind}, ${JSON.stringify(row.fact)}, ${row.document},
          ${row.statedAt}, ${row.statedBy})`.execute(tx)
    },
    async decideFact({ factId, approved, at, by }) {
      const decided = await tx
        .updateTable('target_fact')
        .set({ approved_by: by, ...(approved ? { approved_at: at } : { refused_at: at }) })
        .where('region_id', '=', regionId)
        .where('fact_id', '=', factId)
        .where('approved_at', 'is', null)
        .where('refused_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
    async estimates(itemId) {
      const rows = await tx
        .selectFrom('own_estimate')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .orderBy('made_at')
        .execute()
      return rows.map((row) => ({
        estimateId: row.estimate_id,
        itemId: row.item_id,
        periodId: row.period_id,
        value: row.value,
        basis: row.basis,
        madeAt: row.made_at,
        madeBy: row.made_by,
      }))
    },
    async addEstimate(row) {
      await sql`insert into own_estimate (region_id, estimate_id, item_id, period_id, value, basis, made_at, made_by)
        values (${regionId}, ${row.estimateId}, ${row.itemId}, ${row.periodId}, ${row.value}, ${row.basis}, ${row.madeAt},
          ${row.madeBy})`.execute(tx)
    },
  }
}

async function select(
  tx: Transaction<Tables>,
  regionId: string,
  condition: RawBuilder<unknown>,
): Promise<readonly StatedFact[]> {
  const answer = await sql<Omit<StatedFact, 'fact'> & { readonly body: unknown }>`
    select fact_id as "factId", item_id as "itemId", body, document, stated_at as "statedAt", stated_by as "statedBy",
      approved_at as "approvedAt", refused_at as "refusedAt"
    from target_fact where region_id = ${regionId} and ${condition} order by stated_at, fact_id`.execute(tx)
  return answer.rows.map(({ body, ...row }) => ({ ...row, fact: factSchema.parse(body) }))
}
