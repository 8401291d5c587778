import type { Span } from '#core/kit'
import { withoutWhitespace } from '#core/kit'

/** Lines of running text, or rows of a table that was written as lines. Rows after words in between go on in the same table. */
export type LinePart =
  | { readonly kind: 'lines'; readonly spans: readonly Span[] }
  | { readonly kind: 'row'; readonly table: number; readonly row: number; readonly cells: readonly Span[] }

const DUTY_HEAD = /牵头|责任|配合|主办|协办|承办|落实|参与|召集人|组长|成员/
/** No head begins with a closing mark: such a cell ends the one before it. */
const HEAD_CELL = /^(?![)）\]］〕】」』”’》〉])[^。;；,，:：]{0,14}$/
const NUMBER_HEAD = /^(?:序号|编号|项号|序)$/
/** Columns of a table that is worth the name. */
const FEWEST = 3
const MOST_COLUMNS = 12
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

/** A row that parts the table (一、工业强县攻坚): words over the next rows. */
const SECTION = /^[一二三四五六七八九十]{1,3}、[^。;；,，]{2,30}$/

/** A flattened table: heads one a line from 序号 on, then the cells of each row one a line, the rows counted; a lone cell parts it. */
function flattened(text: string, spans: readonly Span[], from: number): Span[][] {
  const opening = spans[from]
  if (!opening || opening.end - opening.start > 8 || !NUMBER_HEAD.test(words(text, opening))) return []
  const near = spans.slice(from, from + MOST_COLUMNS + 1)
  const wordsAt = (at: number) => words(text, spans[at] ?? { start: 0, end: 0 })
  const columns = near.findIndex(
    (span) => span.end - span.start < 40 && (words(text, span) === '1' || SECTION.test(words(text, span))),
  )
  const heads = near.slice(0, Math.max(0, columns))
  if (heads.length < FEWEST || !isHead(text, heads)) return []
  const rows: Span[][] = [heads]
  let counted = 0
  for (let at = from + heads.length; at < spans.length;) {
    const section = SECTION.test(wordsAt(at))
    const number = wordsAt(section ? at + 1 : at)
    const follows = number === String(counted + 1) || (section && number === '1')
    if (!follows || at + (section ? 1 : 0) + heads.length > spans.length) break
    if (section) rows.push(spans.slice(at, ++at))
    rows.push(spans.slice(at, at + heads.length))
    counted = Number(number)
    at += heads.length
  }
  return counted > 0 ? rows : []
}

/** Parts lines into running text and the rows of task tables whose heads name a column of responsible units. */
export function lineTables(text: string, spans: readonly Span[], firstTable: number): LinePart[] {
  const parts: LinePart[] = []
  let lines: Span[] = []
  let open: Open | null = null
  let tables = firstTable
  const addRow = (cells: readonly Span[], table: Open) => {
    if (lines.length > 0) parts.push({ kind: 'lines', spans: lines })
    lines = []
    parts.push({ kind: 'row', table: table.table, row: table.row++, cells })
  }
  for (let index = 0; index < spans.length; index++) {
    const span = spans[index] ?? { start: 0, end: 0 }
    const flat = flattened(text, spans, index)
    if (flat.length > 0) {
      open = { table: tables++, columns: flat[0]?.length ?? 0, row: 0 }
      for (const row of flat) {
        if (row.length === open.columns) addRow(row, open)
        else lines.push(...row)
      }
      index += flat.flat().length - 1
      open = null
      continue
    }
    const cells = cellsOf(text, span)
    if (cells && isHead(text, cells)) open = { table: tables++, columns: cells.length, row: 0 }
    if (open && RULE.test(text.slice(span.start, span.end))) continue
    if (open && cells && cells.length === open.columns) addRow(cells, open)
    else lines.push(span)
  }
  if (lines.length > 0) parts.push({ kind: 'lines', spans: lines })
  return parts
}
