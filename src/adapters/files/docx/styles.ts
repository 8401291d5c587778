import { child, childrenNamed, switchOf, valueOf } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'

/** What a style chain says about a paragraph or a run; undefined where no style of the chain says anything. */
export interface StyleTraits {
  readonly outlineLevel?: string | undefined
  readonly align?: string | undefined
  readonly pageBreakBefore?: boolean | undefined
  readonly bold?: boolean | undefined
  readonly hidden?: boolean | undefined
  readonly numberingId?: string | undefined
  readonly numberingLevel?: string | undefined
  /** Style that states the numbering: the level of a list may be tied to it. */
  readonly numberingStyle?: string | undefined
}

interface StyleEntry {
  readonly basedOn: string | undefined
  readonly own: StyleTraits
}

/** The styles of a document, each resolved over the styles it is based on. */
export class StyleSheet {
  private readonly entries = new Map<string, StyleEntry>()
  private readonly resolved = new Map<string, StyleTraits>()
  private defaultParagraph: string | undefined

  constructor(styles: XmlElement | undefined) {
    for (const style of childrenNamed(styles, 'w:style')) {
      const id = style.attributes['w:styleId']
      if (id === undefined) continue
      this.entries.set(id, { basedOn: valueOf(style, 'w:basedOn'), own: ownTraits(id, style) })
      if (isDefaultParagraph(style)) this.defaultParagraph = id
    }
  }

  /** Traits of a paragraph style; without id, of the document's default paragraph style. */
  paragraph(id: string | undefined): StyleTraits {
    return this.traits(id ?? this.defaultParagraph)
  }

  /** Traits of any style, over its chain; a circular chain ends where it meets itself. */
  traits(id: string | undefined, below: ReadonlySet<string> = new Set()): StyleTraits {
    if (id === undefined || below.has(id)) return {}
    const known = this.resolved.get(id)
    if (known) return known
    const entry = this.entries.get(id)
    if (!entry) return {}
    const traits = merge(this.traits(entry.basedOn, new Set([...below, id])), entry.own)
    if (below.size === 0) this.resolved.set(id, traits)
    return traits
  }
}

function isDefaultParagraph(style: XmlElement): boolean {
  return style.attributes['w:type'] === 'paragraph' && /^(1|true|on)$/.test(style.attributes['w:default'] ?? '')
}

function ownTraits(id: string, style: XmlElement): StyleTraits {
  const paragraph = child(style, 'w:pPr')
  const run = child(style, 'w:rPr')
  const numbering = child(paragraph, 'w:numPr')
  return {
    outlineLevel: valueOf(paragraph, 'w:outlineLvl'),
    align: valueOf(paragraph, 'w:jc'),
    pageBreakBefore: switchOf(paragraph, 'w:pageBreakBefore'),
    bold: switchOf(run, 'w:b'),
    hidden: switchOf(run, 'w:vanish'),
    numberingId: valueOf(numbering, 'w:numId'),
    numberingLevel: valueOf(numbering, 'w:ilvl'),
    numberingStyle: numbering ? id : undefined,
  }
}

function merge(base: StyleTraits, own: StyleTraits): StyleTraits {
  const stated = Object.entries(own).filter(([, value]) => value !== undefined)
  return { ...base, ...Object.fromEntries(stated) }
}
