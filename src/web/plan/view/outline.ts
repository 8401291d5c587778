import type { WirePlanText } from '#adapters/http/contract/plan'

/** A heading as the outline shows it: its line as printed, numbering and all, at its depth in the tree. */
export interface OutlineLine {
  readonly start: number
  readonly end: number
  /** Steps below the root of the text or of its annex; there is no deepest. */
  readonly depth: number
  readonly printed: string
  /** Items that stand between this heading and the next one that is not below it. */
  readonly items: number
}

const depthOf = (path: string): number => path.split('/').length - 1

/** The headings of an issued text in their order. */
export function outlineOf({
  text,
  headings,
  anchors,
}: Pick<WirePlanText, 'text' | 'headings' | 'anchors'>): OutlineLine[] {
  const starts = anchors.flatMap(({ spans }) => (spans[0] ? [spans[0].start] : []))
  return headings.map(({ path, span }, index) => {
    const depth = depthOf(path)
    const next = headings.slice(index + 1).find((other) => depthOf(other.path) <= depth)
    const until = next?.span.start ?? text.length
    return {
      ...{ start: span.start, end: span.end, depth },
      printed: text.slice(text.lastIndexOf('\n', span.start) + 1, span.end).trim(),
      items: starts.filter((start) => start >= span.start && start < until).length,
    }
  })
}
