import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/** All regions of the database, the oldest first. */
export async function listRegions(
  db: Kysely<Tables>,
): Promise<readonly { regionId: string; name: string; isSample: boolean }[]> {
  const rows = await db.selectFrom('region').select(['region_id', 'name', 'is_sample']).orderBy('created_at').execute()
  return rows.map((row) => ({ regionId: row.region_id, name: row.name, isSample: row.is_sample }))
}

/** Empties every tenant table. For a sample that was cut short, where nothing else is in the database. */
export async function emptyAllRegions(db: Kysely<Tables>): Promise<void> {
  const names = await sql<{ name: string }>`select quote_ident(table_name) as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'region_id'`.execute(db)
  await sql`truncate ${sql.raw(names.rows.map((row) => row.name).join(', '))}`.execute(db)
}
