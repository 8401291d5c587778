import type { CellDraft } from '../tree/document-builder.ts'
import { attribute, elements, isElement, isHidden, isText } from './html-tree.ts'
import type { HtmlElement, HtmlNode, HtmlParent } from './html-tree.ts'

/** A cell with more text than this is a part of the page, not of a table. */
const LONGEST_CELL = 2_000
const MOST_SPAN = 1_000

/** Rows of a table of data; null where the table only lays out the page (one row or column, nested tables, long cells). */
export function dataTable(table: HtmlElement): CellDraft[][] | null {
  if (holdsTable(table)) return null
  const rows = rowsOf(table).map((row) => elements(row).filter(isCell).map(draft))
  const isGrid = rows.length >= 2 && rows.some((row) => row.length >= 2)
  return isGrid && rows.flat().every((cell) => cell.text.length <= LONGEST_CELL) ? rows : null
}

function holdsTable(parent: HtmlParent): boolean {
  return elements(parent).some((each) => each.tagName === 'table' || holdsTable(each))
}

function rowsOf(parent: HtmlParent): HtmlElement[] {
  return elements(parent).flatMap((each) => {
    if (isHidden(each)) return []
    if (each.tagName === 'tr') return [each]
    return /^(thead|tbody|tfoot)$/.test(each.tagName) ? rowsOf(each) : []
  })
}

function isCell(element: HtmlElement): boolean {
  return (element.tagName === 'td' || element.tagName === 'th') && !isHidden(element)
}

function draft(cell: HtmlElement): CellDraft {
  const columnSpan = span(attribute(cell, 'colspan'))
  const rowSpan = span(attribute(cell, 'rowspan'))
  return {
    text: cellText(cell),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(cell.tagName === 'th' ? { header: true } : {}),
  }
}

function span(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Math.min(Math.max(Number(text), 1), MOST_SPAN) : 1
}

/** Text of a cell, one line for each block in it. */
function cellText(cell: HtmlElement): string {
  let text = ''
  const visit = (node: HtmlNode): void => {
    if (isText(node)) text += node.value.replace(/\s+/g, ' ')
    else if (isElement(node) && !isHidden(node)) {
      const breaks = /^(br|p|div|li|h[1-6])$/.test(node.tagName)
      if (breaks) text += '\n'
      for (const each of node.childNodes) visit(each)
      if (breaks) text += '\n'
    }
  }
  for (const each of cell.childNodes) visit(each)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
