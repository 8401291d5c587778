import {
  type CalendarYear,
  groupBy,
  isLocalDate,
  isProvisionalYear,
  type LocalDate,
  publishedYears,
  type Refusal,
  type RegionCalendar,
  refuse,
  type Result,
  accept,
  statutoryDays,
  workCalendarOf,
} from '#core/kit'
import { type CalendarDay, type CalendarRow, changedDays, readCalendarRows } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { LoadedYear, NamedDay } from './calendar-ports.ts'
import { moveDueMoments, movedPeriods, type MovedPeriod } from './move-due-moments.ts'

/** A day that differs from the plain week, and where that comes from: shipped with the product, loaded, the region's own, or the law. */
export interface CalendarEntry extends NamedDay {
  readonly source: 'shipped' | 'loaded' | 'own' | 'statutory'
}

/** One year of the region's work calendar. */
export interface WorkYear {
  readonly year: number
  /** The year's notice is not known yet: only the statutory days are in it, and due moments may still move. */
  readonly isProvisional: boolean
  readonly loaded: LoadedYear | null
  readonly days: readonly CalendarEntry[]
}

/** Reads one year of the work calendar: every day that differs from Monday to Friday. */
export async function readWorkYear(context: Context, input: { readonly year: number }): Promise<Result<WorkYear>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const { year } = input
  return context.read(async (stores) => {
    const loaded = (await stores.reports.loadedYears()).find((one) => one.year === year) ?? null
    const own = (await stores.reports.ownDays()).filter(({ date }) => date.startsWith(`${year}-`))
    const calendar = workCalendarOf(await stores.reports.calendar())
    const ownDates = new Set(own.map(({ date }) => date))
    const days: readonly CalendarEntry[] = [
      ...nationalDays(year, loaded).filter(({ date }) => !ownDates.has(date)),
      ...own.map((day) => ({ ...day, source: 'own' as const })),
    ]
    return accept({
      ...{ year, loaded, isProvisional: isProvisionalYear(calendar, year) },
      days: [...days].sort((a, b) => (a.date < b.date ? -1 : 1)),
    })
  })
}

function nationalDays(year: number, loaded: LoadedYear | null): readonly CalendarEntry[] {
  if (loaded) return loaded.days.map((day) => ({ ...day, source: 'loaded' }))
  const shipped = publishedYears.find((one) => one.year === year)
  const entry = (source: CalendarEntry['source'], work: boolean) => (date: LocalDate) => ({
    ...{ date, work, name: '', source },
  })
  if (!shipped) return statutoryDays(year).map(entry('statutory', false))
  return [...shipped.off.map(entry('shipped', false)), ...shipped.work.map(entry('shipped', true))]
}

/** What loading a file would do, or has done. */
export interface CalendarChange {
  readonly years: readonly number[]
  readonly days: readonly CalendarDay[]
  /** Open periods whose due moment moves with it. */
  readonly moved: readonly MovedPeriod[]
  /** Rows that cannot be understood; nothing is loaded while there are any. */
  readonly problems: readonly (Refusal & { readonly row: number })[]
}

/** A dry run: which days of which years change, which due moments move, and which rows are wrong. Nothing is written. */
export async function previewCalendar(
  context: Context,
  input: { readonly rows: readonly CalendarRow[] },
): Promise<Result<CalendarChange>> {
  const right = requireRight(context, 'calendar.manage', {})
  if (!right.ok) return right
  const { days, problems } = readCalendarRows(input.rows)
  if (days.length === 0 && problems.length === 0) return refuse('calendar.noDays')
  return context.read(async (stores) => {
    const { after, ...change } = await changeBy(stores, days)
    return accept({ ...change, moved: await movedPeriods(context, stores, after), problems })
  })
}

/** Loads the years of a file in place of those that were known; open periods that are not due yet follow it. */
export async function loadCalendar(
  context: Context,
  input: { readonly rows: readonly CalendarRow[]; readonly fileName: string },
): Promise<Result<CalendarChange>> {
  const right = requireRight(context, 'calendar.manage', {})
  if (!right.ok) return right
  const { days, problems } = readCalendarRows(input.rows)
  const [first] = problems
  if (first) return refuse('calendar.fileFaulty', { count: problems.length, row: first.row }, `row ${first.row}`)
  if (days.length === 0) return refuse('calendar.noDays')
  return context.transact(async (stores) => {
    const { after, ...change } = await changeBy(stores, days)
    const byYear = groupBy(days, yearOf)
    const { fileName } = input
    await stores.reports.saveYears(
      [...byYear].map(([year, list]) => ({
        ...{ year, days: list, fileName, at: context.now, by: context.actor.accountId },
      })),
    )
    const moved = await moveDueMoments(context, stores, after)
    const body = { fileName, years: [...byYear.keys()], changed: change.days.length, moved: moved.length }
    await stores.audit.record({ action: 'calendar.load', objectKind: 'calendar', objectId: 'years', body })
    return accept({ ...change, moved, problems })
  })
}

const yearOf = ({ date }: { readonly date: LocalDate }): number => Number(date.slice(0, 4))

async function changeBy(
  stores: Stores,
  days: readonly CalendarDay[],
): Promise<Pick<CalendarChange, 'years' | 'days'> & { readonly after: RegionCalendar }> {
  const before = await stores.reports.calendar()
  const loaded = [...groupBy(days, yearOf)].map(([year, list]): CalendarYear => {
    const dates = (work: boolean) => list.filter((day) => day.work === work).map(({ date }) => date)
    return { year, off: dates(false), work: dates(true) }
  })
  const years = loaded.map(({ year }) => year)
  const after = { ...before, years: [...before.years.filter(({ year }) => !years.includes(year)), ...loaded] }
  const names = new Map(days.map(({ date, name }) => [date, name]))
  const changed = changedDays(workCalendarOf(before), workCalendarOf(after), years)
  return { after, years, days: changed.map((day) => ({ ...day, name: names.get(day.date) ?? '' })) }
}

/** Makes a day the region's own: worked or off, whatever the calendar says; `work` null takes it back. */
export async function setOwnDay(
  context: Context,
  input: { readonly date: LocalDate; readonly work: boolean | null; readonly name: string },
): Promise<Result<{ moved: readonly MovedPeriod[] }>> {
  const right = requireRight(context, 'calendar.manage', {})
  if (!right.ok) return right
  const { date, work, name } = input
  if (!isLocalDate(date)) return refuse('calendar.dayInvalid', {}, 'date')
  return context.transact(async (stores) => {
    if (work === null) {
      if (!(await stores.reports.removeOwnDay(date))) return refuse('object.notFound')
    } else await stores.reports.saveOwnDay({ date, work, name })
    const moved = await moveDueMoments(context, stores, await stores.reports.calendar())
    const body = { work, name, moved: moved.length }
    await stores.audit.record({ action: 'calendar.setDay', objectKind: 'calendar', objectId: date, body })
    return accept({ moved })
  })
}
