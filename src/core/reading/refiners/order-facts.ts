import type { FoundIndicator, Refiner } from '../kernel.ts'

/** Two rules that found the same figure keep the first; everything is put in document order. */
export const orderFacts: Refiner = {
  id: 'refine.orderFacts',
  refine({ draft }) {
    const seen = new Set<string>()
    const key = (one: FoundIndicator) => `${one.figureAt} ${one.subject} ${one.value ?? ''}`
    draft.indicators = draft.indicators
      .sort((a, b) => a.figureAt - b.figureAt || a.at - b.at)
      .filter((one) => (seen.has(key(one)) ? false : (seen.add(key(one)), true)))
    draft.deadlines.sort((a, b) => a.at - b.at)
    draft.cadences.sort((a, b) => a.at - b.at)
    draft.taskForces.sort((a, b) => a.at - b.at)
  },
}
