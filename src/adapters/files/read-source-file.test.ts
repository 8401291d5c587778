import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sliceSpan } from '#core/kit'
import type { Result, Span } from '#core/kit'
import { readerNotes, readerRefusals } from '#core/reading'
import type { SourceDocument, SourceTable } from '#core/reading'
import { level, listItem, p, r, wordFile, wordParts } from './docx/word-package.fixture.ts'
import { MAX_ELEMENT_DEPTH, MAX_SOURCE_BYTES } from './file-limits.ts'
import { compoundFile } from './ole/compound-file.fixture.ts'
import { readSourceFile } from './read-source-file.ts'

const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await readSourceFile(bytes, 'plan')
  return read.ok ? 'read' : read.refusal.code
}

describe('what is refused, and why', () => {
  const files: readonly (readonly [string, string, Uint8Array])[] = [
    ['nothing', 'reader.empty', new Uint8Array()],
    ['blank text', 'reader.empty', strToU8(' \n\u3000\n')],
    ['a blank Word document', 'reader.empty', wordFile({ body: p('') })],
    [
      'a file of an unknown program in a compound file',
      'reader.unknownFormat',
      compoundFile({ Contents: Buffer.of(1) }),
    ],
    ['RTF', 'reader.unsupportedFormat', strToU8('{\\rtf1 abc}')],
    ['a new workbook without a sheet', 'reader.damaged', zipSync({ 'xl/workbook.xml': strToU8('<a/>') })],
    ['OFD', 'reader.unsupportedFormat', zipSync({ 'OFD.xml': strToU8('<a/>') })],
    ['any zip', 'reader.unsupportedFormat', zipSync({ 'a.txt': strToU8('文字') })],
    ['a picture', 'reader.picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2)],
    [
      'a Word document of one picture',
      'reader.picture',
      wordFile({ body: '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>' }),
    ],
    ['a program', 'reader.unknownFormat', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)],
    ['bytes without sense', 'reader.unknownFormat', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7_919) % 251)],
    ['half a Word document', 'reader.damaged', wordFile({ body: p('文字') }).subarray(0, 400)],
    ['half a PDF', 'reader.damaged', strToU8('%PDF-1.7\n1 0 obj\n<<')],
  ]

  it.each(files)('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code)
    expect(readerRefusals).toHaveProperty([code])
  })

  it('a file over the limit, without looking into it', async () => {
    const read = await readSourceFile(new Uint8Array(MAX_SOURCE_BYTES + 1), 'big.txt')
    expect(read).toEqual({
      ok: false,
      refusal: { code: 'reader.tooLarge', detail: { limitMegabytes: 50 }, at: 'big.txt' },
    })
  })

  it.each([
    ['a DOCTYPE with entities', '<!DOCTYPE w:document [<!ENTITY a "x">]>', p('&a;')],
    ['an undefined entity', '', p('&a;')],
  ])('%s in a Word part', async (_, doctype, body) => {
    const parts = wordParts({ body })
    const source = new TextDecoder().decode(parts['word/document.xml'])
    parts['word/document.xml'] = strToU8(source.replace('?>', `?>${doctype}`))
    expect(await codeOf(zipSync(parts))).toBe('reader.damaged')
  })

  it('elements nested without end', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(MAX_ELEMENT_DEPTH)}${p('文字')}${'</w:sdtContent></w:sdt>'.repeat(MAX_ELEMENT_DEPTH)}`
    expect(await codeOf(wordFile({ body: deep }))).toBe('reader.zipBomb')
  })
})

describe('typing by content', () => {
  it.each([
    ['docx', 'plan.txt', wordFile({ body: p('文字') })],
    ['txt', 'plan.docx', strToU8('文字')],
    ['html', 'plan.txt', strToU8('<!DOCTYPE html><p>文字</p>')],
  ])('%s is found under the name %s', async (format, name, bytes) => {
    const read = await readSourceFile(bytes, name)
    expect(read).toMatchObject({ ok: true, value: { format, text: '文字\n' } })
  })
})

const words = fc.string({ unit: fc.constantFrom(...'一二（）、。1.增长 6%&<\t'), minLength: 0, maxLength: 12 })
const escaped = words.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
const paragraph = fc.oneof(
  escaped.map((text) => p(text)),
  escaped.map((text) => p(text, listItem(1))),
  escaped.map(
    (text) => `<w:p>${r(text)}<w:r><w:br/></w:r>${r(text)}<w:r><w:txbxContent>${p(text)}</w:txbxContent></w:r></w:p>`,
  ),
  fc
    .array(fc.array(escaped, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map(
      (rows) =>
        `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${p(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
    ),
)

