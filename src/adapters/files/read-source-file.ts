import { refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import { openArchive } from './archive/open-archive.ts'
import { contentKind } from './content-kind.ts'
import { MAX_SOURCE_BYTES, megabytes } from './file-limits.ts'
import { decodeText } from './text/decode-text.ts'
import { readText } from './text/index.ts'

/**
 * The one door for issued files: types the file by its content, reads it, or refuses with a `reader.*` code that says
 * the remedy, at the file's name. It never throws on a file. Readers load when their format comes, so that a plain text starts quickly.
 */
export async function readSourceFile(bytes: Uint8Array, fileName: string): Promise<Result<SourceDocument>> {
  const read = await readByContent(bytes, /\.csv$/i.test(fileName))
  return read.ok ? read : { ok: false, refusal: { ...read.refusal, at: fileName } }
}

async function readByContent(bytes: Uint8Array, namedCsv: boolean): Promise<Result<SourceDocument>> {
  if (bytes.length === 0) return refuse('reader.empty')
  if (bytes.length > MAX_SOURCE_BYTES) {
    return refuse('reader.tooLarge', { limitMegabytes: megabytes(MAX_SOURCE_BYTES) })
  }
  switch (contentKind(bytes)) {
    case 'text':
      return readPlain(bytes, namedCsv)
    case 'html':
      return (await import('./html/index.ts')).readHtml(bytes)
    case 'pdf':
      return (await import('./pdf/index.ts')).readPdf(bytes)
    case 'zip':
      return readContainer(bytes)
    case 'ole':
      return readOle(bytes)
    case 'rtf':
      return refuse('reader.unsupportedFormat', { format: 'RTF' })
    case 'mhtml':
      return refuse('reader.unsupportedFormat', { format: 'MHTML' })
    case 'archive':
      return refuse('reader.unsupportedFormat', { format: 'RAR/7z' })
    case 'png':
    case 'jpeg':
    case 'webp':
    case 'picture':
      return refuse('reader.picture')
    case 'program':
      return refuse('reader.unknownFormat')
  }
}

/** Text is a table of tasks where it is one by its content; its name counts only where that leaves it open. */
async function readPlain(bytes: Uint8Array, namedCsv: boolean): Promise<Result<SourceDocument>> {
  const decoded = decodeText(bytes)
  if (!decoded.ok || !/^[^\r\n]{0,400}[,;\t]/.test(decoded.value.text)) return readText(bytes)
  const { looksLikeTaskCsv, readCsvTable } = await import('./sheets/index.ts')
  const { text } = decoded.value
  return namedCsv || looksLikeTaskCsv(text) ? readCsvTable(text) : readText(bytes)
}

async function readContainer(bytes: Uint8Array): Promise<Result<SourceDocument>> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const { names } = archive.value
  const has = (name: string): boolean => names.some((each) => each.toLowerCase() === name)
  if (has('ofd.xml')) return refuse('reader.unsupportedFormat', { format: 'OFD' })
  if (has('xl/workbook.xml')) return (await import('./sheets/index.ts')).readXlsx(bytes)
  if (has('ppt/presentation.xml')) return refuse('reader.unsupportedFormat', { format: 'PPTX' })
  if (has('mimetype')) return refuse('reader.unsupportedFormat', { format: 'ODT/EPUB' })
  if (!has('[content_types].xml') && !has('_rels/.rels')) {
    return refuse('reader.unsupportedFormat', { format: 'ZIP' })
  }
  return (await import('./docx/index.ts')).readDocx(archive.value)
}

async function readOle(bytes: Uint8Array): Promise<Result<SourceDocument>> {
  const { openCompoundFile } = await import('./ole/compound-file.ts')
  const { oleContent } = await import('./ole/ole-content.ts')
  const file = openCompoundFile(bytes)
  if (!file.ok) return file
  switch (oleContent(file.value)) {
    case 'doc':
      return (await import('./doc/index.ts')).readDoc(file.value)
    case 'xls':
      return (await import('./sheets/index.ts')).readXls(bytes)
    case 'encrypted':
      return refuse('reader.encrypted')
    case 'other':
      return refuse('reader.unknownFormat')
  }
}
