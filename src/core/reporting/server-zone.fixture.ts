import { addDays, instantAt, localDateAt, periodKinds, periodOf, workCalendar } from '#core/kit'
import { dueDates, dueState } from './due-act.ts'
import { isLate } from './report-transitions.ts'

/** Days at which arithmetic goes wrong: leap days, year ends, 53rd weeks, daylight saving here and there, ends of dekads. */
const HARD_DAYS = [
  ...['2023-12-31', '2024-02-28', '2024-02-29', '2024-12-30', '2025-02-28', '2026-12-28', '2027-01-03', '2028-02-29'],
  ...['2026-03-08', '2026-11-01', '2026-03-10', '2026-03-20', '2026-03-31', '2100-02-28', '2020-12-31', '2021-01-03'],
]
const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'America/New_York']
const rule = { months: [], anchor: null, dueWorkdays: 1, dueHour: 18, cutOffDay: null, goesTo: '' } as const
const calendar = workCalendar()

/** Everything that depends on days and zones, worked out around the hard days: it must not depend on the server's own zone. */
function workedOut(): unknown {
  const days = HARD_DAYS.flatMap((day) => [-1, 0, 1].map((step) => addDays(day, step)))
  return days.flatMap((day) =>
    ZONES.map((timeZone) => {
      const midnight = instantAt(day, 24, timeZone)
      const lastSecond = new Date(Date.parse(midnight) - 1000).toISOString()
      const periods = periodKinds.map((periodKind) => {
        const period = periodOf(periodKind, localDateAt(lastSecond, timeZone))
        const next = periodOf(periodKind, localDateAt(midnight, timeZone))
        const dates = dueDates({ act: 'dispatch', period, rule: { ...rule, periodKind } }, calendar, timeZone)
        const facts = { act: 'dispatch', ...dates, opened: true, done: false } as const
        const state = dueState(facts, { now: dates.dueAt, timeZone })
        return [period.id, period.first, period.last, next.id, dates.dueAt, state, isLate(dates.dueAt, dates.dueAt)]
      })
      return [day, timeZone, midnight, lastSecond, periods]
    }),
  )
}

process.stdout.write(JSON.stringify({ offset: new Date('2026-07-01T00:00:00Z').getTimezoneOffset(), all: workedOut() }))
