import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MAX_ARCHIVE_ENTRIES } from '../file-limits.ts'
import { openArchive } from './open-archive.ts'

const MEGABYTE = 1024 * 1024

/** Offset of the n-th central directory record. */
function centralRecord(zip: Uint8Array, index = 0): number {
  const found: number[] = []
  for (let at = 0; at + 4 <= zip.length; at += 1) {
    if (zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1 && zip[at + 3] === 2) found.push(at)
  }
  return found[index] ?? -1
}

function patched(zip: Uint8Array, change: (view: DataView, central: number) => void): Uint8Array {
  const copy = zip.slice()
  change(new DataView(copy.buffer), centralRecord(copy))
  return copy
}

async function readCode(zip: Uint8Array, name: string): Promise<string> {
  const archive = openArchive(zip)
  if (!archive.ok) return archive.refusal.code
  const part = await archive.value.read(name)
  return part.ok ? 'read' : part.refusal.code
}

describe('openArchive', () => {
  it('unpacks stored and deflated parts, whatever the case of the name', async () => {
    const zip = zipSync({ 'A.xml': strToU8('甲'), 'b/c.xml': [strToU8('乙'), { level: 0 }] })
    const archive = openArchive(zip)
    if (!archive.ok) throw new Error(archive.refusal.code)
    expect(archive.value.names).toEqual(['A.xml', 'b/c.xml'])
    const [first, second, third] = [
      await archive.value.read('a.XML'),
      await archive.value.read('b/c.xml'),
      await archive.value.read('d'),
    ]
    expect([first, second].map((part) => part.ok && part.value && new TextDecoder().decode(part.value))).toEqual([
      '甲',
      '乙',
    ])
    expect(third).toEqual({ ok: true, value: null })
  })

  it('refuses a part that unpacks to a thousand times its size', async () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(20 * MEGABYTE) }, { level: 9 })
    expect(zip.length).toBeLessThan(100_000)
    expect(await readCode(zip, 'a.xml')).toBe('reader.zipBomb')
  })

  it('stops at the limit where the directory lies about the size', async () => {
    const zip = patched(zipSync({ 'a.xml': new Uint8Array(20 * MEGABYTE) }, { level: 9 }), (view, central) => {
      view.setUint32(central + 24, 1_000, true)
    })
    expect(openArchive(zip).ok).toBe(true)
    expect(await readCode(zip, 'a.xml')).toBe('reader.zipBomb')
  })

  it('refuses more entries than any document has', () => {
    const many = Object.fromEntries(
      Array.from({ length: MAX_ARCHIVE_ENTRIES + 1 }, (_, index) => [`${index}`, new Uint8Array()]),
    )
    const archive = openArchive(zipSync(many, { level: 0 }))
    expect(archive).toMatchObject({ ok: false, refusal: { code: 'reader.zipBomb' } })
  })

  it('refuses entries that share their bytes', () => {
    const zip = zipSync({ 'a.xml': strToU8('甲'.repeat(300)), 'b.xml': strToU8('乙'.repeat(300)) }, { level: 0 })
    const shared = zip.slice()
    new DataView(shared.buffer).setUint32(centralRecord(zip, 1) + 42, 0, true)
    expect(openArchive(shared)).toMatchObject({ ok: false, refusal: { code: 'reader.zipBomb' } })
  })

  it.each(['../evil.xml', '/etc/evil.xml', 'a/../../evil.xml', 'C:evil.xml', '..\\evil.xml'])(
    'refuses the name %s',
    (name) => {
      expect(openArchive(zipSync({ [name]: strToU8('x') }))).toMatchObject({ refusal: { code: 'reader.damaged' } })
    },
  )

  it('names encrypted archives as such', () => {
    const zip = patched(zipSync({ 'a.xml': strToU8('x') }), (view, central) => {
      view.setUint16(central + 8, 1, true)
    })
    expect(openArchive(zip)).toMatchObject({ refusal: { code: 'reader.encrypted' } })
  })

  it('sees a changed byte by the checksum', async () => {
    const zip = zipSync({ 'a.xml': [strToU8('增长6%以上'), { level: 0 }] })
    const at = zip.indexOf('6'.charCodeAt(0))
    zip[at] = '8'.charCodeAt(0)
    expect(await readCode(zip, 'a.xml')).toBe('reader.damaged')
  })
})
