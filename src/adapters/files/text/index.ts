import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { FileLine, SourceDocument } from '#core/reading'
import { DocumentBuilder } from '../tree/document-builder.ts'
import { isBareNumber, isPageNumber } from '../tree/page-marks.ts'
import { isHardWrapped, rejoinLines, textLine } from '../tree/rejoin-lines.ts'
import type { PrintedLine } from '../tree/rejoin-lines.ts'
import { decodeText } from './decode-text.ts'

/** An em in half-width columns. */
const EM = 2

/**
 * Reads plain text in UTF-8, GB18030 or UTF-16, any line ends. One line is one paragraph, except in a hard-wrapped text,
 * whose lines are joined. Beside white space and page numbers nothing is changed.
 */
export function readText(bytes: Uint8Array): Result<SourceDocument> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding, stated } = decoded.value
  const builder = new DocumentBuilder()
  if (!stated) builder.note('reader.encodingGuessed', { encoding: encoding.toUpperCase() })
  const { lines, pageMarks } = linesOf(text.replace(/^\ufeff/, ''))
  const fileLines = isHardWrapped(lines, EM) ? writeRejoined(lines, builder) : writeLines(lines, builder)
  if (pageMarks > 0) builder.note('reader.pageMarksDropped', { lines: pageMarks })
  return builder.isEmpty ? refuse('reader.empty') : accept({ ...builder.build('txt'), fileLines })
}

/** A line with its place in the file. */
type PlacedLine = PrintedLine & Omit<FileLine, 'at'>

function writeLines(lines: readonly PlacedLine[], builder: DocumentBuilder): FileLine[] {
  return lines.flatMap(({ text, line, column, offset }) => {
    const span = builder.paragraph(text)
    return span ? [{ at: span.start, line, column, offset }] : []
  })
}

function writeRejoined(lines: readonly PlacedLine[], builder: DocumentBuilder): FileLine[] {
  const paragraphs = rejoinLines(lines, EM)
  const fileLines = paragraphs.flatMap(({ text, first, last }) => {
    const span = builder.paragraph(text)
    let from = 0
    return lines.slice(first, last + 1).flatMap(({ text: words, line, column, offset }) => {
      const at = text.indexOf(words, from)
      if (!span || at < 0) return []
      from = at + words.length
      return [{ at: span.start + at, line, column, offset }]
    })
  })
  builder.note('reader.linesRejoined', { lines: lines.length - paragraphs.length })
  return fileLines
}

/** Lines with text; page numbers dropped, bare ones only beside a form feed. */
function linesOf(text: string): { lines: PlacedLine[]; pageMarks: number } {
  const lines: PlacedLine[] = []
  let pageMarks = 0
  let gap = false
  // The end mark of DOS takes no part, but keeps its place.
  const raw = rawLines(text.replaceAll('\u001a', ' '))
  for (const [index, { words, offset }] of raw.entries()) {
    const beforePage = (raw[index + 1]?.words ?? '').startsWith('\f')
    const content = words.replaceAll('\f', '')
    if (isPageNumber(content) || (beforePage && isBareNumber(content))) pageMarks += 1
    else if (content.trim() === '') gap = true
    else {
      const before = words.length - words.trimStart().length
      lines.push({ ...textLine(content, gap), line: index + 1, column: before + 1, offset: offset + before })
      gap = false
    }
  }
  return { lines, pageMarks }
}

const LINE_END = /\r\n|[\n\r\v\u0085\u2028\u2029]/g

function rawLines(text: string): { words: string; offset: number }[] {
  const lines: { words: string; offset: number }[] = []
  let offset = 0
  for (const end of text.matchAll(LINE_END)) {
    lines.push({ words: text.slice(offset, end.index), offset })
    offset = end.index + end[0].length
  }
  lines.push({ words: text.slice(offset), offset })
  return lines
}
