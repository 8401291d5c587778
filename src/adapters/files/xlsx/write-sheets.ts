import ExcelJS from 'exceljs'
import { dec, isLocalDate, parseDecimal } from '#core/kit'
import type { SheetColumn, WorkbookView, WorksheetView } from '#core/publishing'
import { defuse } from '../sheet-cells/formula-defusal.ts'
import { displayWidth } from '../tree/display-width.ts'
import { uniqueSheetNames } from './sheet-names.ts'

/** Excel keeps 15 significant digits of a number; a longer one (an account, an identity number) is written as text. */
const EXCEL_DIGITS = 15
const THIN = { style: 'thin', color: { argb: 'FF8C8C8C' } } as const
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN } as const
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F0F0' } } as const
const INPUT_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } } as const
const A4 = 9
/** Height of one line of 11 pt; Excel allows a row 409 points. */
const LINE_POINTS = 15
const MOST_LINES = 27

/** Writes a workbook: frozen and filterable head, typed cells, A4 landscape one page wide, defused text. */
export async function renderWorkbook(view: WorkbookView): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = view.author
  workbook.lastModifiedBy = view.author
  workbook.created = new Date(`${view.date}T00:00:00Z`)
  workbook.modified = workbook.created
  const names = uniqueSheetNames(view.sheets.map((sheet) => sheet.name))
  for (const [index, sheet] of view.sheets.entries()) addSheet(workbook, sheet, names[index] ?? `Sheet${index + 1}`)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, view: WorksheetView, name: string): void {
  const headRow = view.title === undefined ? 1 : 2
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.4 },
    },
    headerFooter: { oddFooter: '&C— &P —' },
  })
  for (const [index, column] of view.columns.entries()) {
    sheet.getColumn(index + 1).width = column.width
    if (column.hidden) sheet.getColumn(index + 1).hidden = true
  }
  if (view.title !== undefined) addTitle(sheet, view.title, view.columns.length)
  addHead(sheet, view.columns, headRow)
  for (const [index, row] of view.rows.entries()) addRow(sheet, view.columns, row, headRow + 1 + index)
  if (view.isForm) makeForm(sheet, view, headRow)
}

/** Locks everything but the cells that ask. No password: it keeps from slips, not from anybody who wants to. */
function makeForm(sheet: ExcelJS.Worksheet, view: WorksheetView, headRow: number): void {
  for (const [index, { input, choices }] of view.columns.entries()) {
    if (!input) continue
    for (let row = headRow + 1; row <= headRow + view.rows.length; row += 1) {
      const cell = sheet.getCell(row, index + 1)
      cell.protection = { locked: false }
      cell.fill = INPUT_FILL
      if (choices) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${choices.join(',')}"`] }
    }
  }
  void sheet.protect('', { formatColumns: true, formatRows: true, autoFilter: true })
}

function addTitle(sheet: ExcelJS.Worksheet, title: string, columns: number): void {
  const cell = sheet.getCell(1, 1)
  cell.value = defuse(title)
  cell.font = { name: '黑体', size: 16 }
  cell.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 30
  if (columns > 1) sheet.mergeCells(1, 1, 1, columns)
}

function addHead(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[], row: number): void {
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1)
    cell.value = defuse(column.header)
    cell.font = { name: '黑体', size: 11 }
    cell.fill = HEAD_FILL
    cell.border = BORDER
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  }
  if (columns.length > 0) sheet.autoFilter = { from: { row, column: 1 }, to: { row, column: columns.length } }
}

function addRow(
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  values: WorksheetView['rows'][number],
  row: number,
): void {
  sheet.getRow(row).height = LINE_POINTS * linesNeeded(columns, values)
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1)
    const { value, format } = typedValue(values[index] ?? null, column)
    cell.value = value
    cell.numFmt = format
    cell.font = { name: '仿宋', size: 11 }
    cell.border = BORDER
    cell.alignment = { horizontal: column.align ?? usualAlign(column), vertical: 'middle', wrapText: true }
  }
}

/** Wrapped lines of the fullest cell; not every program fits the height of a row by itself. */
function linesNeeded(columns: readonly SheetColumn[], values: WorksheetView['rows'][number]): number {
  const lines = columns.map((column, index) => {
    const room = Math.max(1, column.width - 1)
    const parts = (values[index] ?? '').split('\n')
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(displayWidth(part) / room)), 0)
  })
  return Math.min(MOST_LINES, Math.max(1, ...lines))
}

function usualAlign(column: SheetColumn): 'left' | 'center' | 'right' {
  if (column.kind === 'text') return 'left'
  return column.kind === 'date' ? 'center' : 'right'
}

/** The cell's value in its kind; what does not fit the kind stays text, so that nothing is lost. */
function typedValue(text: string | null, column: SheetColumn): { value: ExcelJS.CellValue; format: string } {
  if (text === null) return { value: null, format: '@' }
  if (column.kind === 'date' && isLocalDate(text)) {
    return { value: new Date(`${text}T00:00:00Z`), format: 'yyyy-mm-dd' }
  }
  const figure = column.kind === 'number' || column.kind === 'decimal' ? parseDecimal(text) : null
  if (figure === null || dec(figure).precision(true) > EXCEL_DIGITS) return { value: defuse(text), format: '@' }
  return { value: figure.toNumber(), format: figureFormat(text, column) }
}

/** As many decimals as the figure states; thousands are set apart in amounts, not in counts and years. */
function figureFormat(text: string, column: SheetColumn): string {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return (column.kind === 'decimal' ? '#,##0' : '0') + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '')
}
