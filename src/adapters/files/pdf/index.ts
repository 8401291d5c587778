import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import { MAX_PDF_PAGES } from '../file-limits.ts'
import { DocumentBuilder } from '../tree/document-builder.ts'
import { pageLines } from './page-lines.ts'
import type { PageLine, PlacedText } from './page-lines.ts'
import { withoutPageMargins } from './page-margins.ts'
import { writeParagraphs } from './paragraphs.ts'

/** A page with fewer characters than this holds no text to speak of: a scan, or a picture with a stamp. */
const FEWEST_PAGE_CHARACTERS = 10
/** Share of pages without text from which the whole file is taken for a scan. */
const SCANNED_SHARE = 0.8
/** Share of characters without meaning (private use, replacement) from which the fonts have no Unicode table. */
const GARBLED_SHARE = 0.2

/** Reads the text of a PDF: lines joined to paragraphs, page numbers and running heads dropped. */
export async function readPdf(bytes: Uint8Array): Promise<Result<SourceDocument>> {
  const read = await readPages(bytes)
  if (!read.ok) return read
  const empty = read.value.filter((lines) => characters(lines) < FEWEST_PAGE_CHARACTERS).length
  if (empty >= read.value.length * SCANNED_SHARE) return refuse('reader.scannedPdf')
  if (isGarbled(read.value)) return refuse('reader.garbledPdf')
  const { pages, dropped } = withoutPageMargins(read.value)
  const builder = new DocumentBuilder()
  const joined = writeParagraphs(pages, builder)
  if (joined > 0) builder.note('reader.linesRejoined', { lines: joined })
  if (dropped > 0) builder.note('reader.pageMarksDropped', { lines: dropped })
  if (empty > 0) builder.note('reader.pagesWithoutText', { pages: empty })
  return builder.isEmpty ? refuse('reader.scannedPdf') : accept(builder.build('pdf'))
}

/** pdf.js reports every fault of a file by throwing; all of them are refusals here. */
async function readPages(bytes: Uint8Array): Promise<Result<PageLine[][]>> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // A copy: pdf.js takes the buffer over. No script in a file is ever evaluated, nothing is printed.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false })
    try {
      if (pdf.numPages > MAX_PDF_PAGES) return refuse('reader.tooManyPages', { limitPages: MAX_PDF_PAGES })
      const pages: PageLine[][] = []
      for (let number = 1; number <= pdf.numPages; number += 1) {
        const page = await pdf.getPage(number)
        const content = await page.getTextContent()
        pages.push(pageLines(content.items.flatMap((item): PlacedText[] => ('str' in item ? [item] : []))))
        page.cleanup()
      }
      return accept(pages)
    } finally {
      await pdf.destroy()
    }
  } catch (error) {
    return refuse(error instanceof Error && error.name === 'PasswordException' ? 'reader.encrypted' : 'reader.damaged')
  }
}

function characters(lines: readonly PageLine[]): number {
  return lines.reduce((sum, line) => sum + line.text.replace(/\s/g, '').length, 0)
}

function isGarbled(pages: readonly (readonly PageLine[])[]): boolean {
  const text = pages.flatMap((lines) => lines.map((line) => line.text)).join('')
  let meaningless = 0
  for (const character of text) if (/[\p{Co}\p{Cc}\p{Cn}\ufffd]/u.test(character)) meaningless += 1
  return meaningless > text.length * GARBLED_SHARE
}
