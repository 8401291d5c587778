import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '#adapters/files'
import * as reporting from '#app/reporting'
import type { Result } from '#core/kit'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { restate } from './support/target-steps.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const D07 = '2026-D07'
const BEFORE = '2026-03-10T02:00:00.000Z'
const HEAD_ROW = 2

const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)
const said = (figure: string | null, rest: Partial<reporting.SaidBody> = {}): reporting.SaidBody => ({
  ...{ figure, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [], ...rest },
})

/** Opens a downloaded sheet as a clerk does in a spreadsheet program. */
async function openBook(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  const head = sheet.getRow(HEAD_ROW).values as (string | undefined)[]
  const column = (title: string) => head.findIndex((cell) => cell === title)
  const rowOf = (item: string): number => {
    for (let row = HEAD_ROW + 1; row <= sheet.rowCount; row += 1)
      if (sheet.getCell(row, column('事项')).value === item) return row
    throw new Error(`no row ${item}`)
  }
  return {
    ...{ book, sheet, column },
    fill: (item: string, cells: Readonly<Record<string, string | number>>) => {
      for (const [title, cell] of Object.entries(cells)) sheet.getCell(rowOf(item), column(title)).value = cell
    },
    bytes: async () => new Uint8Array(await book.xlsx.writeBuffer()),
  }
}

async function opened(regionId: string) {
  const plan = await insertReportingPlan(test, regionId)
  const period = { cadenceId: plan.cadenceId, periodId: D07 }
  must(await reporting.openPeriod(plan.as('coordinator', BEFORE), period))
  const key = (item: keyof ReportingPlan['items']) => ({ ...period, itemId: plan.items[item] })
  const sheetOf = async (who: PersonName, unit: keyof ReportingPlan['units']) =>
    reporting.exportSheet(plan.as(who, BEFORE), { ...period, unitId: plan.units[unit] })
  const book = async (who: PersonName = 'tradeReporter') =>
    openBook(await writeWorkbook(must(await sheetOf(who, 'trade')).view))
  const preview = async (bytes: Uint8Array, who: PersonName = 'tradeReporter') =>
    reporting.previewSheet(plan.as(who, BEFORE), { sheets: must(await readWorkbook(bytes)), unitId: null })
  return { plan, period, key, sheetOf, book, preview }
}

describe('a sheet goes out', () => {
  it('with one keyed row a line, locked but for the cells that ask; the key column is hidden', async () => {
    const { sheet, column, book } = await (await opened('out')).book()
    expect(sheet.rowCount).toBe(HEAD_ROW + 2)
    expect(sheet.getColumn(column('行键')).hidden).toBe(true)
    expect(sheet.getCell(HEAD_ROW + 1, column('数值')).protection).toMatchObject({ locked: false })
    expect(sheet.getCell(HEAD_ROW + 1, column('事项')).protection?.locked ?? true).toBe(true)
    expect(sheet.getCell(HEAD_ROW + 1, column('进展')).dataValidation).toMatchObject({ type: 'list' })
    const written = new Uint8Array(await book.xlsx.writeBuffer())
    expect(written.length).toBeGreaterThan(1000)
  })

  it('to its own unit, and to nobody else who does not file for an outside body', async () => {
    const { sheetOf } = await opened('whose')
    expect(code(await sheetOf('buildReporter', 'trade'))).toBe('right.denied')
    expect(code(await sheetOf('officeStaff', 'trade'))).toBe('right.denied')
    expect(code(await sheetOf('tradeReporter', 'trade'))).toBe('accepted')
    expect(code(await sheetOf('coordinator', 'office'))).toBe('respondent.noLines')
  })
})

