import { accept, refuse } from '#core/kit'
import type { Refusal, Result } from '#core/kit'
import type { RateParts } from '../rate-parts.ts'
import type { Claim, ReportBody } from '../types.ts'
import { claimCells, noChangeCell, sheetColumns, type SheetColumnId } from './sheet-columns.data.ts'

/** Names a line of a sheet, and the revision of the report that the sheet was made from (0 = none yet). */
export interface SheetRowKey {
  readonly cadenceId: string
  readonly periodId: string
  readonly itemId: string
  readonly revision: number
}

/** A row that came back: what it says, or what is wrong in it and where. `row` as the spreadsheet counts. */
export interface FilledRow {
  readonly row: number
  readonly key: SheetRowKey | null
  /** null = nothing was filled in. */
  readonly said: Omit<ReportBody, 'evidence'> | null
  readonly problem: { readonly column: SheetColumnId; readonly refusal: Refusal } | null
}

/** Cells of a workbook as readers give them: rows counted from 1, cells from the first column. */
export interface SheetRows {
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

const KEY = /^([0-9a-f-]{36})\/(\d{4}(?:-[A-Z]\d{1,3})?|\d{4}-\d{2}-\d{2})\/([0-9a-f-]{36})\/(\d{1,6})$/

/** The key cell of a line. */
export function sheetRowKey({ cadenceId, periodId, itemId, revision }: SheetRowKey): string {
  return [cadenceId, periodId, itemId, revision].join('/')
}

function keyOf(text: string): SheetRowKey | null {
  const [, cadenceId, periodId, itemId, revision] = KEY.exec(text.trim()) ?? []
  if (cadenceId === undefined || periodId === undefined || itemId === undefined) return null
  return { cadenceId, periodId, itemId, revision: Number(revision) }
}

const NEEDED: readonly SheetColumnId[] = ['key', 'figure', 'noChange', 'claim', 'paragraph']

/** Reads a sheet that came back, whatever order its columns are in now; every row by itself, none is lost. */
export function readFilledSheet(sheets: readonly SheetRows[]): Result<readonly FilledRow[]> {
  for (const { rows } of sheets) {
    const at = rows.findIndex(({ cells }) => cells.some((cell) => isHead(cell, 'key')))
    const head = rows[at]
    if (!head) continue
    const columns = new Map(sheetColumns.map(({ id }) => [id, head.cells.findIndex((cell) => isHead(cell, id))]))
    const missing = NEEDED.find((id) => (columns.get(id) ?? -1) < 0)
    if (missing) return refuse('sheet.columnMissing', { column: wordsOf(missing) })
    const filled = rows.slice(at + 1).map(({ number, cells }) => {
      const cell = (id: SheetColumnId): string => cells[columns.get(id) ?? -1]?.trim() ?? ''
      return filledRow(number, cell)
    })
    return accept(withoutTwins(filled))
  }
  return refuse('sheet.notOurs')
}

const wordsOf = (id: SheetColumnId): string => sheetColumns.find((column) => column.id === id)?.zh ?? id

function isHead(cell: string, id: SheetColumnId): boolean {
  const column = sheetColumns.find((one) => one.id === id)
  return column !== undefined && [column.zh, column.en].some((words) => words === cell.trim())
}

type Cell = (id: SheetColumnId) => string

function filledRow(row: number, cell: Cell): FilledRow {
  const key = keyOf(cell('key'))
  const inputs = sheetColumns.filter((column) => 'input' in column && !('known' in column)).map(({ id }) => cell(id))
  const isEmpty = inputs.every((text) => text === '')
  if (key === null) {
    const refusal = refuse('sheet.keyBroken').refusal
    return { row, key, said: null, problem: isEmpty && cell('key') === '' ? null : { column: 'key', refusal } }
  }
  if (isEmpty) return { row, key, said: null, problem: null }
  const claim = claimOf(cell('claim'))
  if (!claim.ok) return { row, key, said: null, problem: { column: 'claim', refusal: claim.refusal } }
  const noChange = noChangeOf(cell('noChange'))
  if (!noChange.ok) return { row, key, said: null, problem: { column: 'noChange', refusal: noChange.refusal } }
  return { row, key, said: saidOf(cell, claim.value, noChange.value), problem: null }
}

function saidOf(cell: Cell, claim: Claim | null, noChange: boolean): Omit<ReportBody, 'evidence'> {
  const [what, needs, by] = [cell('what'), cell('needs'), cell('by')]
  const isBlocked = what !== '' || needs !== ''
  return {
    figure: cell('figure') === '' ? null : cell('figure'),
    noChange,
    claim,
    paragraph: cell('paragraph'),
    blockage: isBlocked ? { what, needs, by: by === '' ? null : by } : null,
    nodesDone: listed(cell('nodes')),
    ...(cell('numerator') === '' ? {} : { parts: partsOf(cell) }),
  }
}

/** What a rate is made of; the percentage itself is not asked. */
function partsOf(cell: Cell): RateParts {
  const [numerator, denominator] = [cell('numerator'), cell('denominator')]
  const source = { keptBy: cell('keptBy'), asOf: cell('asOf'), document: cell('document') }
  return { numerator, denominator, ...source, uncovered: listed(cell('uncovered')) }
}

const listed = (text: string): readonly string[] =>
  text
    .split(/[;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

function claimOf(text: string): Result<Claim | null> {
  if (text === '') return accept(null)
  const found = (Object.keys(claimCells) as Claim[]).find((claim) =>
    Object.values(claimCells[claim]).some((words) => words === text.toLowerCase()),
  )
  return found ? accept(found) : refuse('sheet.claimUnknown', { text })
}

function noChangeOf(text: string): Result<boolean> {
  if (text === '' || text === '否' || text.toLowerCase() === 'no') return accept(false)
  const isYes = Object.values(noChangeCell).some((words) => words === text.toLowerCase())
  return isYes ? accept(true) : refuse('sheet.noChangeUnknown', { text })
}

/** A line that stands twice: which of them was meant nobody can know. */
function withoutTwins(rows: readonly FilledRow[]): readonly FilledRow[] {
  const seen = new Map<string, number>()
  return rows
    .filter(({ key, problem }) => key !== null || problem !== null)
    .map((one): FilledRow => {
      const text = one.key === null ? null : [one.key.cadenceId, one.key.periodId, one.key.itemId].join('/')
      const first = text === null ? undefined : seen.get(text)
      if (text !== null && first === undefined) seen.set(text, one.row)
      if (first === undefined) return one
      return {
        ...one,
        said: null,
        problem: { column: 'key', refusal: refuse('sheet.rowTwice', { row: first }).refusal },
      }
    })
}
