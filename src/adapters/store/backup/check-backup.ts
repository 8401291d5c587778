import { basename } from 'node:path'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { StoreError } from '../store-error.ts'
import { entryKind, partName } from './archive-names.ts'
import { readArchive, type ArchiveEntry } from './archive.ts'
import { filesTally, FORMAT_VERSION, manifestHash, parseManifest, type Manifest } from './manifest.ts'

interface FoundTable {
  readonly hash: ReturnType<typeof createHash>
  parts: number
}

/**
 * Reads a backup from end to end and compares every hash with the manifest, before anything is touched. Answers with the
 * manifest; throws {@link StoreError} naming the part that is not as it was written.
 */
export async function checkBackup(path: string): Promise<Manifest> {
  const found: Found = { tables: new Map(), tally: filesTally(), manifest: '', hash: '' }
  try {
    for await (const entry of readArchive(path)) await checkEntry(entry, found)
  } catch (problem) {
    throw inWords(problem, path, found)
  }
  if (found.hash === '') throw new StoreError('store.notABackup', { path })
  if (found.hash !== manifestHash(found.manifest)) throw damaged('manifest.json')
  const manifest = readManifest(found.manifest)
  compare(manifest, found.tables, found.tally.total())
  return manifest
}

/** What the entries so far come to. */
interface Found {
  readonly tables: Map<string, FoundTable>
  readonly tally: ReturnType<typeof filesTally>
  manifest: string
  hash: string
}

async function checkEntry(entry: ArchiveEntry, found: Found): Promise<void> {
  const is = entryKind(entry.name)
  if (is.kind === 'rows') await checkPart(entry, is.table, found.tables)
  else if (is.kind === 'file') found.tally.add(is.sha256, await checkFile(entry, is.sha256))
  else if (is.kind === 'manifest') found.manifest = await textOf(entry)
  else if (is.kind === 'manifestHash') found.hash = await textOf(entry)
  else if (is.kind === 'unknown') throw damaged(entry.name)
}

/** A file that is no tar ends in the reader's own complaint; one that began as a backup was changed or cut behind what could be read. */
function inWords(problem: unknown, path: string, { tables }: Found): StoreError {
  if (problem instanceof StoreError) return problem
  if (tables.size > 0) return new StoreError('store.backupDamaged', { part: basename(path) }, problem)
  const isMissing = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT'
  return new StoreError(isMissing ? 'store.noSuchBackup' : 'store.notABackup', { path }, problem)
}

function readManifest(text: string): Manifest {
  const manifest = parseManifest(text)
  if (manifest === undefined) throw damaged('manifest.json')
  if (manifest.formatVersion > FORMAT_VERSION)
    throw new StoreError('store.newerBackup', { found: manifest.formatVersion })
  return manifest
}

function damaged(part: string): StoreError {
  return new StoreError('store.backupDamaged', { part })
}

/** Above any row that the server itself can hold. */
const PART_LIMIT = 1024 * 1024 * 1024
const expand = promisify(gunzip)

/** The rows of one part, uncompressed. */
export async function rowsOf(entry: ArchiveEntry): Promise<Buffer> {
  const packed = await wholeContent(entry)
  return expand(packed, { maxOutputLength: PART_LIMIT }).catch((problem: unknown) => {
    throw new StoreError('store.backupDamaged', { part: entry.name }, problem)
  })
}

async function textOf(entry: ArchiveEntry): Promise<string> {
  return (await wholeContent(entry)).toString('utf8')
}

async function wholeContent(entry: ArchiveEntry): Promise<Buffer> {
  if (entry.size > PART_LIMIT) throw damaged(entry.name)
  const chunks: Uint8Array[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function checkPart(entry: ArchiveEntry, table: string, tables: Map<string, FoundTable>): Promise<void> {
  const found = tables.get(table) ?? { hash: createHash('sha256'), parts: 0 }
  tables.set(table, found)
  found.parts += 1
  if (entry.name !== partName(table, found.parts)) throw damaged(entry.name)
  found.hash.update(await rowsOf(entry))
}

async function checkFile(entry: ArchiveEntry, sha256: string): Promise<number> {
  const hash = createHash('sha256')
  for await (const chunk of entry.content) hash.update(chunk)
  if (hash.digest('hex') !== sha256) throw damaged(entry.name)
  return entry.size
}

function compare(manifest: Manifest, tables: Map<string, FoundTable>, files: Manifest['files']): void {
  for (const { name, parts, sha256 } of manifest.tables) {
    const found = tables.get(name) ?? { hash: createHash('sha256'), parts: 0 }
    tables.delete(name)
    if (found.parts !== parts || found.hash.digest('hex') !== sha256) throw damaged(`tables/${name}`)
  }
  const [unlisted] = tables.keys()
  if (unlisted !== undefined) throw damaged(`tables/${unlisted}`)
  const { count, bytes, sha256 } = manifest.files
  if (files.count !== count || files.bytes !== bytes || files.sha256 !== sha256) throw damaged('files')
}
