import { comparable } from './similarity.ts'
import type { IndicatorItem, PlanItem } from './types.ts'

/** Other indicators of a plan that promise another figure for the same thing by the same day (mechanism B15). */
export function conflictingMentions(item: PlanItem, items: readonly PlanItem[]): IndicatorItem[] {
  if (item.kind !== 'indicator') return []
  const subject = comparable(item.target.subject || item.title)
  const { kind, unit, due, value } = item.target
  if (subject === '' || value === null) return []
  return items.filter(
    (other): other is IndicatorItem =>
      other.kind === 'indicator' &&
      other.itemId !== item.itemId &&
      comparable(other.target.subject || other.title) === subject &&
      other.target.kind === kind &&
      other.target.unit === unit &&
      other.target.due === due &&
      other.target.value !== null &&
      other.target.value !== value,
  )
}
