import type { CellDraft } from '../tree/document-builder.ts'
import { child, switchOf, valueOf } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

interface GridCell {
  readonly text: string
  readonly column: number
  readonly columnSpan: number
  readonly continues: boolean
  readonly header: boolean
}

/** Rows and cells of a w:tbl: merged cells stand once, at their first row and column; deleted rows are left out. */
export function tableDraft(table: XmlElement, textOf: (cell: XmlElement) => string): CellDraft[][] {
  const grid = rowsOf(table).map((row) => gridRow(row, textOf))
  return grid.map((row, index) =>
    row
      .filter((cell) => !cell.continues)
      .map((cell) => {
        const rowSpan = 1 + continuations(grid, index + 1, cell.column)
        return {
          text: cell.text,
          ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
          ...(rowSpan > 1 ? { rowSpan } : {}),
          ...(cell.header ? { header: true } : {}),
        }
      }),
  )
}

function rowsOf(table: XmlElement): XmlElement[] {
  return within(table, 'w:tr').filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
}

function gridRow(row: XmlElement, textOf: (cell: XmlElement) => string): GridCell[] {
  const properties = child(row, 'w:trPr')
  const header = switchOf(properties, 'w:tblHeader') ?? false
  let column = Number(valueOf(properties, 'w:gridBefore') ?? 0) || 0
  const cells: GridCell[] = []
  for (const cell of within(row, 'w:tc')) {
    const cellProperties = child(cell, 'w:tcPr')
    if (child(cellProperties, 'w:cellDel')) continue
    const merge = child(cellProperties, 'w:vMerge')
    const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart'
    const columnSpan = Math.min(Math.max(Number(valueOf(cellProperties, 'w:gridSpan') ?? 1) || 1, 1), 1_000)
    cells.push({ text: continues ? '' : textOf(cell), column, columnSpan, continues, header })
    column += columnSpan
  }
  return cells
}

function continuations(grid: readonly (readonly GridCell[])[], from: number, column: number): number {
  let count = 0
  while (grid[from + count]?.some((cell) => cell.continues && cell.column === column)) count += 1
  return count
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** Rows of a table or cells of a row, seen through content controls and revisions. */
function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((each) => {
    if (each.name === name) return [each]
    return WRAPPERS.has(each.name) ? within(each, name) : []
  })
}
