import { type PlanReading, readPlan } from '#core/reading'
import type { Context } from '#app/kit'

/** As many plans as a draft is held against: the version that it amends, and the latest of the others. */
const MOST = 5

/**
 * Readings of the plans in force whose figures a new text is held against: the plan that it amends first, then the others up to
 * its year, the latest first. Plans of later years say nothing of it. A text without a year is held against what it amends alone.
 */
export async function earlierTexts(
  context: Context,
  amends: string | null,
  year: number | null,
): Promise<readonly PlanReading[]> {
  return context.read(async ({ plans, drafts }) => {
    const known = (await plans.plans()).filter((plan) => plan.planId === amends || (year !== null && plan.year <= year))
    const nearest = known.toSorted(
      (a, b) =>
        Number(b.planId === amends) - Number(a.planId === amends) || b.year - a.year || (a.planId < b.planId ? -1 : 1),
    )
    const readings: PlanReading[] = []
    for (const { planId, version } of nearest.slice(0, MOST)) {
      const inForce = (await plans.versions(planId)).find((one) => one.version === version)
      const document = inForce && (await drafts.document(inForce.documentId))
      if (document) readings.push(readPlan(document.source))
    }
    return readings
  })
}
