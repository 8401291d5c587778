import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from '#core/kit'
import { readPlan, readerNotes, readerRefusals } from '#core/reading'
import type { SourceDocument } from '#core/reading'
import { compoundFile } from '../ole/compound-file.fixture.ts'
import { readSourceFile } from '../read-source-file.ts'
import { word97 } from './word-97.fixture.ts'

/** Written by us as WordprocessingML and saved as Word 97–2003 by LibreOffice Writer. */
const WRITTEN = new Uint8Array(readFileSync(new URL('./written-plan.fixture.doc', import.meta.url)))

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await readSourceFile(bytes, 'plan.doc')
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readSourceFile(bytes, 'plan.doc')
  return result.ok ? 'read' : result.refusal.code
}

describe('a document that a word processor saved', () => {
  it('has its automatic numbers, fields as results, revisions accepted, hidden words left out, footnotes at the end', async () => {
    const document = await read(WRITTEN)
    expect(document.format).toBe('doc')
    expect(document.text.split('\n')).toEqual([
      '青澜区2026年重点工作方案',
      '一、总体要求',
      '坚持稳中求进，“十五五”开局——起步。',
      '二、重点任务',
      '（一）培育主体0',
      '（二）培育主体1',
      '1.新增规上企业20家。（区科工局牵头）',
      '2.新增产值5亿元。',
      '序号\t任务\t牵头单位',
      '1\t办好节会',
      '办三十场\t区文旅局',
      '横跨两列',
      '三、组织保障',
      '1页见。',
      '甲乙',
      '各单位抓好落实。',
      '指规模以上工业企业。',
      '',
    ])
  })

  it('keeps tables with merged cells, numbers apart from the words, centred lines and footnotes', async () => {
    const { blocks, text } = await read(WRITTEN)
    const table = blocks.find((block) => block.kind === 'table')
    const cells = table?.kind === 'table' ? table.rows : []
    expect(cells.map((row) => row.map(({ span, ...shape }) => ({ text: sliceSpan(text, span), ...shape })))).toEqual([
      [{ text: '序号' }, { text: '任务' }, { text: '牵头单位' }],
      [{ text: '1', rowSpan: 2 }, { text: '办好节会\n办三十场' }, { text: '区文旅局' }],
      [{ text: '横跨两列', columnSpan: 2 }],
    ])
    expect(blocks[0]).toMatchObject({ align: 'center' })
    expect(blocks[4]).toMatchObject({ numberLength: 3 })
    expect(blocks.at(-1)).toMatchObject({ role: 'footnote' })
  })

  it('says what it did: read as text, numbers counted, revisions, hidden words', async () => {
    const { notes } = await read(WRITTEN)
    expect(notes.map(({ code, detail }) => [code, ...Object.values(detail ?? {})])).toEqual([
      ['reader.legacyDocRead'],
      ['reader.numbersCounted', 7],
      ['reader.revisionsAccepted', 0, 1],
      ['reader.hiddenDropped', 1],
    ])
    for (const { code } of notes) expect(readerNotes).toHaveProperty([code])
  })

  it('is a plan like any other', async () => {
    const { assignments, indicators } = readPlan(await read(WRITTEN))
    expect(assignments[0]).toMatchObject({ duties: [{ unit: '区科工局', role: 'lead' }] })
    expect(indicators[0]).toMatchObject({ value: '20', unit: '家' })
  })
})

