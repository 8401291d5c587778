import type { Transaction } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/** Waits until nobody else in the region is giving out a number or a name; held until the end of the transaction. */
export async function takeTurn(tx: Transaction<Tables>, regionId: string): Promise<void> {
  await tx.selectFrom('region').select('region_id').where('region_id', '=', regionId).forUpdate().execute()
}
