import type { Span } from '#core/kit'
import type { ColumnUse } from '../source-document.ts'
import { columnsUnder, isTaskTable, useOfHead } from '../tables/recognise-columns.ts'
import { foldLine } from '../text/view.ts'
import { type Alignment, alignLines, type Look, lookOf, rowNumberOf } from './flat-cells.ts'

/** A table whose cells stand one below the other: its rows with the lines of each cell, and the lines between rows. */
export interface FlatTable {
  readonly columns: number
  readonly rows: readonly FlatRow[]
  /** The first line after it. */
  readonly next: number
}

type FlatRow =
  | { readonly kind: 'row'; readonly cells: readonly (readonly Span[])[] }
  | { readonly kind: 'line'; readonly span: Span }

/** The lines of a text, each with its words folded as the grammar reads them. */
export interface FlatLines {
  readonly spans: readonly Span[]
  readonly words: (at: number) => string
  /** What a line could be, told once. */
  readonly look: (at: number) => Look
  /** What a column under it would hold; null where it reads as no head. */
  readonly use: (at: number) => ColumnUse | null
}

const FEWEST = 3
const MOST_COLUMNS = 12
const LONGEST_HEAD = 14
/** With the blanks that may stand in it (完 成 时 限). */
const LONGEST_HEAD_LINE = 40
/** Most lines of one row. */
const LONGEST_ROW = 40
/** A row that parts the table (一、工业强县攻坚; (二)城市更新): words over the next rows. */
const SECTION = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))[^。;,]{2,30}$/
/** What no row goes over: marks of parts, an annex, notes under the table. */
const STOP =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节部]|附[件表]|(?:注|说明|备注):)/
/** 牵头 and 单位 of one narrow head, each on a line. */
const HALF = /^(?:序|牵头|责任|配合|参与|完成|办理|主要|重点|工作|年度|备|分管|联系|时间)$/
const OTHER_HALF = /^(?:号|单位|部门|时限|时间|任务|目标|内容|事项|要求|注|领导|节点)$/

/** Lines of a text; what each says is taken once. */
export function flatLines(text: string, spans: readonly Span[]): FlatLines {
  const words = once((at) => {
    const span = spans[at]
    return span ? foldLine(text, span.start, span.end) : ''
  })
  // A long line is not even folded: most lines of a text are no heads.
  const isShort = (at: number) => lengthOf(spans[at]) <= LONGEST_HEAD_LINE && words(at).length <= LONGEST_HEAD
  return {
    spans,
    words,
    look: once((at) => lookOf(words(at))),
    use: once((at) => (isShort(at) ? useOfHead(words(at)) : null)),
  }
}

const lengthOf = (span: Span | undefined): number => (span ? span.end - span.start : 0)

function once<T>(tell: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>()
  return (at) => {
    const found = known.get(at)
    if (found !== undefined) return found
    const told = tell(at)
    known.set(at, told)
    return told
  }
}

interface Heads {
  readonly first: number
  readonly words: readonly string[]
  readonly cells: readonly (readonly Span[])[]
  /** The first line after them. */
  readonly next: number
}

/** Heads one a line from `from` on, at most `most` lines that read as heads. */
function headsAt({ spans, words }: FlatLines, from: number, isHead: (line: string) => boolean): Heads {
  const found: string[] = []
  const cells: Span[][] = []
  let at = from
  while (found.length < MOST_COLUMNS && at < spans.length) {
    const line = words(at)
    const joins = HALF.test(line) && OTHER_HALF.test(words(at + 1))
    const head = joins ? line + words(at + 1) : line
    if (head.length > LONGEST_HEAD || !isHead(head)) break
    found.push(head)
    cells.push(spans.slice(at, at + (joins ? 2 : 1)))
    at += joins ? 2 : 1
  }
  return { first: from, words: found, cells, next: at }
}

const firstHeads = (heads: Heads, count: number): Heads => {
  const cells = heads.cells.slice(0, count)
  const lines = cells.flat().length
  return {
    first: heads.first,
    words: heads.words.slice(0, count),
    cells,
    next: heads.next - (heads.cells.flat().length - lines),
  }
}

