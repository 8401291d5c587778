import { type Kysely, sql } from 'kysely'
import type { Tables } from './schema/tables.ts'

/** Whether the database answers at all, for /healthz. */
export async function answers(db: Kysely<Tables>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}
