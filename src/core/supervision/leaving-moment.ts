import { instantAt, isWorkday, localDateAt } from '#core/kit'
import type { WorkCalendar } from '#core/kit'
import { openHours } from './escalation.ts'

/** Where and when a region works. */
export interface WorkPlace {
  readonly calendar: WorkCalendar
  readonly timeZone: string
}

/** Whether anything may leave at an instant: on a working day, inside the open hours of the region's zone. */
export function mayLeave(now: string, { calendar, timeZone }: WorkPlace): boolean {
  const today = localDateAt(now, timeZone)
  if (!isWorkday(calendar, today)) return false
  return now >= instantAt(today, openHours.from, timeZone) && now < instantAt(today, openHours.to, timeZone)
}

/**
 * The chosen moment of today for which messages are put together now: the last of the chosen hours that has come. null where none has
 * come yet, or where nothing may leave; what is due then waits. `now` is an ISO instant in UTC.
 */
export function leavingMoment(now: string, hours: readonly number[], place: WorkPlace): string | null {
  if (!mayLeave(now, place)) return null
  const today = localDateAt(now, place.timeZone)
  const come = hours.map((hour) => instantAt(today, hour, place.timeZone)).filter((moment) => moment <= now)
  return come.sort().at(-1) ?? null
}