/** How well the lines from `from` on fill a row, by how many they are. */
function rowFrom(lines: FlatLines, from: number, uses: readonly ColumnUse[]): Alignment {
  return alignLines({ words: (line) => lines.words(from + line), look: (line) => lines.look(from + line) }, uses)
}

function placed(lines: FlatLines, from: number, to: number, alignment: Alignment, uses: readonly ColumnUse[]) {
  const columns = alignment.columnsOf(to - from)
  const cells = uses.map((_, column) => lines.spans.slice(from, to).filter((_, index) => columns[index] === column))
  return { kind: 'row' as const, cells }
}

interface Usual {
  readonly columns: number
  readonly length: number
}

/** Where the row that opens at `at` could end when none is counted after it. */
function lastEnd(lines: FlatLines, at: number, alignment: Alignment, usual: Usual): number {
  let best = { to: at, score: -Infinity }
  for (let to = at + 2; to <= Math.min(lines.spans.length, at + usual.columns + 6); to++) {
    if (STOP.test(lines.words(to - 1)) || lines.use(to - 1) === 'number') break
    const score = alignment.scoreOf(to - at) + (to - at === usual.length ? 1 : 0)
    if (score > best.score) best = { to, score }
  }
  return best.score < 0 ? at : best.to
}

interface Counting {
  readonly lines: FlatLines
  readonly heads: Heads
  readonly uses: readonly ColumnUse[]
}

/** Where the row before the line `to` ends: a section row, and heads that a new page repeats, belong to no row. */
function endBefore({ lines, heads }: Counting, to: number): { end: number; section: number } {
  const length = heads.next - heads.first
  const repeats = (at: number) =>
    Array.from({ length }, (_, index) => index).every(
      (index) => lines.words(at + index) === lines.words(heads.first + index),
    )
  let [end, section] = [to, -1]
  if (SECTION.test(lines.words(end - 1))) section = --end
  if (repeats(end - length)) end -= length
  if (section < 0 && SECTION.test(lines.words(end - 1))) section = --end
  return { end, section }
}

/** The line of the next row's number after the row at `at`; -1 where none is counted on. */
function nextNumber(counting: Counting, at: number, alignment: Alignment): number {
  const { lines, uses } = counting
  const counted = rowNumberOf(lines.words(at)) ?? 0
  const opens = (to: number) => {
    const number = rowNumberOf(lines.words(to))
    return number === counted + 1 || (number === 1 && SECTION.test(lines.words(to - 1)))
  }
  const exact = at + uses.length
  if (opens(exact)) return exact
  if (SECTION.test(lines.words(exact)) && opens(exact + 1)) return exact + 1
  let best = { to: -1, score: -uses.length }
  for (let to = at + 2; to < Math.min(lines.spans.length, at + LONGEST_ROW); to++) {
    if (/^附[件表]/.test(lines.words(to))) break
    if (!opens(to)) continue
    const score = alignment.scoreOf(endBefore(counting, to).end - at)
    if (score > best.score) best = { to, score }
  }
  return best.to
}

/** A short line without a mark at the end of a row may head the next rows (民生改善): then the row is better off without it. */
function withoutTitle({ lines, uses }: Counting, at: number, end: number, { scoreOf }: Alignment): number {
  const last = lines.words(end - 1)
  if (end - at <= FEWEST || end - at === uses.length || last.length > 20 || /[。;,、]/.test(last)) return end
  return scoreOf(end - 1 - at) > scoreOf(end - at) ? end - 1 : end
}

