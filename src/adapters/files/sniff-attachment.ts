import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { openArchive } from './archive/open-archive.ts'
import { contentKind } from './content-kind.ts'
import { MAX_ATTACHMENT_BYTES, megabytes } from './file-limits.ts'
import { oleContent } from './ole/ole-content.ts'
import { openCompoundFile } from './ole/compound-file.ts'
import { decodeText } from './text/decode-text.ts'

/** What a piece of evidence is, by its content: the type under which it is kept and served. */
export interface AttachmentType {
  readonly mediaType: string
  readonly extension: string
}

const PDF: AttachmentType = { mediaType: 'application/pdf', extension: 'pdf' }
const PNG: AttachmentType = { mediaType: 'image/png', extension: 'png' }
const JPEG: AttachmentType = { mediaType: 'image/jpeg', extension: 'jpg' }
const WEBP: AttachmentType = { mediaType: 'image/webp', extension: 'webp' }
const TEXT: AttachmentType = { mediaType: 'text/plain', extension: 'txt' }
const CSV: AttachmentType = { mediaType: 'text/csv', extension: 'csv' }
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const DOCX: AttachmentType = { mediaType: `${OFFICE}.wordprocessingml.document`, extension: 'docx' }
const XLSX: AttachmentType = { mediaType: `${OFFICE}.spreadsheetml.sheet`, extension: 'xlsx' }

/** Names under which a type may come; none says nothing against the content. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpg', 'jpeg', 'jpe'],
  txt: ['txt', 'text', 'log', 'md'],
}

/**
 * Types an uploaded piece of evidence by its content and refuses everything that is not on the list, what is encrypted,
 * what carries macros, and names that contradict the content.
 */
export function sniffAttachment(bytes: Uint8Array, fileName: string): Result<AttachmentType> {
  if (bytes.length === 0) return refuse('reader.empty', undefined, fileName)
  if (bytes.length > MAX_ATTACHMENT_BYTES) {
    return refuse('reader.tooLarge', { limitMegabytes: megabytes(MAX_ATTACHMENT_BYTES) }, fileName)
  }
  const named = extensionOf(fileName)
  const type = typeOf(bytes, named)
  if (!type.ok) return { ok: false, refusal: { ...type.refusal, at: fileName } }
  const { extension } = type.value
  const allowed = EXTENSIONS[extension] ?? [extension]
  if (named === '' || allowed.includes(named)) return type
  return refuse('reader.extensionMismatch', { found: extension, named }, fileName)
}

function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
}

function typeOf(bytes: Uint8Array, named: string): Result<AttachmentType> {
  switch (contentKind(bytes)) {
    case 'pdf':
      return accept(PDF)
    case 'png':
      return accept(PNG)
    case 'jpeg':
      return accept(JPEG)
    case 'webp':
      return accept(WEBP)
    case 'zip':
      return officeType(bytes)
    case 'ole':
      return refuse(isEncrypted(bytes) ? 'reader.encrypted' : 'reader.attachmentType')
    case 'text':
      return decodeText(bytes).ok ? accept(named === 'csv' ? CSV : TEXT) : refuse('reader.attachmentType')
    default:
      return refuse('reader.attachmentType')
  }
}

function isEncrypted(bytes: Uint8Array): boolean {
  const file = openCompoundFile(bytes)
  return file.ok && oleContent(file.value) === 'encrypted'
}

function officeType(bytes: Uint8Array): Result<AttachmentType> {
  const archive = openArchive(bytes)
  if (!archive.ok) return archive
  const names = new Set(archive.value.names.map((name) => name.toLowerCase()))
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) return refuse('reader.attachmentType')
  if (names.has('word/document.xml')) return accept(DOCX)
  return names.has('xl/workbook.xml') ? accept(XLSX) : refuse('reader.attachmentType')
}
