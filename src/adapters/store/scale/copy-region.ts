import { sql, type Transaction } from 'kysely'
import type { Sha256 } from '#core/reporting'
import { type ForeignKey, FOREIGN_KEYS } from '../backup/table-catalogue.ts'
import type { Database } from '../open-database.ts'
import type { Tables } from '../schema/tables.ts'
import { copyRows } from './copy-rows.ts'
import { copySeals } from './copy-seals.ts'
import { addEarlierYear } from './earlier-year.ts'
import { readTenantTables, type TenantTable } from './tenant-catalogue.ts'

/** A region that is to stand beside the one that it is copied from. */
export interface RegionCopy {
  readonly from: string
  readonly regionId: string
  readonly name: string
  /** When it is made, by the server's clock. */
  readonly at: string
  /** Reports to hold: earlier years are added until there are about as many. Left out = as many as the copied region. */
  readonly reports?: number
}

/**
 * Left out of a copy: who signed in, the log of acts that nobody did here, and papers that print the head of the other chain.
 * Seals are hung on a chain of the copy's own.
 */
const NOT_COPIED = new Set([
  'session',
  'sign_in_link',
  'sign_in_failure',
  'audit',
  'audit_link',
  'seal',
  'official_document',
  'publication',
  'score_run',
])

/**
 * Copies whole regions in one transaction: identifiers stay, as the region leads every key. For measuring at scale; no use case
 * runs, and the log of a copy holds its seals and corrections alone. Foreign keys are checked at the end, all at once, so that the
 * tables are closed to everybody else meanwhile.
 */
export async function copyRegions(
  database: Database,
  copies: readonly RegionCopy[],
  sha256: Sha256,
  onCopied: (copy: RegionCopy) => void,
): Promise<void> {
  const tables = await readTenantTables(database.owner)
  await database.owner.transaction().execute(async (tx) => {
    const foreignKeys = (await sql<ForeignKey>`${sql.raw(FOREIGN_KEYS)}`.execute(tx)).rows
    for (const key of foreignKeys) await sql.raw(key.drop).execute(tx)
    for (const copy of copies) {
      await copyRegion(tx, tables, copy, sha256)
      onCopied(copy)
    }
    for (const key of foreignKeys) await sql.raw(key.add).execute(tx)
  })
}

async function copyRegion(
  tx: Transaction<Tables>,
  tables: readonly TenantTable[],
  copy: RegionCopy,
  sha256: Sha256,
): Promise<void> {
  await copyTables(tx, tables, copy)
  await copySeals(tx, {
    from: copy.from,
    to: copy.regionId,
    text: (payload) => payload,
    column: () => undefined,
    sha256,
  })
  await copyCorrectionLog(tx, copy)
  const years = await yearsToAdd(tx, copy)
  // The planner has never seen these rows: it would look each report up by walking through all of them.
  if (years.length > 0) for (const table of tables) await sql`analyze ${sql.table(table.name)}`.execute(tx)
  for (const year of years) await addEarlierYear(tx, tables, year, sha256)
}

async function copyTables(tx: Transaction<Tables>, tables: readonly TenantTable[], copy: RegionCopy): Promise<void> {
  const { from, regionId, name, at } = copy
  for (const table of tables.filter((one) => !NOT_COPIED.has(one.name))) {
    await copyRows(tx, table, {
      from,
      column: (column) => {
        if (column.name === 'region_id') return sql`${regionId}`
        if (table.name !== 'region') return undefined
        if (column.name === 'name') return sql`${name}`
        return column.name === 'created_at' ? sql`${at}::timestamptz` : undefined
      },
    })
  }
}

/** Corrections are proven by what the log says of them. */
async function copyCorrectionLog(tx: Transaction<Tables>, { from, regionId }: RegionCopy): Promise<void> {
  await sql`insert into audit (region_id, audit_id, at, actor_id, action, object_kind, object_id, body)
    select ${regionId}, gen_random_uuid(), at, actor_id, action, object_kind, object_id, body
    from audit where region_id = ${from} and action like 'correction.%'`.execute(tx)
}

async function yearsToAdd(tx: Transaction<Tables>, { regionId, reports }: RegionCopy) {
  if (reports === undefined) return []
  const found = await sql<{ all: number; sealed: number; year: number }>`
    select (select count(*)::int from report r where r.region_id = p.region_id) as all,
      (select count(*)::int from report r join seal s on s.region_id = r.region_id and s.cadence_id = r.cadence_id
        and s.period_id = r.period_id where r.region_id = p.region_id) as sealed, p.year
    from plan p where p.region_id = ${regionId} order by p.year desc limit 1`.execute(tx)
  const [living] = found.rows
  if (!living || living.sealed === 0) return []
  const years = Math.max(0, Math.round((reports - living.all) / living.sealed))
  return Array.from({ length: years }, (_, index) => ({ regionId, from: living.year, to: living.year - 1 - index }))
}

/** Refreshes the planner's view of all tables, and leaves no work for the server to do while something is measured. */
export async function settleTables(database: Database): Promise<void> {
  for (const table of await readTenantTables(database.owner)) {
    await sql`vacuum (analyze) ${sql.table(table.name)}`.execute(database.owner)
  }
}
