import { dutyHeadingAt } from './tree.ts'
import type { Heading, PlanTree } from './tree.ts'

/** The heading that a clause belongs to: the innermost numbered one, or the one above it to which the clause was lifted. */
export function clauseHeading(tree: PlanTree, clause: { readonly at: number; readonly path: string }): Heading | null {
  let heading = dutyHeadingAt(tree, clause.at)
  while (heading && heading.path !== clause.path && heading.path.startsWith(clause.path)) {
    const below = heading
    do heading = tree.headings[heading.index - 1] ?? null
    while (heading && heading.depth >= below.depth)
  }
  return heading
}
