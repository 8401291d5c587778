import { addDays, dateOfDay, dayNumber, isLocalDate, lastDayOfMonth, weekday } from './local-date.ts'
import type { LocalDate } from './local-date.ts'
import { invariant } from './result.ts'
import type { Words } from './result.ts'

/** The kinds of period that figures and cadences know (domain.md, Periods and cadences). dekad = 旬. */
export type PeriodKind = 'day' | 'week' | 'twoWeek' | 'dekad' | 'month' | 'quarter' | 'halfYear' | 'year'

/**
 * A period with its id: `2025-03-05`, `2025-W09` (ISO week-year), `2025-F09` (two weeks that start with ISO week 9),
 * `2025-D07` (1 to 36), `2025-M03`, `2025-Q1`, `2025-H1`, `2025`. Ids sort within a kind. Both ends are included.
 */
export interface Period {
  readonly id: string
  readonly kind: PeriodKind
  readonly first: LocalDate
  readonly last: LocalDate
}

/** All kinds, finest first. */
export const periodKinds: readonly PeriodKind[] = [
  'day',
  'week',
  'twoWeek',
  'dekad',
  'month',
  'quarter',
  'halfYear',
  'year',
]

/** The Monday from which two-week periods are counted where a cadence names none: 2024-01-01, a Monday. */
export const defaultTwoWeekAnchor: LocalDate = '2024-01-01'

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')
const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))
const firstOfMonth = (year: number, month: number): LocalDate => `${four(year)}-${two(month)}-01`

function monthsPeriod(kind: PeriodKind, id: string, year: number, month: number, count: number): Period {
  return { id, kind, first: firstOfMonth(year, month), last: lastDayOfMonth(year, month + count - 1) }
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekday(date))

/** ISO 8601 week-year and week: the week belongs to the year of its Thursday. */
function isoWeek(monday: LocalDate): { year: number; week: number } {
  const thursday = addDays(monday, 3)
  const year = yearOf(thursday)
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(`${four(year)}-01-01`)) / 7) + 1 }
}

function weeksPeriod(kind: 'week' | 'twoWeek', monday: LocalDate): Period {
  const { year, week } = isoWeek(monday)
  const letter = kind === 'week' ? 'W' : 'F'
  return {
    id: `${four(year)}-${letter}${two(week)}`,
    kind,
    first: monday,
    last: addDays(monday, kind === 'week' ? 6 : 13),
  }
}

function twoWeekOf(date: LocalDate, anchor: LocalDate): Period {
  invariant(weekday(anchor) === 1, `two-week periods are counted from a Monday, not ${anchor}`)
  const days = dayNumber(date) - dayNumber(anchor)
  return weeksPeriod('twoWeek', dateOfDay(dayNumber(anchor) + Math.floor(days / 14) * 14))
}

function dekad(year: number, number: number): Period {
  const month = Math.ceil(number / 3)
  const third = (number - 1) % 3
  return {
    id: `${four(year)}-D${two(number)}`,
    kind: 'dekad',
    first: `${four(year)}-${two(month)}-${two(third * 10 + 1)}`,
    last: third === 2 ? lastDayOfMonth(year, month) : `${four(year)}-${two(month)}-${two(third * 10 + 10)}`,
  }
}

function dekadOf(date: LocalDate): Period {
  const third = Math.min(2, Math.floor((Number(date.slice(8, 10)) - 1) / 10))
  return dekad(yearOf(date), (monthOf(date) - 1) * 3 + third + 1)
}

const month = (year: number, n: number): Period => monthsPeriod('month', `${four(year)}-M${two(n)}`, year, n, 1)
const quarter = (year: number, n: number): Period => monthsPeriod('quarter', `${four(year)}-Q${n}`, year, n * 3 - 2, 3)
const half = (year: number, n: number): Period => monthsPeriod('halfYear', `${four(year)}-H${n}`, year, n * 6 - 5, 6)
const wholeYear = (year: number): Period => monthsPeriod('year', four(year), year, 1, 12)

/** The period of a kind that holds a date. `anchor`: the Monday from which two-week periods are counted. */
export function periodOf(kind: PeriodKind, date: LocalDate, anchor: LocalDate = defaultTwoWeekAnchor): Period {
  const year = yearOf(date)
  const m = monthOf(date)
  switch (kind) {
    case 'day':
      return { id: date, kind, first: date, last: date }
    case 'week':
      return weeksPeriod('week', mondayOf(date))
    case 'twoWeek':
      return twoWeekOf(date, anchor)
    case 'dekad':
      return dekadOf(date)
    case 'month':
      return month(year, m)
    case 'quarter':
      return quarter(year, Math.ceil(m / 3))
    case 'halfYear':
      return half(year, Math.ceil(m / 6))
    case 'year':
      return wholeYear(year)
  }
}

const mondayOfIsoWeek = (year: number, week: number): LocalDate =>
  addDays(mondayOf(`${four(year)}-01-04`), (week - 1) * 7)

