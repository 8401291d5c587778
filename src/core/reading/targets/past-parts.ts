import { isGlossaryTitle, isPastTitle } from '../tree/past-titles.ts'
import type { PlanTree } from '../tree/tree.ts'

/** Ranges under headings that tell of the past or explain words: figures there promise nothing. */
export function pastRanges(tree: PlanTree): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (const heading of tree.headings) {
    const last = ranges[ranges.length - 1]
    if (last && heading.start < last.end) continue
    const title = tree.text.slice(heading.node.titleStart, heading.node.titleEnd)
    if (isPastTitle(title) || isGlossaryTitle(title)) ranges.push({ start: heading.start, end: heading.scopeEnd })
  }
  return ranges
}

/** Whether an offset lies in one of the ranges (which are in order). */
export function inRanges(ranges: readonly { readonly start: number; readonly end: number }[], at: number): boolean {
  return ranges.some((range) => at >= range.start && at < range.end)
}
