import { instantAt, lastDayOfMonth, nextPeriod, periodById, periodOf } from '#core/kit'
import type { LocalDate, Period } from '#core/kit'
import type { Frequency } from '#core/plan'

/** When the figures of a statutory or official series come out (domain.md, Origin). */
export interface ReleaseRule {
  readonly frequency: Frequency
  /** Months between the end of the period and the month of release: 1 = the month after; R&D expenditure 9. */
  readonly monthsAfter: number
  /** Day of the release month; a month without that day uses its last. */
  readonly day: number
  /** January has no release of its own: January and February come together. */
  readonly januaryWithFebruary: boolean
}

/** One expected release. */
export interface ExpectedRelease {
  readonly figurePeriodId: string
  readonly dueOn: LocalDate
}

function releaseDay(period: Period, rule: ReleaseRule): LocalDate {
  const monthIndex = Number(period.last.slice(0, 4)) * 12 + Number(period.last.slice(5, 7)) - 1 + rule.monthsAfter
  const [year, month] = [Math.floor(monthIndex / 12), (monthIndex % 12) + 1]
  const lastDay = Number(lastDayOfMonth(year, month).slice(8))
  const day = String(Math.min(rule.day, lastDay)).padStart(2, '0')
  return `${year}-${String(month).padStart(2, '0')}-${day}`
}

const isJanuary = (period: Period): boolean => period.kind === 'month' && period.id.endsWith('-M01')

/**
 * The releases of a plan's year by the series' own calendar: the periods of that year with the days on which they come out (which
 * may lie in the next year). Only past one of these days is a series silent.
 */
export function expectedReleases(rule: ReleaseRule, year: number): ExpectedRelease[] {
  const found: ExpectedRelease[] = []
  const end = `${year}-12-31`
  for (let period = periodOf(rule.frequency, `${year}-01-01`); period.last <= end; period = nextPeriod(period)) {
    if (rule.januaryWithFebruary && isJanuary(period)) continue
    found.push({ figurePeriodId: period.id, dueOn: releaseDay(period, rule) })
  }
  return found
}

/** The usual calendars: monthly series on the 20th of the next month, quarterly accounts on the 25th, yearly ones in September. */
export const commonReleaseRules = {
  monthly: { frequency: 'month', monthsAfter: 1, day: 20, januaryWithFebruary: true },
  quarterly: { frequency: 'quarter', monthsAfter: 1, day: 25, januaryWithFebruary: false },
  yearly: { frequency: 'year', monthsAfter: 9, day: 30, januaryWithFebruary: false },
} as const satisfies Record<string, ReleaseRule>

/** The moment from which a release is missing: the end of its day in the region's zone; for `silentRun`. */
export function releaseDueAt(release: ExpectedRelease, timeZone: string): string {
  return instantAt(release.dueOn, 24, timeZone)
}

/** The day that a released figure speaks of. */
export const releaseAsOf = (release: ExpectedRelease): LocalDate => periodById(release.figurePeriodId).last
