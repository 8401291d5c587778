import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
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
  if (isHardWrapped(lines, EM)) writeRejoined(lines, builder)
  else for (const line of lines) builder.paragraph(line.text)
  if (pageMarks > 0) builder.note('reader.pageMarksDropped', { lines: pageMarks })
  return builder.isEmpty ? refuse('reader.empty') : accept(builder.build('txt'))
}

function writeRejoined(lines: readonly PrintedLine[], builder: DocumentBuilder): void {
  const paragraphs = rejoinLines(lines, EM)
  for (const paragraph of paragraphs) builder.paragraph(paragraph.text)
  builder.note('reader.linesRejoined', { lines: lines.length - paragraphs.length })
}

/** Lines with text; page numbers dropped, bare ones only beside a form feed. */
function linesOf(text: string): { lines: PrintedLine[]; pageMarks: number } {
  const lines: PrintedLine[] = []
  let pageMarks = 0
  let gap = false
  const raw = text.replaceAll('\u001a', '').split(/\r\n|[\n\r\v\u0085\u2028\u2029]/)
  for (const [index, line] of raw.entries()) {
    const beforePage = (raw[index + 1] ?? '').startsWith('\f')
    const content = line.replaceAll('\f', '')
    if (isPageNumber(content) || (beforePage && isBareNumber(content))) pageMarks += 1
    else if (content.trim() === '') gap = true
    else {
      lines.push(textLine(content, gap))
      gap = false
    }
  }
  return { lines, pageMarks }
}
