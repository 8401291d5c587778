import { inSpans } from '#core/kit'
import type { Refiner } from '../kernel.ts'

/** A running phrase inside a bracket or a label line is part of that clause, not a second one. */
export const dropNestedClauses: Refiner = {
  id: 'refine.dropNestedClauses',
  refine({ draft }) {
    const own = draft.assignments.filter((assignment) => assignment.form !== 'running').sort((a, b) => a.at - b.at)
    const covered = own.map(({ at, end }) => ({ start: at, end }))
    draft.assignments = draft.assignments
      .filter((assignment) => assignment.form !== 'running' || !inSpans(covered, assignment.at))
      .sort((a, b) => a.at - b.at)
  },
}
