import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { officialSeries } from '#core/plan'
import type { Frequency, OfficialSeries } from '#core/plan'
import { commonReleaseRules } from './release-calendar.ts'
import type { ReleaseRule } from './release-calendar.ts'

/** A series of the list with its release calendar. */
export interface SeriesEntry extends OfficialSeries {
  readonly monthsAfter: number
  readonly day: number
  readonly januaryWithFebruary: boolean
}

const calendars: Readonly<Partial<Record<Frequency, ReleaseRule>>> = {
  month: commonReleaseRules.monthly,
  quarter: commonReleaseRules.quarterly,
  halfYear: { ...commonReleaseRules.quarterly, frequency: 'halfYear' },
  year: commonReleaseRules.yearly,
}

/** The usual calendar of a frequency: what a series has where nobody has said otherwise. */
export const usualCalendar = (frequency: Frequency): ReleaseRule =>
  // Nothing official comes by the week or dekad; such a series is waited for with the month's.
  calendars[frequency] ?? commonReleaseRules.monthly

/** What an entry of the list is called: the first of its names. */
export const seriesName = ({ names }: Pick<OfficialSeries, 'names'>): string => names[0] ?? ''

function shipped(series: OfficialSeries): SeriesEntry {
  const { monthsAfter, day, januaryWithFebruary } = usualCalendar(series.frequency)
  return { ...series, monthsAfter, day, januaryWithFebruary }
}

/** The list as it holds in a region: its own entries first, in place of those of the product's list that bear the same name. */
export function seriesOfRegion(
  own: readonly { readonly name: string; readonly body: SeriesEntry | null }[],
): readonly SeriesEntry[] {
  const replaced = new Set(own.map(({ name }) => name))
  const added = own.flatMap(({ body }) => (body === null ? [] : [body]))
  return [...added, ...officialSeries.filter((series) => !replaced.has(seriesName(series))).map(shipped)]
}

/** The first entry that names a subject; null = the units' own figure. */
export function seriesOfSubject<Series extends OfficialSeries>(
  subject: string,
  list: readonly Series[],
): Series | null {
  const found = list.find(
    ({ names, except = [] }) =>
      names.some((name) => subject.includes(name)) && !except.some((word) => subject.includes(word)),
  )
  return found ?? null
}

/** Checks an entry before it is kept. */
export function checkSeries(entry: SeriesEntry): Result<SeriesEntry> {
  const words = (list: readonly string[]) => list.map((word) => word.trim()).filter((word) => word !== '')
  const [names, except] = [words(entry.names), words(entry.except ?? [])]
  if (names.length === 0) return refuse('series.namesMissing', {}, 'names')
  const { day, monthsAfter } = entry
  const inRange = Number.isInteger(day) && day >= 1 && day <= 31 && monthsAfter >= 0 && monthsAfter <= 24
  return inRange ? accept({ ...entry, names, except }) : refuse('series.calendarInvalid', {}, 'day')
}
