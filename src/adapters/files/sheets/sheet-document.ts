import { accept, countUpTo, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { withRecognisedColumns } from '#core/reading'
import type { SourceDocument, SourceFormat } from '#core/reading'
import { MAX_SHEET_CELLS } from '../file-limits.ts'
import { restore } from '../sheet-cells/formula-defusal.ts'
import { DocumentBuilder } from '../tree/document-builder.ts'
import type { CellDraft } from '../tree/document-builder.ts'
import type { SheetCells } from './workbook-cells.ts'

/** Rows above a table with one cell are its titles; more of them than this are a table of one column. */
const MOST_TITLES = 6

/**
 * A workbook as a document: the lines above a table are paragraphs, the table keeps its cells, each with its address, and its
 * columns are recognised by their heads.
 */
export function sheetDocument(sheets: readonly SheetCells[], format: SourceFormat): Result<SourceDocument> {
  const builder = new DocumentBuilder()
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet.cells.length > 0)
  const shown = sheets.filter((sheet) => !sheet.hidden)
  if (shown.reduce((sum, sheet) => sum + areaOf(sheet), 0) > MAX_SHEET_CELLS) {
    return refuse('reader.tooManyCells', { limitCells: MAX_SHEET_CELLS })
  }
  for (const sheet of shown) writeSheet(builder, sheet)
  if (hidden.length > 0) builder.note('reader.sheetsDropped', { sheets: hidden.map(({ name }) => name).join('、') })
  if (builder.isEmpty) return refuse('reader.empty')
  return accept(withRecognisedColumns(builder.build(format)))
}

/** Cells of the rows in use, empty ones as well: a table is laid out over all of them. */
function areaOf({ cells }: SheetCells): number {
  const rows = new Set(cells.map(([row]) => row)).size
  const columns = cells.map(([, column]) => column)
  const width =
    columns.reduce((most, column) => Math.max(most, column), -1) -
    columns.reduce((least, column) => Math.min(least, column), 0)
  return rows * Math.max(width, 1)
}

function writeSheet(builder: DocumentBuilder, { name, cells, merged }: SheetCells): void {
  const rows = new Map<number, Map<number, string>>()
  for (const [row, column, words] of cells) {
    const line = rows.get(row) ?? new Map<number, string>()
    rows.set(row, line.set(column, restore(words).replace(/\r\n?/g, '\n').trim()))
  }
  const numbers = [...rows.keys()].sort((a, b) => a - b)
  const titles = numbers.findIndex((row) => (rows.get(row)?.size ?? 0) > 1)
  const first = titles >= 0 && titles <= MOST_TITLES ? titles : 0
  for (const row of numbers.slice(0, first)) {
    for (const line of [...(rows.get(row)?.values() ?? [])].flatMap((words) => words.split('\n')))
      builder.paragraph(line.trim(), { align: 'center' })
  }
  builder.table(tableOf(numbers.slice(first), rows, merged), { sheet: name })
}

/** Rows of cells from the first used column to the last; what a merged range covers is left out, its first cell says how far it reaches. */
function tableOf(
  numbers: readonly number[],
  rows: ReadonlyMap<number, ReadonlyMap<number, string>>,
  merged: SheetCells['merged'],
): CellDraft[][] {
  const columns = numbers.flatMap((row) => [...(rows.get(row)?.keys() ?? [])])
  const from = columns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY)
  const to = columns.reduce((most, column) => Math.max(most, column), -1)
  const { spans, covered } = reach(numbers, merged, { from, to })
  return numbers.map((row) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index)
      .filter((column) => !covered.has(`${row} ${column}`))
      .map((column) => ({
        text: rows.get(row)?.get(column) ?? '',
        address: addressOf(row, column),
        ...spans.get(`${row} ${column}`),
      })),
  )
}

const itself = (row: number): number => row

/** How far merged ranges reach among the rows and columns that are used; the first of overlapping ranges counts. */
function reach(
  numbers: readonly number[],
  merged: SheetCells['merged'],
  used: { readonly from: number; readonly to: number },
): { spans: Map<string, { columnSpan?: number; rowSpan?: number }>; covered: Set<string> } {
  const spans = new Map<string, { columnSpan?: number; rowSpan?: number }>()
  const covered = new Set<string>()
  let room = MAX_SHEET_CELLS
  for (const { s, e } of merged) {
    const rows = numbers.slice(countUpTo(numbers, s.r - 1, itself), countUpTo(numbers, e.r, itself))
    const last = Math.min(e.c, used.to)
    const [first] = rows
    const start = Math.max(s.c, used.from)
    if (first === undefined || last < start || covered.has(`${first} ${start}`) || spans.has(`${first} ${start}`))
      continue
    const [columnSpan, rowSpan] = [last - start + 1, rows.length]
    room -= columnSpan * rowSpan
    if (room < 0) break
    for (const row of rows) for (let column = start; column <= last; column += 1) covered.add(`${row} ${column}`)
    covered.delete(`${first} ${start}`)
    spans.set(`${first} ${start}`, {
      ...(columnSpan > 1 ? { columnSpan } : {}),
      ...(rowSpan > 1 ? { rowSpan } : {}),
    })
  }
  return { spans, covered }
}

function addressOf(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return `${letters}${row + 1}`
}
