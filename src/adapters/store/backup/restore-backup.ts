import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import type { Database } from '../open-database.ts'
import { executedMigrations, migrate } from '../schema/migrate.ts'
import { StoreError } from '../store-error.ts'
import { entryKind } from './archive-names.ts'
import { readArchive, type ArchiveEntry } from './archive.ts'
import { checkBackup, rowsOf } from './check-backup.ts'
import { fillTable, NEUTRAL_TEXT_FORM, readTable } from './copy-table.ts'
import type { Manifest } from './manifest.ts'
import { listForeignKeys, listTables, quoted } from './table-catalogue.ts'
import { summaryOf, type BackupSummary } from './write-backup.ts'

/** The file store as far as a restore writes to it. */
export interface FilesToFill {
  putStream(source: AsyncIterable<Uint8Array>): Promise<{ readonly sha256: string }>
}

/**
 * Brings a backup up in an empty database (opened with `migrate: false`) and file store: checks the whole backup, brings the
 * schema to the backup's own state, loads all tables in one transaction, compares every table's hash, then migrates on to
 * this program's schema. Throws {@link StoreError} with the remedy; the database is then as empty as before.
 */
export async function restoreBackup(database: Database, files: FilesToFill, path: string): Promise<BackupSummary> {
  const manifest = await checkBackup(path)
  await requireEmpty(database, manifest)
  await migrate(database.owner, manifest.migrations.at(-1))
  for await (const entry of readArchive(path)) await restoreFile(entry, files)
  await loadTables(database, manifest, path)
  await migrate(database.owner)
  return summaryOf(manifest)
}

/** No rows in any table, and no migration that the backup does not know. */
async function requireEmpty(database: Database, manifest: Manifest): Promise<void> {
  const further = (await executedMigrations(database.owner)).find((name) => !manifest.migrations.includes(name))
  if (further !== undefined) throw new StoreError('store.targetNotEmpty', { found: further })
  const client = await database.pool.connect()
  try {
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(`select from ${quoted(name)} limit 1`)
      if (rows.length > 0) throw new StoreError('store.targetNotEmpty', { found: name })
    }
  } finally {
    client.release()
  }
}

async function restoreFile(entry: ArchiveEntry, files: FilesToFill): Promise<void> {
  const found = entryKind(entry.name)
  if (found.kind !== 'file') return
  const kept = await files.putStream(entry.content)
  if (kept.sha256 !== found.sha256) throw new StoreError('store.backupDamaged', { part: entry.name })
}

async function loadTables(database: Database, manifest: Manifest, path: string): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query(`begin; ${NEUTRAL_TEXT_FORM}`)
    const keys = await listForeignKeys(client)
    for (const key of keys) await client.query(key.drop)
    await requireSameTables(client, manifest)
    await fillTables(client, manifest, path)
    await setSequences(client, manifest)
    for (const key of keys) await client.query(key.add)
    await compareTables(client, manifest)
    await client.query('commit')
    client.release()
  } catch (problem) {
    // It may be in the middle of a COPY: the connection goes, and with it all that was loaded.
    client.release(true)
    throw problem
  }
  await sql`analyze`.execute(database.owner)
}

/** The schema that the migrations made must be the one that was backed up. */
async function requireSameTables(client: PoolClient, manifest: Manifest): Promise<void> {
  const made = (await listTables(client)).map(({ name, columns }) => `${name}(${columns.join()})`)
  const backedUp = manifest.tables.map(({ name, columns }) => `${name}(${columns.join()})`)
  const different = [
    ...backedUp.filter((table) => !made.includes(table)),
    ...made.filter((table) => !backedUp.includes(table)),
  ]
  if (different[0] !== undefined) throw new StoreError('store.backupDamaged', { part: different[0] })
}

async function fillTables(client: PoolClient, manifest: Manifest, path: string): Promise<void> {
  // What a migration itself has put in is in the backup too.
  await client.query(`truncate ${manifest.tables.map(({ name }) => quoted(name)).join(', ')}`)
  const columnsOf = new Map(manifest.tables.map(({ name, columns }) => [name, columns]))
  for await (const entry of readArchive(path)) {
    const found = entryKind(entry.name)
    if (found.kind !== 'rows') continue
    await fillTable(client, found.table, columnsOf.get(found.table) ?? [], part(await rowsOf(entry)))
  }
}

async function* part(rows: Uint8Array): AsyncIterable<Uint8Array> {
  yield rows
}

async function setSequences(client: PoolClient, manifest: Manifest): Promise<void> {
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), lastValue, isCalled])
  }
}

/** What stands in the tables now gives the same hashes as what was backed up. */
async function compareTables(client: PoolClient, manifest: Manifest): Promise<void> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
  for (const { name, rows, sha256 } of manifest.tables) {
    const table = tables.get(name)
    const found = table && (await readTable(client, table))
    if (found?.rows !== rows || found.sha256 !== sha256)
      throw new StoreError('store.backupDamaged', { part: `tables/${name}` })
  }
}
