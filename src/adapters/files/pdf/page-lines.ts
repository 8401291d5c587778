import { displayWidth } from '../tree/display-width.ts'

/** One line of a PDF page, measured in points from the lower left corner. */
export interface PageLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Font size of most of the line. */
  readonly size: number
}

/** A piece of text as pdf.js places it. */
export interface PlacedText {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
}

interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** A gap this wide, in em, parts columns of a table or of a signature block. */
const COLUMN_GAP_EM = 1.8
/** A smaller gap from here on is a space. */
const SPACE_GAP_EM = 0.6

/** Puts the pieces of a page together to lines, top to bottom. Slanted pieces are watermarks and left out. */
export function pageLines(items: readonly PlacedText[]): PageLine[] {
  const pieces = items.flatMap(pieceOf).sort((a, b) => b.baseline - a.baseline)
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.baseline - piece.baseline < Math.max(first.size, piece.size) * 0.45) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(lineOf)
}

function pieceOf(item: PlacedText): Piece[] {
  const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = item.transform
  const slanted = Math.abs(b) > 0.01 * Math.abs(a) || Math.abs(c) > 0.35 * Math.abs(d)
  if (slanted || a <= 0 || item.str.trim() === '') return []
  const text = withoutJustification(item.str, item.width, Math.abs(d))
  return [{ text, left, right: left + item.width, baseline, size: Math.abs(d) }]
}

function lineOf(row: readonly Piece[]): PageLine {
  const pieces = [...row].sort((a, b) => a.left - b.left)
  let text = ''
  let right = Number.NEGATIVE_INFINITY
  for (const piece of pieces) {
    const gap = (piece.left - right) / piece.size
    if (text !== '') text += gap > COLUMN_GAP_EM ? '\t' : gap > SPACE_GAP_EM ? ' ' : ''
    text += piece.text
    right = Math.max(right, piece.right)
  }
  const longest = pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best))
  return {
    text: text.trim().replace(BESIDE_LATIN, ''),
    left: pieces[0]?.left ?? 0,
    right,
    baseline: longest.baseline,
    size: Math.round(longest.size * 2) / 2,
  }
}

const HAN = '[\\u2014\\u2018-\\u201d\\u2026\\u3001-\\u303f\\u3400-\\u9fff\\uff00-\\uff60]'
const BETWEEN_HAN = new RegExp(`(?<=${HAN}) (?=${HAN})`, 'g')
const LONE_HAN = new RegExp(` ${HAN}(?= )`)
const BESIDE_LATIN = new RegExp(`(?<=${HAN}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=${HAN})`, 'g')
/** A space that was typed is at least this wide, in em; spaces of justified lines are a fraction of it. */
const TYPED_SPACE_EM = 0.2

/**
 * Justified lines come out of pdf.js with spaces between their characters. Spaces that are narrow, or that leave single
 * characters alone, are layout; a space between Chinese words (住房城乡建设部 国家发展改革委) was typed and stays.
 */
function withoutJustification(text: string, width: number, size: number): string {
  const spaces = text.match(BETWEEN_HAN)?.length ?? 0
  if (spaces === 0) return text
  let glyphs = 0
  for (const character of text.replaceAll(' ', '')) glyphs += displayWidth(character) / 2
  const typed = (width / size - glyphs) / spaces >= TYPED_SPACE_EM && !LONE_HAN.test(text)
  return typed ? text : text.replace(BETWEEN_HAN, '')
}
