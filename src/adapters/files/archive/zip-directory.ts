import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/** One entry of a zip directory, as the directory claims it; sizes are checked again while unpacking. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc32: number
  readonly packedBytes: number
  readonly inflatedBytes: number
  readonly headerOffset: number
  readonly dataOffset: number
  /** Its record in the central directory, for who writes the container anew. */
  readonly centralOffset: number
  readonly centralBytes: number
}

// PKWARE APPNOTE 4.3: signatures and fixed lengths of the records that are read here.
const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
const CENTRAL_SIGNATURE = 0x02014b50
const CENTRAL_BYTES = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

/** Reads the central directory; zip64 and split archives do not occur in documents and count as damage. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): Result<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return refuse('reader.damaged')
  const count = view.getUint16(end + 10, true)
  if (count > maxEntries) return refuse('reader.zipBomb')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) return refuse('reader.damaged')
    const entry = readEntry(bytes, view, at)
    if (!entry) return refuse('reader.damaged')
    entries.push(entry)
    at += entry.centralBytes
  }
  return accept(entries)
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  return null
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry | null {
  const headerOffset = view.getUint32(at + 42, true)
  const packedBytes = view.getUint32(at + 20, true)
  const method = view.getUint16(at + 10, true)
  const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true)
  const dataOffset = dataOffsetOf(view, headerOffset)
  if (dataOffset === null || dataOffset + packedBytes > bytes.length || nameEnd > bytes.length) return null
  if (method !== STORED && method !== DEFLATED) return null
  return {
    name: new TextDecoder().decode(bytes.subarray(at + CENTRAL_BYTES, nameEnd)).replaceAll('\\', '/'),
    method,
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc32: view.getUint32(at + 16, true),
    packedBytes,
    inflatedBytes: view.getUint32(at + 24, true),
    headerOffset,
    dataOffset,
    centralOffset: at,
    centralBytes: nameEnd - at + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  }
}

/** Lengths of name and extra field differ between the local and the central record, so the local one is asked. */
function dataOffsetOf(view: DataView, headerOffset: number): number | null {
  if (headerOffset + LOCAL_BYTES > view.byteLength) return null
  if (view.getUint32(headerOffset, true) !== LOCAL_SIGNATURE) return null
  return headerOffset + LOCAL_BYTES + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true)
}
