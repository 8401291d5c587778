import type { ByteReader } from './byte-reader.ts'
import type { FormattingRun } from './formatting-runs.ts'
import { type Modifier, modifier, modifiersIn } from './properties.ts'
import type { WordStreams } from './word-streams.ts'

/** What formatting says of a paragraph. */
export interface WordTraits {
  inTable: boolean
  /** The paragraph is the mark that ends a row. */
  rowEnd: boolean
  /** Number of its list; 0 = none. */
  list: number
  listLevel: number
  /** 0 is the highest; 9 = body text. */
  outlineLevel: number
  centred: boolean
  /** Cells of the row that the mark ends. */
  cells: readonly RowCell[]
}

/** One cell of a row: where it ends across the page, in twips, and whether it goes on with the one above or before it. */
export interface RowCell {
  readonly left: number
  readonly right: number
  readonly mergedAbove: boolean
  readonly mergedBefore: boolean
}

const BODY_LEVEL = 9
const PLAIN: WordTraits = {
  ...{ inTable: false, rowEnd: false, list: 0, listLevel: 0, outlineLevel: BODY_LEVEL, centred: false, cells: [] },
}
const NO_STYLE = 0xfff
const LONGEST_CHAIN = 12

interface Style {
  readonly base: number
  readonly outlineLevel: number
  readonly at: number
  readonly end: number
}

/** Reads the traits of a run of paragraphs: those of its style, and what it states itself. */
export function traitsReader(streams: WordStreams): (run: FormattingRun | undefined) => WordTraits {
  const styles = readStyles(streams)
  const known = new Map<number, WordTraits>()
  const ofStyle = (number: number, depth: number): WordTraits => {
    const style = styles[number]
    if (!style || depth > LONGEST_CHAIN) return PLAIN
    const before = known.get(number)
    if (before) return before
    const traits = { ...ofStyle(style.base, depth + 1) }
    if (style.outlineLevel < BODY_LEVEL) traits.outlineLevel = style.outlineLevel
    applyAll(traits, streams.tables, style.at, style.end, streams)
    known.set(number, traits)
    return traits
  }
  return (run) => {
    if (!run || run.end <= run.at) return PLAIN
    const traits = { ...ofStyle(streams.main.short(run.at), 0) }
    applyAll(traits, streams.main, run.at + 2, run.end, streams)
    return traits
  }
}

function applyAll(traits: WordTraits, bytes: ByteReader, from: number, end: number, streams: WordStreams): void {
  for (const each of modifiersIn(bytes, from, end)) {
    if (each.code !== modifier.elsewhere || bytes === streams.data) apply(traits, bytes, each)
    else {
      const at = bytes.long(each.at)
      applyAll(traits, streams.data, at + 2, at + 2 + streams.data.short(at), streams)
    }
  }
}

function apply(traits: WordTraits, bytes: ByteReader, { code, at }: Modifier): void {
  switch (code) {
    case modifier.inTable:
      traits.inTable = bytes.byte(at) !== 0
      break
    case modifier.rowEnd:
      traits.rowEnd = bytes.byte(at) !== 0
      break
    case modifier.list:
      traits.list = bytes.short(at)
      break
    case modifier.listLevel:
      traits.listLevel = bytes.byte(at)
      break
    case modifier.outlineLevel:
      traits.outlineLevel = bytes.byte(at)
      break
    case modifier.centred:
    case modifier.centredOld:
      traits.centred = bytes.byte(at) === 1
      break
    case modifier.cells:
      traits.cells = cellsOf(bytes, at)
  }
}

const CELL_BYTES = 20

/** The cells of a row ([MS-DOC] 2.9.320): where they stand across the page, and how each is merged. */
function cellsOf(bytes: ByteReader, at: number): RowCell[] {
  const count = bytes.byte(at + 2)
  const edge = (index: number): number => (bytes.short(at + 3 + index * 2) << 16) >> 16
  const flagsAt = at + 3 + (count + 1) * 2
  return Array.from({ length: count }, (_, index) => {
    const stated = flagsAt + index * CELL_BYTES < at + 1 + bytes.short(at)
    const flags = stated ? bytes.short(flagsAt + index * CELL_BYTES) : 0
    return {
      left: edge(index),
      right: edge(index + 1),
      mergedBefore: (flags & 3) === 2,
      mergedAbove: ((flags >>> 5) & 3) === 1,
    }
  })
}

/** The style sheet ([MS-DOC] 2.9.271): for each style its base, its heading level, and where its paragraph properties stand. */
function readStyles({ tables, place }: WordStreams): (Style | null)[] {
  const { at, length } = place('styles')
  if (length < 6) return []
  const headBytes = tables.short(at)
  const count = Math.min(tables.short(at + 2), NO_STYLE)
  const baseBytes = tables.short(at + 4)
  const styles: (Style | null)[] = []
  let from = at + 2 + headBytes
  while (styles.length < count && from < at + length) {
    const size = tables.short(from)
    styles.push(size === 0 ? null : readStyle(tables, from + 2, baseBytes))
    from += 2 + size
  }
  return styles
}

const PARAGRAPH_STYLE = 1
const HEADINGS = 9

function readStyle(tables: ByteReader, at: number, baseBytes: number): Style | null {
  const kind = tables.short(at + 2)
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return null
  const builtIn = tables.short(at) & 0xfff
  const nameAt = at + baseBytes
  const propertiesAt = nameAt + 2 + (tables.short(nameAt) + 1) * 2
  return {
    base: kind >>> 4,
    outlineLevel: builtIn >= 1 && builtIn <= HEADINGS ? builtIn - 1 : BODY_LEVEL,
    at: propertiesAt + 4,
    end: propertiesAt + 2 + tables.short(propertiesAt),
  }
}
