import type { Context, Stores } from '#app/kit'
import { type Result, accept, refuse } from '#core/kit'
import { derivePlanStandings } from './plan-standings.ts'
import type { PlanStandings } from './plan-standings.ts'
import type { ItemRow, PlanChoice, PlanFrame } from './ports.ts'

/** The standings of a plan with the frame that they were derived in. */
export interface LoadedStandings extends PlanStandings {
  readonly frame: PlanFrame
  /** The items as the plan itself has them, without what was changed beside it. */
  readonly planned: readonly ItemRow[]
}

/**
 * Loads a plan's sources with four questions, whatever its size, and derives all standings. The one way to standings for the
 * wall, item pages, leaders, meetings, documents and scores, so that the same figures show everywhere. `only` narrows it to one item
 * with its indicators. Null: no such plan.
 */
export async function loadStandings(
  context: Pick<Context, 'now' | 'today' | 'timeZone'>,
  stores: Stores,
  planId: string,
  only?: string,
): Promise<LoadedStandings | null> {
  const frame = await stores.insight.frame(planId)
  if (frame === null) return null
  const items = withIndicators(await stores.insight.items(planId), only, frame)
  const asks = await stores.insight.asks(planId, only === undefined ? undefined : items.map(({ item }) => item.itemId))
  const payloads = await stores.insight.sealPayloads(frame.seals)
  return {
    frame,
    planned: items,
    ...derivePlanStandings({ frame, items, asks, payloads, isWhole: only === undefined }, context),
  }
}

/** All items, or one item with the indicators that decide its light and those that a relative one is compared with. */
function withIndicators(
  items: readonly ItemRow[],
  only: string | undefined,
  { targetFacts }: PlanFrame,
): readonly ItemRow[] {
  if (only === undefined) return items
  const inTask = ({ item }: ItemRow) => item.kind === 'indicator' && item.taskId === only
  const asked = new Set([only, ...items.filter(inTask).map(({ item }) => item.itemId)])
  for (const { itemId, fact } of targetFacts) {
    if (asked.has(itemId) && fact.kind === 'counterpart' && fact.itemId !== null) asked.add(fact.itemId)
  }
  return items.filter(({ item }) => asked.has(item.itemId))
}

/** The plan that is asked for, or the newest one; null where the region has none. */
export async function choosePlan(stores: Stores, planId: string | undefined): Promise<string | null> {
  if (planId !== undefined) return planId
  const [newest] = await stores.insight.plans()
  return newest?.planId ?? null
}

/** The standings of the plan that is asked for, or of the newest one, beside the plans there are to choose from. Refuses where there is none. */
export async function loadChosen(
  context: Context,
  stores: Stores,
  asked: string | undefined,
): Promise<Result<{ readonly plans: readonly PlanChoice[]; readonly loaded: LoadedStandings }>> {
  const plans = await stores.insight.plans()
  const planId = await choosePlan(stores, asked)
  const loaded = planId === null ? null : await loadStandings(context, stores, planId)
  return loaded === null ? refuse('insight.notFound') : accept({ plans, loaded })
}
