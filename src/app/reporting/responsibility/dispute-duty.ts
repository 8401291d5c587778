import { type Result, accept, refuse } from '#core/kit'
import { arbiterOf, checkArbitration, checkDispute, dutyWorkdays } from '#core/reporting'
import { type Context, type RegionObject, requireRight, type Stores } from '#app/kit'
import { changeReportingUnit } from './change-reporting-unit.ts'
import type { DisputeRow } from './ports.ts'
import { breaksDownStatutory } from './statutory-duty.ts'
import { workdayDue } from './workday-due.ts'

/** Says "not ours" of an item that the unit reports: an answer with a reason, on which an arbiter decides. */
export function disputeDuty(
  context: Context,
  input: {
    readonly itemId: string
    readonly unitId: string
    readonly proposedUnitId: string | null
    readonly reason: string
  },
): Promise<Result<{ readonly disputeId: string; readonly officeDueAt: string }>> {
  return context.transact(async (stores) => {
    const { itemId, unitId, proposedUnitId } = input
    const found = await stores.reports.item(itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'duty.dispute', { unitId })
    if (!right.ok) return right
    if (found.reportingUnitId !== unitId) return refuse('dispute.notReporting')
    const checked = checkDispute(input)
    if (!checked.ok) return checked
    if (proposedUnitId !== null && !(await isSingleUnit(stores, proposedUnitId))) return refuse('dispute.groupUnit')
    const officeDueAt = (await workdayDue(context, stores))(context.now, dutyWorkdays.arbitrate)
    const disputeId = context.newId()
    const said = { disputeId, itemId, unitId, proposedUnitId, reason: input.reason.trim(), officeDueAt }
    const row = { ...said, at: context.now, by: context.actor.accountId }
    if (!(await stores.duties.addDispute(row))) return refuse('dispute.alreadyOpen')
    await stores.audit.record({ action: 'duty.dispute', objectKind: 'dispute', objectId: disputeId, body: said })
    return accept({ disputeId, officeDueAt })
  })
}

/** What the rights on a dispute need to know: who has to decide it at this moment is its state. */
export function rightObjectOfDispute({ now }: Context, dispute: DisputeRow): RegionObject {
  const { unitId, planId, campaignNo: taskForceNo, officeUnitId } = dispute
  return { unitId, planId, taskForceNo, officeUnitId, state: arbiterOf(dispute, officeUnitId, now) }
}

/** Decides on "not ours": the unit keeps the item and gets a working day to report, or another unit gets it from today on. */
export function arbitrateDispute(
  context: Context,
  input: {
    readonly disputeId: string
    readonly revision: number
    /** null = the unit keeps it. */
    readonly toUnitId: string | null
    readonly reason: string
  },
): Promise<Result<{ readonly movedLines: number }>> {
  return context.transact(async (stores) => {
    const [dispute] = await stores.duties.disputes({ id: input.disputeId })
    const found = dispute && (await stores.reports.item(dispute.itemId))
    if (!dispute || !found) return refuse('object.notFound')
    const right = requireRight(context, 'duty.arbitrate', rightObjectOfDispute(context, dispute))
    if (!right.ok) return right
    const state = checkArbitration(dispute, input)
    if (!state.ok) return state
    const { disputeId, revision, toUnitId } = input
    if (toUnitId !== null && !(await isSingleUnit(stores, toUnitId))) return refuse('dispute.groupUnit', {}, 'toUnitId')
    if (toUnitId !== null && (await breaksDownStatutory(stores, found.item, toUnitId)))
      return refuse('duty.statutoryBrokenDown', { title: found.item.title }, 'toUnitId')
    const reason = input.reason.trim()
    const dueAfter = await workdayDue(context, stores)
    const reportDueAt = state.value === 'kept' ? dueAfter(context.now, dutyWorkdays.reportAfterAll) : null
    const decision = { disputeId, revision, state: state.value, reason, toUnitId, reportDueAt }
    const decided = await stores.duties.decideDispute({ ...decision, at: context.now, by: context.actor.accountId })
    if (!decided) return refuse('object.changedMeanwhile')
    await stores.audit.record({ action: 'duty.arbitrate', objectKind: 'dispute', objectId: disputeId, body: decision })
    if (toUnitId === null) return accept({ movedLines: 0 })
    return accept({
      movedLines: await changeReportingUnit(context, stores, found, { kind: 'arbitration', toUnitId, reason }),
    })
  })
}

/** Takes "not ours" back before it is decided. */
export function withdrawDispute(
  context: Context,
  input: { readonly disputeId: string; readonly revision: number },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const [dispute] = await stores.duties.disputes({ id: input.disputeId })
    if (!dispute) return refuse('object.notFound')
    const right = requireRight(context, 'duty.dispute', { unitId: dispute.unitId })
    if (!right.ok) return right
    if (dispute.state !== 'open') return refuse('dispute.alreadyDecided')
    const stamp = { at: context.now, by: context.actor.accountId }
    const nothing = { reason: null, toUnitId: null, reportDueAt: null }
    const withdrawn = await stores.duties.decideDispute({ ...input, state: 'withdrawn', ...nothing, ...stamp })
    if (!withdrawn) return refuse('object.changedMeanwhile')
    const { disputeId } = input
    await stores.audit.record({ action: 'duty.withdraw', objectKind: 'dispute', objectId: disputeId, body: {} })
    return accept(true)
  })
}

/** A unit that can report: known, and no group. */
async function isSingleUnit(stores: Stores, unitId: string): Promise<boolean> {
  const unit = (await stores.organisation.units()).find((one) => one.unitId === unitId)
  return unit !== undefined && unit.kind !== 'group'
}
