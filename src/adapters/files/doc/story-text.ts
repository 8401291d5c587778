import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { WordStreams } from './word-streams.ts'

/** The characters of all stories with the place of each in the main stream, which is what formatting goes by. */
export interface StoryText {
  readonly text: string
  /** Offset in the main stream of the character at `index`. */
  placeOf(index: number): number
}

interface Piece {
  /** Index of its first character. */
  readonly from: number
  readonly place: number
  /** Bytes a character. */
  readonly width: 1 | 2
}

const PROPERTIES = 1
const PIECE_TABLE = 2
const NARROW = 0x40000000

/** Puts the text together from its pieces ([MS-DOC] 2.4.1): each is UTF-16, or Windows-1252 where one byte is enough. */
export function storyText(streams: WordStreams): Result<StoryText> {
  const { main, tables } = streams
  const { at, length } = pieceTable(streams)
  const count = Math.floor((length - 4) / 12)
  if (count < 1) return refuse('reader.damaged')
  const pieces: Piece[] = []
  const texts: string[] = []
  let from = 0
  for (let index = 0; index < count; index += 1) {
    const stated = tables.long(at + (index + 1) * 4) - tables.long(at + index * 4)
    const packed = tables.long(at + (count + 1) * 4 + index * 8 + 2)
    const narrow = (packed & NARROW) !== 0
    const place = narrow ? (packed & 0x3fffffff) >>> 1 : packed & 0x3fffffff
    const width = narrow ? 1 : 2
    const bytes = main.slice(place, Math.max(stated, 0) * width)
    const text = narrow ? windows1252(bytes) : UTF_16.decode(bytes)
    // Pieces never overlap in a sound file; more text than bytes is how a small file claims to be a large one.
    if (from + text.length > main.length) return refuse('reader.damaged')
    pieces.push({ from, place, width })
    texts.push(text)
    from += text.length
  }
  return accept({ text: texts.join(''), placeOf: (index) => placeIn(pieces, index) })
}

const UTF_16 = new TextDecoder('utf-16le')
/** What Windows-1252 has at 0x80–0x9f; the decoder of some editions of Node takes it for Latin-1. */
const QUOTES_AND_DASHES = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function windows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return latin.replace(/[\u0080-\u009f]/g, (character) => QUOTES_AND_DASHES.charAt(character.charCodeAt(0) - 0x80))
}

/** The piece table stands after any number of property lists. */
function pieceTable({ tables, place }: WordStreams): { readonly at: number; readonly length: number } {
  const whole = place('pieces')
  let at = whole.at
  const end = whole.at + whole.length
  while (at < end && tables.byte(at) === PROPERTIES) at += 3 + tables.short(at + 1)
  return tables.byte(at) === PIECE_TABLE ? { at: at + 5, length: tables.long(at + 1) } : { at, length: 0 }
}

function placeIn(pieces: readonly Piece[], index: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((pieces[middle]?.from ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]
  return piece ? piece.place + (index - piece.from) * piece.width : 0
}