describe('bare documents', () => {
  it.each([
    ['UTF-16', '一、总体要求\r“十五五”——开局。\r', false, '一、总体要求\n“十五五”——开局。\n'],
    ['Windows-1252 where one byte is enough', 'A\x93quoted\x94 \x97 plan\r', true, 'A“quoted” — plan\n'],
    ['line and page ends', '甲\x0b乙\r\x0c丙\r', false, '甲\n乙\n丙\n'],
    ['a field shows its result', '见\x13HYPERLINK x\x14网址\x15。\r', false, '见网址。\n'],
    ['a table of contents is left out', '\x13 TOC \\o\x14一、甲\t1\r二、乙\t2\r\x15\r正文。\r', false, '正文。\n'],
    ['marks of pictures, notes and comments', '甲\x01\x02\x05\x08乙\x1e丙\x1f。\r', false, '甲乙-丙。\n'],
    ['a last paragraph without its mark', '甲。\r乙。', false, '甲。\n乙。\n'],
  ])('%s', async (_, text, narrow, expected) => {
    expect((await read(word97(text, { narrow }))).text).toBe(expected)
  })
})

describe('what is refused', () => {
  const circle = WRITTEN.slice()
  const sectorSize = 512
  // Every entry of the first allocation table points to sector 0: all chains run in a circle.
  const [table = 0] = new Uint32Array(circle.slice(0x4c, 0x50).buffer)
  circle.fill(0, (table + 1) * sectorSize, (table + 2) * sectorSize)
  const files: readonly (readonly [string, string, Uint8Array])[] = [
    ['a password', 'reader.encrypted', word97('甲\r', { flags: 0x0100 })],
    [
      'a password in the new way',
      'reader.encrypted',
      compoundFile({ EncryptionInfo: Buffer.of(1), EncryptedPackage: Buffer.of(1) }),
    ],
    ['Word 95', 'reader.legacyDoc', word97('甲\r', { identity: 0xa5dc, version: 0x68 })],
    ['a table stream that is missing', 'reader.damaged', word97('甲\r', { flags: 0x0200 })],
    ['no text', 'reader.empty', word97('\r\r')],
    [
      'pieces that claim more text than the file has',
      'reader.damaged',
      word97('甲\r'.repeat(50_000), { length: 2 ** 31 - 1 }).subarray(0, 9_000),
    ],
    ['Works and other programs', 'reader.unknownFormat', compoundFile({ CONTENTS: Buffer.from('CHNKWKS') })],
    ['a mail', 'reader.unknownFormat', compoundFile({ '__properties_version1.0': Buffer.of(1) })],
    ['nothing but the signature', 'reader.damaged', WRITTEN.subarray(0, 8)],
    ['a header alone', 'reader.damaged', WRITTEN.subarray(0, 512)],
    ['all sectors in a circle', 'reader.unknownFormat', circle],
  ]
  it.each(files)('%s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code)
    expect(readerRefusals).toHaveProperty([code])
  })

  it('a text whose sectors run in a circle is never longer than the file', async () => {
    const bytes = word97('甲乙丙丁。\r'.repeat(2_000))
    // The allocation table stands in sector 0, the directory in sector 1; the text begins in sector 2.
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(512 + 2 * 4, 2, true)
    const result = await readSourceFile(bytes, 'plan.doc')
    if (result.ok) expect(result.value.text.length).toBeLessThan(bytes.length)
    else expect(readerRefusals).toHaveProperty([result.refusal.code])
  })

  it('cut and changed files end in a document or a refusal in words', async () => {
    const edits = fc.array(fc.tuple(fc.nat(WRITTEN.length - 1), fc.nat(255)), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: WRITTEN.length }),
        edits,
        fc.boolean(),
        async (length, changes, cut) => {
          const bytes = WRITTEN.slice(0, cut ? length : WRITTEN.length)
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          const result = await readSourceFile(bytes, 'plan.doc')
          if (!result.ok) expect(readerRefusals).toHaveProperty([result.refusal.code])
          else
            for (const { span } of result.value.blocks) expect(span.end).toBeLessThanOrEqual(result.value.text.length)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('random bytes behind the signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 504, maxLength: 4_000 }), async (tail) => {
        const bytes = Buffer.concat([WRITTEN.subarray(0, 8), tail])
        expect(readerRefusals).toHaveProperty([await codeOf(bytes)])
      }),
      { numRuns: 200 },
    )
  })
})
