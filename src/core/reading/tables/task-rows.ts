import type { LocalDate } from '#core/kit'
import type { ColumnUse, SourceDocument, SourceTable, TaskColumns } from '../source-document.ts'
import { dueOfCell } from './due-of-cell.ts'
import { type GridCell, gridOf, rowNumber } from './grid.ts'

/** Why a row gives no task, or less than it says. */
export type RowFault = 'reader.rowWithoutTask' | 'reader.rowDueUnread'

/** One task of a table: the row with what its columns say. */
export interface TaskRow {
  /** Its row on the sheet, from 1 on. */
  readonly number: number
  /** Cells of each use, in the order of the columns; merged ones stand in every row that they reach. */
  readonly cells: Readonly<Partial<Record<ColumnUse, readonly GridCell[]>>>
  /** Cells that begin in this row. */
  readonly own: readonly GridCell[]
  readonly group: string
  readonly due: LocalDate | null
}

/** What the rows of a task table are: tasks, and those that could not be used, each with its row and words. */
export interface ReadRows {
  readonly tasks: readonly TaskRow[]
  readonly faults: readonly { readonly number: number; readonly fault: RowFault; readonly words: string }[]
}

const CONTENT_USES: ReadonlySet<ColumnUse> = new Set(['title', 'goal', 'measures'])
const REMARK = /^(?:注|说明|备注|填表|制表|联系人|合计|总计)/
const LONGEST_GROUP = 40
const SHOWN_WORDS = 40
/** What stands for nothing in a cell. */
const BLANK = /^[\s\-—–/\\无]*$/

/** Reads the rows below the heads. `year` completes dates that name none. */
export function taskRows(
  document: SourceDocument,
  table: SourceTable,
  { headRows, columns }: TaskColumns,
  year: number | null,
): ReadRows {
  if (!columns.some((use) => CONTENT_USES.has(use))) return { tasks: [], faults: [] }
  const grid = gridOf(document, table)
  const tasks: TaskRow[] = []
  const faults: { number: number; fault: RowFault; words: string }[] = []
  let group = ''
  for (let row = headRows; row < grid.length; row += 1) {
    const line = grid[row] ?? []
    const filled = line.flatMap((cell) => (cell && !BLANK.test(cell.text) ? [cell] : []))
    const own = filled.filter((cell) => cell.own)
    if (own.length === 0) continue
    const number = rowNumber(grid, row)
    const [only] = own
    if (
      own.length === 1 &&
      only &&
      filled.every((cell) => cell.span.start === only.span.start) &&
      isGroup(only, useOf(line, only, columns))
    ) {
      group = only.text
      continue
    }
    const cells = cellsByUse(line, columns)
    const words = own
      .map(({ text }) => text)
      .join(' ')
      .slice(0, SHOWN_WORDS)
    if (!own.some((cell) => CONTENT_USES.has(useOf(line, cell, columns)))) {
      faults.push({ number, fault: 'reader.rowWithoutTask', words })
      continue
    }
    const stated = cells.due?.[0]
    const due = stated ? dueOfCell(stated.text, year) : null
    if (stated && due === null)
      faults.push({ number, fault: 'reader.rowDueUnread', words: stated.text.slice(0, SHOWN_WORDS) })
    tasks.push({ number, cells, own, group: cells.group?.map(({ text }) => text).join('/') || group, due })
  }
  return { tasks, faults }
}

/** One short cell alone in its row, or one that was merged over the row, heads what follows: 一、消费提振. */
function isGroup(cell: GridCell, use: ColumnUse): boolean {
  if (use === 'number' && cell.columnSpan === 1 && /^\d+$/.test(cell.text)) return false
  return cell.text.length <= LONGEST_GROUP && !REMARK.test(cell.text) && !/[。；;]/.test(cell.text)
}

function useOf(line: readonly (GridCell | undefined)[], cell: GridCell, columns: readonly ColumnUse[]): ColumnUse {
  return columns[line.indexOf(cell)] ?? 'none'
}

function cellsByUse(line: readonly (GridCell | undefined)[], columns: readonly ColumnUse[]): TaskRow['cells'] {
  const cells: Partial<Record<ColumnUse, GridCell[]>> = {}
  line.forEach((cell, column) => {
    const use = columns[column] ?? 'none'
    if (!cell || BLANK.test(cell.text) || use === 'none' || use === 'number') return
    const before = (cells[use] ??= [])
    if (before.every((each) => each.span.start !== cell.span.start)) before.push(cell)
  })
  return cells
}
