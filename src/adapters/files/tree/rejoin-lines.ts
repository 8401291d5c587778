import { displayWidth } from './display-width.ts'
import { opensParagraph } from './structural-mark.ts'

/** One printed line. Positions are in half-width columns for plain text, in points for a PDF; `em` tells which. */
export interface PrintedLine {
  readonly text: string
  /** Distance of the first character from the left margin of the text. */
  readonly indent: number
  /** Distance of the line's end from the left margin. */
  readonly end: number
  /** Whether empty space (a blank line, a wide gap, a page) stands before the line. */
  readonly gapBefore: boolean
  /** Font size: lines of different sizes never belong to one paragraph. */
  readonly size?: number
  /** Larger than the body: the lines of a title go on until its size or spacing changes, wherever they end. */
  readonly display?: boolean
}

/** Lines that make one paragraph, as indexes into the input, with their text joined. */
export interface JoinedParagraph {
  readonly text: string
  readonly first: number
  readonly last: number
}

/** Lines on each side whose ends show where the right margin is. */
const WINDOW = 8
/** How many lines near by must end at the same place for it to be the margin. */
const WITNESSES = 3
/** Lines shorter than this share of a usual long line are never full, however many stand together (lists of names). */
const SHORTEST_FULL = 0.6
/** A full line ends within this many em of the margin: punctuation rules and Latin words shorten it. */
const MARGIN_EM = 2.5
/** Closing a sentence this many em before the margin closes the paragraph. */
const SENTENCE_END_EM = 1.5

/** Share of the margin from which a line that does not end a sentence goes on; less where it is plainly prose. */
const LONG_LINE = 0.85
const PROSE_LINE = 0.7

/** Shape of wrapped text: below, a text is taken to have one paragraph a line. */
const FEWEST_LINES = 12
const LOWEST_FULL_SHARE = 0.4
const LOWEST_OPEN_SHARE = 0.6
const LOWEST_PROSE_SHARE = 0.5
const NARROWEST_LINE_EM = 15
const WIDEST_LINE_EM = 60

/**
 * Whether a text was wrapped by hand or by a PDF tool: most lines are prose that ends at the same column, in the middle
 * of a sentence, and none is longer than a page is wide.
 */
export function isHardWrapped(lines: readonly PrintedLine[], em: number): boolean {
  if (lines.length < FEWEST_LINES || lines.some((line) => line.end > WIDEST_LINE_EM * em)) return false
  const margins = new Margins(lines, em)
  const full = lines.filter((line, index) => line.end >= NARROWEST_LINE_EM * em && margins.isFull(index))
  const open = full.filter((line) => !endsSentence(line.text))
  const prose = full.filter((line) => /[，、；。]/.test(line.text))
  return (
    full.length >= lines.length * LOWEST_FULL_SHARE &&
    open.length >= full.length * LOWEST_OPEN_SHARE &&
    prose.length >= full.length * LOWEST_PROSE_SHARE
  )
}

/**
 * Joins printed lines to paragraphs. A paragraph goes on after a line that reaches the right margin, unless the next
 * line is indented or opens with an ordinal; pieces that a PDF tool broke off at brackets and commas are put back.
 * Only white space between lines changes.
 */
export function rejoinLines(lines: readonly PrintedLine[], em: number): JoinedParagraph[] {
  const margins = new Margins(lines, em)
  const indentSpeaks = indentsMarkParagraphs(lines, em)
  const paragraphs: Growing[] = []
  for (const [index, line] of lines.entries()) {
    const current = paragraphs.at(-1)
    const step = current ? stepTo(line, current, margins.near(index), em, indentSpeaks) : 'paragraph'
    if (current && step !== 'paragraph') {
      current.pieces.push(appended(current.tail, line.text))
      current.tail = (current.tail + line.text.trim()).slice(-TAIL)
      current.reach = step === 'sameLine' ? current.reach + line.end - line.indent : line.end
      current.before = line
      current.last = index
    } else {
      const text = line.text.trim()
      paragraphs.push({
        pieces: [text],
        tail: text.slice(-TAIL),
        reach: line.end,
        before: line,
        first: index,
        last: index,
      })
    }
  }
  return paragraphs.map(({ pieces, first, last }) => ({ text: pieces.join(''), first, last }))
}

/** Characters of a growing paragraph that are looked at for an open bracket. */
const TAIL = 80

interface Growing {
  readonly pieces: string[]
  tail: string
  /** Where the printed line so far ends, pieces put together. */
  reach: number
  before: PrintedLine
  readonly first: number
  last: number
}

