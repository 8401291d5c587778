import { expect, it } from 'vitest'
import { readCsv, writeCsv } from '../csv/index.ts'
import { readWorkbook, writeWorkbook } from '../workbook-files.ts'

const HOSTILE = [
  ...['=HYPERLINK("http://evil.test";"看")', '+1+1', '-2+3', '@SUM(1;1)', '＝1＋1', '＋1个', '－1＋2', '＠SUM(1)'],
  ...['\t=1+1', '\n=1+1', "'=1+1", "''＝1", '=cmd|" /C calc"!A0', '甲=1', '一行\n=二行', '"=1', ',=1', ';=1'],
]
const sheet = {
  name: '清单',
  title: '＝标题',
  columns: [
    { header: '=列一', width: 20, kind: 'text' },
    { header: '＠列二', width: 20, kind: 'number' },
  ],
  rows: HOSTILE.map((text) => [text, text]),
} as const
const meant = [['=列一', '＠列二'], ...HOSTILE.map((text) => [text, text])]

it('no cell of a CSV begins with what a program runs, and all come back as they were meant', () => {
  const bytes = writeCsv(sheet)
  const text = new TextDecoder().decode(bytes)
  const fields = [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, bare]) => quoted ?? bare,
  )
  expect(fields.length).toBeGreaterThan(2 * HOSTILE.length)
  for (const field of fields) expect(field).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
  expect(readCsv(bytes)).toEqual({ ok: true, value: meant })
})

it('no cell of a workbook does, none is a formula, and all come back as they were meant', async () => {
  const bytes = await writeWorkbook({ author: '挂图', date: '2026-07-31', sheets: [sheet] })
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  const cells: unknown[] = []
  workbook.eachSheet((page) => page.eachRow((row) => row.eachCell((cell) => cells.push(cell.value))))
  expect(cells.length).toBeGreaterThan(2 * HOSTILE.length)
  for (const value of cells)
    expect(value).toSatisfy((text) => typeof text !== 'object' && !/^[=+\-@＝＋－＠\t\r\n]/.test(String(text)))
  const read = await readWorkbook(bytes)
  expect(read.ok && read.value[0]?.rows.map((row) => row.cells).slice(-meant.length)).toEqual(meant)
})

it('a figure in full-width digits is written as a figure', () => {
  const bytes = writeCsv({
    ...sheet,
    rows: [
      ['甲', '－５．２０'],
      ['乙', '＋3'],
    ],
  })
  expect(new TextDecoder().decode(bytes).split('\r\n').slice(1, 3)).toEqual(['甲,-5.20', '乙,3'])
})
