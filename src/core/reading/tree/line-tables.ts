import type { Span } from '#core/kit'
import { withoutWhitespace } from '#core/kit'
import { isPageMark } from '../text/unwrap.ts'
import { flatLines, flatTable } from './flat-tables.ts'

/** Lines of running text, or rows of a table that was written as lines. Rows after words in between go on in the same table. */
export type LinePart =
  | { readonly kind: 'lines'; readonly spans: readonly Span[] }
  | { readonly kind: 'row'; readonly table: number; readonly row: number; readonly cells: readonly (readonly Span[])[] }

const DUTY_HEAD = /牵头|责任|配合|主办|协办|承办|落实|参与|召集人|组长|成员/
/** No head begins with a closing mark: such a cell ends the one before it. */
const HEAD_CELL = /^(?![)）\]］〕】」』”’》〉])[^。;；,，:：]{0,14}$/
/** Columns of a table that is worth the name. */
const FEWEST = 3
const RULE = /^[\s|:—-]+$/

function words(text: string, span: Span): string {
  return withoutWhitespace(text.slice(span.start, span.end))
}

/** Cells of a line that tabs or upright strokes part; null where they part less than three. */
function cellsOf(text: string, line: Span): Span[] | null {
  const whole = text.slice(line.start, line.end)
  const mark = whole.includes('\t') ? '\t' : whole.includes('|') ? '|' : null
  if (mark === null) return null
  const cells: Span[] = []
  let from = line.start
  for (let at = text.indexOf(mark, from); at >= 0 && at < line.end; at = text.indexOf(mark, from)) {
    cells.push({ start: from, end: at })
    from = at + 1
  }
  cells.push({ start: from, end: line.end })
  const inner = mark === '|' ? strokesOff(text, cells) : cells
  return inner.length >= FEWEST ? inner : null
}

/** A line of strokes opens and closes with one: | 1 | … | */
function strokesOff(text: string, cells: readonly Span[]): Span[] {
  const from = words(text, cells[0] ?? { start: 0, end: 0 }) === '' ? 1 : 0
  const last = cells[cells.length - 1]
  return cells.slice(from, last && words(text, last) === '' ? -1 : undefined)
}

/** A row of heads names a column of responsible units or of who convenes, or targets and their values. */
function isHead(text: string, cells: readonly Span[]): boolean {
  const heads = cells.map((cell) => words(text, cell))
  if (!heads.every((head) => HEAD_CELL.test(head))) return false
  return heads.some((head) => DUTY_HEAD.test(head)) || (TARGET_HEAD.test(heads.join(' ')) && heads.some(isValueHead))
}

const TARGET_HEAD = /(?:^| )\S{0,4}指标\S{0,4}(?: |$)/

function isValueHead(head: string): boolean {
  return /目标|20\d\d年|任务[值数]|计划/.test(head) && !/指标/.test(head)
}

interface Open {
  readonly table: number
  readonly columns: number
  row: number
}

/** Parts lines into running text and the rows of task tables whose heads name a column of responsible units. */
export function lineTables(text: string, all: readonly Span[], firstTable: number): LinePart[] {
  const spans = all.filter((span) => !isPageMark(text, span))
  const read = flatLines(text, spans)
  const parts: LinePart[] = []
  let lines: Span[] = []
  let open: Open | null = null
  let tables = firstTable
  const addRow = (cells: readonly (readonly Span[])[], table: Open) => {
    if (lines.length > 0) parts.push({ kind: 'lines', spans: lines })
    lines = []
    parts.push({ kind: 'row', table: table.table, row: table.row++, cells })
  }
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] ?? { start: 0, end: 0 }
    const flat = flatTable(read, index)
    if (flat) {
      const table = { table: tables++, columns: flat.columns, row: 0 }
      for (const row of flat.rows) {
        if (row.kind === 'row') addRow(row.cells, table)
        else lines.push(row.span)
      }
      index = flat.next - 1
      open = null
      continue
    }
    const cells = cellsOf(text, span)
    if (cells && isHead(text, cells)) open = { table: tables++, columns: cells.length, row: 0 }
    if (open && RULE.test(text.slice(span.start, span.end))) continue
    if (open && cells && cells.length === open.columns)
      addRow(
        cells.map((cell) => [cell]),
        open,
      )
    else lines.push(span)
  }
  if (lines.length > 0) parts.push({ kind: 'lines', spans: lines })
  return parts
}
