import type { LocalDate } from '#core/kit'
import type { SheetColumn, WorkbookView } from '#core/publishing'
import { claimCells, noChangeCell, sheetColumns, type SheetColumnId } from './sheet-columns.data.ts'

/** A line as a sheet to be filled in shows it: cells by column, texts ready to read. */
export type SheetFormRow = Readonly<Partial<Record<SheetColumnId, string | null>>>

const DECIMALS: readonly SheetColumnId[] = ['figure', 'numerator', 'denominator']

const choicesOf: Partial<Record<SheetColumnId, readonly string[]>> = {
  claim: Object.values(claimCells).map(({ zh }) => zh),
  noChange: [noChangeCell.zh],
}

/** A unit's sheet as a workbook to be filled in and brought back: keyed rows, locked but for the cells that ask; rates bring their own columns. */
export function sheetForm(facts: {
  readonly title: string
  readonly name: string
  readonly date: LocalDate
  readonly rows: readonly SheetFormRow[]
}): WorkbookView {
  const hasRate = facts.rows.some(({ keptBy }) => keptBy !== undefined)
  const asked = sheetColumns.filter((column) => hasRate || !('ofRate' in column))
  const columns = asked.map((column): SheetColumn => {
    const choices = choicesOf[column.id]
    return {
      ...{ header: column.zh, width: column.width, kind: DECIMALS.includes(column.id) ? 'decimal' : 'text' },
      ...('hidden' in column ? { hidden: true } : {}),
      ...('input' in column ? { input: true } : {}),
      ...(choices ? { choices } : {}),
    }
  })
  const rows = facts.rows.map((row) => asked.map(({ id }) => row[id] ?? null))
  const sheet = { name: facts.name, title: facts.title, columns, rows, isForm: true } as const
  return { author: '挂图 Guatu', date: facts.date, sheets: [sheet] }
}
