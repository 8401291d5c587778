import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../schema/tables.ts'
import type { TenantColumn, TenantTable } from './tenant-catalogue.ts'

/** What a column holds in the copied row; undefined = the same as in the row that is copied. */
export type CopiedColumn = (column: TenantColumn) => RawBuilder<unknown> | undefined

/** Inserts copies of a region's rows of one table, inside the database. `where` narrows the rows that are copied. */
export async function copyRows(
  tx: Transaction<Tables>,
  table: TenantTable,
  copy: { readonly from: string; readonly column: CopiedColumn; readonly where?: RawBuilder<unknown> },
): Promise<void> {
  const names = table.columns.map((column) => sql.id(column.name))
  const values = table.columns.map((column) => copy.column(column) ?? sql.id(column.name))
  await sql`insert into ${sql.table(table.name)} (${sql.join(names)})
    select ${sql.join(values)} from ${sql.table(table.name)}
    where region_id = ${copy.from} and ${copy.where ?? sql`true`}`.execute(tx)
}
