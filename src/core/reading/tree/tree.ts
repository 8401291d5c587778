import type { Span } from '#core/kit'
import { toSource } from '../text/view.ts'
import type { TextView } from '../text/view.ts'
import type { SourceDocument } from '../source-document.ts'
import { countUpTo, withoutWhitespace } from '#core/kit'
import { isNumbered } from './node.ts'
import type { OutlineNode } from './node.ts'
import { buildOutline } from './outline.ts'
import { readParagraphs } from './paragraphs.ts'
import type { Paragraph } from './paragraphs.ts'
import { segmentsOf } from './segments.ts'
import type { Segment } from './segments.ts'
import { splitSentences } from './sentences.ts'
import type { Sentence } from './sentences.ts'

/** A heading of the tree, in document order; offsets are the view's. */
export interface Heading {
  readonly node: OutlineNode
  readonly path: string
  readonly depth: number
  readonly start: number
  /** End of what stands under it. */
  readonly scopeEnd: number
  readonly index: number
  readonly numbered: boolean
}

/** The document as the grammar reads it. All offsets inside are the view's; `place` leads back to the source. */
export interface PlanTree {
  readonly document: SourceDocument
  readonly view: TextView
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly headings: readonly Heading[]
  /** Where the first annex begins. */
  readonly bodyEnd: number
  readonly listedAnnexes: ReadonlySet<number>
  /** Segments of a sentence by its index, its stop left out; cut once, however many recognisers ask. */
  readonly segmentsOf: (sentence: number) => readonly Segment[]
}

function flatten(roots: readonly OutlineNode[], textEnd: number): Heading[] {
  const headings: Heading[] = []
  const walk = (nodes: readonly OutlineNode[], parentPath: string, depth: number, end: number) => {
    let counted = 0
    nodes.forEach((node, position) => {
      if (node.ordinal === '') counted++
      const path = node.kind === 'annex' ? node.ordinal : `${parentPath}/${node.ordinal || counted}`
      const scopeEnd = nodes[position + 1]?.start ?? end
      const ownDepth = node.kind === 'annex' ? 0 : depth
      const index = headings.length
      headings.push({ node, path, depth: ownDepth, start: node.start, scopeEnd, index, numbered: isNumbered(node) })
      walk(node.children, path, ownDepth + 1, scopeEnd)
    })
  }
  walk(roots, '正文', 1, textEnd)
  return headings
}

/** The mark of an item (28.) is no word of its first sentence. */
function segmentMemo(
  text: string,
  sentences: readonly Sentence[],
  headings: readonly Heading[],
): (sentence: number) => readonly Segment[] {
  const known: (readonly Segment[] | undefined)[] = []
  const marked = headings.filter(({ node }) => node.kind !== 'annex')
  const behindMark = new Map(marked.map(({ node }) => [node.start, node.titleStart]))
  return (index) => {
    const sentence = sentences[index]
    if (!sentence) return []
    const end = '。!?'.includes(text.charAt(sentence.end - 1)) ? sentence.end - 1 : sentence.end
    return (known[index] ??= segmentsOf(text, behindMark.get(sentence.start) ?? sentence.start, end))
  }
}

/** Builds the tree of a document: view, paragraphs, outline, sentences. */
export function buildTree(document: SourceDocument): PlanTree {
  const { view, paragraphs } = readParagraphs(document)
  const outline = buildOutline(document.text, view, paragraphs)
  const sentences = splitSentences(view.text, paragraphs)
  const headings = flatten(outline.roots, view.text.length)
  return {
    document,
    view,
    text: view.text,
    paragraphs,
    sentences,
    headings,
    bodyEnd: outline.bodyEnd,
    listedAnnexes: outline.listed,
    segmentsOf: segmentMemo(view.text, sentences, headings),
  }
}

/** The last heading that begins at or before `at`; null in the text before the first. */
export function headingAt(tree: PlanTree, at: number): Heading | null {
  return tree.headings[countUpTo(tree.headings, at, ({ start }) => start) - 1] ?? null
}

/**
 * The innermost heading over `at` to which a responsibility clause may belong: one that the source numbers, or a run-in title that opens
 * a paragraph of its own beside others. A lone run-in title, and those inside one paragraph, leave the clause to the heading over them.
 */
export function dutyHeadingAt(tree: PlanTree, at: number): Heading | null {
  let heading = headingAt(tree, at)
  while (heading && !heading.numbered && !hasOwnParagraph(tree, heading))
    heading = tree.headings[heading.index - 1] ?? null
  return heading
}

function hasOwnParagraph(tree: PlanTree, { node }: Heading): boolean {
  return tree.paragraphs[node.paragraph]?.start === node.start && (node.parent?.children.length ?? 0) > 1
}

/** The words of a heading's title; '' where there is none. */
export function titleOf(tree: PlanTree, heading: Heading | null): string {
  return heading ? tree.text.slice(heading.node.titleStart, heading.node.titleEnd) : ''
}

/** Path of a heading; 正文 where there is none. */
export function pathOf(heading: Heading | null): string {
  return heading?.path ?? '正文'
}

/** The source range of a range of the view. */
export function place(tree: PlanTree, start: number, end: number): Span {
  return toSource(tree.view, start, end)
}

/** The source's own words in a range of the view, white space removed. */
export function quoteOf(tree: PlanTree, start: number, end: number): string {
  const span = place(tree, start, end)
  const words = tree.document.text.slice(span.start, span.end)
  // The view drops white space, save that between paragraphs: where nothing was dropped there is none.
  const whole = words.length === end - start && !tree.text.slice(start, end).includes('\n')
  return whole ? words : withoutWhitespace(words)
}
