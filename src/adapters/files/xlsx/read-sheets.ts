import ExcelJS from 'exceljs'
import { accept, dec, decimalText, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '../file-limits.ts'
import { restore } from '../sheet-cells/formula-defusal.ts'
import { plainWorkbook } from './plain-parts.ts'

/** A sheet as plain text: figures as decimal strings, dates as ISO dates, defused text as it was meant. */
export interface ReadSheet {
  readonly name: string
  /** All rows with at least one value, from column A on. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** Parts of a sheet that hold no values, and that the library would expand cell by cell. */
const EXPANDED_NODES = [
  'dataValidations',
  'mergeCells',
  'conditionalFormatting',
  'hyperlinks',
  'autoFilter',
  'drawing',
  'legacyDrawing',
  'tableParts',
  'picture',
  'extLst',
]
/** Excel shows 15 digits; what stands behind them is the noise of binary floats. */
const EXCEL_DIGITS = 15

/** Reads a workbook for import; refuses formulas, macros, links to other files, and what is too large. */
export async function parseWorkbook(bytes: Uint8Array): Promise<Result<ReadSheet[]>> {
  const plain = await plainWorkbook(bytes)
  if (!plain.ok) return plain
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(plain.value.buffer, { ignoreNodes: [...EXPANDED_NODES] })
  } catch {
    return refuse('reader.damaged')
  }
  const sheets: ReadSheet[] = []
  for (const sheet of workbook.worksheets) {
    const read = readSheet(sheet)
    if (!read.ok) return read
    sheets.push(read.value)
  }
  return sheets.length > 0 ? accept(sheets) : refuse('reader.empty')
}

function readSheet(sheet: ExcelJS.Worksheet): Result<ReadSheet> {
  if (sheet.rowCount > MAX_SHEET_ROWS || sheet.columnCount > MAX_SHEET_COLUMNS) {
    return refuse('reader.workbookTooLarge', { limitRows: MAX_SHEET_ROWS, limitColumns: MAX_SHEET_COLUMNS }, sheet.name)
  }
  const rows: { number: number; cells: string[] }[] = []
  let formula: string | null = null
  sheet.eachRow((row, number) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.type === ExcelJS.ValueType.Formula) formula ??= cell.address
      cells.push(cellText(cell.value))
    })
    if (cells.some((text) => text !== '')) rows.push({ number, cells })
  })
  return formula === null
    ? accept({ name: sheet.name, rows })
    : refuse('reader.workbookFormula', { cell: formula }, sheet.name)
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return restore(value)
  if (typeof value === 'number') return decimalText(dec(value.toPrecision(EXCEL_DIGITS)))
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  if ('richText' in value) return restore(value.richText.map((piece) => piece.text).join(''))
  return 'text' in value ? restore(String(value.text)) : ''
}

/** Dates of a sheet have no zone; the library gives them as UTC. */
function dateText(value: Date): string {
  const text = value.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}
