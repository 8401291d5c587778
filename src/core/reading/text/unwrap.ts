import type { Span } from '#core/kit'

const FINAL = /[。！？!?；;：:]["”’)）]*$/
const STARTS_BLOCK =
  /^(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[）)]|\d{1,2}\s?[.．、](?!\d)|[（(]\d{1,2}[）)]|第[一二三四五六七八九十百]+[章节条]|附件|——|[①-⑳]|(?:牵头|责任|配合|参与)(?:单位|部门|处室)[：:])/
const CONTINUES = /^[，。；、：）」”》〉,.;:)\]〕]/
/** No page is wider: text with many longer lines has one line a paragraph. */
const WIDEST = 64
/** How many lines on an open bracket is waited for: wrapped text, text with one line a paragraph. */
const PATIENCE = { wrapped: 12, plain: 3 }

/** Width in Han characters; ASCII counts half. Lines that no page could hold are not measured to the end. */
function width(line: string): number {
  if (line.length > 4 * WIDEST) return line.length / 2
  let total = 0
  for (let at = 0; at < line.length; at++) total += line.charCodeAt(at) < 0x80 ? 0.5 : 1
  return total
}

/** Whether most long lines break off without a stop: text copied from a page. */
function isWrapped(lines: readonly string[]): boolean {
  const long = lines.filter((line) => line.length > 2 * WIDEST || width(line) >= 15)
  const wider = long.filter((line) => line.length > 2 * WIDEST || width(line) > WIDEST).length
  if (wider * 10 > long.length) return false
  const broken = long.filter((line) => !FINAL.test(line) && !/[）)]$/.test(line) && !STARTS_BLOCK.test(line)).length
  return broken >= 8 && broken >= long.length * 0.4
}

const WINDOW = 6
/** Narrower lines are signatures and table cells, not wrapped text. */
const NARROWEST = 18

/** The width of a full line around each line (a document may change its measure); 0 where nothing is wrapped. */
function fullWidths(lines: readonly string[]): number[] {
  if (!isWrapped(lines)) return lines.map(() => 0)
  const widths = lines.map(width)
  return widths.map((_, index) => {
    const near = widths.slice(Math.max(0, index - WINDOW), index + WINDOW + 1).sort((a, b) => b - a)
    const full = near[1] ?? 0
    return full < NARROWEST ? 0 : full
  })
}

/** Brackets of one kind close each other, as they do once the view has folded them: （ and ], not 《 and ）. */
const KINDS = [
  ['（([［【', '）)]］】'],
  ['《', '》'],
] as const
const kindsOf = (side: 0 | 1) =>
  new Map(KINDS.flatMap((kind, at) => [...kind[side]].map((mark) => [mark.charCodeAt(0), at] as const)))
const OPENERS = kindsOf(0)
const CLOSERS = kindsOf(1)
type Count = readonly number[]
const NONE: Count = KINDS.map(() => 0)

/** What a line leaves open of each kind, and what it closes of earlier lines. */
function brackets(line: string): { open: Count; closed: Count } {
  const open = [...NONE]
  const closed = [...NONE]
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    if ((unit > 0x5d && unit < 0x300a) || (unit > 0x3011 && unit < 0xff08)) continue
    const opens = OPENERS.get(unit)
    const closes = CLOSERS.get(unit)
    if (opens !== undefined) open[opens] = (open[opens] ?? 0) + 1
    else if (closes !== undefined) {
      if ((open[closes] ?? 0) > 0) open[closes] = (open[closes] ?? 0) - 1
      else closed[closes] = (closed[closes] ?? 0) + 1
    }
  }
  return { open, closed }
}

const closesAny = (open: Count, closed: Count) => open.some((count, kind) => count > 0 && (closed[kind] ?? 0) > 0)

/** Whether an open bracket is closed within a few lines, before a new block begins. */
function closesSoon(lines: readonly string[], from: number, patience: number, open: Count): boolean {
  for (let at = from; at < Math.min(lines.length, from + patience); at++) {
    const line = lines[at] ?? ''
    if (STARTS_BLOCK.test(line)) return false
    if (closesAny(open, brackets(line).closed)) return true
  }
  return false
}

const INDENT = /^(?:\u3000|[ \t\u00a0]{2})/
const FEWEST_INDENTS = 3

