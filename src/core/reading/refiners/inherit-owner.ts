import { countUpTo } from '#core/kit'
import type { FoundAssignment, Refiner } from '../kernel.ts'
import { numberedHeadingAt, pathOf, quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'

/** The units that lead a clause; beside 配合 units the 责任 units lead. */
export function leadsOf(tree: PlanTree, assignment: FoundAssignment): string[] {
  const has = (role: string) => assignment.duties.some((duty) => duty.role === role)
  const leading = has('lead') ? 'lead' : has('support') || has('participate') ? 'responsible' : null
  return assignment.duties.filter((duty) => duty.role === leading).map((duty) => quoteOf(tree, duty.at, duty.end))
}

/** The clause that covers a place: the next one under the same numbered heading, else the only one before it there. */
function covering(tree: PlanTree, clauses: readonly FoundAssignment[], at: number): FoundAssignment | null {
  const heading = numberedHeadingAt(tree, at)
  if (!heading) return null
  const next = countUpTo(clauses, at - 1, (clause) => clause.at)
  const after = clauses[next]
  if (after && numberedHeadingAt(tree, after.at) === heading) return after
  const before = clauses[next - 1]
  const second = clauses[next - 2]
  const isHere = (clause: FoundAssignment | undefined) =>
    clause !== undefined && numberedHeadingAt(tree, clause.at) === heading
  return before && isHere(before) && !isHere(second) ? before : null
}

/** Clauses that were lifted from the last part of an item to the item itself, by its path. */
function liftedClauses(tree: PlanTree, clauses: readonly FoundAssignment[]): Map<string, FoundAssignment> {
  return new Map(
    clauses
      .filter((clause) => clause.path !== pathOf(numberedHeadingAt(tree, clause.at)))
      .map((clause) => [clause.path, clause]),
  )
}

/** The lifted clause of an item over a place. */
function overWholeItem(lifted: ReadonlyMap<string, FoundAssignment>, path: string): FoundAssignment | null {
  for (let end = path.length; end > 0 && lifted.size > 0; end = path.lastIndexOf('/', end - 1)) {
    const clause = lifted.get(path.slice(0, end))
    if (clause) return clause
  }
  return null
}

/** An indicator's owner is the lead of the clause that covers it; a sentence of its own (由…牵头,…配合。) is a clause too. */
export const inheritOwner: Refiner = {
  id: 'refine.inheritOwner',
  refine({ tree, draft }) {
    const sentenceStarts = new Set(tree.sentences.map((sentence) => sentence.start))
    const clauses = draft.assignments.filter((one) => one.form !== 'running' || sentenceStarts.has(one.at))
    const lifted = liftedClauses(tree, clauses)
    const owners = new Map<FoundAssignment, string>()
    for (const indicator of draft.indicators) {
      const clause = overWholeItem(lifted, indicator.path) ?? covering(tree, clauses, indicator.figureAt)
      if (!clause) continue
      const owner = owners.get(clause) ?? leadsOf(tree, clause).join('、')
      owners.set(clause, owner)
      if (owner === '') continue
      indicator.owner = owner
      indicator.implied.push('owner')
    }
  },
}
