import type { FoundAssignment, Refiner } from '../kernel.ts'
import { gapsIn, isLineEnd } from '../tree/gaps.ts'
import type { PlanTree } from '../tree/tree.ts'
import { looksLikeUnit } from '../units/units.ts'

type Duty = FoundAssignment['duties'][number]

/** A line that was broken in the middle of a name (各区|人民政府) parts two names only where a name of some level begins behind it. */
const BEGINS = /^(?:[省市县区州旗镇乡各]|国家|国网|中国)/

function mayPart(tree: PlanTree, at: number): boolean {
  return !isLineEnd(tree, at) || BEGINS.test(tree.text.slice(at, at + 2))
}

/** Few names hold white space, and few lists of them need to be made anew. */
function isSpaced({ view }: PlanTree, { at, end }: Duty): boolean {
  return end - at >= 6 && (view.origin[end - 1] ?? 0) - (view.origin[at] ?? 0) > end - 1 - at
}

/** 市财政局 市住建局: names parted by white space alone, if every part reads as a unit. */
function split(tree: PlanTree, duty: Duty): Duty[] {
  const cuts = [duty.at, ...gapsIn(tree, duty.at, duty.end).filter((at) => mayPart(tree, at)), duty.end]
  const parts = cuts.slice(1).map((end, index) => ({ at: cuts[index] ?? duty.at, end, role: duty.role }))
  const named = parts.every((part) => looksLikeUnit(tree.text.slice(part.at, part.end)))
  return parts.length > 1 && named ? parts : [duty]
}

/** The view drops white space; where it alone parts two names, they are taken apart again. */
export const splitSpacedUnits: Refiner = {
  id: 'refine.splitSpacedUnits',
  refine({ tree, draft }) {
    for (const assignment of draft.assignments) {
      const { duties } = assignment
      if (!duties.some((duty) => isSpaced(tree, duty))) continue
      assignment.duties = duties.flatMap((duty) => (isSpaced(tree, duty) ? split(tree, duty) : [duty]))
    }
  },
}
