import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { reportingUnit } from '../sheets.ts'
import type { DutyHolder } from './voices.ts'

/** A change of the reporting unit as it is kept: `insteadOf` is the unit that the plan's text names. */
export interface DutyChange {
  readonly insteadOf: string | null
  readonly toUnitId: string
}

/** The unit that reports: the change that was made last, as long as the text still names the unit that it was made against. */
export function reportingNow(byText: string | null, last: DutyChange | null): string | null {
  return last !== null && last.insteadOf === byText ? last.toUnitId : byText
}

/** How the unit that reports came to do so. */
export type ReportingBasis = 'named' | 'firstNamed' | 'choice' | 'arbitration'

/** The units among which a task-force office chooses who reports: the leads; without a lead the responsible ones. */
export function reportingChoices(holders: readonly DutyHolder[]): string[] {
  const leads = holders.filter((holder) => holder.role === 'lead')
  const answering = leads.length > 0 ? leads : holders.filter((holder) => holder.role === 'responsible')
  return [...new Set(answering.map((holder) => holder.unitId))]
}

/**
 * Checks the choice of the unit that reports and signs: one of the leads, with a reason. The one that reports now can be chosen as long
 * as it does so only because it is named first.
 */
export function checkChoice(
  holders: readonly DutyHolder[],
  now: string | null,
  asked: { readonly unitId: string; readonly reason: string },
  chosen: string | null,
): Result<null> {
  if (!reportingChoices(holders).includes(asked.unitId)) return refuse('duty.notALead', {}, 'unitId')
  if (asked.unitId === now && asked.unitId === chosen) return refuse('duty.sameUnit', {}, 'unitId')
  return asked.reason.trim() === '' ? refuse('duty.reasonMissing', {}, 'reason') : accept(null)
}

/** Why this unit reports: chosen, arbitrated, named as the only one, or the first of several until the office chooses. */
export function reportingBasis(
  holders: readonly DutyHolder[],
  now: string | null,
  last: { readonly kind: 'choice' | 'arbitration'; readonly toUnitId: string } | null,
): ReportingBasis {
  if (last !== null && last.toUnitId === now) return last.kind
  const duties = holders.map(({ unitId, role }) => ({ unit: unitId, role }))
  return reportingChoices(holders).length > 1 && reportingUnit(duties) === now ? 'firstNamed' : 'named'
}
