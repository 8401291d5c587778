import { type Fingerprint, fingerprint, likeness } from './similarity.ts'
import type { PlanItem } from './types.ts'

/** Likeness of titles from which items of two years may be one matter; less where the same unit leads both. */
const ALIKE = 0.62
const ALIKE_WITH_SAME_LEAD = 0.5

/** Two items of two years' plans that may be the same matter. */
export interface YearLink {
  readonly earlierItemId: string
  readonly laterItemId: string
  /** 0 to 1. */
  readonly likeness: number
}

interface Candidate {
  readonly item: PlanItem
  readonly names: readonly Fingerprint[]
}

/** A year in a name (2025年、2026年) does not make two matters of one. */
const withoutYear = (text: string): string => text.replace(/20\d\d年?/g, '')

function candidate(item: PlanItem): Candidate {
  const names = item.kind === 'indicator' ? [item.title, item.target.subject] : [item.title]
  return { item, names: [...new Set(names)].map((name) => fingerprint(withoutYear(name))) }
}

/** Indicators are one only with the same unit and kind of target: 新增 2 家 and 达到 24 家 are two promises. */
function comparable(a: PlanItem, b: PlanItem): boolean {
  if (a.kind === 'indicator' && b.kind === 'indicator')
    return a.target.unit === b.target.unit && a.target.kind === b.target.kind
  return a.kind === b.kind
}

const leadsOf = (item: PlanItem): readonly string[] =>
  item.duties.filter(({ role }) => role === 'lead').map(({ unit }) => unit)

function likenessOf(a: Candidate, b: Candidate): number {
  if (!comparable(a.item, b.item)) return 0
  const alike = Math.max(...a.names.flatMap((own) => b.names.map((other) => likeness(own, other))))
  const sameLead = leadsOf(a.item).some((unit) => leadsOf(b.item).includes(unit))
  return alike >= (sameLead ? ALIKE_WITH_SAME_LEAD : ALIKE) ? alike : 0
}

/** Which items of a later plan may be which of an earlier one: by subject, unit and kind of target, best first, each item once. */
export function suggestLinks(earlier: readonly PlanItem[], later: readonly PlanItem[]): readonly YearLink[] {
  const [before, after] = [earlier.map(candidate), later.map(candidate)]
  const pairs = before.flatMap((old) =>
    after.flatMap((fresh): YearLink[] => {
      const alike = likenessOf(old, fresh)
      const pair = { earlierItemId: old.item.itemId, laterItemId: fresh.item.itemId, likeness: alike }
      return alike > 0 ? [pair] : []
    }),
  )
  const used = new Set<string>()
  return pairs
    .toSorted((a, b) => b.likeness - a.likeness)
    .filter(({ earlierItemId, laterItemId }) => {
      if (used.has(earlierItemId) || used.has(laterItemId)) return false
      used.add(earlierItemId).add(laterItemId)
      return true
    })
}
