import { sql, type Kysely } from 'kysely'

/** The role that tenant queries run as. It owns no table, so that row-level security holds for it. */
export const APP_ROLE = 'guatu_app'

/**
 * Puts the second fence round one tenant table: the app role sees and writes only rows of the transaction's region, and deletes
 * none (a migration grants that for what is no record). The owner is not forced, because migrations, backups and national
 * pages read across regions.
 */
export async function tenantTable<Schema>(db: Kysely<Schema>, name: string): Promise<void> {
  const table = sql.table(name)
  const role = sql.id(APP_ROLE)
  await sql`alter table ${table} enable row level security`.execute(db)
  await sql`create policy of_region on ${table} to ${role}
    using (region_id = guatu_region()) with check (region_id = guatu_region())`.execute(db)
  await sql`grant select, insert, update on ${table} to ${role}`.execute(db)
}

/** Fences every table with a region_id that has no policy yet, so that no migration can forget one. */
export async function fenceTenantTables<Schema>(db: Kysely<Schema>): Promise<void> {
  const open = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relrowsecurity
    order by c.relname`.execute(db)
  for (const { name } of open.rows) await tenantTable(db, name)
}