/** How a line stands to the paragraph before it. */
function stepTo(
  line: PrintedLine,
  current: Growing,
  margin: number,
  em: number,
  indentSpeaks: boolean,
): 'paragraph' | 'nextLine' | 'sameLine' {
  const { before, reach, tail } = current
  if (line.size !== before.size) return 'paragraph'
  const text = line.text.trimStart()
  if (startsInside(text)) return 'sameLine'
  if (line.display && before.display) return line.gapBefore || opensParagraph(text) ? 'paragraph' : 'nextLine'
  const full = reach >= margin - MARGIN_EM * em
  if (indentSpeaks && full && line.indent < em / 2 && before.indent <= 3 * em && !endsSentence(before.text))
    return 'nextLine'
  if (opensParagraph(text)) return 'paragraph'
  const fits = reach + (line.end - line.indent) <= margin + em
  if (fits && isPiece(text, before.text)) return 'sameLine'
  if (before.indent > 3 * em || line.indent > 3 * em) return 'paragraph'
  if (indentSpeaks && line.indent >= 1.5 * em) return 'paragraph'
  if (stopsMidway(tail, before.text, reach, margin)) return 'nextLine'
  if (!full) return 'paragraph'
  if (indentSpeaks || !endsSentence(before.text)) return 'nextLine'
  return line.gapBefore || reach < margin - SENTENCE_END_EM * em ? 'paragraph' : 'nextLine'
}

/** A comma at the end, a title or bracket still open, or a long line that just stops: the sentence goes on. */
function stopsMidway(tail: string, before: string, reach: number, margin: number): boolean {
  if (/[，、]\s*$/.test(before)) return true
  if (/[《“][^》”]*$/.test(tail) || /（[^（）]*$/.test(tail)) return true
  if (margin === Number.POSITIVE_INFINITY || /[。！？；：）》”\d]\s*$/.test(before)) return false
  return reach >= margin * LONG_LINE || (reach >= margin * PROSE_LINE && /[，；：。]/.test(before))
}

/** A closing bracket or a comma never begins a printed line of its own. */
function startsInside(text: string): boolean {
  return /^[，。、；：？！）》〉〕】”’,;)]/.test(text)
}

/** What a PDF tool breaks off at a bracket or a quotation mark: the line before ends at one too, or in a full sentence. */
function isPiece(text: string, before: string): boolean {
  const afterMark = /[）》〉〕】”。、，；]$/.test(before.trimEnd())
  return afterMark && /^[（《〈〔【“(]/.test(text)
}

function endsSentence(text: string): boolean {
  return /[。！？；：!?;:][”’）)》]?\s*$/.test(text)
}

/** Indents mean a new paragraph only where this text indents some lines and not most. */
function indentsMarkParagraphs(lines: readonly PrintedLine[], em: number): boolean {
  const indented = lines.filter((line) => line.indent >= 1.5 * em && line.indent <= 3 * em).length
  return indented >= Math.max(2, lines.length * 0.04) && indented <= lines.length * 0.8
}

/** The right margin near each line, from where its neighbours end. */
class Margins {
  private readonly ends: readonly number[]
  private readonly em: number
  /** For each full line the margin that it shows; 0 for lines that end before it. */
  private readonly margins: readonly number[]

  constructor(lines: readonly PrintedLine[], em: number) {
    this.em = em
    this.ends = lines.map((line) => line.end)
    const long = [...this.ends].sort((a, b) => a - b)[Math.floor(this.ends.length * 0.8)] ?? 0
    this.margins = this.ends.map((end, index) => (end >= long * SHORTEST_FULL ? this.marginAt(index, end) : 0))
  }

  /** Whether line `index` ends at a margin that lines near by share. */
  isFull(index: number): boolean {
    return (this.margins[index] ?? 0) > 0
  }

  /** The margin shown by the nearest full line before `index`, or else after it; infinite where none is near. */
  near(index: number): number {
    for (let distance = 1; distance <= WINDOW; distance += 1) {
      const margin = this.margins[index - distance] || this.margins[index + distance - 1]
      if (margin) return margin
    }
    return Number.POSITIVE_INFINITY
  }

  /** The longest end among neighbours that end near this line; 0 where too few do. */
  private marginAt(index: number, end: number): number {
    let witnesses = 0
    let longest = end
    for (let at = Math.max(0, index - WINDOW); at <= index + WINDOW; at += 1) {
      const other = this.ends[at]
      if (other === undefined || at === index) continue
      const apart = Math.abs(other - end)
      if (apart <= 2 * this.em) witnesses += 1
      if (apart <= MARGIN_EM * this.em && other > longest) longest = other
    }
    return witnesses >= WITNESSES ? longest : 0
  }
}

/** The next line as it is appended: with a space only between Latin letters or digits, none beside Chinese characters. */
function appended(tail: string, line: string): string {
  const text = line.trim()
  return /[A-Za-z0-9,.;:]$/.test(tail) && /^[A-Za-z0-9]/.test(text) ? ` ${text}` : text
}

/** A line of plain text as a printed line, measured in half-width columns. */
export function textLine(raw: string, gapBefore: boolean): PrintedLine {
  const text = raw.trim()
  const indent = displayWidth(raw.slice(0, raw.length - raw.trimStart().length))
  return { text, indent, end: indent + displayWidth(text), gapBefore }
}
