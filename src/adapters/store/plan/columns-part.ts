import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DraftStore } from '#app/plan'
import { columnUses } from '#core/reading'
import type { Tables } from '../schema/tables.ts'

const storedUses = z.record(z.string(), z.enum(columnUses))

/** What the columns of task tables were last stated to hold. */
export function columnsPart(
  tx: Transaction<Tables>,
  regionId: string,
): Pick<DraftStore, 'statedColumns' | 'rememberColumns'> {
  return {
    async statedColumns(headHashes) {
      const rows = await tx
        .selectFrom('table_columns')
        .select(['head_hash', 'uses'])
        .where('region_id', '=', regionId)
        .where('head_hash', 'in', headHashes)
        .execute()
      return new Map(rows.map((row) => [row.head_hash, storedUses.parse(row.uses)]))
    },
    async rememberColumns(headHash, uses, { at, by }) {
      const stated = { uses: JSON.stringify(uses), stated_at: at, stated_by: by }
      await tx
        .insertInto('table_columns')
        .values({ region_id: regionId, head_hash: headHash, ...stated })
        .onConflict((conflict) => conflict.columns(['region_id', 'head_hash']).doUpdateSet(stated))
        .execute()
    },
  }
}
