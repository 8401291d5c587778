import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import { changedActs, checkActs, type CadenceScope, type WantedAct } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import { dispatches, requireTwinReason, twinsOf } from './asks/find-twins.ts'
import { askedUntil } from './asked-until.ts'
import type { CadenceRow } from './calendar-ports.ts'

/** Sets up a rhythm of a plan, of one of its campaigns or lists: which acts it has, how often, and when each is due. */
export async function addCadence(
  context: Context,
  input: CadenceScope & {
    readonly planId: string
    readonly name: string
    /** The day from which it is held; null = at once. */
    readonly startsOn?: LocalDate | null
    readonly acts: readonly WantedAct[]
    /** Whether the clock opens its periods; it does unless somebody says otherwise. */
    readonly opensByItself?: boolean | undefined
    /** Why it asks what is asked already; needed only where it does. */
    readonly reason?: string | undefined
  },
): Promise<Result<{ cadenceId: string }>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  const acts = checkActs(input.acts)
  if (!acts.ok) return acts
  return context.transact(async (stores) => {
    const cadenceId = context.newId()
    const { planId, name, campaignNo, list } = input
    const asks = acts.value.some(({ act }) => act === 'dispatch')
    const twins = asks ? await twinsOf(stores, { planId, campaignNo, list }) : []
    const opensAfter = input.opensByItself === false ? null : context.today
    const row = { cadenceId, planId, name, campaignNo, list, opensAfter, at: context.now, by: context.actor.accountId }
    if (!(await stores.reports.addCadence(row))) return refuse('object.notFound', {}, 'planId')
    const cadence = await stores.reports.cadence(cadenceId)
    if (!cadence) return refuse('object.notFound', {}, 'planId')
    if (campaignNo !== null && !(await hasCampaign(stores, planId, campaignNo)))
      return refuse('cadence.campaignUnknown', {}, 'campaignNo')
    const reasoned = await requireTwinReason(context, stores, { cadenceId, twins, reason: input.reason ?? '' })
    if (!reasoned.ok) return reasoned
    const earliest = firstDay(context.today, cadence.planYear)
    const today = input.startsOn ?? earliest
    if (today < earliest) return refuse('cadence.startsInPast', { day: earliest }, 'startsOn')
    const facts = { today, askedUntil: null }
    const versions = changedActs({ acts: [], endsOn: null }, acts.value, facts)
    await stores.reports.setActs({ cadenceId, acts: versions, at: context.now, by: context.actor.accountId })
    await stores.audit.record({
      ...{ action: 'cadence.add', objectKind: 'cadence', objectId: cadenceId },
      body: { planId, name, campaignNo, list, startsOn: today, opensAfter, acts: actsForLog(acts.value) },
    })
    return accept({ cadenceId })
  })
}

async function hasCampaign(stores: Stores, planId: string, campaignNo: number): Promise<boolean> {
  return (await stores.reports.itemsInForce(planId)).some(({ item }) => item.campaignNo === campaignNo)
}

/** A plan that is set up before or after its year is dispatched from its first day on. */
function firstDay(today: LocalDate, planYear: number): LocalDate {
  return today.slice(0, 4) === String(planYear) ? today : `${planYear}-01-01`
}

/**
 * Changes what a cadence is called and its acts, from the next period of each on: what units have been asked stands. Whether the clock
 * opens its periods changes for those that begin after today.
 */
export async function changeCadence(
  context: Context,
  input: {
    readonly cadenceId: string
    readonly name: string
    readonly acts: readonly WantedAct[]
    /** Whether the clock opens its periods; not said = as before. */
    readonly opensByItself?: boolean | undefined
    /** Why it asks what is asked already; needed only where it begins to ask, and only where there is a twin. */
    readonly reason?: string | undefined
  },
): Promise<Result<{ cadenceId: string; from: LocalDate | null }>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  const acts = checkActs(input.acts)
  if (!acts.ok) return acts
  return context.transact(async (stores) => {
    const { cadenceId, name } = input
    const cadence = await stores.reports.cadence(cadenceId)
    if (!cadence) return refuse('object.notFound')
    if (cadence.endedAt !== null) return refuse('cadence.ended')
    const facts = { today: context.today, askedUntil: await askedUntil(stores, cadenceId) }
    const versions = changedActs(cadence, acts.value, facts)
    const opensAfter = opensAfterChange(context, cadence, input.opensByItself)
    if (versions.length === 0 && name === cadence.name && opensAfter === cadence.opensAfter)
      return refuse('cadence.changesNothing')
    const begins = !dispatches(cadence.acts) && acts.value.some(({ act }) => act === 'dispatch')
    const twins = begins ? await twinsOf(stores, cadence) : []
    const reasoned = await requireTwinReason(context, stores, { cadenceId, twins, reason: input.reason ?? '' })
    if (!reasoned.ok) return reasoned
    if (name !== cadence.name) await stores.reports.renameCadence(cadenceId, name)
    if (opensAfter !== cadence.opensAfter) await stores.reports.setOpensAfter(cadenceId, opensAfter)
    await stores.reports.setActs({ cadenceId, acts: versions, at: context.now, by: context.actor.accountId })
    const from = versions.map(({ fromDay }) => fromDay).sort()[0] ?? null
    await stores.audit.record({
      ...{ action: 'cadence.change', objectKind: 'cadence', objectId: cadenceId },
      body: { name, from, opensAfter, acts: actsForLog(acts.value) },
    })
    return accept({ cadenceId, from })
  })
}

/** Periods that have begun already stay a person's to open. */
function opensAfterChange(
  { today }: Context,
  { opensAfter }: CadenceRow,
  opensByItself: boolean | undefined,
): LocalDate | null {
  if (opensByItself === undefined || opensByItself === (opensAfter !== null)) return opensAfter
  return opensByItself ? today : null
}

/** Ends a cadence: what units have been asked and the day's running periods stay, nothing is asked or due after them. */
export async function endCadence(
  context: Context,
  input: { readonly cadenceId: string },
): Promise<Result<{ endsOn: LocalDate }>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { cadenceId } = input
    if (!(await stores.reports.cadence(cadenceId))) return refuse('object.notFound')
    const endsOn = await lastDayAsked(context, stores, cadenceId)
    if (!(await stores.reports.endCadence({ cadenceId, endsOn, at: context.now }))) return refuse('cadence.ended')
    const body = { endsOn }
    await stores.audit.record({ action: 'cadence.end', objectKind: 'cadence', objectId: cadenceId, body })
    return accept({ endsOn })
  })
}

async function lastDayAsked(context: Context, stores: Stores, cadenceId: string): Promise<LocalDate> {
  const asked = await askedUntil(stores, cadenceId)
  return asked !== null && asked > context.today ? asked : context.today
}

/** The log holds plain JSON. */
function actsForLog(acts: readonly WantedAct[]) {
  return acts.map(({ act, rule }) => ({ act, ...rule, months: [...rule.months] }))
}
