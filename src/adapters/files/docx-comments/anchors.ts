import type { Span } from '#core/kit'
import type { PieceSource, TextPiece } from '../docx/inline-text.ts'

/** One end of a comment: a place in the characters of a w:t, or before or after a whole run. */
export interface Anchor {
  readonly source: PieceSource
  /** Offset in the characters of `source.words`. */
  readonly unit: number
}

/** Where a comment begins and ends. */
export interface AnchorPair {
  readonly start: Anchor
  readonly end: Anchor
}

/**
 * Finds the places of spans of a document's text in its document part. The text and its pieces hold the same characters in the
 * same order once white space is left out, so that trimmed lines and joined paragraphs need no account of their own.
 */
export function anchorFinder(text: string, pieces: readonly TextPiece[]): (span: Span) => AnchorPair | null {
  const places = placesOf(pieces)
  const before = inkBefore(text)
  return ({ start, end }) => {
    const from = before[Math.min(start, text.length)] ?? 0
    const to = Math.max(from + 1, before[Math.min(end, text.length)] ?? 0)
    const first =
      within(places, from, to, 1) ?? within(places, to, places.length, 1) ?? within(places, from - 1, -1, -1)
    const last = within(places, to - 1, from - 1, -1) ?? first
    if (!first || !last) return null
    return { start: first, end: { source: last.source, unit: last.unit + 1 } }
  }
}

/** The source of every character that is no white space, in order; null for what the reader wrote itself. */
function placesOf(pieces: readonly TextPiece[]): (Anchor | null)[] {
  const places: (Anchor | null)[] = []
  for (const { text, source } of pieces)
    for (let unit = 0; unit < text.length; unit += 1)
      if (!isSpace(text.charCodeAt(unit))) places.push(source && { source, unit })
  return places
}

/** How many characters that are no white space stand before each offset. */
function inkBefore(text: string): Int32Array {
  const before = new Int32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at += 1) {
    before[at] = count
    if (!isSpace(text.charCodeAt(at))) count += 1
  }
  before[text.length] = count
  return before
}

function within(places: readonly (Anchor | null)[], from: number, to: number, step: 1 | -1): Anchor | null {
  for (let index = from; index !== to && index >= 0 && index < places.length; index += step) {
    const place = places[index]
    if (place) return place
  }
  return null
}

function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code >= 0xa0 && /\s/.test(String.fromCharCode(code))
}
