import type { Refiner } from '../kernel.ts'

/** A running phrase inside a bracket or a label line is part of that clause, not a second one. */
export const dropNestedClauses: Refiner = {
  id: 'refine.dropNestedClauses',
  refine({ draft }) {
    const own = draft.assignments.filter((assignment) => assignment.form !== 'running').sort((a, b) => a.at - b.at)
    const covered = (at: number) => {
      let low = 0
      let high = own.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((own[middle]?.at ?? 0) <= at) low = middle + 1
        else high = middle
      }
      return (own[low - 1]?.end ?? -1) > at
    }
    draft.assignments = draft.assignments
      .filter((assignment) => assignment.form !== 'running' || !covered(assignment.at))
      .sort((a, b) => a.at - b.at)
  },
}
