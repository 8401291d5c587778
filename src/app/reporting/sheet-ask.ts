import type { Period } from '#core/kit'
import { askedIn, dueItems, type DueItem, ruleOn } from '#core/reporting'
import type { Stores } from '#app/kit'
import type { CadenceRow } from './calendar-ports.ts'

/** An item with a figure due in a period, and the unit that answers; null where nobody does. */
export interface AskedItem extends DueItem {
  readonly unitId: string | null
}

/** Works out for any period of a plan's cadences which figures come due, of whom. */
export type SheetAsk = (cadence: CadenceRow, period: Period) => readonly AskedItem[]

/** Reads once what the sheets of a plan depend on: items in force, what is finished, and which cadences dispatch beside each other. */
export async function sheetAsk(stores: Stores, planId: string): Promise<SheetAsk> {
  const inForce = await stores.reports.itemsInForce(planId)
  const finished = await stores.reports.finishedItems(planId)
  const beside = (await stores.reports.cadences()).filter((cadence) => cadence.planId === planId)
  const unitOf = new Map(inForce.map(({ item, reportingUnitId }) => [item.itemId, reportingUnitId]))
  const items = inForce.map(({ item }) => item)
  // The week in which a year begins ends a dekad of the year before: that figure belongs to the year before's plan.
  const firstDay = `${(await stores.plans.plan(planId))?.year ?? ''}-01-01`
  return (cadence, period) => {
    const dispatching = beside.filter((other) => ruleOn(other, 'dispatch', period.last) !== null)
    const due = dueItems(askedIn(cadence, dispatching, items), period, finished)
    const ofYear = due.filter(({ figurePeriod }) => figurePeriod.last >= firstDay)
    return ofYear.map((one) => ({ ...one, unitId: unitOf.get(one.item.itemId) ?? null }))
  }
}
