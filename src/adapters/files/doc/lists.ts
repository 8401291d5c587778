import { ListCounter } from '../docx/numbering.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { ByteReader } from './byte-reader.ts'
import { numberFormats } from './number-formats.data.ts'
import type { WordStreams } from './word-streams.ts'

const LIST_BYTES = 28
const USE_BYTES = 16
const LEVEL_BYTES = 28
const ALL_LEVELS = 9
/** Word itself writes at most this many lists into a file. */
const MOST_LISTS = 4_000

/**
 * The automatic numbers of the document. Its list tables ([MS-DOC] 2.9.131, 2.9.149) are told as the WordprocessingML that says the
 * same, so that one counter counts for both formats.
 */
export function listCounter(streams: WordStreams): ListCounter {
  const { tables, place } = streams
  return new ListCounter(
    element('w:numbering', {}, [
      ...listDefinitions(tables, place('listDefinitions')),
      ...listUses(tables, place('lists').at, place('lists').length),
    ]),
  )
}

function listDefinitions(tables: ByteReader, { at, length }: { at: number; length: number }): XmlElement[] {
  if (length < 2) return []
  const count = Math.min(tables.short(at), MOST_LISTS)
  let levelAt = at + length
  return Array.from({ length: count }, (_, index) => {
    const list = at + 2 + index * LIST_BYTES
    const levels = Array.from({ length: (tables.byte(list + 26) & 1) === 1 ? 1 : ALL_LEVELS }, (_each, number) => {
      const read = readLevel(tables, levelAt, number)
      levelAt = read.end
      return read.level
    })
    return element('w:abstractNum', { 'w:abstractNumId': String(tables.long(list)) }, levels)
  })
}

/** The lists that paragraphs name by their number from 1 on, each with the levels that it starts anew or changes. */
function listUses(tables: ByteReader, at: number, length: number): XmlElement[] {
  if (length < 4) return []
  const count = Math.min(tables.long(at), MOST_LISTS)
  let dataAt = at + 4 + count * USE_BYTES
  return Array.from({ length: count }, (_, index) => {
    const use = at + 4 + index * USE_BYTES
    const overrides: XmlElement[] = []
    dataAt += 4
    for (let left = tables.byte(use + 12); left > 0; left -= 1) {
      const flags = tables.long(dataAt + 4)
      const number = flags & 0xf
      const parts: XmlElement[] = []
      if ((flags & 0x10) !== 0) parts.push(valued('w:startOverride', tables.long(dataAt)))
      dataAt += 8
      if ((flags & 0x20) !== 0) {
        const read = readLevel(tables, dataAt, number)
        parts.push(read.level)
        dataAt = read.end
      }
      overrides.push(element('w:lvlOverride', { 'w:ilvl': String(number) }, parts))
    }
    const definition = valued('w:abstractNumId', tables.long(use))
    return element('w:num', { 'w:numId': String(index + 1) }, [definition, ...overrides])
  })
}

const FOLLOWED_BY = ['tab', 'space', 'nothing'] as const

function readLevel(tables: ByteReader, at: number, number: number): { level: XmlElement; end: number } {
  const flags = tables.byte(at + 5)
  const textAt = at + LEVEL_BYTES + tables.byte(at + 24) + tables.byte(at + 25)
  const characters = Math.min(tables.short(textAt), 255)
  const text = new TextDecoder('utf-16le').decode(tables.slice(textAt + 2, characters * 2))
  const parts = [
    valued('w:start', tables.long(at)),
    valued('w:numFmt', numberFormats[tables.byte(at + 4)] ?? 'decimal'),
    valued('w:lvlText', [...text].map(placeholder).join('')),
    valued('w:suff', FOLLOWED_BY[tables.byte(at + 15)] ?? 'tab'),
    ...((flags & 0x04) === 0 ? [] : [element('w:isLgl', {}, [])]),
    ...((flags & 0x08) === 0 ? [] : [valued('w:lvlRestart', tables.byte(at + 26))]),
  ]
  return { level: element('w:lvl', { 'w:ilvl': String(number) }, parts), end: textAt + 2 + characters * 2 }
}

/** The characters 0–8 stand for the numbers of the levels. */
function placeholder(character: string): string {
  const code = character.charCodeAt(0)
  return code < ALL_LEVELS ? `%${code + 1}` : character
}

function valued(name: string, value: string | number): XmlElement {
  return element(name, { 'w:val': String(value) }, [])
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: XmlElement[]): XmlElement {
  return { name, attributes, children, text: '', start: 0, openEnd: 0, end: 0 }
}
