import type { FoundIndicator, Refiner } from '../kernel.ts'

/** Two rules found the same figure of the same subject. */
function same(one: FoundIndicator, other: FoundIndicator): boolean {
  return one.figureAt === other.figureAt && one.subject === other.subject && one.value === other.value
}

/** Keeps the first of each figure; the list is in order of the figures. */
function withoutDoubles(sorted: readonly FoundIndicator[]): FoundIndicator[] {
  const kept: FoundIndicator[] = []
  for (const one of sorted) {
    let before = kept.length - 1
    while (before >= 0 && kept[before]?.figureAt === one.figureAt && !same(one, kept[before] ?? one)) before--
    if (kept[before]?.figureAt !== one.figureAt) kept.push(one)
  }
  return kept
}

/** Two rules that found the same figure keep the first; everything is put in document order. */
export const orderFacts: Refiner = {
  id: 'refine.orderFacts',
  refine({ draft }) {
    draft.indicators = withoutDoubles(draft.indicators.sort((a, b) => a.figureAt - b.figureAt || a.at - b.at))
    draft.deadlines.sort((a, b) => a.at - b.at)
    draft.cadences.sort((a, b) => a.at - b.at)
    draft.taskForces.sort((a, b) => a.at - b.at)
  },
}
