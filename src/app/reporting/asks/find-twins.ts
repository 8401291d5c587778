import { type Result, accept, refuse } from '#core/kit'
import {
  askedIn,
  type AskedThing,
  type CadenceScope,
  isAskedOfUnits,
  placesApart,
  type Twin,
  twinAsks,
} from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { CadenceRow } from '../calendar-ports.ts'
import type { ItemInForce } from '../ports.ts'

/** A cadence that is being set up, or that begins to ask: its plan, and what of it it asks for. */
export interface NewAsk extends CadenceScope {
  /** Of one that stands already: it is no twin of its own. */
  readonly cadenceId?: string
  readonly planId: string
}

/** What a cadence with this scope would ask that is asked already, before it is set up. */
export async function findTwins(context: Context, input: NewAsk): Promise<Result<readonly Twin[]>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  return context.read(async (stores) => accept(await twinsOf(stores, input)))
}

/** Whether a rhythm asks units for figures, by the latest version of its dispatch; all other acts only read. */
export function dispatches(acts: CadenceRow['acts']): boolean {
  return (acts.filter(({ act }) => act === 'dispatch').at(-1)?.rule ?? null) !== null
}

/** The twins of a new ask among everything that the region's cadences ask for now. */
export async function twinsOf(stores: Stores, input: NewAsk): Promise<readonly Twin[]> {
  const plan = await stores.plans.plan(input.planId)
  if (!plan) return []
  const dispatching = (await stores.reports.cadences()).filter(
    (cadence) => cadence.endedAt === null && cadence.cadenceId !== input.cadenceId && dispatches(cadence.acts),
  )
  const inForce = new Map<string, readonly ItemInForce[]>()
  for (const planId of new Set([input.planId, ...dispatching.map((cadence) => cadence.planId)]))
    inForce.set(
      planId,
      (await stores.reports.itemsInForce(planId)).filter(({ item }) => isAskedOfUnits(item)),
    )
  const ofPlan = (planId: string): readonly CadenceScope[] => dispatching.filter((one) => one.planId === planId)
  const things = (ask: NewAsk, beside: readonly CadenceScope[], place: Place): AskedThing[] => {
    const rows = inForce.get(ask.planId) ?? []
    const items = askedIn(
      ask,
      beside,
      rows.map(({ item }) => item),
    )
    const asked = new Set(items.map(({ itemId }) => itemId))
    return rows.filter(({ item }) => asked.has(item.itemId)).map((row) => thingOf(row, place))
  }
  const own = { planTitle: plan.title, planYear: plan.year, cadenceId: null, cadenceName: '' }
  const others = dispatching.flatMap((cadence) => {
    const beside = cadence.planId === input.planId ? [...ofPlan(cadence.planId), input] : ofPlan(cadence.planId)
    return things(cadence, beside, placeOf(cadence))
  })
  return twinAsks(things(input, ofPlan(input.planId), own), others)
}

type Place = Pick<AskedThing, 'planTitle' | 'planYear' | 'cadenceId' | 'cadenceName'>

const placeOf = ({ planTitle, planYear, cadenceId, name }: CadenceRow): Place => ({
  ...{ planTitle, planYear, cadenceId, cadenceName: name },
})

function thingOf({ item, reportingUnitId }: ItemInForce, place: Place): AskedThing {
  const target = item.kind === 'indicator' ? item.target : null
  return {
    ...{
      itemId: item.itemId,
      kind: item.kind,
      title: item.title,
      path: item.path,
      quote: item.quote,
      frequency: item.frequency,
      unitId: reportingUnitId,
    },
    ...{ subject: target?.subject ?? item.title, figureUnit: target?.unit ?? null },
    ...place,
  }
}

/**
 * Lets a cadence be set up that asks what is asked already only with a reason, and keeps the reason with each twin. `twins` are those from
 * before it was set up; to be called in its transaction.
 */
export async function requireTwinReason(
  context: Context,
  stores: Stores,
  {
    cadenceId,
    twins,
    reason,
  }: { readonly cadenceId: string; readonly twins: readonly Twin[]; readonly reason: string },
): Promise<Result<null>> {
  const [first] = twins
  if (!first) return accept(null)
  if (reason.trim() === '') {
    const { place, otherPlace } = placesApart(first.asked, first.other)
    const named = { title: `${first.asked.title} ${place}`, other: `${first.other.title} ${otherPlace}` }
    return refuse('ask.twin', { count: twins.length, ...named }, 'reason')
  }
  const rows = twins.map(({ asked, other }) => ({
    ...{ twinId: context.newId(), itemId: asked.itemId, otherItemId: other.itemId },
  }))
  const stamp = { reason: reason.trim(), at: context.now, by: context.actor.accountId }
  await stores.asks.addTwins(cadenceId, rows, stamp)
  return accept(null)
}
