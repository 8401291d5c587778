import { countUpTo } from './count-up-to.ts'
import { addDays, dayNumber, weekday } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { publishedYears, lunarFeasts } from './holidays.data.ts'

/** One year as the State Council's notice publishes it: days off (放假) and weekend days worked instead (调休上班). */
export interface CalendarYear {
  readonly year: number
  readonly off: readonly LocalDate[]
  readonly work: readonly LocalDate[]
}

/** A region's own exception to the national calendar. */
export interface CalendarException {
  readonly date: LocalDate
  readonly work: boolean
}

/** Which days are worked. Plain data behind functions; build it with `workCalendar`. */
export interface WorkCalendar {
  /** Date → worked or not, for every day that differs from the plain Monday-to-Friday week. */
  readonly exceptions: ReadonlyMap<LocalDate, boolean>
  /** Years whose notice is known; any other year holds the statutory days themselves and is provisional. */
  readonly publishedYears: ReadonlySet<number>
  /** Day numbers that differ from the plain week, in order, with the running sum of what they add (+1) or take (−1). */
  readonly shifts: readonly { readonly day: number; readonly sum: number }[]
}

const spread = (from: LocalDate, days: number): LocalDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index))

/**
 * The statutory days of a year (全国年节及纪念日放假办法, as of 2025: 13 days): New Year 1, Spring Festival 4 from the eve,
 * Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3. Lunar days are known for 2023 to 2099;
 * outside that range only the days fixed in the solar calendar are returned.
 */
export function statutoryDays(year: number): LocalDate[] {
  const on = (monthDay: string): LocalDate => `${year}-${monthDay}`
  const fixed = [on('01-01'), ...spread(on('05-01'), 2), ...spread(on('10-01'), 3)]
  const lunar = lunarFeasts[year]
  if (!lunar) return fixed
  const [spring, qingming, dragonBoat, midAutumn] = lunar
  const eve = addDays(on(spring), -1)
  return [...new Set([...fixed, ...spread(eve, 4), on(qingming), on(dragonBoat), on(midAutumn)])].sort()
}

/**
 * Builds a calendar from the published years (the shipped ones by default; an upload replaces a year) and a region's
 * exceptions, which win over both.
 */
export function workCalendar(
  years: readonly CalendarYear[] = publishedYears,
  regional: readonly CalendarException[] = [],
): WorkCalendar {
  const exceptions = new Map<LocalDate, boolean>()
  for (const year of years) {
    for (const date of year.off) exceptions.set(date, false)
    for (const date of year.work) exceptions.set(date, true)
  }
  const published = new Set(years.map((year) => year.year))
  for (const year of Object.keys(lunarFeasts).map(Number)) {
    if (published.has(year)) continue
    for (const date of statutoryDays(year)) exceptions.set(date, false)
  }
  for (const { date, work } of regional) exceptions.set(date, work)
  return { exceptions, publishedYears: published, shifts: shiftsOf(exceptions) }
}

/** What a region says of the calendar: years that it uploaded, and days of its own that win over all of them. */
export interface RegionCalendar {
  readonly years: readonly CalendarYear[]
  readonly days: readonly CalendarException[]
}

const nationalCalendar = workCalendar()

/** The work calendar of a region: the shipped years, those that it uploaded in their place, its own days. */
export function workCalendarOf({ years, days }: RegionCalendar): WorkCalendar {
  if (years.length === 0 && days.length === 0) return nationalCalendar
  return workCalendar(withYears(publishedYears, years), days)
}

/** Only days that really differ from Monday to Friday shift the count: a holiday on a Sunday takes nothing. */
function shiftsOf(exceptions: ReadonlyMap<LocalDate, boolean>): WorkCalendar['shifts'] {
  let sum = 0
  return [...exceptions]
    .filter(([date, work]) => work !== weekday(date) <= 5)
    .sort(([a], [b]) => dayNumber(a) - dayNumber(b))
    .map(([date, work]) => ({ day: dayNumber(date), sum: (sum += work ? 1 : -1) }))
}

/** The published years with some replaced or added by upload; a later entry of the same year wins. */
export function withYears(base: readonly CalendarYear[], uploaded: readonly CalendarYear[]): CalendarYear[] {
  const byYear = new Map([...base, ...uploaded].map((year) => [year.year, year]))
  return [...byYear.values()].sort((a, b) => a.year - b.year)
}

/** Whether a day is worked. */
export function isWorkday(calendar: WorkCalendar, date: LocalDate): boolean {
  return calendar.exceptions.get(date) ?? isPlainWorkday(date)
}

function isPlainWorkday(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4))
  // Beyond the table of lunar days the fixed statutory days still hold.
  if (!lunarFeasts[year] && statutoryDays(year).includes(date)) return false
  return weekday(date) <= 5
}

/** A year whose holidays are not yet published: due moments in it may still move. */
export function isProvisionalYear(calendar: WorkCalendar, year: number): boolean {
  return !calendar.publishedYears.has(year)
}

/** The nth working day after `date` (before it if negative); 0 is the date itself, worked or not. */
export function addWorkdays(calendar: WorkCalendar, date: LocalDate, workdays: number): LocalDate {
  const step = workdays < 0 ? -1 : 1
  let left = Math.abs(workdays)
  let day = date
  while (left > 0) {
    day = addDays(day, step)
    if (isWorkday(calendar, day)) left -= 1
  }
  return day
}

const firstTabled = `${Math.min(...Object.keys(lunarFeasts).map(Number))}-01-01`
const lastTabled = `${Math.max(...Object.keys(lunarFeasts).map(Number))}-12-31`

/** Mondays to Fridays up to and including a day number, counted from the Monday before 1970. */
function weekdaysUpTo(day: number): number {
  const days = day + 4
  return Math.floor(days / 7) * 5 + Math.min(5, ((days % 7) + 7) % 7)
}

/** Sum of the shifts up to and including a day number, by bisection. */
function shiftUpTo({ shifts }: WorkCalendar, day: number): number {
  return shifts[countUpTo(shifts, day, (shift) => shift.day) - 1]?.sum ?? 0
}

/** Working days in [from, to], both included; 0 if `to` is earlier. */
export function countWorkdays(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return 0
  if (from < firstTabled || to > lastTabled) return countDayByDay(calendar, from, to)
  const [before, last] = [dayNumber(from) - 1, dayNumber(to)]
  const plain = weekdaysUpTo(last) - weekdaysUpTo(before)
  return plain + shiftUpTo(calendar, last) - shiftUpTo(calendar, before)
}

/** Beyond the table of lunar days the statutory days of each year are looked at one by one. */
function countDayByDay(calendar: WorkCalendar, from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count += 1
  return count
}
