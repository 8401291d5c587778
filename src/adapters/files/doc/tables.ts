import type { CellDraft } from '../tree/document-builder.ts'
import type { RowCell } from './paragraph-traits.ts'

/** A row while it is read: what its cells say, and where they stand across the page. */
export interface WordRow {
  readonly texts: readonly string[]
  readonly cells: readonly RowCell[]
}

/** Edges of two rows that are less than this apart are the same line of the table, in twips (a twentieth of a point). */
const SAME_EDGE = 40

/** Rows and cells of a table: merged cells stand once, at their first row and column; columns are the edges of all rows. */
export function tableRows(rows: readonly WordRow[]): CellDraft[][] {
  const edges = edgesOf(rows)
  const columnOf = (place: number): number => edges.findIndex((edge) => Math.abs(edge - place) < SAME_EDGE)
  const grid = rows.map(({ texts, cells }) =>
    texts.map((text, index) => {
      const place = cells[index]
      const column = place ? columnOf(place.left) : index
      const last = place ? columnOf(lastOf(cells, index).right) : index + 1
      return { text, column, columnSpan: Math.max(last - column, 1), above: place?.mergedAbove ?? false }
    }),
  )
  return grid.map((row, rowIndex) =>
    row.flatMap(({ text, column, columnSpan, above }, index): CellDraft[] => {
      if (above || rows[rowIndex]?.cells[index]?.mergedBefore) return []
      const rowSpan = 1 + continuations(grid, rowIndex + 1, column)
      return [{ text, ...(columnSpan > 1 ? { columnSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }]
    }),
  )
}

/** A cell that was merged with those after it reaches to the end of the last. */
function lastOf(cells: readonly RowCell[], index: number): RowCell {
  let last = cells[index] as RowCell
  for (let next = index + 1; cells[next]?.mergedBefore; next += 1) last = cells[next] as RowCell
  return last
}

function edgesOf(rows: readonly WordRow[]): number[] {
  const all = rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])).sort((a, b) => a - b)
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? 0) >= SAME_EDGE)
}

function continuations(
  grid: readonly (readonly { readonly column: number; readonly above: boolean }[])[],
  from: number,
  column: number,
): number {
  let count = 0
  while (grid[from + count]?.some((cell) => cell.above && cell.column === column)) count += 1
  return count
}
