import type { DocumentBuilder } from '../tree/document-builder.ts'
import { rejoinLines } from '../tree/rejoin-lines.ts'
import type { PrintedLine } from '../tree/rejoin-lines.ts'
import type { PageLine } from './page-lines.ts'

/** A line with what its page says about it. */
interface SetLine {
  readonly line: PageLine
  readonly printed: PrintedLine
  readonly centred: boolean
  readonly newPage: boolean
}

/** Distance between lines from which a blank line is seen, against the usual distance. */
const GAP_SHARE = 1.6

/** Writes the lines of all pages as paragraphs; returns how many lines were joined. */
export function writeParagraphs(pages: readonly (readonly PageLine[])[], builder: DocumentBuilder): number {
  const size = usual(pages.flat().map((line) => line.size)) ?? 12
  const lines = setLines(pages, size)
  const paragraphs = rejoinLines(
    lines.map((each) => each.printed),
    size,
  )
  for (const { text, first, last } of paragraphs) {
    const head = lines[first]
    // The first lines of a wrapped title fill the page; its last one shows that it is centred.
    const centred = lines[last]?.centred === true && (first === last || head?.printed.display === true)
    builder.paragraph(text, {
      ...(centred ? { align: 'center' } : {}),
      ...(head?.newPage && centred ? { pageBreakBefore: true } : {}),
    })
  }
  return lines.length - paragraphs.length
}

function setLines(pages: readonly (readonly PageLine[])[], size: number): SetLine[] {
  const area = [textArea(pages, 0, size), textArea(pages, 1, size)] as const
  const pitch = usual(pages.flatMap((lines) => lines.slice(1).map((line, at) => distance(lines[at], line)))) ?? 2 * size
  return pages.flatMap((lines, page) => {
    const { left, right } = page % 2 === 0 ? area[0] : area[1]
    return lines.map((line, index) => {
      const indent = Math.max(0, line.left - left)
      const display = line.size > size + 1
      const centred = (display || indent > 3 * size) && Math.abs(indent - (right - line.right)) < 0.75 * size
      const gapBefore = index > 0 && distance(lines[index - 1], line) > pitch * GAP_SHARE
      const printed = { text: line.text, indent, end: line.right - left, gapBefore, size: line.size, display }
      return { line, printed, centred, newPage: index === 0 && page > 0 }
    })
  })
}

function distance(above: PageLine | undefined, below: PageLine): number {
  return Math.round(((above?.baseline ?? below.baseline) - below.baseline) * 2) / 2
}

/** Left and right edge of the text on odd or even pages: where most lines begin and end. */
function textArea(
  pages: readonly (readonly PageLine[])[],
  parity: 0 | 1,
  size: number,
): { left: number; right: number } {
  const own = pages.filter((_, page) => page % 2 === parity).flat()
  const lines = (own.length > 0 ? own : pages.flat()).filter((line) => Math.abs(line.size - size) < 1)
  const left = usual(lines.map((line) => Math.round(line.left))) ?? 0
  const right = usual(lines.map((line) => Math.round(line.right / 4) * 4)) ?? 0
  return { left, right }
}

/** The most frequent value. */
function usual(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
