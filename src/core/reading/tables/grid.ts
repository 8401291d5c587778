import type { Span } from '#core/kit'
import type { SourceDocument, SourceTable } from '../source-document.ts'

/** A cell as it counts for one row and column; a merged cell counts wherever it reaches. */
export interface GridCell {
  readonly text: string
  readonly span: Span
  /** Whether it begins in this row and column. */
  readonly own: boolean
  readonly columnSpan: number
  readonly rowSpan: number
  readonly address: string | undefined
}

/** Rows of a table with merged cells filled; `undefined` where a row has no cell. */
export type Grid = readonly (readonly (GridCell | undefined)[])[]

/** Most columns and rows that one merged cell is let reach, so that a declared range over a whole sheet costs nothing. */
const WIDEST = 200

/** Lays a table out cell by cell. */
export function gridOf({ text }: Pick<SourceDocument, 'text'>, table: SourceTable): Grid {
  const grid: (GridCell | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, rowIndex) => {
    let column = 0
    for (const { span, columnSpan = 1, rowSpan = 1, address } of row) {
      while (grid[rowIndex]?.[column]) column += 1
      const cell = { text: text.slice(span.start, span.end).trim(), span, columnSpan, rowSpan, address }
      for (let down = 0; down < rowSpan && rowIndex + down < grid.length; down += 1) {
        for (let across = 0; across < Math.min(columnSpan, WIDEST); across += 1) {
          const target = grid[rowIndex + down]
          if (target) target[column + across] = { ...cell, own: down === 0 && across === 0 }
        }
      }
      column += Math.min(columnSpan, WIDEST)
    }
  })
  return grid
}

/** Row of the sheet, from 1 on, where the file is a workbook; else the row of the table. */
export function rowNumber(grid: Grid, row: number): number {
  const address = grid[row]?.find((cell) => cell?.own && cell.address !== undefined)?.address
  return address === undefined ? row + 1 : Number(/\d+$/.exec(address)?.[0] ?? row + 1)
}

/** Letters of a column as spreadsheets write them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
