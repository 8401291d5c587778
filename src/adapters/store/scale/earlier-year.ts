import { type RawBuilder, sql, type Transaction } from 'kysely'
import { canonicalJson, type Json } from '#core/kit'
import type { Sha256 } from '#core/reporting'
import type { Tables } from '../schema/tables.ts'
import { type CopiedColumn, copyRows } from './copy-rows.ts'
import { copySeals } from './copy-seals.ts'
import type { TenantColumn, TenantTable } from './tenant-catalogue.ts'

/** A plan's year that is told once more, some years earlier. */
export interface EarlierYear {
  readonly regionId: string
  /** The year that is copied, and the one that the copy speaks of. */
  readonly from: number
  readonly to: number
}

/** What a year of reporting consists of; open periods and what hangs on documents, problems and scores stay where they are. */
const YEARLY = new Set([
  'plan',
  'plan_version',
  'plan_item',
  'plan_duty',
  'task_force',
  'task_force_member',
  'cadence',
  'period',
  'sheet_line',
  'report',
  'attachment',
  'release_figure',
  'verification',
])

/** Identifiers that name something of the year; units and accounts stay who they are. */
const OF_THE_YEAR = new Set([
  'plan_id',
  'item_id',
  'cadence_id',
  'report_id',
  'attachment_id',
  'owner_id',
  'verification_id',
])

/**
 * Adds an earlier year to a region: its plan with items and duties, every sealed period with sheets, reports and files, releases and
 * checks, and the year's seals at the end of the chain. Identifiers are derived from those of the copied year.
 */
export async function addEarlierYear(
  tx: Transaction<Tables>,
  tables: readonly TenantTable[],
  year: EarlierYear,
  sha256: Sha256,
): Promise<void> {
  for (const table of tables.filter((one) => YEARLY.has(one.name))) {
    await copyRows(tx, table, { from: year.regionId, column: columnOf(year), where: ofTheYear(table, year) })
  }
  const hashes = await hashContents(tx, year, sha256)
  await copySeals(tx, {
    from: year.regionId,
    to: year.regionId,
    sha256,
    only: sql`payload like ${`%"periodId":"${year.from}-%`}`,
    text: (payload) => {
      let told = shiftText(payload, year)
      for (const [before, now] of hashes) told = told.replaceAll(before, now)
      return told
    },
    column: columnOf(year),
  })
}

/** Rows of the year's plan, of its sealed periods, and of the reports in them. */
function ofTheYear(table: TenantTable, { regionId, from }: EarlierYear): RawBuilder<unknown> {
  const has = (name: string): boolean => table.columns.some((column) => column.name === name)
  const plans = sql`select plan_id from plan where region_id = ${regionId} and year = ${from}`
  if (table.name === 'attachment') {
    return sql`owner_kind = 'report' and owner_id in (select r.report_id from report r join seal s on s.region_id = r.region_id
      and s.cadence_id = r.cadence_id and s.period_id = r.period_id
      where r.region_id = ${regionId} and r.period_id like ${`${from}-%`})`
  }
  if (has('plan_id')) return sql`plan_id in (${plans})`
  if (has('cadence_id')) {
    return sql`(cadence_id, period_id) in (select cadence_id, period_id from seal
      where region_id = ${regionId} and period_id like ${`${from}-%`})`
  }
  return sql`item_id in (select item_id from plan_item where region_id = ${regionId} and plan_id in (${plans}))`
}

function columnOf(year: EarlierYear): CopiedColumn {
  const { from, to } = year
  return ({ name, type }: TenantColumn) => {
    if (OF_THE_YEAR.has(name)) return sql`(${digits(to)} || substr(${sql.id(name)}::text, 3))::uuid`
    if (name === 'year') return sql`${to}::integer`
    if (name === 'title' || name === 'framework') return sql`replace(${sql.id(name)}, ${`${from}`}, ${`${to}`})`
    if (name.endsWith('period_id')) return sql`replace(${sql.id(name)}, ${`${from}-`}, ${`${to}-`})`
    if (name === 'body' || name === 'content') return type === 'jsonb' ? shiftedJson(name, year) : undefined
    if (type === 'date') return sql`(${sql.id(name)} - make_interval(years => ${from - to}))::date`
    if (type.startsWith('timestamp')) return sql`${sql.id(name)} - make_interval(years => ${from - to})`
    return undefined
  }
}

function shiftedJson(name: string, { from, to }: EarlierYear): RawBuilder<unknown> {
  return sql`replace(regexp_replace(${sql.id(name)}::text, ${UUID_START}, ${`"${digits(to)}\\1`}, 'g'),
    ${`"${from}-`}, ${`"${to}-`})::jsonb`
}

/** The beginning of a quoted UUID of version 7, without its first two digits. */
const UUID_START = '"[0-9a-f]{2}([0-9a-f]{6}-[0-9a-f]{4}-7[0-9a-f]{3}-)'

/** Identifiers of a year begin with its two last digits; those of the living year begin with 01. */
const digits = (year: number): string => String(year).slice(-2)

/** As the columns: identifiers of items, reports, cadences and plans, and every period and day of the year. Units stay. */
function shiftText(payload: string, { from, to }: EarlierYear): string {
  return payload
    .replace(/"(itemId|reportId|cadenceId|planId)":"[0-9a-f]{2}/g, (_, name: string) => `"${name}":"${digits(to)}`)
    .replaceAll(`"${from}-`, `"${to}-`)
}

/** The contents of the year's plans are new texts: their hashes by the old ones. */
async function hashContents(
  tx: Transaction<Tables>,
  { regionId, to }: EarlierYear,
  sha256: Sha256,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.region_id', '=', 'v.region_id').onRef('p.plan_id', '=', 'v.plan_id'),
    )
    .select(['v.plan_id', 'v.version', 'v.content', 'v.content_hash'])
    .where('v.region_id', '=', regionId)
    .where('p.year', '=', to)
    .execute()
  const hashes = new Map<string, string>()
  for (const row of rows) {
    const hash = sha256(canonicalJson(row.content as Json))
    hashes.set(row.content_hash, hash)
    await sql`update plan_version set content_hash = ${hash} where region_id = ${regionId} and plan_id = ${row.plan_id}
      and version = ${row.version}`.execute(tx)
  }
  return hashes
}
