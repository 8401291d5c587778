import type { ClientBase } from 'pg'

/** A table as a backup sees it: columns that hold data of their own, and the order in which rows are written. */
export interface CatalogueTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Expressions of `order by`: the primary key, bytewise, so that every server writes the same order. */
  readonly order: string
}

/**
 * The product's tables, in the order of their names, without the migrator's own: a restore runs the migrations itself.
 * Generated columns are left out, as the server makes them anew.
 */
export async function listTables(client: ClientBase): Promise<CatalogueTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(TABLES)
  return rows.map(({ name, columns, order }) => ({
    name,
    columns,
    order: order ?? `${quoted(name)}::text collate "C"`,
  }))
}

const TABLES = `
  select c.relname::text as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
      from pg_constraint con
      cross join unnest(con.conkey) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
      where con.conrelid = c.oid and con.contype = 'p') as order
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname not like 'kysely\\_migration%'
  order by c.relname collate "C"`

/** A sequence's state: values are bigint, so they stay text. */
export interface SequenceState {
  readonly name: string
  readonly lastValue: string
  readonly isCalled: boolean
}

/** Sequences of the product's tables, as they stand. */
export async function listSequences(client: ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname::text as name from pg_class
    where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname collate "C"`)
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    )
    for (const { last, called } of state.rows) states.push({ name, lastValue: last, isCalled: called })
  }
  return states
}

/** A foreign key with the statements that take it away and put it back. */
export interface ForeignKey {
  readonly drop: string
  readonly add: string
}

/** All foreign keys: a restore loads without them and has the server check them at the end, all at once. */
export async function listForeignKeys(client: ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(FOREIGN_KEYS)
  return rows
}

/** The statement behind {@link listForeignKeys}, for those who hold another kind of connection. */
export const FOREIGN_KEYS = `
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint
    where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
    order by conname collate "C", conrelid`

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
