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

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than a thousand uses of it, and a wall asks for thousands of days. */
function dayFormatOf(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  dayFormats.set(timeZone, made)
  return made
}

/** The local date of an instant (ISO 8601 with zone, or Date) in an IANA time zone. */
export function localDateAt(instant: string | Date, timeZone: string): LocalDate {
  return dayFormatOf(timeZone).format(new Date(instant))
}
