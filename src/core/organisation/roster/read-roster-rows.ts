import { noWords, type RosterLine, type TextSheet } from './roster-types.ts'
import { type RosterSheet, rosterSheets } from './roster-shape.data.ts'

/** One row of a sheet: its number, and its cells by the head of their column. */
export interface RosterRow {
  readonly number: number
  readonly cell: (head: string) => string
}

/** The rows of one sheet under its head, wherever that stands; empty where the workbook has no such sheet. */
export function rowsOf(
  sheets: readonly TextSheet[],
  which: RosterSheet,
): { readonly rows: readonly RosterRow[]; readonly fault: RosterLine | null } {
  const { name, needed } = rosterSheets[which]
  const sheet = sheets.find((one) => one.name.trim() === name)
  if (!sheet) return { rows: [], fault: null }
  const trimmed = sheet.rows.map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.trim()) }))
  const head = trimmed.findIndex(({ cells }) => cells.includes(needed[0]))
  const heads = trimmed[head]?.cells ?? []
  const missing = needed.find((column) => !heads.includes(column))
  if (missing !== undefined) return { rows: [], fault: headFault(which, missing) }
  const rows = trimmed.slice(head + 1).map(({ number, cells }): RosterRow => {
    return { number, cell: (column) => cells[heads.indexOf(column)] ?? '' }
  })
  return { rows: rows.filter((row) => heads.some((column) => row.cell(column) !== '')), fault: null }
}

function headFault(sheet: RosterSheet, column: string): RosterLine {
  const refusal = { code: 'roster.headMissing', detail: { column, sheet: rosterSheets[sheet].name } }
  return { sheet, row: 1, what: '', outcome: 'refused', words: noWords, column, refusal }
}

/** A line that says why a row cannot be loaded. */
export function refusedLine(
  at: Pick<RosterLine, 'sheet' | 'row' | 'what'>,
  column: string,
  code: string,
  detail: Readonly<Record<string, string | number>> = {},
): RosterLine {
  return { ...at, outcome: 'refused', words: noWords, column, refusal: { code, detail } }
}
