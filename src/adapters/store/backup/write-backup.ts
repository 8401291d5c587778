import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import type { Database } from '../open-database.ts'
import { executedMigrations } from '../schema/migrate.ts'
import { StoreError } from '../store-error.ts'
import { fileName, partName } from './archive-names.ts'
import { writeArchive, type ArchiveWriter } from './archive.ts'
import { NEUTRAL_TEXT_FORM, readTable } from './copy-table.ts'
import { contentHash, filesTally, FORMAT_VERSION, manifestHash, type Manifest, type TablePart } from './manifest.ts'
import { README } from './readme.data.ts'
import { listSequences, listTables, type CatalogueTable } from './table-catalogue.ts'

/** The file store as far as a backup reads it. */
export interface FilesToKeep {
  list(): AsyncIterable<{ readonly sha256: string; readonly size: number }>
  read(sha256: string): AsyncIterable<Uint8Array>
}

/** What a backup or a restore has handled. */
export interface BackupSummary {
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly fileBytes: number
  /** One hash of all content; the same before and after a restore. */
  readonly contentHash: string
}

/**
 * Writes everything into one file: all tables as they stood at one moment, the kept files, and a manifest with hashes. Others
 * may go on working meanwhile. `madeAt` is an ISO instant. Throws {@link StoreError} if the file is there already.
 */
export async function writeBackup(
  database: Database,
  files: FilesToKeep,
  { path, madeAt }: { readonly path: string; readonly madeAt: string },
): Promise<BackupSummary> {
  if (existsSync(path)) throw new StoreError('store.backupExists', { path })
  const migrations = await executedMigrations(database.owner)
  const client = await database.pool.connect()
  try {
    await client.query(`begin isolation level repeatable read read only; ${NEUTRAL_TEXT_FORM}`)
    let manifest: Manifest | undefined
    await writeArchive(path, madeAt, async (archive) => {
      await addText(archive, 'README.txt', README)
      const tables = await addTables(archive, client)
      const sequences = await listSequences(client)
      // After the tables: a file is kept before the row that names it, so that none of the rows above lacks its file.
      const kept = await addFiles(archive, files)
      const serverVersion = database.capabilities.version
      manifest = {
        format: 'guatu-backup',
        formatVersion: FORMAT_VERSION,
        madeAt,
        serverVersion,
        migrations,
        tables,
        sequences,
        files: kept,
      }
      const text = `${JSON.stringify(manifest, undefined, 2)}\n`
      await addText(archive, 'manifest.json', text)
      await addText(archive, 'manifest.json.sha256', manifestHash(text))
    })
    if (manifest === undefined) throw new Error('the archive was closed before its manifest')
    await client.query('commit')
    client.release()
    return summaryOf(manifest)
  } catch (problem) {
    // It may be in the middle of a COPY: the connection goes, not back to the pool.
    client.release(true)
    throw problem
  }
}

/** What a manifest comes to. */
export function summaryOf(manifest: Manifest): BackupSummary {
  return {
    madeAt: manifest.madeAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.count,
    fileBytes: manifest.files.bytes,
    contentHash: contentHash(manifest),
  }
}

async function addTables(archive: ArchiveWriter, client: PoolClient): Promise<TablePart[]> {
  const tables: TablePart[] = []
  for (const table of await listTables(client)) tables.push(await addTable(archive, client, table))
  return tables
}

async function addTable(archive: ArchiveWriter, client: PoolClient, table: CatalogueTable): Promise<TablePart> {
  const parts = rowParts(async (number, rows) => {
    const packed = await compress(rows)
    await archive.add(partName(table.name, number), packed.length, inMemory(packed))
  })
  const { rows, sha256 } = await readTable(client, table, parts.take)
  return { name: table.name, columns: [...table.columns], rows, parts: await parts.end(), sha256 }
}

/** About this much is held at a time: an entry's length must be known before it, and no table fits into memory for sure. */
const PART_BYTES = 4 * 1024 * 1024
const LINE_END = 0x0a
const compress = promisify(gzip)

/** Cuts rows into parts at line ends (a line end inside a value is escaped), so that each part can be loaded for itself. */
function rowParts(write: (number: number, rows: Uint8Array) => Promise<void>) {
  let waiting: Uint8Array[] = []
  let waitingBytes = 0
  let written = 0
  const writeFirst = async (bytes: (all: Buffer) => number): Promise<void> => {
    const all = Buffer.concat(waiting)
    const length = bytes(all)
    waiting = [all.subarray(length)]
    waitingBytes = all.length - length
    if (length > 0) await write((written += 1), all.subarray(0, length))
  }
  return {
    async take(chunk: Uint8Array): Promise<void> {
      waiting.push(chunk)
      waitingBytes += chunk.length
      if (waitingBytes >= PART_BYTES) await writeFirst((all) => all.lastIndexOf(LINE_END) + 1)
    },
    async end(): Promise<number> {
      await writeFirst((all) => all.length)
      return written
    },
  }
}

async function addFiles(archive: ArchiveWriter, files: FilesToKeep): Promise<Manifest['files']> {
  const tally = filesTally()
  for await (const { sha256, size } of files.list()) {
    await archive.add(fileName(sha256), size, files.read(sha256))
    tally.add(sha256, size)
  }
  return tally.total()
}

async function addText(archive: ArchiveWriter, name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  await archive.add(name, bytes.length, inMemory(bytes))
}

async function* inMemory(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content
}
