import { type Result, accept, refuse } from '#core/kit'
import { type Campaign, compareVersions, type PlanDifference, type PlanMeta, type TaskForce } from '#core/plan'
import { type Context, requireRight } from '#app/kit'
import type { ItemFilter, ItemRow, PlanSummary, PlanUnitRow, VersionRow } from './plan-store.ts'

/** A plan in force with everything that its lists need besides the items. */
export interface PlanPage {
  readonly plan: PlanSummary
  readonly meta: PlanMeta
  readonly campaigns: readonly Campaign[]
  readonly taskForces: readonly TaskForce[]
  readonly units: readonly PlanUnitRow[]
  readonly versions: readonly VersionRow[]
}

/** All plans in force, the latest year first; for the administrator too, who opens accounts for their units. */
export async function listPlans(context: Context): Promise<Result<readonly PlanSummary[]>> {
  const administers = requireRight(context, 'account.manage', {})
  const right = administers.ok ? administers : requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.plans.plans()))
}

/** A plan with its campaigns, task forces, units and versions. */
export async function readPlanPage(context: Context, input: { planId: string }): Promise<Result<PlanPage>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async ({ plans }): Promise<Result<PlanPage>> => {
    const plan = await plans.plan(input.planId)
    const content = plan && (await plans.content(plan.planId, plan.version))
    if (!content) return refuse('plan.notFound')
    const { meta, campaigns, taskForces } = content
    const [units, versions] = [await plans.planUnits(plan.planId), await plans.versions(plan.planId)]
    return accept({ plan, meta, campaigns, taskForces, units, versions })
  })
}

/** Items in force, narrowed by kind, campaign, unit, role, words or pinyin initials. */
export async function listItems(
  context: Context,
  input: { planId: string; filter: ItemFilter },
): Promise<Result<readonly ItemRow[]>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.plans.items(input.planId, input.filter)))
}

/** What differs between two versions of a plan. */
export async function readDifference(
  context: Context,
  input: { planId: string; from: number; to: number },
): Promise<Result<PlanDifference>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  const [before, after] = await context.read(async ({ plans }) => [
    await plans.content(input.planId, input.from),
    await plans.content(input.planId, input.to),
  ])
  return before && after ? accept(compareVersions(before, after)) : refuse('plan.notFound')
}
