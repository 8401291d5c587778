import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { TASK_MERGES, TASK_ROWS, workbook } from '../../src/adapters/files/sheets/task-workbook.fixture.ts'
import { wordParts } from '../../src/adapters/files/docx/word-package.fixture.ts'

const MEGABYTE = 1024 * 1024

/** A Word file whose document part is replaced or changed. */
export function wordWith(change: (xml: string) => string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const parts = wordParts({ body: '<w:p><w:r><w:t>一、全年完成投资12亿元。</w:t></w:r></w:p>' })
  const xml = new TextDecoder().decode(parts['word/document.xml'])
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(xml)), ...more })
}

const repeated = (unit: string, megabytes: number) => unit.repeat(Math.ceil((megabytes * MEGABYTE) / unit.length))
const inBody = (added: string) => (xml: string) => xml.replace('</w:body>', `${added}</w:body>`)

const pdfStream = (dictionary: string, body: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${body.length}>>\nstream\n`),
    ...[body, Buffer.from('\nendstream')],
  ])

/** A PDF of one page from its objects: 1 catalogue, 2 pages, 3 font, 4 page, then those that are given. */
function pdf(resources: string, further: readonly Uint8Array[]): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<${resources}>>/Contents 5 0 R>>`
  const first = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[4 0 R]>>', FONT, page]
  const objects = [...first.map((text) => Buffer.from(text)), ...further]
  const numbered = objects.map((object, at) =>
    Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  )
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...numbered, Buffer.from('trailer<</Root 1 0 R/Size 99>>\n%%EOF')])
}

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const DRAWN = 'BT /F1 12 Tf 10 10 Td (aaaaaaaaaaaaaaaa) Tj ET\n'
const packed = (text: string) => deflateSync(Buffer.from(text), { level: 9 })
const own = '/Font<</F1 3 0 R>>'

/** Forms that each draw the next one ten times: ten to the power of their number of texts. */
function formsOfForms(depth: number): Uint8Array {
  const form = (resources: string, text: string) =>
    pdfStream(`/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<${resources}>>`, Buffer.from(text))
  const chain = Array.from({ length: depth }, (_, at) => form(`/XObject<</X ${7 + at} 0 R>>`, '/X Do '.repeat(10)))
  return pdf('/XObject<</X 6 0 R>>', [pdfStream('', Buffer.from('/X Do')), ...chain, form(own, DRAWN)])
}

const oldWorkbook = () => workbook({ 任务: { rows: TASK_ROWS, merged: TASK_MERGES } }, 'biff8')
const oldWord = () =>
  new Uint8Array(readFileSync(new URL('../../src/adapters/files/doc/written-plan.fixture.doc', import.meta.url)))

/** Files that fill memory or time where they are let, with the code that refuses each. Made when asked for. */
export const bombs: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['a Word part of 200 MB of nothing', 'reader.zipBomb', () => wordWith(inBody(repeated(' ', 200)))],
  ['thousands of entries', 'reader.zipBomb', () => wordWith((xml) => xml, manyEntries(5_000))],
  [
    'entities of entities',
    'reader.damaged',
    () => wordWith((xml) => xml.replace('?>', `?>${laughs()}`).replace('一、', '&z;')),
  ],
  [
    'XML without end of depth',
    'reader.zipBomb',
    () => wordWith(inBody('<w:p>'.repeat(2_000) + '</w:p>'.repeat(2_000))),
  ],
  [
    'a page of 300 MB of nothing',
    'reader.zipBomb',
    () => pdf(own, [pdfStream('/Filter/FlateDecode', packed(repeated(' ', 300)))]),
  ],
  [
    'a page packed twice',
    'reader.zipBomb',
    () => pdf(own, [pdfStream('/Filter[/FlateDecode/FlateDecode]', deflateSync(packed(repeated(DRAWN, 300))))]),
  ],
  [
    'a page that calls itself a picture',
    'reader.scannedPdf',
    () => pdf(own, [pdfStream('/Subtype/Image/Filter/FlateDecode', packed(repeated(DRAWN, 300)))]),
  ],
  ['drawings of drawings', 'reader.zipBomb', () => formsOfForms(9)],
  ['a workbook', 'reader.zipBomb', () => zipSync({ 'xl/workbook.xml': strToU8(repeated('<row/>', 60)) })],
  ['half an old workbook', 'reader.damaged', () => oldWorkbook().subarray(0, 1_500)],
  ['half an old Word file', 'reader.damaged', () => oldWord().subarray(0, 4_000)],
]

function manyEntries(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/media/${at}.bin`, new Uint8Array(1)]))
}

function laughs(): string {
  const names = [...'abcdefghijklmnopqrstuvwxyz']
  const entities = names.slice(1).map((name, at) => `<!ENTITY ${name} "${`&${names[at]};`.repeat(10)}">`)
  return `<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈">${entities.join('')}]>`
}
