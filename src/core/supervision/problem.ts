import { accept, isLocalDate, refuse } from '#core/kit'
import type { LocalDate, Result } from '#core/kit'

/** Kinds of things that are closed with two keys. */
export type ProblemKind = 'problem' | 'hazard' | 'request' | 'inspection'

/** States of a problem (domain.md, Closing with two keys). */
export type ProblemState = 'found' | 'assigned' | 'rectifying' | 'claimed' | 'verified' | 'closed'

/** Where a problem stands. */
export interface ProblemStanding {
  readonly state: ProblemState
  /** The unit that has to put it right; null until assigned. */
  readonly unitId: string | null
  readonly dueOn: LocalDate | null
  readonly refusedClaims: number
  readonly reopened: number
  readonly extensions: number
  readonly claimedBy: string | null
  readonly verifiedBy: string | null
  /** Assigned from above: number, date and closing are the upper level's, and "claimed" is the last state here. */
  readonly closedAbove: boolean
}

/** What can be done to a problem. `evidence`: SHA-256 of the attached files. */
export type ProblemAction =
  | { readonly kind: 'assign'; readonly unitId: string; readonly dueOn: LocalDate }
  | { readonly kind: 'begin' }
  | { readonly kind: 'claim'; readonly note: string; readonly evidence: readonly string[] }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'verify'; readonly note: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'reopen'; readonly reason: string }

/** Who acts, and in which units he works. */
export interface ActingPerson {
  readonly accountId: string
  readonly unitIds: readonly string[]
}

/** A problem as it is found. */
export const foundProblem: ProblemStanding = {
  state: 'found',
  unitId: null,
  dueOn: null,
  refusedClaims: 0,
  reopened: 0,
  extensions: 0,
  claimedBy: null,
  verifiedBy: null,
  closedAbove: false,
}

/** From which states an action is possible. */
export const problemTransitions: Readonly<Record<ProblemAction['kind'], readonly ProblemState[]>> = {
  assign: ['found', 'assigned'],
  begin: ['assigned'],
  claim: ['assigned', 'rectifying'],
  refuse: ['claimed'],
  verify: ['claimed'],
  close: ['verified'],
  reopen: ['closed'],
}

/** The second key: another body than the doer, another person than the claimant; never for items that are closed above. */
function secondKey(problem: ProblemStanding, by: ActingPerson): Result<null> {
  if (problem.closedAbove) return refuse('problem.closedAbove')
  if (problem.unitId !== null && by.unitIds.includes(problem.unitId)) return refuse('problem.ownUnit')
  return problem.claimedBy === by.accountId ? refuse('problem.ownClaim') : accept(null)
}

function doer(problem: ProblemStanding, by: ActingPerson): Result<null> {
  return problem.unitId !== null && by.unitIds.includes(problem.unitId) ? accept(null) : refuse('problem.notTheDoer')
}

const reasoned = (text: string): Result<null> =>
  text.trim() === '' ? refuse('problem.reasonMissing', {}, 'reason') : accept(null)

function permitted(problem: ProblemStanding, action: ProblemAction, by: ActingPerson, today: LocalDate): Result<null> {
  switch (action.kind) {
    case 'assign':
      return isLocalDate(action.dueOn) && action.dueOn >= today
        ? accept(null)
        : refuse('problem.dueInPast', {}, 'dueOn')
    case 'begin':
      return doer(problem, by)
    case 'claim':
      return action.evidence.length > 0 ? doer(problem, by) : refuse('problem.claimNeedsEvidence', {}, 'evidence')
    case 'refuse':
    case 'reopen': {
      const reason = reasoned(action.reason)
      return reason.ok ? secondKey(problem, by) : reason
    }
    case 'verify':
    case 'close':
      return secondKey(problem, by)
  }
}

function changed(problem: ProblemStanding, action: ProblemAction, by: ActingPerson): ProblemStanding {
  switch (action.kind) {
    case 'assign':
      return { ...problem, state: 'assigned', unitId: action.unitId, dueOn: action.dueOn }
    case 'begin':
      return { ...problem, state: 'rectifying' }
    case 'claim':
      return { ...problem, state: 'claimed', claimedBy: by.accountId }
    case 'refuse':
      return { ...problem, state: 'rectifying', claimedBy: null, refusedClaims: problem.refusedClaims + 1 }
    case 'verify':
      return { ...problem, state: 'verified', verifiedBy: by.accountId }
    case 'close':
      return { ...problem, state: 'closed' }
    case 'reopen':
      return { ...problem, state: 'rectifying', claimedBy: null, verifiedBy: null, reopened: problem.reopened + 1 }
  }
}

/** The problem after an action, or why it may not be done. A refused claim goes back and is counted; so is a reopening. */
export function stepProblem(
  problem: ProblemStanding,
  action: ProblemAction,
  by: ActingPerson,
  today: LocalDate,
): Result<ProblemStanding> {
  if (!problemTransitions[action.kind].includes(problem.state))
    return refuse('problem.wrongState', { state: problem.state, action: action.kind })
  const allowed = permitted(problem, action, by, today)
  return allowed.ok ? accept(changed(problem, action, by)) : allowed
}

/** Whether a problem is past its day and not yet claimed. */
export function isProblemOverdue(problem: ProblemStanding, today: LocalDate): boolean {
  const withDoer = problem.state === 'assigned' || problem.state === 'rectifying'
  return withDoer && problem.dueOn !== null && today > problem.dueOn
}
