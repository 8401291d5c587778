import type { PublicationPage, ReviewItem, ReviewLine } from '#adapters/http/contract/publishing'

/** What the address of a review says. */
export interface ReviewSearch {
  readonly class?: 'public' | 'internal' | 'restricted' | undefined
  readonly decision?: 'undecided' | 'release' | 'withhold' | undefined
  readonly field?: string | undefined
  readonly q?: string | undefined
}

/** A field in review with its item. */
export interface ShownLine {
  readonly line: ReviewLine
  readonly item: ReviewItem
}

/** The lines that pass the filters, in the plan's order. */
export function linesShown({ items, lines }: PublicationPage, search: ReviewSearch): readonly ShownLine[] {
  const byId = new Map(items.map((item) => [item.itemId, item]))
  const words = search.q?.trim() ?? ''
  return lines.flatMap((line) => {
    const item = byId.get(line.itemId)
    if (!item) return []
    const decided = line.decision?.decision ?? 'undecided'
    const passes =
      (search.class === undefined || line.class === search.class) &&
      (search.decision === undefined || decided === search.decision) &&
      (search.field === undefined || line.field === search.field) &&
      (words === '' || item.fields.title.includes(words))
    return passes ? [{ line, item }] : []
  })
}

/** Whether a decision departs from the rule and needs its reason. */
export function departs(line: Pick<ReviewLine, 'class'>, decision: 'release' | 'withhold'): boolean {
  return (line.class === 'public') !== (decision === 'release')
}
