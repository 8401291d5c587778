import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { acceptorOf } from '../report-transitions.ts'

/** 不属本单位: open until it is kept (the unit reports after all), assigned to another unit, or withdrawn by the unit. */
export type DisputeState = 'open' | 'kept' | 'assigned' | 'withdrawn'

/** Who decides: the task-force office within its days; after that, and where it sits in the unit, the coordinator. */
export type Arbiter = 'withOffice' | 'withCoordinator'

/** Who decides on "not ours" at a moment (domain.md: the office arbitrates within n working days, else it goes up). */
export function arbiterOf(
  dispute: { readonly unitId: string; readonly officeDueAt: string },
  officeUnitId: string | null,
  now: string,
): Arbiter {
  if (acceptorOf(dispute.unitId, officeUnitId).by === 'coordinator') return 'withCoordinator'
  return Date.parse(now) > Date.parse(dispute.officeDueAt) ? 'withCoordinator' : 'withOffice'
}

/** Checks what a unit says: a reason, and another unit where it names one. */
export function checkDispute(asked: {
  readonly unitId: string
  readonly proposedUnitId: string | null
  readonly reason: string
}): Result<null> {
  if (asked.reason.trim() === '') return refuse('dispute.reasonMissing', {}, 'reason')
  return asked.proposedUnitId === asked.unitId ? refuse('dispute.sameUnit', {}, 'proposedUnitId') : accept(null)
}

/** Checks a decision: a reason, the state as it was seen, and another unit where the item is given away. */
export function checkArbitration(
  dispute: { readonly unitId: string; readonly state: DisputeState },
  decision: { readonly toUnitId: string | null; readonly reason: string },
): Result<Exclude<DisputeState, 'open' | 'withdrawn'>> {
  if (dispute.state !== 'open') return refuse('dispute.alreadyDecided')
  if (decision.reason.trim() === '') return refuse('dispute.decisionReasonMissing', {}, 'reason')
  if (decision.toUnitId === null) return accept('kept')
  return decision.toUnitId === dispute.unitId ? refuse('dispute.sameUnit', {}, 'toUnitId') : accept('assigned')
}

/** A dispute as a line of a sheet knows it: made before the line was due. */
export interface LineDispute {
  readonly state: Exclude<DisputeState, 'withdrawn'>
  /** Kept: until when the unit reports after all. */
  readonly reportDueAt: string | null
}

/**
 * Whether a line is answered by "not ours": while it is undecided, where the unit was right, and until the moment that it was given
 * after all. Such a line is not silent; what it waits for is the arbiter's delay.
 */
export function answersByDispute(dispute: LineDispute | null, now: string): boolean {
  if (dispute === null) return false
  if (dispute.state !== 'kept') return true
  return dispute.reportDueAt !== null && Date.parse(dispute.reportDueAt) >= Date.parse(now)
}
