import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/** Asks that an event of a red line be taken back, with a reason: the event itself stays, as a corrected figure does. */
export function revokeRedLineEvent(
  context: Context,
  input: { readonly eventId: string; readonly reason: string },
): Promise<Result<{ revocationId: string }>> {
  return context.transact(async (stores) => {
    const event = await stores.targets.redLineEvent(input.eventId)
    const found = event && (await stores.reports.item(event.itemId))
    if (!event || !found) return refuse('object.notFound')
    const { item, planId, reportingUnitId: unitId } = found
    const right = requireRight(context, 'correction.make', { unitId, planId, taskForceNo: item.campaignNo })
    if (!right.ok) return right
    if (event.revocation?.approvedAt) return refuse('redLine.alreadyRevoked')
    if (event.revocation) return refuse('redLine.revocationWaits')
    if (input.reason.trim() === '') return refuse('redLine.reasonMissing', {}, 'reason')
    const revocationId = context.newId()
    const row = { revocationId, eventId: input.eventId, reason: input.reason.trim() }
    await stores.targets.addRevocation({ ...row, at: context.now, by: context.actor.accountId })
    await stores.audit.record({ action: 'redLine.revoke', objectKind: 'redLine', objectId: input.eventId, body: row })
    return accept({ revocationId })
  })
}

/** Approves or refuses that an event is taken back: another person than the one who asked, outside the reporting unit. */
export function decideRevocation(
  context: Context,
  input: { readonly eventId: string; readonly approve: boolean },
): Promise<Result<{ eventId: string }>> {
  return context.transact(async (stores) => {
    const event = await stores.targets.redLineEvent(input.eventId)
    const found = event && (await stores.reports.item(event.itemId))
    if (!found || !event.revocation) return refuse('object.notFound')
    const { revocationId, madeBy, approvedAt } = event.revocation
    const right = requireRight(context, 'correction.approve', { authorId: madeBy, unitId: found.reportingUnitId })
    if (!right.ok) return madeBy === context.actor.accountId ? refuse('correction.ownCorrection') : right
    if (approvedAt !== null) return refuse('redLine.alreadyRevoked')
    const stamp = { at: context.now, by: context.actor.accountId }
    const decided = await stores.targets.decideRevocation({ revocationId, approved: input.approve, ...stamp })
    if (!decided) return refuse('correction.alreadyDecided')
    const action = input.approve ? 'redLine.revocationApproved' : 'redLine.revocationRefused'
    const body = { revocationId, itemId: event.itemId }
    await stores.audit.record({ action, objectKind: 'redLine', objectId: input.eventId, body })
    return accept({ eventId: input.eventId })
  })
}
