import { type Kysely, sql } from 'kysely'
import type { Tables } from '../schema/tables.ts'

/** A column of a tenant table with PostgreSQL's name of its type. */
export interface TenantColumn {
  readonly name: string
  readonly type: string
}

/** A tenant table as copying a region sees it. */
export interface TenantTable {
  readonly name: string
  readonly columns: readonly TenantColumn[]
}

/** All tenant tables, each after those that it refers to, so that rows can be inserted in this order. */
export async function readTenantTables(db: Kysely<Tables>): Promise<readonly TenantTable[]> {
  const found = await sql<{ name: string; columns: TenantColumn[]; needs: string[] }>`
    select c.relname::text as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      array(select f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped)
    order by c.relname collate "C"`.execute(db)
  return inOrder(found.rows)
}

function inOrder<T extends { readonly name: string; readonly needs: readonly string[] }>(tables: readonly T[]): T[] {
  const placed: T[] = []
  const visit = (table: T): void => {
    if (placed.includes(table)) return
    for (const needed of tables.filter((one) => table.needs.includes(one.name))) visit(needed)
    placed.push(table)
  }
  for (const table of tables) visit(table)
  return placed
}
