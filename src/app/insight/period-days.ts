import { periodById } from '#core/kit'
import type { LocalDate } from '#core/kit'

const lastDays = new Map<string, LocalDate>()

/** The last day of a period by its id. A wall asks for thousands of days of some tens of periods. */
export function lastDayOf(periodId: string): LocalDate {
  const known = lastDays.get(periodId)
  if (known !== undefined) return known
  const { last } = periodById(periodId)
  lastDays.set(periodId, last)
  return last
}
