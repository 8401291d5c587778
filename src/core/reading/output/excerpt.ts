import type { Span } from '#core/kit'
import type { LineIndex } from './line-index.ts'
import { fitColumns, terminalWidth } from './terminal-width.ts'

/** Characters of the line that are shown on each side of a place. */
const CONTEXT = 24
/** Columns that the place itself may take; a longer one is cut. */
const MOST_COLUMNS = 96

/** Two printed lines: the words of the text and, under them, the mark below the place. */
export interface Excerpt {
  readonly words: string
  readonly marks: string
}

/** A window of the line around a place, with `mark` under it, however wide its characters are. */
export function excerptOf(text: string, lines: LineIndex, span: Span, mark: string): Excerpt {
  const line = lines.lineAround(span.start)
  const end = Math.max(span.start, Math.min(span.end, line.end))
  const from = wholeFrom(text, Math.max(line.start, span.start - CONTEXT))
  const to = wholeFrom(text, Math.min(line.end, end + CONTEXT))
  const before = `${from > line.start ? '…' : ''}${flat(text.slice(from, span.start)).trimStart()}`
  const own = flat(text.slice(span.start, end))
  const after = `${flat(text.slice(end, to)).trimEnd()}${to < line.end ? '…' : ''}`
  const cut = terminalWidth(own) > MOST_COLUMNS
  const shown = cut ? `${fitColumns(own, MOST_COLUMNS - 1)}…` : own
  return {
    words: `${before}${shown}${cut ? '' : after}`,
    marks: `${' '.repeat(terminalWidth(before))}${mark.repeat(Math.max(1, terminalWidth(shown)))}`,
  }
}

/** A tab between cells would move the mark; other controls would move more. */
function flat(text: string): string {
  return text.replace(/[\p{Cc}]/gu, ' ')
}

/** Never begins between the halves of a rare character. */
function wholeFrom(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}
