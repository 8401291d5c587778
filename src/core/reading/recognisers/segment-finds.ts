import type { FoundNamed, ReadingContext } from '../kernel.ts'
import type { Segment } from '../tree/segments.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { sentencesHolding } from './sentences-holding.ts'

/** Titles name parts of the plan; what they say is said again below them. */
function inTitle(tree: PlanTree, at: number): boolean {
  const heading = headingAt(tree, at)
  return heading !== null && at < heading.node.titleEnd
}

/** Visits the segments of all sentences that `mayHold` (a global pattern); heading titles are passed over. */
export function eachSegment(
  { tree }: ReadingContext,
  mayHold: RegExp,
  visit: (segment: Segment, words: string) => void,
): void {
  sentencesHolding(tree, mayHold, (index) => {
    for (const segment of tree.segmentsOf(index)) {
      if (inTitle(tree, segment.start)) continue
      visit(segment, tree.text.slice(segment.start, segment.end))
    }
  })
}

/** A named find over [at, end) of the view, its title the words of [titleAt, titleEnd). */
export function namedFind(
  { tree, trace }: ReadingContext,
  rule: string,
  range: { readonly at: number; readonly end: number },
  title: { readonly at: number; readonly end: number },
): FoundNamed {
  const found = {
    at: range.at,
    end: range.end,
    rule,
    implied: [],
    path: pathOf(headingAt(tree, range.at)),
    title: quoteOf(tree, title.at, title.end),
  }
  trace?.({ rule, at: range.at, end: range.end, detail: found.title })
  return found
}
