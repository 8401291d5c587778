import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { FileStore } from '#app/kit'

/** One kept file: its SHA-256 in lower-case hex, which is its name, and its length in bytes. */
export interface KeptFile {
  readonly sha256: string
  readonly size: number
}

/** The file store in a local folder: what the product needs, and what backup, restore and `verify` need beside it. */
export interface Blobs extends FileStore {
  /** As `put`, for content that need not fit into memory. */
  putStream(source: AsyncIterable<Uint8Array>): Promise<KeptFile>
  /** Content as a stream; fails where nothing is kept under that hash. */
  read(sha256: string): Readable
  /** Every kept file in the order of the hashes. */
  list(): AsyncIterable<KeptFile>
  /** Whether the content still is what its name says. */
  check(sha256: string): Promise<'intact' | 'changed' | 'missing'>
}

const SHA256 = /^[0-9a-f]{64}$/u

/**
 * Opens the folder, making it where it is missing. Keeps files under `FOLDER/ab/cdef…` by their SHA-256. A file appears under its name only when it is complete and on the
 * disk, so that a copy of the folder taken at any moment is sound.
 */
export async function openBlobs(folder: string): Promise<Blobs> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const read = (sha256: string): Readable => createReadStream(pathOf(folder, sha256))
  const putStream = (source: AsyncIterable<Uint8Array>): Promise<KeptFile> => keep(folder, source)
  return {
    putStream,
    put: (bytes) => putStream(once(bytes)),
    read,
    get: (sha256) => orMissing(readFile(pathOf(folder, sha256)), null),
    list: () => listFiles(folder),
    check: (sha256) =>
      orMissing(
        digest(read(sha256)).then((found) => (found === sha256 ? 'intact' : 'changed')),
        'missing',
      ),
  }
}

function pathOf(folder: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error(`not a SHA-256: ${JSON.stringify(sha256)}`)
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function orMissing<T, M>(found: Promise<T>, missing: M): Promise<T | M> {
  return found.catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return missing
    throw problem
  })
}

async function digest(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source) hash.update(chunk)
  return hash.digest('hex')
}

async function keep(folder: string, source: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  const draft = join(incoming, randomUUID())
  try {
    const kept = await writeDurably(draft, source)
    await moveInto(pathOf(folder, kept.sha256), draft, kept.size)
    return kept
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDurably(path: string, source: AsyncIterable<Uint8Array>): Promise<KeptFile> {
  const hash = createHash('sha256')
  let size = 0
  await using(await open(path, 'wx', 0o600), async (file) => {
    for await (const chunk of source) {
      hash.update(chunk)
      size += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  })
  return { sha256: hash.digest('hex'), size }
}

/** The same content stands once; a damaged twin (of another length) is replaced. */
async function moveInto(path: string, draft: string, size: number): Promise<void> {
  const twin = await stat(path).catch(() => undefined)
  if (twin?.size === size) return
  await mkdir(dirname(path), { recursive: true })
  await rename(draft, path)
  await syncFolder(dirname(path))
}

/** Makes the new name itself durable; Windows neither needs nor allows it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await using(await open(folder, 'r'), (handle) => handle.sync())
}

async function using<T>(handle: FileHandle, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  try {
    return await work(handle)
  } finally {
    await handle.close()
  }
}

async function* listFiles(folder: string): AsyncIterable<KeptFile> {
  for (const start of await sortedNames(folder, /^[0-9a-f]{2}$/u)) {
    for (const rest of await sortedNames(join(folder, start), /^[0-9a-f]{62}$/u)) {
      yield { sha256: start + rest, size: (await stat(join(folder, start, rest))).size }
    }
  }
}

async function sortedNames(folder: string, form: RegExp): Promise<string[]> {
  return (await orMissing(readdir(folder), [])).filter((name) => form.test(name)).sort()
}
