import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from '#app/kit'

/**
 * Files in a folder, each under its SHA-256 (`ab/cdef…`): a copy is free and a backup is a folder. Content is written
 * beside its place, synced, then renamed, so that a file is there whole or not at all.
 */
export async function openBlobs(folder: string): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const place = placeOf(folder, sha256)
      if (!(await exists(place))) await writeWhole(place, bytes)
      return { sha256, size: bytes.byteLength }
    },
    async get(sha256) {
      try {
        return new Uint8Array(await readFile(placeOf(folder, sha256)))
      } catch (problem) {
        if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null
        throw problem
      }
    },
  }
}

function placeOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256 in lower-case hex')
  return join(folder, sha256.slice(0, 2), sha256.slice(2))
}

async function exists(place: string): Promise<boolean> {
  try {
    await access(place)
    return true
  } catch {
    return false
  }
}

async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const beside = `${place}.${randomUUID()}`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, place)
  } catch (problem) {
    await rm(beside, { force: true })
    throw problem
  }
  await syncFolder(dirname(place))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
