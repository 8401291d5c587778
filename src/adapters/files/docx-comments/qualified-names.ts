import type { XmlElement } from '../xml/parse-xml.ts'

/** WordprocessingML in its two editions (ISO/IEC 29500, transitional and strict). */
export const WORD_NAMESPACES = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
} as const

/** How names are written beside an element of a part. */
export interface Qualifier {
  readonly tag: (name: string) => string
  readonly attribute: (name: string) => string
  /** A declaration that the outermost written element needs; empty where the part's own prefix serves. */
  readonly declared: string
}

/** Names with the prefix of a neighbour; where it has none (a default namespace, which attributes never take), one is declared. */
export function qualifier(part: string, neighbour: XmlElement): Qualifier {
  const prefix = /^<([^\s>/:]+):/.exec(part.slice(neighbour.start, neighbour.openEnd))?.[1]
  const own = prefix ?? 'gt'
  const name = (local: string) => `${own}:${local}`
  return { tag: name, attribute: name, declared: prefix === undefined ? ` xmlns:gt="${namespaceOf(part)}"` : '' }
}

/** The edition that a part is written in. */
export function namespaceOf(part: string): string {
  return part.includes(WORD_NAMESPACES.strict) ? WORD_NAMESPACES.strict : WORD_NAMESPACES.transitional
}
