import { type Result, accept, refuse } from '#core/kit'
import { checkChoice } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { ItemInForce } from '../ports.ts'

/** A change of the reporting unit before it is written. */
interface Change {
  readonly kind: 'choice' | 'arbitration'
  readonly toUnitId: string
  readonly reason: string
}

/**
 * Chooses which of several leads reports and signs (domain.md, Responsibility); the others countersign. By the task-force office, or
 * the coordinator where there is none or it sits in the unit that reports now. Lines that are still to be answered go along.
 */
export function chooseReporting(
  context: Context,
  input: { readonly itemId: string; readonly unitId: string; readonly reason: string },
): Promise<Result<{ readonly movedLines: number }>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    if (!found) return refuse('object.notFound')
    const { item, planId, officeUnitId, reportingUnitId } = found
    const object = { planId, taskForceNo: item.campaignNo, officeUnitId, unitId: reportingUnitId }
    const right = requireRight(context, 'duty.choose', object)
    if (!right.ok) return right
    const holders = await stores.duties.dutyUnits([input.itemId], context.today)
    const [last] = await stores.duties.changes([input.itemId])
    const checked = checkChoice(holders, reportingUnitId, input, last?.toUnitId ?? null)
    if (!checked.ok) return checked
    const change = { kind: 'choice', toUnitId: input.unitId, reason: input.reason.trim() } as const
    return accept({ movedLines: await changeReportingUnit(context, stores, found, change) })
  })
}

/** Writes a change with its reason and day, sets the unit from now on, and gives it the lines that are still to be answered. */
export async function changeReportingUnit(
  context: Context,
  stores: Stores,
  { item, reportingUnitId }: ItemInForce,
  change: Change,
): Promise<number> {
  const { itemId } = item
  const [last] = await stores.duties.changes([itemId])
  const insteadOf = last?.toUnitId === reportingUnitId ? last.insteadOf : reportingUnitId
  const changeId = context.newId()
  const stamp = { fromDate: context.today, at: context.now, by: context.actor.accountId }
  await stores.duties.addChange({ changeId, itemId, insteadOf, fromUnitId: reportingUnitId, ...change, ...stamp })
  await stores.duties.setReportingUnit(itemId, change.toUnitId)
  const movedLines = await stores.duties.moveLines(itemId, change.toUnitId, context.now)
  await stores.audit.record({
    action: 'duty.change',
    objectKind: 'item',
    objectId: itemId,
    body: { ...change, fromUnitId: reportingUnitId, movedLines },
  })
  return movedLines
}
