import { type Result, accept, parseDecimal, parsePeriod, decimalText, refuse } from '#core/kit'
import { targetSpan } from '#core/insight'
import { checkFactDecision, checkTargetFact, type TargetFact } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'

/** States a fact about a target, with the document that it rests on; it counts once somebody else has approved it. */
export function stateTargetFact(
  context: Context,
  input: { readonly itemId: string; readonly fact: TargetFact; readonly document: string },
): Promise<Result<{ factId: string }>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'target.state', { unitId: found.reportingUnitId })
    if (!right.ok) return right
    const { item } = found
    const from = item.kind === 'indicator' ? targetSpan(item.target, Number(item.target.due.slice(0, 4))).from : ''
    const checked = checkTargetFact(input.fact, input.document, { item, from })
    if (!checked.ok) return checked
    const fact = checked.value
    if (fact.kind === 'counterpart' && !(await counterpartExists(stores, fact)))
      return refuse('targetFact.counterpartUnknown', {}, 'itemId')
    const factId = context.newId()
    const row = { factId, itemId: input.itemId, fact, document: input.document.trim() }
    await stores.targets.addFact({ ...row, statedAt: context.now, statedBy: context.actor.accountId })
    const body = { itemId: input.itemId, fact: { ...fact }, document: row.document }
    await stores.audit.record({ action: 'target.state', objectKind: 'targetFact', objectId: factId, body })
    return accept({ factId })
  })
}

async function counterpartExists(stores: Stores, fact: TargetFact & { kind: 'counterpart' }): Promise<boolean> {
  if (fact.itemId !== null) return (await stores.reports.item(fact.itemId))?.item.kind === 'indicator'
  const series = await stores.targets.comparisons()
  return series.some(({ seriesId }) => seriesId === fact.seriesId)
}

/** Approves or refuses a stated fact: another person than the one who stated it. */
export function decideTargetFact(
  context: Context,
  input: { readonly factId: string; readonly approve: boolean },
): Promise<Result<{ factId: string }>> {
  return context.transact(async (stores) => {
    const stated = await stores.targets.fact(input.factId)
    if (!stated) return refuse('object.notFound')
    const right = requireRight(context, 'target.approve', { authorId: stated.statedBy })
    const decision = checkFactDecision(stated, context.actor.accountId)
    if (!right.ok) return decision.ok ? right : decision
    if (!decision.ok) return decision
    const stamp = { at: context.now, by: context.actor.accountId }
    const decided = await stores.targets.decideFact({ factId: input.factId, approved: input.approve, ...stamp })
    if (!decided) return refuse('targetFact.alreadyDecided')
    const action = input.approve ? 'target.approve' : 'target.refuse'
    const body = { itemId: stated.itemId, fact: { ...stated.fact } }
    await stores.audit.record({ action, objectKind: 'targetFact', objectId: input.factId, body })
    return accept({ factId: input.factId })
  })
}

/** What the reporting unit expects of a released series before its release: kept apart from the official figure, and never counted. */
export function stateEstimate(
  context: Context,
  input: { readonly itemId: string; readonly periodId: string; readonly value: string; readonly basis: string },
): Promise<Result<{ estimateId: string }>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'report.write', { unitId: found.reportingUnitId })
    if (!right.ok) return right
    const { item } = found
    const { title } = item
    if (item.kind !== 'indicator' || item.origin === 'own') return refuse('estimate.ownFigure', { title })
    if (parsePeriod(input.periodId)?.kind !== item.frequency)
      return refuse('release.periodKind', { title, id: input.periodId }, 'periodId')
    const value = parseDecimal(input.value)
    if (value === null) return refuse('release.figureNotNumber', { title, text: input.value }, 'value')
    if (input.basis.trim() === '') return refuse('estimate.basisMissing', {}, 'basis')
    const released = await stores.reports.releases(input.itemId)
    if (released.some(({ periodId, estimate }) => periodId === input.periodId && !estimate))
      return refuse('estimate.released', { title }, 'periodId')
    const estimateId = context.newId()
    const row = { itemId: input.itemId, periodId: input.periodId, value: decimalText(value), basis: input.basis.trim() }
    await stores.targets.addEstimate({ estimateId, ...row, madeAt: context.now, madeBy: context.actor.accountId })
    await stores.audit.record({ action: 'estimate.state', objectKind: 'item', objectId: input.itemId, body: row })
    return accept({ estimateId })
  })
}
