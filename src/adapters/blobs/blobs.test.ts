import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBlobs, type Blobs, type KeptFile } from './index.ts'

let folder: string
let files: Blobs
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-files-'))
  files = await openBlobs(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

async function listed(): Promise<KeptFile[]> {
  const found: KeptFile[] = []
  for await (const file of files.list()) found.push(file)
  return found
}

it('gives back what was put, under the hash of its content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (content) => {
      const kept = await files.put(content)
      expect(kept).toEqual({ sha256: sha256(content), size: content.length })
      expect(Buffer.compare((await files.get(kept.sha256)) ?? Buffer.of(1), content)).toBe(0)
    }),
    { numRuns: 30 },
  )
})

it('keeps one copy of the same content, put twice at once', async () => {
  await Promise.all([files.put(bytes('附件一')), files.put(bytes('附件一'))])
  expect(await listed()).toEqual([{ sha256: sha256(bytes('附件一')), size: 9 }])
})

it('keeps a stream without its parts mattering', async () => {
  async function* parts(): AsyncIterable<Uint8Array> {
    yield bytes('挂图')
    yield bytes('作战')
  }
  expect(await files.putStream(parts())).toEqual({ sha256: sha256(bytes('挂图作战')), size: 12 })
})

it('leaves nothing of a stream that breaks', async () => {
  async function* broken(): AsyncIterable<Uint8Array> {
    yield bytes('half')
    throw new Error('connection lost')
  }
  await expect(files.putStream(broken())).rejects.toThrow('connection lost')
  expect(await listed()).toEqual([])
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

it('lists in the order of the hashes', async () => {
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f']) await files.put(bytes(text))
  const names = (await listed()).map((file) => file.sha256)
  expect(names).toEqual([...names].sort())
  expect(names).toHaveLength(6)
})

it('answers null for what it does not hold, and refuses what is no hash', async () => {
  expect(await files.get('0'.repeat(64))).toBeNull()
  expect(() => files.get('../../etc/passwd')).toThrow('not a SHA-256')
})

it('notices a changed byte and a missing file', async () => {
  const { sha256: name } = await files.put(bytes('原件'))
  expect(await files.check(name)).toBe('intact')
  await writeFile(join(folder, name.slice(0, 2), name.slice(2)), '改过')
  expect(await files.check(name)).toBe('changed')
  await rm(join(folder, name.slice(0, 2)), { recursive: true })
  expect(await files.check(name)).toBe('missing')
})