/** What is wrong with the outcome of a reading: spans out of order or outside the text, codes without words. */
function faults(read: Result<SourceDocument>): string[] {
  if (!read.ok) return read.refusal.code in readerRefusals ? [] : [`unworded ${read.refusal.code}`]
  const { text, blocks, notes } = read.value
  const found = notes.filter((note) => !(note.code in readerNotes)).map((note) => `unworded ${note.code}`)
  let end = 0
  for (const block of blocks) {
    found.push(...misplaced(block.span, end, text.length))
    end = block.span.end
    if (block.kind === 'table') found.push(...cellFaults(block))
    else if (sliceSpan(text, block.span).includes('\n')) found.push('a paragraph of two lines')
    else if ((block.numberLength ?? 0) > block.span.end - block.span.start) found.push('a number longer than its line')
  }
  return found
}

function cellFaults(table: SourceTable): string[] {
  let end = table.span.start
  return table.rows.flat().flatMap((cell) => {
    const found = misplaced(cell.span, end, table.span.end)
    end = cell.span.end
    return found
  })
}

function misplaced(span: Span, from: number, to: number): string[] {
  const sound = span.start >= from && span.end >= span.start && span.end <= to
  return sound ? [] : [`span ${span.start}–${span.end} outside ${from}–${to}`]
}

describe('properties', () => {
  it('spans are ordered and inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 8 }), async (blocks) => {
        const read = await readSourceFile(wordFile({ numbering: NUMBERING, body: blocks.join('') }), 'plan.docx')
        expect(faults(read)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  const original = wordFile({
    numbering: NUMBERING,
    body: p('总体要求', listItem(1)) + `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc></w:tr></w:tbl>`,
  })

  it('cut and changed files give a refusal with words or a document, never an exception', async () => {
    const changes = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: original.length }), changes, async (length, edits) => {
        const bytes = original.slice(0, fc.stringify(edits).length % 3 === 0 ? length : original.length)
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value
        const read = await readSourceFile(bytes, 'plan.docx')
        expect(faults(read)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('changed XML gives a refusal with words or a document, never an exception', async () => {
    const parts = wordParts({ numbering: NUMBERING, body: p('总体要求', listItem(1)) })
    const source = new TextDecoder().decode(parts['word/document.xml'])
    const from = source.indexOf('<w:body>')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: from, max: source.length }),
        fc.constantFrom('', '<', '>', '"', '/', '&', 'w:p', '</w:p>', '<w:tbl>', '<w:p/>'),
        fc.nat(6),
        async (at, text, drop) => {
          const changed = source.slice(0, at) + text + source.slice(at + drop)
          const read = await readSourceFile(zipSync({ ...parts, 'word/document.xml': strToU8(changed) }), 'plan.docx')
          expect(faults(read)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('any bytes at all give a refusal with words or a document with worded notes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('', 'PK\u0003\u0004', '<html>', '%PDF-1.4\n'),
        async (tail, head) => {
          const read = await readSourceFile(Buffer.concat([Buffer.from(head, 'latin1'), tail]), 'x')
          expect(faults(read)).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  }, 240_000)
})
