import { type Result, accept, isLocalDate, type LocalDate, parsePeriod, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/**
 * Records that somebody outside the reporting unit has checked an item's figure (or its completion, without a period): on the
 * spot as inspector, as coordinator, or by the recognising body's document.
 */
export async function verifyFigure(
  context: Context,
  input: {
    readonly itemId: string
    readonly periodId: string | null
    readonly basis: 'document' | 'inspector' | 'coordinator'
    readonly note: string
  },
): Promise<Result<{ verificationId: string }>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'item.verify', { unitId: found.reportingUnitId })
    if (!right.ok) return right
    const { basis } = input
    if (basis !== 'document' && !context.actor.roles.some((grant) => grant.role === basis)) {
      return refuse('verification.notYourRole', {}, 'basis')
    }
    if (input.note.trim() === '') return refuse('verification.noteMissing', {}, 'note')
    if (input.periodId !== null && !parsePeriod(input.periodId)) {
      return refuse('period.unknownId', { id: input.periodId }, 'periodId')
    }
    const verificationId = context.newId()
    const row = { ...input, note: input.note.trim(), verificationId }
    await stores.reports.addVerification({ ...row, verifiedAt: context.now, verifiedBy: context.actor.accountId })
    await stores.audit.record({ action: 'item.verify', objectKind: 'item', objectId: input.itemId, body: row })
    return accept({ verificationId })
  })
}

/** Records an event that breaks a red line; one is enough, whatever the figures say. */
export async function recordRedLineEvent(
  context: Context,
  input: { readonly itemId: string; readonly happenedOn: LocalDate; readonly note: string },
): Promise<Result<{ eventId: string }>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'item.verify', { unitId: found.reportingUnitId })
    if (!right.ok) return right
    if (found.item.kind !== 'indicator' || found.item.target.kind !== 'redLine') return refuse('redLine.notRedLine')
    if (!isLocalDate(input.happenedOn) || input.happenedOn > context.today) {
      return refuse('redLine.dateInvalid', {}, 'happenedOn')
    }
    if (input.note.trim() === '') return refuse('verification.noteMissing', {}, 'note')
    const eventId = context.newId()
    const row = { ...input, note: input.note.trim(), eventId }
    await stores.reports.addRedLineEvent({ ...row, recordedAt: context.now, recordedBy: context.actor.accountId })
    await stores.audit.record({ action: 'redLine.record', objectKind: 'item', objectId: input.itemId, body: row })
    return accept({ eventId })
  })
}