const byLetter: Readonly<Record<string, (year: number, n: number) => Period>> = {
  W: (year, n) => weeksPeriod('week', mondayOfIsoWeek(year, n)),
  F: (year, n) => weeksPeriod('twoWeek', mondayOfIsoWeek(year, n)),
  D: dekad,
  M: month,
  Q: quarter,
  H: half,
}

const largest: Readonly<Record<string, number>> = { W: 53, F: 53, D: 36, M: 12, Q: 4, H: 2 }

/** The period of an id; null where the text is no period id (`2025-D37`, `2025-W53` in a year of 52 weeks). */
export function parsePeriod(id: string): Period | null {
  if (/^\d{4}$/.test(id)) return wholeYear(Number(id))
  if (isLocalDate(id)) return periodOf('day', id)
  const parts = /^(\d{4})-([WFDMQH])(\d{1,2})$/.exec(id)
  const [, year = '', letter = '', digits = ''] = parts ?? []
  const number = Number(digits)
  const build = byLetter[letter]
  if (!build || number < 1 || number > (largest[letter] ?? 0)) return null
  const period = build(Number(year), number)
  return period.id === id ? period : null
}

/** The period of an id that is known to be one (from our own records). Throws on anything else. */
export function periodById(id: string): Period {
  const period = parsePeriod(id)
  invariant(period, `not a period id: ${id}`)
  return period
}

/** The period `steps` later of the same kind (earlier if negative). */
export function shiftPeriod(period: Period, steps: number): Period {
  if (period.kind === 'day') return periodOf('day', addDays(period.first, steps))
  if (period.kind === 'week') return weeksPeriod('week', addDays(period.first, steps * 7))
  if (period.kind === 'twoWeek') return weeksPeriod('twoWeek', addDays(period.first, steps * 14))
  const year = yearOf(period.first)
  const perYear = { dekad: 36, month: 12, quarter: 4, halfYear: 2, year: 1 }[period.kind]
  const inYear = { dekad, month, quarter, halfYear: half, year: wholeYear }[period.kind]
  const number = period.kind === 'year' ? 1 : Number(period.id.slice(6))
  const index = year * perYear + number - 1 + steps
  return inYear(Math.floor(index / perYear), (((index % perYear) + perYear) % perYear) + 1)
}

/** The next period of the same kind. */
export const nextPeriod = (period: Period): Period => shiftPeriod(period, 1)

/** The previous period of the same kind. */
export const previousPeriod = (period: Period): Period => shiftPeriod(period, -1)

const parentKind: Partial<Record<PeriodKind, PeriodKind>> = {
  dekad: 'month',
  month: 'quarter',
  quarter: 'halfYear',
  halfYear: 'year',
}

/** dekad → month → quarter → half year → year; null for days, weeks (they belong to no month) and years. */
export function parentPeriod(period: Period): Period | null {
  const kind = parentKind[period.kind]
  return kind ? periodOf(kind, period.first) : null
}

/** Order by first day, then the shorter period first. Within one kind this is the order of the ids. */
export function comparePeriods(a: Period, b: Period): number {
  return dayNumber(a.first) - dayNumber(b.first) || dayNumber(a.last) - dayNumber(b.last)
}

/** All periods of a kind whose last day lies in [from, to], in order: the figures that come due in that stretch. */
export function periodsEndingIn(kind: PeriodKind, from: LocalDate, to: LocalDate, anchor?: LocalDate): Period[] {
  const found: Period[] = []
  let period = periodOf(kind, from, anchor)
  while (period.last <= to) {
    found.push(period)
    period = nextPeriod(period)
  }
  return found
}

/** How many days a period has. */
export const daysInPeriod = (period: Period): number => dayNumber(period.last) - dayNumber(period.first) + 1

const tenths = ['上旬', '中旬', '下旬'] as const
const quarters = ['一', '二', '三', '四'] as const

/** What people call a period: 2025年3月上旬, 2025年一季度, 2025年第9周. */
export function periodWords(period: Period): Words {
  const { id, first } = period
  const [year, m, number] = [first.slice(0, 4), monthOf(first), Number(id.slice(6))]
  switch (period.kind) {
    case 'day':
      return { zh: `${year}年${m}月${Number(first.slice(8))}日`, en: id }
    case 'week':
      return { zh: `${id.slice(0, 4)}年第${number}周`, en: `week ${number} of ${id.slice(0, 4)}` }
    case 'twoWeek':
      return { zh: `${first}起两周`, en: `two weeks from ${first}` }
    case 'dekad':
      return {
        zh: `${year}年${m}月${tenths[(number - 1) % 3]}`,
        en: `${year}-${two(m)} dekad ${((number - 1) % 3) + 1}`,
      }
    case 'month':
      return { zh: `${year}年${m}月`, en: `${year}-${two(m)}` }
    case 'quarter':
      return { zh: `${year}年${quarters[number - 1]}季度`, en: `Q${number} ${year}` }
    case 'halfYear':
      return { zh: `${year}年${number === 1 ? '上' : '下'}半年`, en: `H${number} ${year}` }
    case 'year':
      return { zh: `${year}年`, en: year }
  }
}
