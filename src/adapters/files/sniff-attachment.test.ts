import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readerRefusals } from '#core/reading'
import { p, wordFile } from './docx/word-package.fixture.ts'
import { sniffAttachment } from './sniff-attachment.ts'

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0)
const XLSX = zipSync({ 'xl/workbook.xml': strToU8('<a/>') })
const MACROS = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') })

it.each([
  ['现场照片.png', PNG, 'image/png', 'png'],
  ['现场照片.JPEG', JPEG, 'image/jpeg', 'jpg'],
  ['照片', JPEG, 'image/jpeg', 'jpg'],
  ['a.webp', strToU8('RIFF\u0001\u0001\u0001\u0001WEBPVP8 '), 'image/webp', 'webp'],
  ['批复.pdf', strToU8('%PDF-1.7'), 'application/pdf', 'pdf'],
  [
    'a.docx',
    wordFile({ body: p('甲') }),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'docx',
  ],
  ['a.xlsx', XLSX, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['a.txt', strToU8('说明'), 'text/plain', 'txt'],
  ['a.csv', strToU8('甲,乙'), 'text/csv', 'csv'],
])('%s is taken by its content', (name, bytes, mediaType, extension) => {
  expect(sniffAttachment(bytes, name)).toEqual({ ok: true, value: { mediaType, extension } })
})

it.each([
  ['照片.png', JPEG, 'reader.extensionMismatch'],
  ['a.svg', strToU8('<svg onload="x()"/>'), 'reader.extensionMismatch'],
  ['a.txt', strToU8('<!doctype html><script>x</script>'), 'reader.attachmentType'],
  ['a.html', strToU8('<html></html>'), 'reader.attachmentType'],
  ['a.pdf', Uint8Array.of(0x4d, 0x5a, 0x90, 0), 'reader.attachmentType'],
  ['a.xlsx', MACROS, 'reader.attachmentType'],
  ['a.zip', zipSync({ 'a.txt': strToU8('x') }), 'reader.attachmentType'],
  ['a.txt', Uint8Array.from({ length: 999 }, (_, at) => (at * 7_919) % 251), 'reader.attachmentType'],
  ['a.txt', new Uint8Array(), 'reader.empty'],
])('%s is refused by its content', (name, bytes, code) => {
  expect(sniffAttachment(bytes, name)).toMatchObject({ ok: false, refusal: { code, at: name } })
  expect(readerRefusals).toHaveProperty([code])
})
