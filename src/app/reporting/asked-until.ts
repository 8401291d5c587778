import { type LocalDate, parsePeriod } from '#core/kit'
import type { Stores } from '#app/kit'

/** Last day of the latest period in which a cadence has asked its units; null where it never has. */
export async function askedUntil(stores: Stores, cadenceId: string): Promise<LocalDate | null> {
  const periods = await stores.reports.periods(cadenceId)
  const days = periods.flatMap(({ periodId }) => parsePeriod(periodId)?.last ?? [])
  return days.sort().at(-1) ?? null
}
