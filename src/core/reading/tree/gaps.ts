import type { PlanTree } from './tree.ts'

/** Offsets of the view before which the source has white space, inside (start, end). */
export function gapsIn({ view }: PlanTree, start: number, end: number): number[] {
  const found: number[] = []
  for (let at = start + 1; at < end; at++) {
    if ((view.origin[at] ?? 0) - (view.origin[at - 1] ?? 0) > 1) found.push(at)
  }
  return found
}

/** Whether the white space that the source has before an offset of the view holds the end of a line. */
export function isLineEnd({ document, view }: PlanTree, at: number): boolean {
  return document.text.slice((view.origin[at - 1] ?? 0) + 1, view.origin[at] ?? 0).includes('\n')
}
