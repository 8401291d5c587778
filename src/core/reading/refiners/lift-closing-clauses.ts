import type { FoundAssignment, Refiner } from '../kernel.ts'
import { isNumbered } from '../tree/node.ts'
import type { OutlineNode } from '../tree/node.ts'
import { headingAt, dutyHeadingAt } from '../tree/tree.ts'
import type { Heading, PlanTree } from '../tree/tree.ts'

/** One clause alone is no habit of the text. */
const LEAST = 2

interface Lines {
  readonly tree: PlanTree
  readonly headingOf: ReadonlyMap<OutlineNode, Heading>
  /** Clauses that stand anywhere under a heading. */
  readonly under: ReadonlyMap<OutlineNode, readonly FoundAssignment[]>
}

function gather(tree: PlanTree, clauses: readonly FoundAssignment[]): Lines {
  const under = new Map<OutlineNode, FoundAssignment[]>()
  for (const clause of clauses) {
    for (let node = dutyHeadingAt(tree, clause.at)?.node ?? null; node; node = node.parent) {
      const list = under.get(node)
      if (list) list.push(clause)
      else under.set(node, [clause])
    }
  }
  return { tree, under, headingOf: new Map(tree.headings.map((heading) => [heading.node, heading])) }
}

/** Items of one list: they share parent and kind of mark. */
function siblingLists(tree: PlanTree): OutlineNode[][] {
  const lists = new Map<OutlineNode | null, OutlineNode[]>()
  for (const { node } of tree.headings) {
    if (!isNumbered(node) || node.kind === 'annex') continue
    const list = lists.get(node.parent)
    if (list) list.push(node)
    else lists.set(node.parent, [node])
  }
  return [...lists.values()]
}

/** A clause on its own line under the last of several parts of the item, with no other part after it. */
function closes({ tree, headingOf }: Lines, node: OutlineNode, clause: FoundAssignment): boolean {
  const heading = headingOf.get(node)
  const onOwnLine = clause.at === 0 || tree.text.charAt(clause.at - 1) === '\n'
  if (!heading || !onOwnLine || node.children.filter(isNumbered).length < 2) return false
  const last = headingAt(tree, Math.max(heading.scopeEnd - 1, clause.at))
  return last !== null && last.node !== node && last.start <= clause.at
}

/** The clauses to lift in one list: every item that has a clause has one only, and it closes the item's parts. */
function closing(lines: Lines, siblings: readonly OutlineNode[]): Map<FoundAssignment, Heading> {
  const found = new Map<FoundAssignment, Heading>()
  for (const node of siblings) {
    const clauses = lines.under.get(node) ?? []
    const [clause, second] = clauses
    const heading = lines.headingOf.get(node)
    if (second) return new Map()
    if (!clause || !heading) continue
    if (closes(lines, node, clause)) found.set(clause, heading)
    else if (dutyHeadingAt(lines.tree, clause.at)?.node !== node) return new Map()
  }
  return found.size >= LEAST && found.size * 2 >= siblings.length ? found : new Map()
}

/**
 * A clause belongs to the innermost numbered heading, save where a text sets one on its own line at the end of every item and
 * none under the item's parts: (一)… (二)… 责任处室:调查监测处 is the whole item's. Its dates go with it. Dates must be in order.
 */
export const liftClosingClauses: Refiner = {
  id: 'refine.liftClosingClauses',
  refine({ tree, draft, trace }) {
    const clauses = draft.assignments.filter((clause) => clause.form === 'line' || clause.form === 'bracket')
    if (clauses.length < LEAST) return
    const lines = gather(tree, clauses)
    const lifted = siblingLists(tree).flatMap((siblings) => [...closing(lines, siblings)])
    for (const [clause, heading] of lifted) {
      clause.path = heading.path
      trace?.({ rule: 'refine.liftClosingClauses', at: clause.at, end: clause.end, detail: heading.path })
    }
    lifted.sort(([one], [other]) => one.at - other.at)
    let next = 0
    for (const date of lifted.length > 0 ? draft.deadlines : []) {
      while ((lifted[next]?.[0].end ?? Number.POSITIVE_INFINITY) <= date.at) next++
      const over = lifted[next]
      if (over && date.at >= over[0].at) date.path = over[1].path
    }
  },
}
