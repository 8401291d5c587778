import { kept } from './kept.ts'
import { lastDayOfMonth } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import type { Period } from './period.ts'
import { invariant } from './result.ts'
import { addWorkdays } from './work-calendar.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** When something of a period is due: last day ± working days, at an hour in the region's zone. */
export interface DueRule {
  /** Working days after the last day; negative = before it; 0 = on the last day itself, worked or not. */
  readonly workdays: number
  /** Whole hour of the day in the region's zone, 0 to 24. */
  readonly hour: number
  /** Day of the period's last month on which figures are cut off: a monthly report may leave at month end and read up to the 25th. */
  readonly cutOffDay?: number
}

const formatterOf = kept(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
)

/** Wall-clock time in the zone, read as if it were UTC, minus the instant: the zone's offset in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  )
  const of = (type: string): number => parts.get(type as Intl.DateTimeFormatPartTypes) ?? 0
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wall - Math.floor(instant / 1000) * 1000
}

/**
 * The instant (ISO 8601, UTC) at which the clocks of a zone show a date and hour. A time skipped by daylight saving
 * becomes the moment of the jump plus what was asked; a doubled time is its first occurrence.
 */
export function instantAt(date: LocalDate, hour: number, timeZone: string): string {
  return instantsIn(timeZone)(`${date} ${hour}`)
}

/** A calendar asks for the same due moments each time it is looked at. */
const instantsIn = kept((timeZone: string) =>
  kept((dateAndHour: string) => {
    const [date = '', hour] = dateAndHour.split(' ')
    return workedOutInstant(date, Number(hour), timeZone)
  }),
)

function workedOutInstant(date: LocalDate, hour: number, timeZone: string): string {
  const wall = Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000
  invariant(Number.isFinite(wall), `not a date and hour: ${date} ${hour}`)
  const before = offsetAt(wall - 86_400_000, timeZone)
  const early = wall - before
  const there = offsetAt(early, timeZone)
  // A clock that was put forward never shows the time: then the offset from before the jump holds.
  const candidate = there === before || offsetAt(wall - there, timeZone) !== there ? early : wall - there
  return new Date(candidate).toISOString()
}

/** The last day whose figures count: the cut-off day where there is one (a short month uses its last), else the period's last day. */
export function cutOffOf(period: Period, rule: DueRule): LocalDate {
  if (rule.cutOffDay === undefined) return period.last
  const month = period.last.slice(0, 7)
  const lastDay = lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)))
  return `${month}-${String(Math.min(rule.cutOffDay, Number(lastDay.slice(8)))).padStart(2, '0')}`
}

/** The due day of a period (domain.md: last day ± n working days); a cut-off does not move it. */
export function dueDay(calendar: WorkCalendar, period: Period, rule: DueRule): LocalDate {
  return addWorkdays(calendar, period.last, rule.workdays)
}

/** The due moment of a period as an instant. */
export function dueMoment(calendar: WorkCalendar, period: Period, rule: DueRule, timeZone: string): string {
  return instantAt(dueDay(calendar, period, rule), rule.hour, timeZone)
}
