import { monthAmounts } from '#core/insight'
import type { Context, Stores } from '#app/kit'
import { loadSchedule, type LoadedSchedule } from './read-schedule.ts'
import { trajectoryView } from './schedule-view.ts'

/** Last year's months of the same matter, with where they are taken from. */
export interface LastYear {
  readonly itemId: string
  readonly title: string
  readonly planTitle: string
  readonly year: number
  /** Twelve amounts, January first. */
  readonly months: readonly string[]
}

/** The months of the item of last year's plan that a person has confirmed to be the same matter; null where they are not all known. */
export async function lastYearOf(
  context: Pick<Context, 'now' | 'today' | 'timeZone'>,
  stores: Stores,
  { plan, planned }: Pick<LoadedSchedule, 'plan' | 'planned'>,
): Promise<LastYear | null> {
  if (planned.kind !== 'indicator' || planned.target.measure !== 'flow') return null
  const links = await stores.years.links()
  const link = links.find(({ laterItemId, state }) => laterItemId === planned.itemId && state === 'confirmed')
  const earlier = link && (await loadSchedule(context, stores, link.earlierItemId))
  if (!earlier || earlier.plan.year !== plan.year - 1) return null
  const { itemId, title, ...item } = earlier.planned
  if (item.kind !== 'indicator' || item.target.measure !== 'flow' || item.target.unit !== planned.target.unit)
    return null
  const months = monthAmounts((trajectoryView(earlier)?.rows.month ?? []).map(({ actual }) => actual))
  return months && { itemId, title, planTitle: earlier.plan.title, year: earlier.plan.year, months }
}
