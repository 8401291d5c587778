import { kept } from './kept.ts'

/** A calendar date `YYYY-MM-DD` without zone. Strings compare in date order. */
export type LocalDate = string

const DAY_MS = 86_400_000

/** Days since 1970-01-01 of a local date. */
export function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

/** The local date of a day number. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** Whether the text is a real calendar date in ISO form. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** The date `days` later (earlier if negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days)
}

/** Whole days from `from` to `to` (negative if `to` is earlier). */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The last day of a month; month is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Weekday of a date, ISO: 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

const QUARTER_MS = 900_000
/** From 1973 on every zone's clocks differ from UTC by whole quarters of an hour: inside a quarter no day begins. */
const QUARTERS_HOLD_FROM = Date.UTC(1973, 0)

/** The days of one zone. Making a formatter costs more than a thousand uses of it, and a use more than all else that a wall asks of a day. */
const daysOf = kept((timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return { exactly: format, ofQuarter: kept((quarter: number) => format.format(quarter * QUARTER_MS)) }
})

/** The local date of an instant (ISO 8601 with zone, or Date) in an IANA time zone. */
export function localDateAt(instant: string | Date, timeZone: string): LocalDate {
  const time = new Date(instant).getTime()
  const { exactly, ofQuarter } = daysOf(timeZone)
  return time >= QUARTERS_HOLD_FROM ? ofQuarter(Math.floor(time / QUARTER_MS)) : exactly.format(time)
}
