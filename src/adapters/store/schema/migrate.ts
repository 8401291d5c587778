import { Migrator, sql, type Kysely } from 'kysely'
import { requireCreateRight } from '../app-role.ts'
import { StoreError } from '../store-error.ts'
import { migrations } from './migrations.ts'

/**
 * Brings the schema up to date, or up to `target`, in one transaction under an advisory lock: of several processes that start
 * at once, one migrates and the others wait. Answers with the names of the migrations that it ran.
 */
export async function migrate<Schema>(db: Kysely<Schema>, target?: string): Promise<string[]> {
  const executed = await executedMigrations(db)
  refuseNewerSchema(target === undefined ? executed : [...executed, target])
  if (target === undefined && executed.length === Object.keys(migrations).length) return []
  await requireCreateRight(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const outcome = target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target)
  if (outcome.error !== undefined) throw outcome.error
  return (outcome.results ?? []).map((result) => result.migrationName)
}

function refuseNewerSchema(executed: readonly string[]): void {
  const unknown = executed.find((name) => !(name in migrations))
  if (unknown !== undefined) throw new StoreError('store.newerSchema', { migration: unknown })
}

/** Names of the migrations that this database has run, oldest first; none for an empty database. */
export async function executedMigrations<Schema>(db: Kysely<Schema>): Promise<string[]> {
  const found = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (found.rows[0]?.there !== true) return []
  const rows = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.rows.map((row) => row.name)
}
