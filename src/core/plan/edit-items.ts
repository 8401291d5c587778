import type { DraftEntry } from './draft-types.ts'
import { mergeDuties } from './merge-duties.ts'
import { uniqueNodes } from './time-nodes.ts'
import type { PlanItem } from './types.ts'

/** A second item from the same sentence, for a person to divide figures or duties between the two. */
export function splitItem(item: PlanItem, newId: string): PlanItem {
  const copy = { ...item, itemId: newId, title: `${item.title}（二）` }
  return copy.kind === 'indicator' ? { ...copy, measureConfirmed: false } : copy
}

/**
 * Merges items into one: its own words and figure stay; duties and time nodes are united, the others' places are kept as places of the
 * same promise, and indicators of a merged task follow. Answers the entries that change.
 */
export function mergeItems(entries: readonly DraftEntry[], keepId: string, mergedIds: readonly string[]): DraftEntry[] {
  const keep = entries.find((entry) => entry.entryId === keepId)
  if (keep?.kind !== 'item') return []
  const merged = entries.filter((entry) => entry.kind === 'item' && mergedIds.includes(entry.entryId))
  const items = merged.flatMap((entry) => (entry.kind === 'item' ? [entry.body] : []))
  const followers = entries.filter((entry) => follows(entry, mergedIds))
  return [
    { ...keep, body: united(keep.body, items) },
    ...merged.map((entry): DraftEntry => ({ ...entry, removedAs: 'merged' })),
    ...followers.map((entry) => redirected(entry, keep.body.kind === 'task' ? keepId : null)),
  ]
}

function united(keep: PlanItem, others: readonly PlanItem[]): PlanItem {
  const { sentence: own } = keep
  // Halves of a split item stand in one sentence: it is no second place.
  const places = [
    ...(keep.alsoAt ?? []),
    ...others.flatMap((item) => [...(item.sentence ? [item.sentence] : []), ...(item.alsoAt ?? [])]),
  ].filter((place) => place.start !== own?.start || place.end !== own.end)
  return {
    ...keep,
    duties: mergeDuties([...keep.duties, ...others.flatMap((item) => item.duties)]),
    timeNodes: uniqueNodes([...keep.timeNodes, ...others.flatMap((item) => item.timeNodes)]),
    openList: keep.openList || others.some((item) => item.openList),
    ...(places.length > 0 ? { alsoAt: places } : {}),
  }
}

function follows(entry: DraftEntry, mergedIds: readonly string[]): boolean {
  if (entry.kind !== 'item' || entry.body.kind !== 'indicator' || mergedIds.includes(entry.entryId)) return false
  return entry.body.taskId !== null && mergedIds.includes(entry.body.taskId)
}

function redirected(entry: DraftEntry, taskId: string | null): DraftEntry {
  if (entry.kind !== 'item' || entry.body.kind !== 'indicator') return entry
  return { ...entry, body: { ...entry.body, taskId } }
}
