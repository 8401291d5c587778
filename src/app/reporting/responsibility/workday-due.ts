import { workCalendarOf } from '#core/kit'
import { workdaysAfter } from '#core/reporting'
import type { Context, Stores } from '#app/kit'

/** Gives due moments by the region's own work calendar: the end of the nth working day after a moment. */
export async function workdayDue(
  { timeZone }: Context,
  stores: Stores,
): Promise<(from: string, workdays: number) => string> {
  const calendar = workCalendarOf(await stores.reports.calendar())
  return (from, workdays) => workdaysAfter(calendar, from, workdays, timeZone)
}