/** Rows that are counted: 1 … 2 …, each with the lines up to the next number. */
function countedTable(lines: FlatLines, from: number): FlatTable | null {
  const heads = headsAt(
    lines,
    from,
    (head) => /^(?!\))[^。;,:]{1,14}$/.test(head) && rowNumberOf(head) === null && !SECTION.test(head),
  )
  const uses = columnsUnder(heads.words)
  if (heads.words.length < FEWEST || !holdsWork(heads.words, uses)) return null
  const counting = { lines, heads, uses }
  const rows: FlatRow[] = [{ kind: 'row', cells: heads.cells }]
  const addLines = (first: number, to: number) =>
    rows.push(...lines.spans.slice(first, to).map((span) => ({ kind: 'line' as const, span })))
  let at = heads.next
  if (SECTION.test(lines.words(at))) addLines(at, at + 1)
  if (SECTION.test(lines.words(at))) at++
  if (rowNumberOf(lines.words(at)) !== 1) return null
  let usual = uses.length
  for (;;) {
    const alignment = rowFrom(lines, at, uses)
    const next = nextNumber(counting, at, alignment)
    const { end, section } =
      next > 0
        ? endBefore(counting, next)
        : { end: lastEnd(lines, at, alignment, { columns: uses.length, length: usual }), section: -1 }
    if (end <= at) return rows.length > 1 ? { columns: uses.length, rows, next: at } : null
    const to = next > 0 ? withoutTitle(counting, at, end, alignment) : end
    rows.push(placed(lines, at, to, alignment, uses))
    addLines(to, end)
    if (section >= 0) addLines(section, section + 1)
    if (next < 0) return { columns: uses.length, rows, next: to }
    usual = to - at
    at = next
  }
}

/** A table of work names who does it, or what is measured and its value. */
function holdsWork(heads: readonly string[], uses: readonly ColumnUse[]): boolean {
  if (isTaskTable(uses)) return true
  return (
    heads.some((head) => head.includes('指标')) &&
    heads.some((head) => /目标|20\d\d年|任务[值数]|计划/.test(head) && !head.includes('指标'))
  )
}

/** Every row of an uncounted table must fit its heads so well, or it is no table. */
const FITS = 0.9
const FEWEST_ROWS = 2

function uncountedRows(lines: FlatLines, heads: Heads): { table: FlatTable; fit: number } | null {
  const uses = columnsUnder(heads.words)
  if (new Set(heads.words).size < heads.words.length || !isTaskTable(uses)) return null
  const rows: FlatRow[] = [{ kind: 'row', cells: heads.cells }]
  let [at, count, fit, usual] = [heads.next, 0, 0, uses.length]
  while (at < lines.spans.length) {
    const section = SECTION.test(lines.words(at))
    const start = section ? at + 1 : at
    const alignment = rowFrom(lines, start, uses)
    const to = lastEnd(lines, start, alignment, { columns: uses.length, length: usual })
    if (to <= start) break
    const score = alignment.scoreOf(to - start)
    if (score < FITS * uses.length) break
    if (section) rows.push(...lines.spans.slice(at, start).map((span) => ({ kind: 'line' as const, span })))
    rows.push(placed(lines, start, to, alignment, uses))
    fit += score
    count++
    usual = to - start
    at = to
  }
  return count >= FEWEST_ROWS ? { table: { columns: uses.length, rows, next: at }, fit: fit / uses.length } : null
}

/** Rows without numbers: how many of the first lines are heads is known by how well the rows fit them. */
function uncountedTable(lines: FlatLines, from: number): FlatTable | null {
  const heads = headsAt(lines, from, (head) => useOfHead(head) !== null && !/[。;,:、]/.test(head))
  let best: { table: FlatTable; fit: number } | null = null
  for (let count = FEWEST; count <= heads.words.length; count++) {
    const found = uncountedRows(lines, firstHeads(heads, count))
    if (found && (!best || found.fit > best.fit)) best = found
  }
  return best?.table ?? null
}

/** The table whose heads stand one a line from line `from` on; null where none does. */
export function flatTable(lines: FlatLines, from: number): FlatTable | null {
  const use = lines.use(from)
  if (use === null && (lengthOf(lines.spans[from]) > LONGEST_HEAD_LINE || !HALF.test(lines.words(from)))) return null
  const counted = use === 'number' || lines.words(from) === '序' ? countedTable(lines, from) : null
  // Heads stand together: where the line before reads as one, they have been tried from there.
  return counted ?? (from > 0 && lines.use(from - 1) !== null ? null : uncountedTable(lines, from))
}
