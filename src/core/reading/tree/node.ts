import type { MarkKind } from './marks.ts'

/** A heading while the outline is being built. Offsets are the view's. */
export interface OutlineNode {
  readonly kind: MarkKind
  /** Where the mark begins (the title, where there is no mark). */
  readonly start: number
  /** As the source writes it, white space removed; '' for kinds that are counted (dash items, run-in titles). */
  readonly ordinal: string
  titleStart: number
  titleEnd: number
  /** Index of its paragraph. */
  readonly paragraph: number
  parent: OutlineNode | null
  readonly children: OutlineNode[]
}

/** Whether the source itself numbers it: a clause belongs to the innermost numbered heading. */
export function isNumbered(node: OutlineNode): boolean {
  return node.kind !== 'runIn'
}
