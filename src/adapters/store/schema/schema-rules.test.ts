import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#adapters/store/testing'
import type { Database } from '../open-database.ts'

const tenantTables = `
  select c.oid, c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'region_id'`

/** What the schema must not hold. Each query names the offenders. */
const rules: Readonly<Record<string, string>> = {
  'a key of a tenant table that region_id does not lead': `
    select con.conname as name from pg_constraint con
    join pg_attribute a on a.attrelid = con.conrelid and a.attname = 'region_id'
    where con.contype in ('p', 'u', 'f', 'x') and con.conkey[1] <> a.attnum`,
  'a reference to a tenant table that does not go by region_id': `
    select con.conname as name from pg_constraint con
    join pg_attribute a on a.attrelid = con.confrelid and a.attnum = con.confkey[1]
    where con.contype = 'f' and a.attname <> 'region_id'`,
  'an index of a tenant table that region_id does not lead': `
    select c.relname as name from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'region_id'
    join pg_class c on c.oid = i.indexrelid join pg_am am on am.oid = c.relam
    where i.indkey[0] <> a.attnum and (am.amname = 'btree' or i.indisunique)`,
  'a tenant table without a primary key': `
    select t.name from (${tenantTables}) t
    where not exists (select from pg_constraint con where con.conrelid = t.oid and con.contype = 'p')`,
  'a tenant table without row-level security or without a policy for all that the app role does': `
    select t.name from (${tenantTables}) t join pg_class c on c.oid = t.oid
    where not c.relrowsecurity or not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null
        and p.polwithcheck is not null and p.polroles = array['guatu_app'::regrole::oid])`,
  'a table without a region that the app role can reach': `
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and has_table_privilege('guatu_app', c.oid, 'select, insert, update, delete')
      and c.oid not in (select t.oid from (${tenantTables}) t)`,
  'anything that the app role owns': `
    select relname as name from pg_class where relowner = 'guatu_app'::regrole`,
  'a trigger': `select tgname as name from pg_trigger where not tgisinternal`,
}

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function offenders(rule: string): Promise<string[]> {
  return (await sql<{ name: string }>`${sql.raw(rule)}`.execute(database.owner)).rows.map((row) => row.name)
}

describe('the schema can be distributed by region and is fenced', () => {
  it('has tenant tables to look at', async () => {
    expect((await offenders(tenantTables)).length).toBeGreaterThan(30)
  })

  it.each(Object.entries(rules))('does not hold %s', async (_, rule) => {
    expect(await offenders(rule)).toEqual([])
  })

  it('keeps the app role from passing a policy by', async () => {
    const role = sql`select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin from pg_roles where rolname = 'guatu_app'`
    expect((await role.execute(database.owner)).rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false },
    ])
  })
})

describe('each rule notices its offender', () => {
  const offences = `
    create table bad_key (region_id text, id uuid, other uuid unique, primary key (id, region_id));
    create table bad_reference (region_id text, id uuid, key uuid references bad_key (other), primary key (region_id, id));
    create index bad_index on bad_reference (id);
    create table no_key (region_id text);
    create table without_region (id int primary key);
    grant select on without_region to guatu_app;
    create table owned (id int);
    grant create on schema public to guatu_app;
    alter table owned owner to guatu_app;
    create function nothing() returns trigger language plpgsql as 'begin return new; end';
    create trigger bad_trigger before insert on no_key for each row execute function nothing()`
  beforeAll(() => sql`${sql.raw(offences)}`.execute(database.owner))

  it.each(Object.entries(rules))('%s', async (_, rule) => {
    expect(await offenders(rule)).not.toEqual([])
  })
})
