import type { Span } from '#core/kit'
import { isGlossaryTitle, isPastTitle } from '../tree/past-titles.ts'
import { titleOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'

/** Most recognisers ask; the headings are gone through once a tree. */
const known = new WeakMap<PlanTree, readonly Span[]>()

/** Ranges under headings that tell of the past or explain words: figures there promise nothing. */
export function pastRanges(tree: PlanTree): readonly Span[] {
  const before = known.get(tree)
  if (before) return before
  const ranges = findPast(tree)
  known.set(tree, ranges)
  return ranges
}

function findPast(tree: PlanTree): Span[] {
  const ranges: Span[] = []
  for (const heading of tree.headings) {
    const last = ranges[ranges.length - 1]
    if (last && heading.start < last.end) continue
    const title = titleOf(tree, heading)
    if (isPastTitle(title) || isGlossaryTitle(title)) ranges.push({ start: heading.start, end: heading.scopeEnd })
  }
  return ranges
}
