import { groupBy } from '#core/kit'
import type { CellPlace, Paragraph } from './paragraphs.ts'

/** A paragraph that is a cell of a table. */
export type TableCell = Paragraph & { readonly cell: CellPlace }

/** Head rows stand first; a title row of the table may stand over them. */
export const HEAD_ROWS = 2

/** The cells of each table among the paragraphs, tables and cells in the order of the text. */
export function tablesIn(paragraphs: readonly Paragraph[]): readonly (readonly TableCell[])[] {
  const cells = paragraphs.filter((paragraph): paragraph is TableCell => paragraph.cell !== null)
  return [...groupBy(cells, ({ cell }) => cell.table).values()]
}
