import type { Span } from '#core/kit'
import { withoutWhitespace } from '#core/kit'
import { isPageMark } from '../text/unwrap.ts'
import { useOfHead } from '../tables/recognise-columns.ts'
import { lookOf } from './flat-cells.ts'
import { flatLines, flatTable } from './flat-tables.ts'

/** Lines of running text, or rows of a table that was written as lines. Rows after words in between go on in the same table. */
export type LinePart =
  | { readonly kind: 'lines'; readonly spans: readonly Span[] }
  | { readonly kind: 'row'; readonly table: number; readonly row: number; readonly cells: readonly (readonly Span[])[] }

const DUTY_HEAD = /牵头|责任|配合|主办|协办|承办|落实|参与|召集人|组长|成员/
/** No head begins with a closing mark or 、: such a cell ends the one before it. */
const HEAD_CELL = /^(?![、)）\]］〕】」』”’》〉])[^。;；,，:：]{0,14}$/
/** Columns of a table that is worth the name. */
const FEWEST = 3
const RULE = /^[\s|:—-]+$/

function words(text: string, span: Span): string {
  return withoutWhitespace(text.slice(span.start, span.end))
}

/** What parts the cells of a line: a tab, an upright stroke, wide blanks, in a text taken from a PDF a single blank. */
const MARKS = { tab: /\t/g, stroke: /\|/g, wide: /\u3000+| {2,}/g, blank: /[ \u3000]+/g } as const
type Mark = keyof typeof MARKS

/** Cells of a line as a mark parts it; null where they are less than three. */
function cellsBy(text: string, line: Span, mark: Mark): Span[] | null {
  // Blanks before the first word and after the last are the line's indent.
  const { start, end } = isClear(mark) ? line : withoutIndent(text, line)
  const cells: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(MARKS[mark])) {
    cells.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  cells.push({ start: from, end })
  const inner = mark === 'stroke' ? strokesOff(text, cells) : cells
  return inner.length >= FEWEST ? inner : null
}

function withoutIndent(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}

interface Parted {
  readonly mark: Mark
  readonly cells: Span[]
}

/** Cells of a line by tabs or strokes; null where they part less than three. */
function partedAt(text: string, line: Span): Parted | null {
  const whole = text.slice(line.start, line.end)
  const mark = whole.includes('\t') ? 'tab' : whole.includes('|') ? 'stroke' : null
  const cells = mark && cellsBy(text, line, mark)
  return mark && cells ? { mark, cells } : null
}

const LONGEST_HEADS = 120
const FEWEST_KNOWN = 2

const isKnown = (head: string): boolean => useOfHead(head) !== null || DUTY_HEAD.test(head) || isValueHead(head)

/** Heads that only blanks part (序号 任务 牵头单位): the next line has as many cells. */
function partedByBlanks(text: string, line: Span, next: Span | undefined): Parted | null {
  if (!next || line.end - line.start > LONGEST_HEADS || !/\S[ \u3000]\S*/.test(text.slice(line.start, line.end)))
    return null
  for (const mark of ['wide', 'blank'] as const) {
    const cells = cellsBy(text, line, mark)
    const known = cells?.filter((cell) => isKnown(words(text, cell))).length ?? 0
    if (!cells || known < FEWEST_KNOWN || !isHead(text, cells)) continue
    if (cellsBy(text, next, mark)?.length === cells.length) return { mark, cells }
  }
  return null
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

/** The columns of units under heads that only blanks part. */
function unitsUnder(text: string, { mark, cells }: Parted): readonly number[] {
  if (isClear(mark)) return []
  return cells.flatMap((cell, column) => (DUTY_HEAD.test(words(text, cell)) ? [column] : []))
}

/** A tab or a stroke parts cells whatever stands in them. */
const isClear = (mark: Mark): boolean => mark === 'tab' || mark === 'stroke'

/** The cells of a line as a row of the table; null where it is none. */
function rowOf(text: string, span: Span, { mark, columns, units }: Open): Span[] | null {
  const cells = cellsBy(text, span, mark)
  if (cells?.length !== columns) return null
  return units.every((column) => lookOf(words(text, cells[column] ?? span)).units) ? cells : null
}

/** Running text between rows that only blanks part ends them: its own blanks are none between cells. A short line may title the next rows. */
function endsTable(text: string, { start, end }: Span, mark: Mark): boolean {
  return !isClear(mark) && (end - start > LONGEST_TITLE || text.slice(start, end).includes('。'))
}

const LONGEST_TITLE = 20

interface Open {
  readonly table: number
  readonly mark: Mark
  readonly columns: number
  /** Where only blanks part the cells: the columns of units, by which a row is told from running text. */
  readonly units: readonly number[]
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
      const table = { table: tables++, mark: 'tab' as const, columns: flat.columns, units: [], row: 0 }
      for (const row of flat.rows) {
        if (row.kind === 'row') addRow(row.cells, table)
        else lines.push(row.span)
      }
      index = flat.next - 1
      open = null
      continue
    }
    const parted = partedAt(text, span)
    const heads = parted && isHead(text, parted.cells) ? parted : partedByBlanks(text, span, spans[index + 1])
    if (heads)
      open = { table: tables++, mark: heads.mark, columns: heads.cells.length, units: unitsUnder(text, heads), row: 0 }
    const cells = open && (heads?.cells ?? rowOf(text, span, open))
    if (open && RULE.test(text.slice(span.start, span.end))) continue
    if (open && cells)
      addRow(
        cells.map((cell) => [cell]),
        open,
      )
    else {
      lines.push(span)
      if (open && endsTable(text, span, open.mark)) open = null
    }
  }
  if (lines.length > 0) parts.push({ kind: 'lines', spans: lines })
  return parts
}
