import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#adapters/store/testing'
import type { Database } from '../open-database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Names that the server answers with, one a row. */
async function names(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  return (await query.execute(database.owner)).rows.map((row) => row.name)
}

const tenantTables = sql<{ name: string }>`
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'region_id'`

describe('the schema can be distributed by region', () => {
  it('has tenant tables to look at', async () => {
    expect((await names(tenantTables)).length).toBeGreaterThan(30)
  })

  it('leads every key of a tenant table with region_id', async () => {
    const wrong = sql<{ name: string }>`
      select con.conrelid::regclass || '.' || con.conname as name from pg_constraint con
      join pg_attribute a on a.attrelid = con.conrelid and a.attname = 'region_id'
      where con.contype in ('p', 'u', 'f', 'x') and con.conkey[1] <> a.attnum`
    expect(await names(wrong)).toEqual([])
  })

  it('joins tenant tables on region_id at both ends', async () => {
    const wrong = sql<{ name: string }>`
      select con.conname as name from pg_constraint con
      join pg_attribute a on a.attrelid = con.confrelid and a.attnum = con.confkey[1]
      where con.contype = 'f' and a.attname <> 'region_id'`
    expect(await names(wrong)).toEqual([])
  })

  it('leads every index of a tenant table with region_id', async () => {
    const wrong = sql<{ name: string }>`
      select i.indexrelid::regclass::text as name from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'region_id'
      join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
      where i.indkey[0] <> a.attnum and (am.amname = 'btree' or i.indisunique)`
    expect(await names(wrong)).toEqual([])
  })

  it('gives every tenant table a primary key', async () => {
    const wrong = sql<{ name: string }>`
      select t.name from (${tenantTables}) t where not exists (
        select from pg_constraint con where con.conrelid = t.name::regclass and con.contype = 'p')`
    expect(await names(wrong)).toEqual([])
  })

  it('has no triggers', async () => {
    expect(await names(sql<{ name: string }>`select tgname as name from pg_trigger where not tgisinternal`)).toEqual([])
  })
})

describe('row-level security stands behind every tenant query', () => {
  it('is on, with a policy for reading and for writing, on every tenant table', async () => {
    const open = sql<{ name: string }>`
      select t.name from (${tenantTables}) t join pg_class c on c.oid = t.name::regclass
      where not c.relrowsecurity or not exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null
          and p.polwithcheck is not null and p.polroles = array['guatu_app'::regrole::oid])`
    expect(await names(open)).toEqual([])
  })

  it('binds the app role, which owns nothing and passes no policy by', async () => {
    const owned = sql<{ name: string }>`select relname as name from pg_class where relowner = 'guatu_app'::regrole`
    expect(await names(owned)).toEqual([])
    const role = await sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin from pg_roles where rolname = 'guatu_app'`.execute(
      database.owner,
    )
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false }])
  })

  it('lets the app role reach no table without a region', async () => {
    const reachable = sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and has_table_privilege('guatu_app', c.oid, 'select, insert, update, delete')
        and c.relname not in (select t.name from (${tenantTables}) t)`
    expect(await names(reachable)).toEqual([])
  })
})