describe('a sheet comes back', () => {
  it('as a dry run that writes nothing; what it would file is filed by the ordinary way', async () => {
    const { plan, preview, book, key } = await opened('back')
    const filled = await book()
    filled.fill('走访企业', { 数值: 30, 说明: '本旬走访30家' })
    filled.fill('新签约项目', {
      数值: 2,
      进展: '受阻',
      受阻事项: '缺资金',
      需要谁支持: '请财政支持',
      希望何时解决: '2026-03-20',
    })
    const rows = must(await preview(await filled.bytes()))
    expect(rows.map(({ verdict, title }) => [verdict, title])).toEqual([
      ['files', '走访企业'],
      ['files', '新签约项目'],
    ])
    expect(rows[1]?.mine).toMatchObject({
      figure: '2',
      claim: 'blocked',
      blockage: { what: '缺资金', by: '2026-03-20' },
    })
    const context = plan.as('tradeReporter', BEFORE)
    expect(must(await reporting.readMyWork(context)).toReport.every(({ report }) => report === null)).toBe(true)
    const inputs = rows.flatMap(({ shown, mine }) =>
      shown && mine ? [{ ...shown, body: mine, requestKey: 'k1' }] : [],
    )
    const outcomes = must(await reporting.submitReports(context, inputs))
    expect(outcomes.map(({ result }) => code(result))).toEqual(['accepted', 'accepted'])
    const again = must(await preview(await filled.bytes()))
    expect(
      again.map(({ verdict }) => verdict),
      'sent once more it is there already',
    ).toEqual(['same', 'same'])
    expect(key('visits').itemId).toBe(rows[0]?.shown?.itemId)
  })

  it('shows side by side what a colleague has said meanwhile, and what was sent already', async () => {
    const { plan, preview, book, key } = await opened('conflict')
    const filled = await book()
    filled.fill('走访企业', { 数值: 30 })
    filled.fill('新签约项目', { 数值: 2 })
    must(await reporting.saveDraft(plan.as('tradeSecond', BEFORE), { ...key('visits'), revision: 0, body: said('28') }))
    const sent = { ...key('deals'), revision: 0, requestKey: null, body: said('3') }
    must(await reporting.submitReport(plan.as('tradeSecond', BEFORE), sent))
    expect(must(await preview(await filled.bytes()))).toMatchObject([
      { verdict: 'conflict', mine: { figure: '30' }, theirs: { figure: '28' }, shown: { revision: 1 } },
      { verdict: 'sent', mine: { figure: '2' }, theirs: { figure: '3' } },
    ])
  })

  it('names each bad row with its column and remedy, and loses none of the others', async () => {
    const { preview, book } = await opened('bad')
    const filled = await book()
    filled.fill('走访企业', { 数值: '约三十' })
    filled.fill('新签约项目', { 数值: 2, 进展: '还行' })
    const rows = must(await preview(await filled.bytes()))
    expect(rows.map(({ row, verdict, problem }) => [row, verdict, problem?.column, problem?.refusal.code])).toEqual([
      [HEAD_ROW + 1, 'problem', 'figure', 'report.figureNotNumber'],
      [HEAD_ROW + 2, 'problem', 'claim', 'sheet.claimUnknown'],
    ])
  })

  it('finds rows whatever became of their order; a row twice, a broken key and a stranger are named', async () => {
    const { preview, book } = await opened('order')
    const stranger = await (await opened('stranger')).book()
    const filled = await book()
    const { sheet, column } = filled
    filled.fill('走访企业', { 数值: 30 })
    const keyAt = column('行键')
    const first = sheet.getRow(HEAD_ROW + 1)
    const copied = sheet.addRow(first.values as ExcelJS.CellValue[])
    const broken = sheet.addRow([])
    broken.getCell(keyAt).value = '走访企业'
    broken.getCell(column('数值')).value = 9
    const foreign = sheet.addRow([])
    foreign.getCell(keyAt).value = stranger.sheet.getCell(HEAD_ROW + 1, stranger.column('行键')).value
    foreign.getCell(column('数值')).value = 9
    const rows = must(await preview(await filled.bytes()))
    expect(rows.map(({ row, verdict, problem }) => [row, verdict, problem?.refusal.code])).toEqual([
      [HEAD_ROW + 1, 'files', undefined],
      [HEAD_ROW + 2, 'empty', undefined],
      [copied.number, 'problem', 'sheet.rowTwice'],
      [broken.number, 'problem', 'sheet.keyBroken'],
      [foreign.number, 'problem', 'sheet.rowUnknown'],
    ])
  })

  it('of another unit, or by somebody who does not report, files nothing', async () => {
    const { preview, book } = await opened('others')
    const filled = await book()
    filled.fill('走访企业', { 数值: 30 })
    const rows = must(await preview(await filled.bytes(), 'buildReporter'))
    expect(rows.map(({ problem }) => problem?.refusal.code)).toEqual(['sheet.rowUnknown', 'sheet.rowUnknown'])
    expect(code(await preview(await filled.bytes(), 'tradeSigner'))).toBe('right.denied')
  })
})

