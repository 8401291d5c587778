import { accept, isLocalDate, refuse } from '#core/kit'
import type { LocalDate, Result } from '#core/kit'
import type { ActingPerson, ProblemKind, ProblemStanding } from './problem.ts'

/** How often the due day of a kind can be put off. */
export const extensionsAllowed: Readonly<Record<ProblemKind, number>> = {
  problem: 2,
  hazard: 1,
  request: 1,
  inspection: 1,
}

/** A request for a later due day. */
export interface ExtensionAsked {
  readonly until: LocalDate
  readonly reason: string
}

/** Whether an extension can be asked for: by the doer, before the due day is over, as often as the kind allows. */
export function checkExtension(
  problem: ProblemStanding,
  kind: ProblemKind,
  asked: ExtensionAsked,
  by: ActingPerson,
  today: LocalDate,
): Result<null> {
  if (problem.state !== 'assigned' && problem.state !== 'rectifying')
    return refuse('problem.wrongState', { state: problem.state, action: 'extend' })
  if (problem.unitId === null || !by.unitIds.includes(problem.unitId)) return refuse('problem.notTheDoer')
  if (problem.dueOn === null || today > problem.dueOn) return refuse('problem.extensionTooLate')
  if (problem.extensions >= extensionsAllowed[kind])
    return refuse('problem.extensionsUsed', { allowed: extensionsAllowed[kind] })
  if (asked.reason.trim() === '') return refuse('problem.reasonMissing', {}, 'reason')
  if (!isLocalDate(asked.until) || asked.until <= problem.dueOn) return refuse('problem.extensionNotLater', {}, 'until')
  return accept(null)
}

/** The problem with a granted extension; the orderer decides, never the doer himself. */
export function grantExtension(problem: ProblemStanding, until: LocalDate, by: ActingPerson): Result<ProblemStanding> {
  if (problem.unitId !== null && by.unitIds.includes(problem.unitId)) return refuse('problem.ownUnit')
  return accept({ ...problem, dueOn: until, extensions: problem.extensions + 1 })
}
