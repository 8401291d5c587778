import { type Fingerprint, fingerprint, likeness } from './similarity.ts'
import type { PlanItem } from './types.ts'

/** Likeness of titles from which two items on the same path are one, and from which two anywhere are one. */
const SAME_PLACE = 0.5
const ANYWHERE = 0.8
/** What a shared lead adds: two items of one unit are more likely one. */
const SHARED_LEAD = 0.1

interface Pair {
  readonly before: number
  readonly after: number
  readonly score: number
}

/**
 * Which item of the new text is which item in force, so that an amendment keeps ids: index in `after` → item id. Only items of one kind
 * match, and indicators only with the same kind of target. First those with the same words (on the same path before others), then by
 * likeness of the titles, best first; each item matches once. What is left in `after` is new, what is left in `before` fell out.
 */
export function matchItems(before: readonly PlanItem[], after: readonly PlanItem[]): Map<number, string> {
  const matched = new Map<number, string>()
  const used = new Set<number>()
  for (const { before: old, after: fresh } of pairsByScore(before, after)) {
    const item = before[old]
    if (used.has(old) || matched.has(fresh) || item === undefined) continue
    used.add(old)
    matched.set(fresh, item.itemId)
  }
  return matched
}

/** An item with its title ready for comparison. */
interface Candidate {
  readonly item: PlanItem
  readonly title: Fingerprint
}

const candidate = (item: PlanItem): Candidate => ({ item, title: fingerprint(item.title) })

function pairsByScore(before: readonly PlanItem[], after: readonly PlanItem[]): Pair[] {
  const pairs: Pair[] = []
  const known = before.map(candidate)
  for (const [fresh, item] of after.map(candidate).entries()) {
    for (const [old, other] of known.entries()) {
      const score = scoreOf(other, item)
      if (score > 0) pairs.push({ before: old, after: fresh, score })
    }
  }
  return pairs.sort((a, b) => b.score - a.score || a.after - b.after || a.before - b.before)
}

/** 0 = not the same item; 4 and above = the same words. */
function scoreOf({ item: a, title }: Candidate, { item: b, title: other }: Candidate): number {
  if (a.kind !== b.kind || !sameTargetKind(a, b)) return 0
  const samePath = a.path === b.path
  const place = (samePath ? 0.5 : 0) + (sharedLead(a, b) ? SHARED_LEAD : 0) + (sameFigure(a, b) ? 0.2 : 0)
  if (title.words === other.words) return 4 + place
  const alike = likeness(title, other)
  return alike >= (samePath ? SAME_PLACE : ANYWHERE - (sharedLead(a, b) ? SHARED_LEAD : 0)) ? alike + place : 0
}

/** 新增 2 家 and 达到 24 家 are two promises for one thing: they are told apart by kind and unit. */
function sameTargetKind(a: PlanItem, b: PlanItem): boolean {
  if (a.kind !== 'indicator' || b.kind !== 'indicator') return true
  return a.target.kind === b.target.kind && a.target.unit === b.target.unit
}

function sameFigure(a: PlanItem, b: PlanItem): boolean {
  return (
    a.kind === 'indicator' &&
    b.kind === 'indicator' &&
    a.target.value === b.target.value &&
    a.target.due === b.target.due
  )
}

function sharedLead(a: PlanItem, b: PlanItem): boolean {
  const leads = new Set(a.duties.filter((duty) => duty.role === 'lead').map((duty) => duty.unit))
  return b.duties.some((duty) => duty.role === 'lead' && leads.has(duty.unit))
}
