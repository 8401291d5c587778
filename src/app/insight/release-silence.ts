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

/** How many expected releases of a series in a row are missing at a moment (domain.md, Origin: silent by that calendar only). */
export function releaseSilence(
  item: PlanItem,
  released: ReadonlySet<string>,
  at: { readonly year: number; readonly timeZone: string; readonly now: string },
): number {
  const rule = rules[item.frequency]
  if (!comesByRelease(item) || rule === undefined) return 0
  const asks = expectedReleases(rule, at.year).map((release) => ({
    figurePeriodId: release.figurePeriodId,
    dueAt: releaseDueAt(release, at.timeZone),
    answered: released.has(release.figurePeriodId),
  }))
  return silentRun(asks, at.now)
}