describe('a rate', () => {
  const rate = { kind: 'level', measure: 'stock', value: '90', unit: '%' } as const
  const parts = { 分子: 48, 分母: 64, 台账由谁掌握: '区卫健局', 台账截至: '2026-03-10', 依据文件: '签约台账' }

  it('has columns of its own, in a sheet that asks one, and none elsewhere', async () => {
    const { plan, book } = await opened('rate-out')
    expect((await book()).column('分子')).toBe(-1)
    await restate(test, plan, { visits: { item: { accumulation: 'snapshot' }, target: rate } })
    const { sheet, column } = await book()
    const cell = (title: string) => sheet.getCell(HEAD_ROW + 1, column(title)).value
    expect([cell('事项'), cell('台账由谁掌握'), cell('台账截至')]).toEqual(['走访企业', '区商务局', '2026-03-10'])
    expect(sheet.getCell(HEAD_ROW + 1, column('分子')).protection).toMatchObject({ locked: false })
  })

  it('is filed by its parts; a bare percentage is named with its column', async () => {
    const { plan, book, preview } = await opened('rate-back')
    await restate(test, plan, { visits: { item: { accumulation: 'snapshot' }, target: rate } })
    const untouched = must(await preview(await (await book()).bytes()))
    expect(untouched[0]?.verdict, 'what was known beforehand says nothing').toBe('empty')
    const bare = await book()
    bare.fill('走访企业', { 数值: 75 })
    const [refused] = must(await preview(await bare.bytes()))
    expect(refused?.problem).toMatchObject({ column: 'numerator', refusal: { code: 'report.barePercentage' } })
    const zero = await book()
    zero.fill('走访企业', { ...parts, 分母: 0 })
    const [undue] = must(await preview(await zero.bytes()))
    expect(undue?.problem).toMatchObject({ column: 'denominator' })
    const filled = await book()
    filled.fill('走访企业', parts)
    const bytes = await filled.bytes()
    const [row] = must(await preview(bytes))
    expect(row).toMatchObject({
      verdict: 'files',
      mine: { figure: null, parts: { numerator: '48', denominator: '64' } },
    })
    if (!row?.shown || !row.mine) throw new Error('nothing to file')
    const input = { ...row.shown, body: row.mine, requestKey: null }
    const [outcome] = must(await reporting.submitReports(plan.as('tradeReporter', BEFORE), [input]))
    expect(outcome && code(outcome.result)).toBe('accepted')
    expect(must(await preview(bytes))[0]?.verdict).toBe('same')
  })
})

describe('a hostile workbook', () => {
  it('is refused before anything of it is believed', async () => {
    const { book, preview } = await opened('hostile')
    const filled = await book()
    filled.sheet.getCell(HEAD_ROW + 1, filled.column('数值')).value = { formula: 'HYPERLINK("http://x")', result: 3 }
    expect(code(await readWorkbook(await filled.bytes()))).toBe('reader.workbookFormula')
    const docx = new Uint8Array(await readFile(new URL('../samples/qinglan-2026/plan.docx', import.meta.url)))
    expect(code(await readWorkbook(docx))).toBe('reader.unknownFormat')
    expect(code(await readWorkbook(new TextEncoder().encode('key,1')))).not.toBe('accepted')
    const strange = new ExcelJS.Workbook()
    strange.addWorksheet('x').addRow(['a', 'b'])
    expect(code(await preview(new Uint8Array(await strange.xlsx.writeBuffer())))).toBe('sheet.notOurs')
  })

  it('cannot smuggle an endless figure or a huge text into a report; what looks like a formula stays text', async () => {
    const { book, preview } = await opened('texts')
    const filled = await book()
    filled.fill('走访企业', { 数值: '1e999999999', 说明: 'x' })
    filled.fill('新签约项目', { 数值: 2, 说明: '好'.repeat(3000) })
    const rows = must(await preview(await filled.bytes()))
    expect(rows.map(({ verdict, problem }) => [verdict, problem?.column])).toEqual([
      ['problem', 'figure'],
      ['problem', 'paragraph'],
    ])
    filled.fill('新签约项目', { 数值: 2, 说明: '=1+1' })
    const again = must(await preview(await filled.bytes()))
    expect(again[1]?.mine?.paragraph).toBe('=1+1')
  })

  it('loses its columns with a word of what to do', async () => {
    const { book, preview } = await opened('columns')
    const filled = await book()
    filled.sheet.spliceColumns(filled.column('数值'), 1)
    const refused = await preview(await filled.bytes())
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'sheet.columnMissing', detail: { column: '数值' } } })
  })
})
