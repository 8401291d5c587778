import { addWorkdays, instantAt, localDateAt } from '#core/kit'
import type { WorkCalendar } from '#core/kit'

/** Working days within which other units say what they say, and offices decide (domain.md, Responsibility: n days). */
export const dutyWorkdays = {
  /** A supporting unit confirms or objects; after that its silence is consent, and shown. */
  voice: 3,
  /** The task-force office decides on "not ours"; after that it goes up to the coordinator. */
  arbitrate: 3,
  /** Each level answers a blockage. */
  blockage: 3,
  /** A unit that was told that the item is its own after all reports. */
  reportAfterAll: 1,
} as const

const CLOSING_HOUR = 18

/** The end of the nth working day after a moment, 18:00 in the region's zone, as an ISO instant. */
export function workdaysAfter(calendar: WorkCalendar, from: string, workdays: number, timeZone: string): string {
  return instantAt(addWorkdays(calendar, localDateAt(from, timeZone), workdays), CLOSING_HOUR, timeZone)
}
