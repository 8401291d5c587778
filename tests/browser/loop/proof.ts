import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inHouse } from '../../support/clocked-region.ts'
import { EVIDENCE, FOLLOWED, type Loop } from './loop.ts'

/** Changes one byte past the product, or puts it back. */
type Change = (loop: Loop, from: string, to: string) => Promise<void>

/** Writes into a table as whoever holds the database can. */
const inTable =
  (table: string, column: string, row: string): Change =>
  (loop, from, to) =>
    inHouse(loop.product().dataFolder, async ({ database }) => {
      const changed = sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${sql.ref(column)}::text, ${from}, ${to})${sql.raw(column === 'figure' ? '::numeric' : '')}
        where ${sql.raw(row)} and ${sql.ref(column)}::text like ${`%${from}%`}`
      const { numAffectedRows } = await changed.execute(database.owner)
      if (numAffectedRows !== 1n) throw new Error(`${String(numAffectedRows)} rows of ${table} hold ${from}`)
    })

const inAttachment: Change = async (loop, from, to) => {
  const sha256 = createHash('sha256').update(EVIDENCE.buffer).digest('hex')
  const path = join(loop.product().dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2))
  const text = await readFile(path, 'latin1')
  if (!text.includes(from)) throw new Error(`the file does not hold ${from}`)
  await writeFile(path, text.replace(from, to), 'latin1')
}

const OTHER = FOLLOWED.replace('7', '8')
/** First byte of the attachment's text, and its neighbour. */
const [BYTE, NEXT] = ['\xe4', '\xe5']

const tampered: readonly (readonly [string, Change, string, string, string])[] = [
  [
    'a sealed report',
    inTable('report', 'figure', `state = 'accepted'`),
    FOLLOWED,
    OTHER,
    '2026-D21 的填报与封存不一致',
  ],
  ['an attachment', inAttachment, BYTE, NEXT, `附件“${EVIDENCE.name}”的内容与登记的哈希不一致`],
  ['a row of the log', inTable('audit', 'body', `action = 'clock.move'`), '2026-06-25', '2026-06-26', '日志链在第'],
  ['a seal', inTable('seal', 'payload', 'seq = 1'), `"${FOLLOWED}"`, `"${OTHER}"`, '封存链在第1号处不成立'],
]

/** The command proves the region, and finds every byte that was changed by hand. */
export function proofTests(loop: Loop): void {
  const verify = (...args: readonly string[]) => loop.product().guatu('verify', ...args)
  let head = ''

  test('proves the region beside its server, up to a head that was printed', async () => {
    const { code, out, err } = await verify()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('✓ chengchuan: 封存 2 期、填报 12 条、更正 1 条、附件 2 个')
    head = /封存链首 ([0-9a-f]{64})/.exec(out)?.[1] ?? ''
    expect(loop.known.briefing).toContain(head)
    const wrongHead = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const [right, wrong] = await Promise.all([verify('--expect', head), verify('--expect', wrongHead)])
    expect([right.code, wrong.code]).toEqual([0, 1])
    expect(wrong.out).toContain('封存链中没有给出的链首')
  })

  test.each(tampered)('finds one byte of %s that was changed by hand', async (_, change, from, to, words) => {
    await change(loop, from, to)
    const found = await verify()
    await change(loop, to, from)
    expect(found.code).toBe(1)
    expect(found.out).toContain('✗ chengchuan')
    expect(found.out).toContain(words)
  })

  test('proves a backup without any server, and finds a changed byte in it', async () => {
    const file = join(loop.product().dataFolder, '..', `${Date.now()}.guatu`)
    try {
      expect((await loop.product().guatu('backup', file)).code).toBe(0)
      const proven = await verify('--expect', head, file)
      expect({ code: proven.code, out: proven.out }).toEqual({ code: 0, out: (await verify()).out })
      const bytes = await readFile(file)
      // Inside the content of a table's part: behind its header of 512 bytes, not in the padding between two parts.
      const at = bytes.indexOf('tables/report') + 512 + 40
      expect(at).toBeGreaterThan(552)
      await writeFile(file, bytes.with(at, (bytes[at] ?? 0) ^ 1))
      const damaged = await verify(file)
      expect(damaged.code).toBe(1)
      expect(damaged.out).toMatch(/✗ 备份中的 tables\/report\/\S+ 与清单不符/)
    } finally {
      await rm(file, { force: true })
    }
  })
}
