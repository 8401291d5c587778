import { type DraftEntry, entryOf, type PlanItem } from '#core/plan'
import type { EntryRow } from '../draft-store.ts'
import type { LinkView } from './link-years.ts'

/** Draft entries of linked indicators with last year's achieved value as base, where the text states none. */
export function withBaseline(rows: readonly EntryRow[], links: readonly LinkView[]): readonly DraftEntry[] {
  const achieved = new Map(links.map(({ earlier, later }) => [later.itemId, earlier.achieved]))
  return rows.flatMap(({ entry }): DraftEntry[] => {
    if (entry.kind !== 'item' || entry.removedAs !== null || entry.body.kind !== 'indicator') return []
    const base = achieved.get(entry.body.itemId) ?? null
    const { target } = entry.body
    const needsBase = target.measure === 'stock' || target.measure === 'reduce'
    if (base === null || target.baseline !== null || !needsBase) return []
    return [{ ...entry, body: { ...entry.body, target: { ...target, baseline: base } } }]
  })
}

/** Open items of last year as entries of a draft: the same words and duties, without last year's dates and places. */
export function carriedTasks(items: readonly PlanItem[], newId: () => string): readonly DraftEntry[] {
  return items.map((item) => {
    const { alsoAt: _alsoAt, ...rest } = item
    const body = { ...rest, itemId: newId(), sentence: null, timeNodes: [] } as PlanItem
    return entryOf({ kind: 'item', body }, newId)
  })
}
