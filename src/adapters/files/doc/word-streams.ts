import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { CompoundFile } from '../ole/compound-file.ts'
import { ByteReader } from './byte-reader.ts'

/** Where the parts of a document stand in its table stream ([MS-DOC] 2.5.6): offset in the file information of their place. */
const PLACES = {
  styles: 0xa2,
  characterRuns: 0xfa,
  paragraphRuns: 0x102,
  pieces: 0x1a2,
  listDefinitions: 0x2e2,
  lists: 0x2ea,
} as const

/** Names of the parts that are looked at. */
export type PartName = keyof typeof PLACES

/** The streams of a Word 97–2003 document. */
export interface WordStreams {
  /** Text and formatting pages. */
  readonly main: ByteReader
  /** Tables of what stands where. */
  readonly tables: ByteReader
  /** Formatting that was too long for its page. */
  readonly data: ByteReader
  /** Lengths of the stories, in characters, in the order in which they follow one another. */
  readonly stories: Readonly<Record<'body' | 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'textBoxes', number>>
  /** Where a part stands in `tables`. */
  place(part: PartName): { readonly at: number; readonly length: number }
}

const WORD_97 = 0xa5ec
const FIRST_READABLE_VERSION = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE_STREAM = 0x0200

/** Finds the streams; refuses what is older than Word 97, and what has a password. */
export function wordStreams(file: CompoundFile): Result<WordStreams> {
  const document = file.stream('WordDocument')
  if (!document) return refuse('reader.unknownFormat')
  const main = new ByteReader(document)
  if (main.short(0) !== WORD_97 || main.short(2) < FIRST_READABLE_VERSION) return refuse('reader.legacyDoc')
  const flags = main.short(0x0a)
  if ((flags & ENCRYPTED) !== 0) return refuse('reader.encrypted')
  const tables = file.stream((flags & SECOND_TABLE_STREAM) === 0 ? '0Table' : '1Table')
  if (!tables) return refuse('reader.damaged')
  return accept({
    main,
    tables: new ByteReader(tables),
    data: new ByteReader(file.stream('Data') ?? new Uint8Array()),
    stories: {
      body: main.long(0x4c),
      footnotes: main.long(0x50),
      headers: main.long(0x54),
      comments: main.long(0x5c),
      endnotes: main.long(0x60),
      textBoxes: main.long(0x64),
    },
    place: (part) => ({ at: main.long(PLACES[part]), length: main.long(PLACES[part] + 4) }),
  })
}
