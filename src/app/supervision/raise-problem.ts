import { type Result, accept, refuse } from '#core/kit'
import type { ProblemKind } from '#core/supervision'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { ProblemOutcome } from './act-on-problem.ts'

/** What somebody found. With `itemId` it is a problem of that item, and the unit that reports the item is its likely doer. */
export interface RaisedProblem {
  readonly kind: ProblemKind
  readonly title: string
  readonly detail: string
  readonly itemId?: string | undefined
  readonly unitId?: string | undefined
}

/** Raises a problem from an item, a report or on its own; it waits for somebody to assign it. */
export async function raiseProblem(context: Context, raised: RaisedProblem): Promise<Result<ProblemOutcome>> {
  return context.transact(async (stores) => {
    const place = await placeOf(stores, raised)
    if (!place.ok) return place
    const { planId, unitId } = place.value
    const right = requireRight(context, 'problem.raise', { unitId, ...(planId === null ? {} : { planId }) })
    if (!right.ok) return right
    const [problemId, number] = [context.newId(), await stores.supervision.nextProblemNumber()]
    const { kind, title, detail, itemId = null } = raised
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.supervision.addProblem({ problemId, number, kind, title, detail, planId, itemId, unitId, ...stamp })
    const event = { action: 'raise', fromState: null, toState: 'found', note: detail } as const
    await stores.supervision.addProblemEvent(problemId, { ...event, ...stamp })
    const body = { number, kind, title, itemId, unitId }
    await stores.audit.record({ action: 'problem.raise', objectKind: 'problem', objectId: problemId, body })
    return accept({ problemId, state: 'found', revision: 1 })
  })
}

async function placeOf(
  stores: Stores,
  { itemId, unitId }: RaisedProblem,
): Promise<Result<{ planId: string | null; unitId: string | null }>> {
  const units = unitId === undefined ? [] : await stores.insight.units()
  if (unitId !== undefined && !units.some((unit) => unit.unitId === unitId))
    return refuse('unit.notFound', {}, 'unitId')
  if (itemId === undefined) return accept({ planId: null, unitId: unitId ?? null })
  const item = await stores.reports.item(itemId)
  if (item === null) return refuse('object.notFound')
  return accept({ planId: item.planId, unitId: unitId ?? item.reportingUnitId })
}
