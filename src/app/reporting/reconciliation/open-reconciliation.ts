import { type LocalDate, type Result, accept, parsePeriod, periodWords, refuse } from '#core/kit'
import { carriedFigures, reconcile } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'

/** A round to be opened: the region settles which two units hold which figures against each other. */
export interface ReconciliationAsked {
  readonly planId: string
  readonly cadenceId: string | null
  readonly name: string
  readonly periodId: string
  readonly firstUnitId: string
  readonly secondUnitId: string
  readonly figureUnit: string
  readonly dueOn: LocalDate
}

/** Opens a round. What the round before of the same name left unsettled comes along. */
export async function openReconciliation(
  context: Context,
  asked: ReconciliationAsked,
): Promise<Result<{ reconciliationId: string; carried: number }>> {
  const right = requireRight(context, 'reconciliation.open', {})
  if (!right.ok) return right
  if (!parsePeriod(asked.periodId)) return refuse('period.unknownId', { id: asked.periodId }, 'periodId')
  if (asked.firstUnitId === asked.secondUnitId) return refuse('reconciliation.sameUnit', {}, 'secondUnitId')
  return context.transact(async (stores) => {
    const known = await placesKnown(stores, asked)
    if (!known.ok) return known
    const earlier = (await stores.reconciliations.rounds(asked.planId)).find(({ name }) => name === asked.name)
    if (earlier?.state === 'open' && earlier.periodId !== asked.periodId) {
      const period = parsePeriod(earlier.periodId)
      return refuse('reconciliation.earlierOpen', { period: period ? periodWords(period).zh : earlier.periodId })
    }
    const reconciliationId = context.newId()
    const stamp = { at: context.now, by: context.actor.accountId }
    const added = await stores.reconciliations.addRound({ reconciliationId, ...asked, ...stamp })
    if (!added) return refuse('reconciliation.exists')
    const carried = earlier ? await carriedFrom(stores, earlier) : []
    const figures = carried.map((figure) => ({ ...figure, at: context.now }))
    await stores.reconciliations.addFigures(reconciliationId, figures, stamp.by)
    const keys = new Set(carried.map(({ key }) => key)).size
    await stores.audit.record({
      ...{ action: 'reconciliation.open', objectKind: 'reconciliation', objectId: reconciliationId },
      body: { ...asked, carried: keys },
    })
    return accept({ reconciliationId, carried: keys })
  })
}

async function placesKnown(stores: Stores, asked: ReconciliationAsked): Promise<Result<null>> {
  if (!(await stores.plans.plan(asked.planId))) return refuse('plan.notFound', {}, 'planId')
  const units = new Set((await stores.insight.units()).map(({ unitId }) => unitId))
  const cadence = asked.cadenceId === null ? true : await stores.reports.cadence(asked.cadenceId)
  if (!cadence) return refuse('object.notFound', {}, 'cadenceId')
  return units.has(asked.firstUnitId) && units.has(asked.secondUnitId) ? accept(null) : refuse('unit.notFound')
}

async function carriedFrom(
  stores: Stores,
  { reconciliationId, periodId }: { readonly reconciliationId: string; readonly periodId: string },
) {
  const { figures, acts } = await stores.reconciliations.record(reconciliationId)
  return carriedFigures(reconcile(figures, acts), periodId)
}

/** Ends a round: nothing in it changes any more; what is unsettled stands in the briefing and in the next round. */
export async function closeReconciliation(
  context: Context,
  input: { readonly reconciliationId: string },
): Promise<Result<{ unsettled: number }>> {
  const right = requireRight(context, 'reconciliation.open', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { reconciliationId } = input
    const round = await stores.reconciliations.holdRound(reconciliationId)
    if (!round) return refuse('object.notFound')
    if (round.state === 'closed') return refuse('reconciliation.closed')
    const { figures, acts } = await stores.reconciliations.record(reconciliationId)
    const unsettled = reconcile(figures, acts).filter(({ standing }) => standing === 'open').length
    await stores.reconciliations.closeRound({ reconciliationId, at: context.now, by: context.actor.accountId })
    await stores.audit.record({
      ...{ action: 'reconciliation.close', objectKind: 'reconciliation', objectId: reconciliationId },
      body: { unsettled },
    })
    return accept({ unsettled })
  })
}