/** Lines that are set in from the margin, where that is how the text tells its paragraphs; none where all or hardly any are. */
function indents(text: string, spans: readonly Span[]): readonly boolean[] {
  const set = spans.map(({ start }) => INDENT.test(text.slice(start, start + 2)))
  const count = set.filter(Boolean).length
  return count >= FEWEST_INDENTS && count * 3 <= set.length * 2 ? set : set.map(() => false)
}

interface Setting {
  readonly lines: readonly string[]
  readonly full: readonly number[]
  readonly indented: readonly boolean[]
  /** Brackets left open so far, and lines already in the paragraph. */
  readonly open: Count
  readonly held: number
}

/** Wrapped text: does the line go on in the next one? */
function goesOn({ lines, full, held }: Setting, index: number): boolean {
  const previous = lines[index - 1] ?? ''
  const next = lines[index] ?? ''
  const measure = full[index - 1] ?? 0
  const share = width(previous) / Math.max(measure, 1)
  if (FINAL.test(previous)) return width(previous) >= measure - 1.5 && !/^[（(]/.test(next)
  // A heading alone ends where it ends; one with a sentence behind it is a line like others.
  if (STARTS_BLOCK.test(previous) && held === 1 && !previous.includes('。')) return width(previous) >= measure - 3
  if (share >= 0.75) return true
  return held > 1 && (/[，、,》）]$/.test(previous) || /^[《（(]/.test(next))
}

/** 成员单位：… lists names up to its end; the office of the body stands on the next line. */
const MEMBERS = /^(?:成员|组员)/
const OFFICE = /^[^，。；]{0,8}办公室设/

function joins(setting: Setting, index: number): boolean {
  const { lines, full, indented, open } = setting
  const next = lines[index] ?? ''
  const wrapped = (full[index - 1] ?? 0) > 0
  if (CONTINUES.test(next)) return true
  if (STARTS_BLOCK.test(next)) return false
  if (OFFICE.test(next) && MEMBERS.test(lines[index - 1] ?? '')) return false
  if (wrapped && indented[index] === true) return false
  const patience = wrapped ? PATIENCE.wrapped : PATIENCE.plain
  if (open.some((count) => count > 0) && closesSoon(lines, index, patience, open)) return true
  return wrapped && goesOn(setting, index)
}

const LONGEST_PAGE_MARK = 20
const PAGE_MARK =
  /^(?:[—–―-]+\s*\d{1,4}\s*[—–―-]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/

/** No words of the text: a line of stars alone, and what pages leave between its lines (— 12 —, 第3页 共20页). */
const isLeftOver = (line: string): boolean => line === '' || (line.length <= LONGEST_PAGE_MARK && PAGE_MARK.test(line))

/** Whether a line holds only what pages leave between the lines of a text: — 12 —. */
export function isPageMark(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_PAGE_MARK && PAGE_MARK.test(seenOf(text, { start, end }))
}

/** A line without the stars and the invisible marks that the view drops, so that a folded text unwraps as its source did. */
function seenOf(text: string, span: Span): string {
  return text
    .slice(span.start, span.end)
    .replace(/\*{2,}|[\u200b-\u200d\u2060]/g, '')
    .trim()
}

/**
 * Joins the lines of hard-wrapped text (as copied from a PDF) into paragraphs: one list of line spans a paragraph. Text that
 * is not wrapped keeps one line a paragraph, save for lines that begin with a closing mark or leave a bracket open.
 */
export function unwrapLines(text: string, all: readonly Span[]): Span[][] {
  const held = all.map((span) => ({ span, line: seenOf(text, span) })).filter(({ line }) => !isLeftOver(line))
  const spans = held.map(({ span }) => span)
  const lines = held.map(({ line }) => line)
  const full = fullWidths(lines)
  const indented = indents(text, spans)
  const paragraphs: Span[][] = []
  let open = NONE
  spans.forEach((span, index) => {
    const last = paragraphs[paragraphs.length - 1]
    if (last !== undefined && joins({ lines, full, indented, open, held: last.length }, index)) last.push(span)
    else {
      paragraphs.push([span])
      open = NONE
    }
    const line = brackets(lines[index] ?? '')
    open = open.map((count, kind) => Math.max(0, count - (line.closed[kind] ?? 0)) + (line.open[kind] ?? 0))
  })
  return paragraphs
}
