import { type Result, accept, refuse } from '#core/kit'
import { bodiesOf, compareVersions, contentOf, type OpenPoint, openPointsOf, type PlanDifference } from '#core/plan'
import { type Context, requireRight } from '#app/kit'

/** What publishing a draft would do. */
export interface PublicationReview {
  readonly revision: number
  readonly counts: Readonly<Record<'indicator' | 'task' | 'project' | 'policy' | 'units' | 'taskForces', number>>
  readonly openPoints: readonly OpenPoint[]
  /** Against the version in force; null for a new plan, or while something blocks. */
  readonly difference: PlanDifference | null
}

/** Shows before publishing what is in the draft, what is open, and what it changes. */
export async function reviewPublication(
  context: Context,
  input: { draftId: string },
): Promise<Result<PublicationReview>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return context.read(async ({ drafts, plans }): Promise<Result<PublicationReview>> => {
    const draft = await drafts.draft(input.draftId)
    if (!draft) return refuse('object.notFound')
    const entries = (await drafts.entries(draft.draftId)).map((row) => row.entry)
    const openPoints = openPointsOf(entries)
    const plan = draft.planId === null ? null : await plans.plan(draft.planId)
    const inForce = plan && (await plans.content(plan.planId, plan.version))
    const ready = inForce && !openPoints.some((point) => point.blocks)
    const items = bodiesOf(entries, 'item')
    const count = (kind: string): number => items.filter((item) => item.kind === kind).length
    return accept({
      revision: draft.revision,
      counts: {
        ...{ indicator: count('indicator'), task: count('task'), project: count('project'), policy: count('policy') },
        ...{ units: bodiesOf(entries, 'unit').length, taskForces: bodiesOf(entries, 'taskForce').length },
      },
      openPoints,
      difference: ready ? compareVersions(inForce, contentOf(entries, draft.reading)) : null,
    })
  })
}
