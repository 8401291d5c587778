import { addDays, countWorkdays, instantAt, isWorkday, localDateAt } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'

/** A working day is counted as the eight hours from 9 to 17 o'clock, whatever a region's own hours are. */
const [FIRST_HOUR, HOURS] = [9, 8]
const HOUR_MS = 3_600_000

/** Measures working hours between instants; the starts of days are kept, as a year's reports ask for the same ones again and again. */
export function workingClock(calendar: WorkCalendar, timeZone: string): (from: string, to: string) => number {
  const starts = new Map<LocalDate, number>()
  const startOf = (day: LocalDate): number => {
    const known = starts.get(day) ?? Date.parse(instantAt(day, FIRST_HOUR, timeZone))
    starts.set(day, known)
    return known
  }
  const worked = (instant: string): { readonly day: LocalDate; readonly hours: number } => {
    const day = localDateAt(instant, timeZone)
    if (!isWorkday(calendar, day)) return { day, hours: 0 }
    return { day, hours: Math.min(HOURS, Math.max(0, (Date.parse(instant) - startOf(day)) / HOUR_MS)) }
  }
  return (from, to) => {
    if (Date.parse(to) <= Date.parse(from)) return 0
    const [begun, ended] = [worked(from), worked(to)]
    const daysBetween = countWorkdays(calendar, begun.day, addDays(ended.day, -1))
    return daysBetween * HOURS - begun.hours + ended.hours
  }
}
