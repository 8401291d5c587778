import type { IndicatorItem, PlanItem } from '#core/plan'
import {
  expectedReleases,
  releaseDueAt,
  seriesOfRegion,
  seriesOfSubject,
  silentRun,
  usualCalendar,
} from '#core/reporting'
import type { ReleaseRule } from '#core/reporting'
import type { PlanFrame } from './ports.ts'

/** Whether a figure comes by release import instead of being asked of a unit. */
export function comesByRelease(item: PlanItem): boolean {
  return item.kind === 'indicator' && item.origin !== 'own'
}

type Dues = readonly { readonly figurePeriodId: string; readonly dueAt: string }[]

/** The releases that a series is expected to have, with the moment from which each is missing. */
export type ReleaseDues = (item: IndicatorItem) => Dues

/**
 * The expected releases of a plan's year: by the series' own entry in the region's list, else by the usual calendar of its frequency;
 * each calendar is worked out once for all its series.
 */
export function releaseDuesOf({ year, series }: Pick<PlanFrame, 'year' | 'series'>, timeZone: string): ReleaseDues {
  const list = seriesOfRegion(series)
  const known = new Map<string, Dues>()
  return ({ target, frequency }) => {
    const own = seriesOfSubject(target.subject, list)
    const rule: ReleaseRule = own?.frequency === frequency ? { ...own, frequency } : usualCalendar(frequency)
    const key = [frequency, rule.monthsAfter, rule.day, rule.januaryWithFebruary].join()
    const found = known.get(key) ?? duesOf(rule, year, timeZone)
    known.set(key, found)
    return found
  }
}

function duesOf(rule: ReleaseRule, year: number, timeZone: string): Dues {
  return expectedReleases(rule, year).map((release) => ({
    figurePeriodId: release.figurePeriodId,
    dueAt: releaseDueAt(release, timeZone),
  }))
}

/** How many expected releases of a series in a row are missing at a moment (domain.md, Origin: silent by that calendar only). */
export function releaseSilence(item: PlanItem, released: ReadonlySet<string>, dues: ReleaseDues, now: string): number {
  if (item.kind !== 'indicator' || !comesByRelease(item)) return 0
  const asks = dues(item).map(({ figurePeriodId, dueAt }) => ({
    figurePeriodId,
    dueAt,
    answered: released.has(figurePeriodId),
  }))
  return silentRun(asks, now)
}
