import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { WorkbookView, WorksheetView } from '#core/publishing'
import { MAX_SHEET_ROWS } from '../file-limits.ts'
import { readWorkbook, writeWorkbook } from '../workbook-files.ts'
import { uniqueSheetNames } from './sheet-names.ts'

const SHEET: WorksheetView = {
  name: '任务清单',
  title: '青澜区“六大攻坚”任务清单',
  columns: [
    { header: '任务', width: 40, kind: 'text' },
    { header: '个数', width: 8, kind: 'number' },
    { header: '金额（亿元）', width: 12, kind: 'decimal' },
    { header: '时限', width: 12, kind: 'date' },
  ],
  rows: [
    ['=HYPERLINK("http://x")', '2025', '1234.50', '2026-06-30'],
    ['-新增', '-3', '年内', '6月底'],
    ['号码', '12345678901234567890', null, null],
  ],
}
const VIEW: WorkbookView = { author: '总专班办公室', date: '2026-08-02', sheets: [SHEET] }

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

/** A workbook of one sheet made by hand, with changes to its parts. */
async function made(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('甲'))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function withPart(bytes: Uint8Array, name: string, change: (source: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) })
}

describe('writeWorkbook', () => {
  it('types cells, defuses text and loses nothing that does not fit its kind', async () => {
    const sheet = (await open(await writeWorkbook(VIEW))).getWorksheet('任务清单')
    const cells = [3, 4, 5].map((row) => [1, 2, 3, 4].map((column) => sheet?.getCell(row, column).value ?? null))
    expect(cells).toEqual([
      [`'=HYPERLINK("http://x")`, 2025, 1234.5, new Date('2026-06-30T00:00:00Z')],
      ["'-新增", -3, '年内', '6月底'],
      ['号码', '12345678901234567890', null, null],
    ])
    expect([sheet?.getCell('B3').numFmt, sheet?.getCell('C3').numFmt, sheet?.getCell('D3').numFmt]).toEqual([
      '0',
      '#,##0.00',
      'yyyy-mm-dd',
    ])
  })

  it('freezes and filters the head, and prints A4 landscape one page wide', async () => {
    const sheet = (await open(await writeWorkbook(VIEW))).getWorksheet(1)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet?.autoFilter).toBe('A2:D2')
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    })
    expect(sheet?.getColumn(1).width).toBe(40)
    expect([3, 4].map((row) => sheet?.getRow(row).height)).toEqual([15, 15])
    expect(sheet?.getCell('A1').value).toBe('青澜区“六大攻坚”任务清单')
  })
})

it('makes rows as high as their wrapped text', async () => {
  const rows = [
    ['一二三四五六七八九十一二三', null],
    ['甲\n乙\n丙', '短'],
  ] as const
  const columns = [20, 10].map((width) => ({ header: '任务', width, kind: 'text' as const }))
  const sheet = (await open(await writeWorkbook({ ...VIEW, sheets: [{ name: '表', columns, rows }] }))).getWorksheet(1)
  expect([2, 3].map((row) => sheet?.getRow(row).height)).toEqual([30, 45])
})

describe('readWorkbook', () => {
  it('gives back what was written, as text', async () => {
    expect(await readWorkbook(await writeWorkbook(VIEW))).toEqual({
      ok: true,
      value: [
        {
          name: '任务清单',
          rows: [
            { number: 1, cells: ['青澜区“六大攻坚”任务清单', '', '', ''] },
            { number: 2, cells: ['任务', '个数', '金额（亿元）', '时限'] },
            { number: 3, cells: ['=HYPERLINK("http://x")', '2025', '1234.5', '2026-06-30'] },
            { number: 4, cells: ['-新增', '-3', '年内', '6月底'] },
            { number: 5, cells: ['号码', '12345678901234567890', '', ''] },
          ],
        },
      ],
    })
  })

  it('reads floats without their noise, rich text and links', async () => {
    const bytes = await made((sheet) => {
      sheet.addRow([
        0.1 + 0.2,
        1e-7,
        { richText: [{ text: '甲' }, { text: '乙' }] },
        { text: '链接', hyperlink: 'http://x' },
        true,
      ])
    })
    expect(await readWorkbook(bytes)).toMatchObject({
      value: [{ rows: [{ cells: ['0.3', '0.0000001', '甲乙', '链接', 'TRUE'] }] }],
    })
  })

  it('refuses formulas, macros, links to other files, a DOCTYPE, too many rows, and what is no workbook', async () => {
    const plain = await made((sheet) => sheet.addRow(['甲']))
    const formula = await made((sheet) => {
      sheet.getCell('B2').value = { formula: '1+1', result: 2 }
    })
    const long = await made((sheet) => {
      sheet.getCell(MAX_SHEET_ROWS + 1, 1).value = '甲'
    })
    const extra = (name: string) => zipSync({ ...unzipSync(plain), [name]: strToU8('x') })
    const codes: unknown[] = []
    for (const bytes of [
      formula,
      extra('xl/vbaProject.bin'),
      extra('xl/externalLinks/externalLink1.xml'),
      withPart(plain, 'xl/worksheets/sheet1.xml', (source) => source.replace('?>', '?><!DOCTYPE a>')),
      long,
      zipSync({ 'a.txt': strToU8('x') }),
      plain.subarray(0, plain.length - 30),
    ]) {
      const read = await readWorkbook(bytes)
      codes.push(read.ok ? 'read' : [read.refusal.code, read.refusal.detail?.['cell']].filter(Boolean).join(' '))
    }
    expect(codes).toEqual([
      'reader.workbookFormula B2',
      'reader.workbookMacro',
      'reader.workbookMacro',
      'reader.damaged',
      'reader.workbookTooLarge',
      'reader.unknownFormat',
      'reader.damaged',
    ])
  })

  it('is not held up by ranges over the whole sheet', async () => {
    const plain = await made((sheet) => sheet.addRow(['甲']))
    const hostile = withPart(
      withPart(plain, 'xl/worksheets/sheet1.xml', (source) =>
        source.replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
        ),
      ),
      'xl/workbook.xml',
      (source) =>
        source.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="a">甲!$A$1:$XFD$1048576</definedName></definedNames>',
        ),
    )
    expect(await readWorkbook(hostile)).toMatchObject({ ok: true, value: [{ rows: [{ cells: ['甲'] }] }] })
  })

  it('comes back cell by cell', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('甲', 'a', '=', '-', '+', '@', "'", '1', ' '),
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const columns = ['a', 'b'].map((header) => ({ header, width: 10, kind: 'text' as const }))
        const read = await readWorkbook(await writeWorkbook({ ...VIEW, sheets: [{ name: '表', columns, rows }] }))
        expect(read.ok && read.value[0]?.rows.slice(1).map((row) => row.cells)).toEqual(rows)
      }),
      { numRuns: 25 },
    )
  })
})

it('makes names of sheets that Excel takes', () => {
  const names = uniqueSheetNames(["'甲/乙'", '', '甲 乙', '总'.repeat(40), '总'.repeat(35)])
  expect(names).toEqual(['甲 乙', '表', '甲 乙(2)', '总'.repeat(31), `${'总'.repeat(28)}(2)`])
})
