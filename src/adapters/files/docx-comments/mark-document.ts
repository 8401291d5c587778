import { child } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import type { Anchor, AnchorPair } from './anchors.ts'
import { qualifier } from './qualified-names.ts'
import type { Qualifier } from './qualified-names.ts'

/** A comment's number with its place. */
export interface Mark {
  readonly id: number
  readonly place: AnchorPair
}

/** How a place is opened for a mark: beside a run, between the children of a run, or inside the characters of a w:t. */
type Opening =
  | { readonly at: number; readonly kind: 'beside'; readonly run: XmlElement }
  | { readonly at: number; readonly kind: 'between'; readonly run: XmlElement }
  | { readonly at: number; readonly kind: 'inside'; readonly run: XmlElement; readonly words: XmlElement }

interface Insertion {
  readonly opening: Opening
  readonly ends: number[]
  readonly starts: number[]
}

/** Writes comment marks (17.13.4) into a document part; runs are cut where a mark falls inside, their text stays as it is. */
export function markDocument(part: string, marks: readonly Mark[]): string {
  const insertions = new Map<number, Insertion>()
  const insertionAt = (opening: Opening): Insertion => {
    const known = insertions.get(opening.at)
    if (known) return known
    const made = { opening, ends: [], starts: [] }
    insertions.set(opening.at, made)
    return made
  }
  for (const { id, place } of marks) {
    insertionAt(openingOf(part, place.start, 'start')).starts.push(id)
    insertionAt(openingOf(part, place.end, 'end')).ends.push(id)
  }
  const pieces: string[] = []
  let from = 0
  for (const { at, words } of [...insertions.values()]
    .flatMap((insertion) => editsOf(part, insertion))
    .sort((a, b) => a.at - b.at)) {
    pieces.push(part.slice(from, at), words)
    from = at
  }
  return pieces.join('') + part.slice(from)
}

/** Where a mark goes; the first and the last place of a run are beside it, so that no empty run comes into being. */
function openingOf(part: string, { source, unit }: Anchor, side: 'start' | 'end'): Opening {
  const { run, words } = source
  const beside: Opening = { at: side === 'start' ? run.start : run.end, kind: 'beside', run }
  if (!words) return beside
  const raw = rawOffset(part, words, unit)
  const atEdge = side === 'start' ? unit <= 0 : unit >= words.text.length
  if (raw !== null && !atEdge) return { at: raw, kind: 'inside', run, words }
  const contents = run.children.filter((each) => each.name !== 'w:rPr')
  if (contents.at(side === 'start' ? 0 : -1) === words) return beside
  return { at: side === 'start' ? words.start : words.end, kind: 'between', run }
}

const REFERENCE = /^&(?:#\d+|#x[0-9a-f]+|\w+);/i

/** The offset in the part of a character of a w:t; null where its content is more than characters and references. */
function rawOffset(part: string, words: XmlElement, unit: number): number | null {
  const close = part.lastIndexOf('</', words.end)
  let at = words.openEnd
  for (let passed = 0; passed < unit && at < close;) {
    if (part[at] === '<') return null
    const reference = part[at] === '&' ? REFERENCE.exec(part.slice(at, at + 12))?.[0] : undefined
    // A line end of two characters counts as one (XML 1.0, 2.11); a reference may stand for a pair of units.
    if (reference !== undefined) {
      passed += isAstral(reference) ? 2 : 1
      at += reference.length
    } else {
      at += part.startsWith('\r\n', at) ? 2 : 1
      passed += 1
    }
  }
  return at
}

function isAstral(reference: string): boolean {
  const code = /^&#x/i.test(reference) ? Number.parseInt(reference.slice(3), 16) : Number(reference.slice(2, -1))
  return code > 0xffff
}

interface Edit {
  readonly at: number
  readonly words: string
}

function editsOf(part: string, { opening, ends, starts }: Insertion): Edit[] {
  const { at, kind, run } = opening
  const qualified = qualifier(part, run)
  const marks =
    ends.map((id) => endMark(id, qualified)).join('') + starts.map((id) => startMark(id, qualified)).join('')
  if (kind === 'beside') return [{ at, words: marks }]
  const runName = tagName(part, run)
  const properties = child(run, 'w:rPr')
  const reopened = part.slice(run.start, run.openEnd) + (properties ? part.slice(properties.start, properties.end) : '')
  if (kind === 'between') return [{ at, words: `</${runName}>${marks}${reopened}` }]
  const { words } = opening
  const openTag = part.slice(words.start, words.openEnd)
  const keeps = (character: string) => /\s/.test(character) && !openTag.includes('xml:space')
  // White space at the cut would be dropped without the attribute.
  const reopenedWords = keeps(part.charAt(at)) ? preserving(openTag) : openTag
  return [
    ...(keeps(part.charAt(at - 1)) ? [{ at: words.openEnd - 1, words: PRESERVE }] : []),
    { at, words: `</${tagName(part, words)}></${runName}>${marks}${reopened}${reopenedWords}` },
  ]
}

const PRESERVE = ' xml:space="preserve"'

function preserving(openTag: string): string {
  return `${openTag.slice(0, -1)}${PRESERVE}>`
}

function tagName(part: string, element: XmlElement): string {
  return /^<([^\s>/]+)/.exec(part.slice(element.start, element.openEnd))?.[1] ?? ''
}

function startMark(id: number, { tag, attribute, declared }: Qualifier): string {
  return `<${tag('commentRangeStart')}${declared} ${attribute('id')}="${id}"/>`
}

function endMark(id: number, { tag, attribute, declared }: Qualifier): string {
  const reference = `<${tag('r')}${declared}><${tag('commentReference')} ${attribute('id')}="${id}"/></${tag('r')}>`
  return `<${tag('commentRangeEnd')}${declared} ${attribute('id')}="${id}"/>${reference}`
}
