import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import { DocumentBuilder } from '../tree/document-builder.ts'
import { pageLines } from './page-lines.ts'
import type { PageLine } from './page-lines.ts'
import { withoutPageMargins } from './page-margins.ts'
import { readPageTexts } from './page-texts.ts'
import { writeParagraphs } from './paragraphs.ts'
import { withoutBombs } from './unpacked-streams.ts'

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

/** Lines of the pages, each where it stands; a file that unpacks beyond measure is refused before it is read. */
async function readPages(bytes: Uint8Array): Promise<Result<PageLine[][]>> {
  const safe = withoutBombs(bytes)
  if (safe === null) return refuse('reader.zipBomb')
  const texts = await readPageTexts(safe)
  return texts.ok ? accept(texts.value.map(pageLines)) : texts
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
