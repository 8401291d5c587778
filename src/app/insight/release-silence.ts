import type { Frequency, PlanItem } from '#core/plan'
import { commonReleaseRules, expectedReleases, releaseDueAt, silentRun } from '#core/reporting'
import type { ReleaseRule } from '#core/reporting'

/** The calendar of a released series by how often it comes; a series without one is never silent. */
const rules: Readonly<Partial<Record<Frequency, ReleaseRule>>> = {
  month: commonReleaseRules.monthly,
  quarter: commonReleaseRules.quarterly,
  halfYear: { ...commonReleaseRules.quarterly, frequency: 'halfYear' },
  year: commonReleaseRules.yearly,
}

/** Whether a figure comes by release import instead of being asked of a unit. */
export function comesByRelease(item: PlanItem): boolean {
  return item.kind === 'indicator' && item.origin !== 'own'
}

/** The releases that a series is expected to have, with the moment from which each is missing. */
export type ReleaseDues = (
  frequency: Frequency,
) => readonly { readonly figurePeriodId: string; readonly dueAt: string }[]

/** The expected releases of a plan's year; each calendar is worked out once for all its series. */
export function releaseDuesOf(year: number, timeZone: string): ReleaseDues {
  const known = new Map<Frequency, ReturnType<ReleaseDues>>()
  return (frequency) => {
    const found = known.get(frequency)
    if (found !== undefined) return found
    const rule = rules[frequency]
    const expected = rule === undefined ? [] : expectedReleases(rule, year)
    const dues = expected.map((release) => ({
      figurePeriodId: release.figurePeriodId,
      dueAt: releaseDueAt(release, timeZone),
    }))
    known.set(frequency, dues)
    return dues
  }
}

/** How many expected releases of a series in a row are missing at a moment (domain.md, Origin: silent by that calendar only). */
export function releaseSilence(item: PlanItem, released: ReadonlySet<string>, dues: ReleaseDues, now: string): number {
  if (!comesByRelease(item)) return 0
  const asks = dues(item.frequency).map(({ figurePeriodId, dueAt }) => ({
    figurePeriodId,
    dueAt,
    answered: released.has(figurePeriodId),
  }))
  return silentRun(asks, now)
}
