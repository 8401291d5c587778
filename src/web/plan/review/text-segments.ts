import type { WireBlock, WireDraft } from '#adapters/http/contract/plan'

export interface Range {
  readonly start: number
  readonly end: number
}

export type Mark = WireDraft['marks'][number]

/** A stretch of text that looks the same throughout. */
export interface Segment extends Range {
  /** Index of the sentence that it belongs to; −1 between sentences. */
  readonly sentence: number
  readonly mark: Mark['kind'] | null
}

/** A paragraph or table cell, cut where a sentence or mark begins or ends. */
export interface TextLine extends Range {
  readonly segments: readonly Segment[]
}

/** A paragraph of the issued text as it is drawn. */
export interface TextParagraph {
  readonly kind: 'paragraph'
  readonly line: TextLine
  /** 0 = title of a document or annex, 1 … = depth of the heading; null = running text. */
  readonly depth: number | null
  readonly centred: boolean
}

export interface TextCell {
  readonly line: TextLine
  readonly columns: number
  readonly rows: number
  /** Where it stands in the workbook (任务!D5); absent in other files. */
  readonly place?: string
}

export interface TextTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly TextCell[])[]
  readonly span: Range
}

export type TextBlock = TextParagraph | TextTable

interface TextSource {
  readonly text: string
  readonly blocks: readonly WireBlock[]
  readonly headings: readonly { readonly path: string; readonly span: Range }[]
  readonly sentences: readonly { readonly span: Range }[]
  readonly marks: readonly Mark[]
}

/** Lays the issued text out for drawing: blocks in order, each cut into segments. */
export function layoutText(source: TextSource): TextBlock[] {
  const headings = new Map(source.headings.map((heading) => [lineStart(source.text, heading.span.start), heading]))
  return source.blocks.map((block): TextBlock => {
    if (block.kind === 'table') {
      return {
        kind: 'table',
        span: block.span,
        rows: block.rows.map((row) =>
          row.map((cell) => ({
            ...{ line: cut(source, cell.span), columns: cell.columnSpan ?? 1, rows: cell.rowSpan ?? 1 },
            ...(cell.address === undefined ? {} : { place: `${block.sheet ?? ''}!${cell.address}` }),
          })),
        ),
      }
    }
    const heading = headings.get(lineStart(source.text, block.span.start))
    const runIn = heading !== undefined && heading.span.end + 2 < block.span.end
    return {
      kind: 'paragraph',
      line: cut(source, block.span),
      depth: heading && !runIn ? depthOf(heading.path) : null,
      centred: block.align === 'center',
    }
  })
}

const depthOf = (path: string): number => path.split('/').length - 1

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Marks that overlap are drawn as the first of them. */
function cut({ sentences, marks }: TextSource, span: Range): TextLine {
  const inside = inRange(sentences, span)
  const marked = inRange(marks, span)
  const places = new Set([span.start, span.end])
  for (const { item } of [...inside, ...marked]) {
    places.add(Math.max(span.start, item.span.start))
    places.add(Math.min(span.end, item.span.end))
  }
  const cuts = [...places].sort((a, b) => a - b)
  const segments = cuts.slice(0, -1).map((start, at): Segment => {
    const end = cuts[at + 1] ?? start
    return {
      start,
      end,
      sentence: inside.find(({ item }) => item.span.start <= start && end <= item.span.end)?.index ?? -1,
      mark: marked.find(({ item }) => item.span.start <= start && end <= item.span.end)?.item.kind ?? null,
    }
  })
  return { ...span, segments }
}

/** No sentence and no mark is longer, in characters. */
const LONGEST = 4_000

/** Spans in order of their start that touch a range; where to begin is found by halving. */
function inRange<T extends { readonly span: Range }>(sorted: readonly T[], range: Range): { item: T; index: number }[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.span.start ?? 0) < range.start - LONGEST) low = middle + 1
    else high = middle
  }
  const found: { item: T; index: number }[] = []
  for (let index = low; index < sorted.length; index += 1) {
    const item = sorted[index]
    if (!item || item.span.start >= range.end) break
    if (item.span.end > range.start) found.push({ item, index })
  }
  return found
}

/** Where the words of a quote (white space removed) stand inside a range; null where they do not. */
export function findQuote(text: string, range: Range, quote: string): Range | null {
  const places: number[] = []
  let plain = ''
  for (let at = range.start; at < range.end; at += 1) {
    const character = text[at] ?? ''
    if (/\s/.test(character)) continue
    plain += character
    places.push(at)
  }
  const found = quote === '' ? -1 : plain.indexOf(quote)
  const [first, last] = [places[found], places[found + quote.length - 1]]
  return found < 0 || first === undefined || last === undefined ? null : { start: first, end: last + 1 }
}

export const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end
