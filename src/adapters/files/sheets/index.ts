import { refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import { csvRows } from '../csv/index.ts'
import { MAX_SHEET_CELLS, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from '../file-limits.ts'
import { plainWorkbook } from '../xlsx/plain-parts.ts'
import { sheetDocument } from './sheet-document.ts'
import { type SheetCell, workbookCells } from './workbook-cells.ts'

/** Reads a table of tasks from an Excel 97–2003 workbook. */
export async function readXls(bytes: Uint8Array): Promise<Result<SourceDocument>> {
  const sheets = await workbookCells(bytes)
  return sheets.ok ? sheetDocument(sheets.value, 'xls') : sheets
}

/** Reads a table of tasks from an xlsx, which is unpacked within limits before the library sees it. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<SourceDocument>> {
  const plain = await plainWorkbook(bytes)
  if (!plain.ok) return plain
  const sheets = await workbookCells(plain.value)
  return sheets.ok ? sheetDocument(sheets.value, 'xlsx') : sheets
}

/** Name of the one sheet of a text file. */
const SHEET = 'CSV'

/** Reads a table of tasks from separated text. */
export function readCsvTable(text: string): Result<SourceDocument> {
  const rows = csvRows(text)
  if (rows.length > MAX_SHEET_ROWS || rows.some((row) => row.length > MAX_SHEET_COLUMNS)) {
    return refuse('reader.workbookTooLarge', { limitRows: MAX_SHEET_ROWS, limitColumns: MAX_SHEET_COLUMNS })
  }
  const cells = rows.flatMap((row, at) =>
    row.flatMap((words, column): SheetCell[] => (words.trim() === '' ? [] : [[at, column, words]])),
  )
  if (cells.length > MAX_SHEET_CELLS) return refuse('reader.tooManyCells', { limitCells: MAX_SHEET_CELLS })
  return sheetDocument([{ name: SHEET, hidden: false, cells, merged: [] }], 'csv')
}

const FEWEST_COLUMNS = 3
const EVEN_SHARE = 0.9
const SAMPLE_CHARACTERS = 20_000
const SEPARATED = /[,;\t]/

/** Whether a text is a table of tasks: lines of the same number of fields, below a line of heads that are known. */
export function looksLikeTaskCsv(text: string): boolean {
  const [line = ''] = text.slice(0, 500).split(/[\r\n]/)
  if (!SEPARATED.test(line)) return false
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const whole = sample.length < text.length ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample
  const rows = csvRows(whole).filter((row) => row.some((field) => field.trim() !== ''))
  const width = rows[0]?.length ?? 0
  const even = rows.filter((row) => row.length === width).length
  if (width < FEWEST_COLUMNS || rows.length < 2 || even < rows.length * EVEN_SHARE) return false
  const read = readCsvTable(whole)
  return (
    read.ok &&
    read.value.blocks.some((block) => block.kind === 'table' && (block.tasks?.columns.includes('title') ?? false))
  )
}
