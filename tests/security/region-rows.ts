import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#adapters/store'

/** One question over all tables that hold rows of regions, instead of one question a table. */
async function ofEveryTable<Row>(
  { owner }: Database,
  question: (name: string) => RawBuilder<unknown>,
): Promise<readonly Row[]> {
  const tables = await sql<{ name: string }>`select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'region_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`.execute(owner)
  const questions = tables.rows.map(({ name }) => question(name))
  return (await sql<Row>`${sql.join(questions, sql` union all `)}`.execute(owner)).rows
}

/** Everything that stands in a region, as one fingerprint per table. */
export async function standingOf(database: Database, regionId: string): Promise<Readonly<Record<string, string>>> {
  const marks = await ofEveryTable<{ name: string; mark: string | null }>(
    database,
    (name) => sql`select ${name}::text as name, md5(string_agg(t::text, '|' order by t::text)) as mark
      from ${sql.table(name)} t where region_id = ${regionId}`,
  )
  return Object.fromEntries(marks.map(({ name, mark }) => [name, mark ?? '']))
}

/** The tables in which one of these texts stands. */
export async function tablesHolding(database: Database, ...texts: readonly string[]): Promise<readonly string[]> {
  const patterns = texts.map((text) => `%${text}%`)
  const found = await ofEveryTable<{ name: string }>(
    database,
    (name) => sql`select ${name}::text as name
      where exists (select from ${sql.table(name)} t where t::text like any(${patterns}))`,
  )
  return found.map(({ name }) => name)
}
