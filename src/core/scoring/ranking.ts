import { dec } from '#core/kit'
import type { Dec } from '#core/kit'

/** Something to be ranked: its keys in order of importance, higher is better; null keys come last. */
export interface Ranked {
  readonly objectId: string
  readonly keys: readonly (Dec | null)[]
}

function compareKeys(a: Ranked, b: Ranked): number {
  for (const [index, key] of a.keys.entries()) {
    const other = b.keys[index] ?? null
    const order = dec(other ?? -1).comparedTo(dec(key ?? -1))
    if (order !== 0) return order
  }
  return 0
}

/** Ranks 1, 2, 2, 4: who is equal in every key shares the better rank. */
export function ranksOf(objects: readonly Ranked[]): Map<string, number> {
  const sorted = [...objects].sort(compareKeys)
  const ranks = new Map<string, number>()
  for (const [index, object] of sorted.entries()) {
    const above = sorted[index - 1]
    const shared = above !== undefined && compareKeys(above, object) === 0
    ranks.set(object.objectId, shared ? (ranks.get(above.objectId) ?? index + 1) : index + 1)
  }
  return ranks
}
