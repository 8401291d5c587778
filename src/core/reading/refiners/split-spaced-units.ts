import type { FoundAssignment, Refiner } from '../kernel.ts'
import { gapsIn } from '../tree/gaps.ts'
import type { PlanTree } from '../tree/tree.ts'
import { looksLikeUnit } from '../units/units.ts'

type Duty = FoundAssignment['duties'][number]

/** 市财政局 市住建局: names parted by white space alone, if every part reads as a unit. */
function split(tree: PlanTree, duty: Duty): Duty[] {
  const cuts = [duty.at, ...gapsIn(tree, duty.at, duty.end), duty.end]
  const parts = cuts.slice(1).map((end, index) => ({ at: cuts[index] ?? duty.at, end, role: duty.role }))
  const named = parts.every((part) => looksLikeUnit(tree.text.slice(part.at, part.end)))
  return parts.length > 1 && named ? parts : [duty]
}

/** The view drops white space; where it alone parts two names, they are taken apart again. */
export const splitSpacedUnits: Refiner = {
  id: 'refine.splitSpacedUnits',
  refine({ tree, draft }) {
    for (const assignment of draft.assignments) {
      assignment.duties = assignment.duties.flatMap((duty) => (duty.end - duty.at < 6 ? [duty] : split(tree, duty)))
    }
  },
}
