import { inflateSync } from 'node:zlib'
import { MAX_PDF_INFLATED_BYTES, MAX_PDF_ODD_STREAM_BYTES, MAX_PDF_STREAM_BYTES } from '../file-limits.ts'

const BEGIN = Buffer.from('stream')
const END = Buffer.from('endstream')
/** A stream's dictionary stands before it; longer ones than this are not written. */
const DICTIONARY_BYTES = 2_000
/** Filters behind which packed bytes cannot be told by their look, each of which unpacks to many times its size. */
const ODD_FILTERS = /\/(LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/
/** How often bytes may be packed over again; nobody packs twice. */
const MOST_LAYERS = 3

/**
 * A copy of the file for reading text, without its pictures, or null where a stream unpacks to more than any page or font holds:
 * pdf.js unpacks without a limit. Pictures are blanked, because a page's text may be called one to pass by.
 */
export function withoutBombs(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes)
  let [at, total] = [0, 0]
  for (;;) {
    const from = file.indexOf(BEGIN, at)
    if (from < 0) return new Uint8Array(file)
    const begin = bodyStart(file, from + BEGIN.length)
    const found = file.indexOf(END, begin)
    const end = found < 0 ? file.length : found
    const dictionary = dictionaryBefore(file, from)
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) file.fill(0, begin, end)
    else {
      if (ODD_FILTERS.test(dictionary) && end - begin > MAX_PDF_ODD_STREAM_BYTES) return null
      const size = unpackedBytes(file.subarray(begin, end))
      total += size ?? 0
      if (size === null || total > MAX_PDF_INFLATED_BYTES) return null
    }
    at = end + END.length
  }
}

/** The body begins after one line end. */
function bodyStart(file: Buffer, at: number): number {
  if (file[at] === 0x0d && file[at + 1] === 0x0a) return at + 2
  return file[at] === 0x0d || file[at] === 0x0a ? at + 1 : at
}

function dictionaryBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at)
  return text.slice(text.lastIndexOf(' obj') + 1)
}

/** Bytes that a stream unpacks to, 0 where it is not packed by deflate; null = more than any page or font. */
function unpackedBytes(body: Buffer): number | null {
  let [packed, size] = [body, 0]
  for (let layer = 0; isDeflated(packed); layer += 1) {
    if (layer === MOST_LAYERS) return null
    try {
      packed = inflateSync(packed, { maxOutputLength: MAX_PDF_STREAM_BYTES })
    } catch (error) {
      return error instanceof RangeError ? null : size
    }
    size += packed.length
  }
  return size
}

/** The two bytes with which zlib begins (RFC 1950, 2.2). */
function isDeflated(body: Buffer): boolean {
  const [first = 0, second = 0] = body
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
}
