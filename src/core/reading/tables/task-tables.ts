import { withoutWhitespace } from '#core/kit'
import type { readerNotes } from '../reader-refusals.ts'
import type { ColumnUse, SourceBlock, SourceDocument, SourceTable, TaskColumns } from '../source-document.ts'
import { columnLetters, gridOf, rowNumber } from './grid.ts'
import { headWords, recogniseColumns } from './recognise-columns.ts'
import { type ReadRows, taskRows } from './task-rows.ts'

/** Everything that a column of a task table can be stated to hold. */
export const columnUses: readonly ColumnUse[] = [
  ...(['number', 'group', 'title', 'goal', 'measures', 'lead', 'responsible', 'support', 'participate'] as const),
  ...(['leader', 'person', 'due', 'none'] as const),
]

/** A table of a file with how it is read, for who looks at its columns before a draft is made. */
export interface TaskTable {
  readonly sheet: string
  /** Row of the lower heads on the sheet; 0 where the table has none. */
  readonly headRow: number
  /** Names the table's heads: tables with the same heads are read in the same way. */
  readonly headKey: string
  readonly columns: readonly {
    readonly letters: string
    readonly head: string
    readonly use: ColumnUse
    /** What stands below the head, in the first rows with tasks. */
    readonly samples: readonly string[]
  }[]
  /** Number of rows that are read as tasks. */
  readonly tasks: number
  readonly faults: ReadRows['faults']
}

const SAMPLES = 3
const SAMPLE_LENGTH = 80

/** Whether a table can be read as tasks: known heads, or a sheet with several columns. */
function canHoldTasks(block: SourceBlock): block is SourceTable & { readonly tasks: TaskColumns } {
  return block.kind === 'table' && block.tasks !== undefined
}

/** The task tables of a document. `year` completes dates that name none. */
export function taskTables(document: SourceDocument, year: number | null): TaskTable[] {
  return document.blocks.filter(canHoldTasks).map((table) => {
    const { tasks } = table
    const grid = gridOf(document, table)
    const heads = headWords(grid, tasks)
    const below = grid.slice(tasks.headRows).filter((row) => row.filter((cell) => cell && cell.text !== '').length > 1)
    const { tasks: read, faults } = taskRows(document, table, tasks, year)
    return {
      sheet: table.sheet ?? '',
      headRow: tasks.headRows === 0 ? 0 : rowNumber(grid, tasks.headRows - 1),
      headKey: headKeyOf(heads),
      columns: heads.map((head, column) => ({
        letters: lettersOf(grid.flatMap((row) => row[column] ?? []).find(({ own }) => own)?.address, column),
        head,
        use: tasks.columns[column] ?? 'none',
        samples: below.slice(0, SAMPLES).map((row) => (row[column]?.text ?? '').slice(0, SAMPLE_LENGTH)),
      })),
      tasks: read.length,
      faults,
    }
  })
}

function lettersOf(address: string | undefined, column: number): string {
  return address?.replace(/\d+$/, '') ?? columnLetters(column)
}

function headKeyOf(heads: readonly string[]): string {
  return heads.map(withoutWhitespace).join('|')
}

/** Columns as somebody stated them: for tables with these heads, or for all where no heads are named. */
export interface StatedColumns {
  readonly headKey?: string
  /** The use of each column by its letters; columns that are not named hold nothing that is used. */
  readonly uses: Readonly<Record<string, ColumnUse>>
}

/** The document with the columns of its task tables recognised by their heads. */
export function withRecognisedColumns(document: SourceDocument): SourceDocument {
  return withTables(document, (table) => {
    const width = Math.max(...gridOf(document, table).map((row) => row.length), 0)
    const nothing: TaskColumns = { headRows: 1, columns: Array.from({ length: width }, () => 'none') }
    return { ...table, tasks: recogniseColumns(document, table) ?? nothing }
  })
}

/** The document with the columns of its tables as they were stated; tables for which nothing was stated stay as they were. */
export function withStatedColumns(document: SourceDocument, stated: readonly StatedColumns[]): SourceDocument {
  return withTables(document, (table) => {
    const headRows = table.tasks?.headRows ?? 1
    const grid = gridOf(document, table)
    const width = Math.max(...grid.map((row) => row.length), 0)
    const heads = headWords(grid, { headRows, columns: table.tasks?.columns ?? [] })
    const found = stated.find(({ headKey }) => headKey === undefined || headKey === headKeyOf(heads))
    if (!found) return table
    const columns = Array.from({ length: width }, (_, column): ColumnUse => {
      const letters = lettersOf(grid.flatMap((row) => row[column] ?? []).find(({ own }) => own)?.address, column)
      return found.uses[letters] ?? 'none'
    })
    return { ...table, tasks: { headRows, columns } }
  })
}

function withTables(document: SourceDocument, change: (table: SourceTable) => SourceTable): SourceDocument {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' && block.sheet !== undefined ? change(block) : block,
  )
  return { ...document, blocks }
}

const NO_TASKS: keyof typeof readerNotes = 'reader.sheetWithoutTasks'

/** Most rows that are named one by one; a sheet with more unusable rows was read by the wrong columns. */
const MOST_NAMED_ROWS = 200

/** The document with a note for each sheet without tasks, and for each row that gave none or less than it says. */
export function withRowNotes(document: SourceDocument, year: number | null): SourceDocument {
  const notes = taskTables(document, year).flatMap(({ sheet, columns, faults }) =>
    columns.every(({ use }) => use === 'none')
      ? [{ code: NO_TASKS, detail: { sheet } }]
      : faults.map(({ number, fault, words }) => ({ code: fault, detail: { sheet, row: number, words } })),
  )
  return { ...document, notes: [...document.notes, ...notes.slice(0, MOST_NAMED_ROWS)] }
}
