import { periodsEndingIn } from '#core/kit'
import type { Period } from '#core/kit'
import type { Frequency, PlanItem } from '#core/plan'

/** An item with the period of its own whose figure comes due. */
export interface DueItem {
  readonly item: PlanItem
  readonly figurePeriod: Period
}

/**
 * The item's own period whose figure is asked in a collecting period: the last one that ends inside it. A monthly item is due in the
 * dekad that ends its month, a quarterly one in the quarter's last dekad; null where no figure comes due.
 */
export function figurePeriodDue(frequency: Frequency, collecting: Period): Period | null {
  return periodsEndingIn(frequency, collecting.first, collecting.last).at(-1) ?? null
}

/** Statutory and official figures come by release; they never stand on a sheet (domain.md, Origin). */
export function isAskedOfUnits(item: PlanItem): boolean {
  return item.kind !== 'indicator' || item.origin === 'own'
}

/**
 * The items with a new figure due in a collecting period. `finished`: items whose completion is accepted; what is known is not
 * asked again.
 */
export function dueItems(items: readonly PlanItem[], collecting: Period, finished: ReadonlySet<string>): DueItem[] {
  return items.flatMap((item) => {
    if (!isAskedOfUnits(item) || finished.has(item.itemId)) return []
    const figurePeriod = figurePeriodDue(item.frequency, collecting)
    return figurePeriod === null ? [] : [{ item, figurePeriod }]
  })
}
