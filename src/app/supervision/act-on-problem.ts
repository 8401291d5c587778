import { type Result, accept, refuse } from '#core/kit'
import type { Action } from '#core/organisation'
import { type ProblemAction, stepProblem } from '#core/supervision'
import { type Context, requireRight, type Stores } from '#app/kit'
import { actingPerson, problemObject } from './acting-person.ts'
import type { NewEvent, ProblemRow } from './ports.ts'

/** Which problem, as the person saw it: somebody else's change since then is shown before anything is decided. */
export interface ProblemKey {
  readonly problemId: string
  readonly revision: number
}

/** Where a problem stands after an action. */
export interface ProblemOutcome {
  readonly problemId: string
  readonly state: string
  readonly revision: number
}

/** One action as a use case gives it: the right it needs, and how the problem is after it. */
export interface ProblemStep {
  readonly right: Action
  readonly event: NewEvent['action']
  readonly note: string
  readonly next: (problem: ProblemRow, stores: Stores) => Promise<Result<ProblemRow>> | Result<ProblemRow>
}

/** Does one action to a problem: right, rules, new state, history and log, in one transaction. */
export function actOnProblem(context: Context, key: ProblemKey, step: ProblemStep): Promise<Result<ProblemOutcome>> {
  return context.transact(async (stores) => {
    const problem = await stores.supervision.problem(key.problemId)
    if (problem === null) return refuse('object.notFound')
    const right = requireRight(context, step.right, problemObject(problem))
    if (!right.ok) return right
    if (problem.revision !== key.revision) return refuse('object.changedMeanwhile')
    const next = await step.next(problem, stores)
    return next.ok ? keep(context, stores, problem, next.value, step) : next
  })
}

async function keep(
  context: Context,
  stores: Stores,
  before: ProblemRow,
  after: ProblemRow,
  { event, note }: ProblemStep,
): Promise<Result<ProblemOutcome>> {
  const { problemId } = before
  const saved = await stores.supervision.saveProblem({ ...after, revisionBefore: before.revision })
  if (!saved) return refuse('object.changedMeanwhile')
  const stamp = { at: context.now, by: context.actor.accountId }
  const change = { action: event, fromState: before.state, toState: after.state, note }
  await stores.supervision.addProblemEvent(problemId, { ...change, ...stamp })
  const { unitId, dueOn } = after
  const body = { from: before.state, to: after.state, note, unitId, dueOn }
  await stores.audit.record({ action: `problem.${event}`, objectKind: 'problem', objectId: problemId, body })
  return accept({ problemId, state: after.state, revision: before.revision + 1 })
}

/** The step of the state machine as a use case hands it over. */
export function machineStep(context: Context, right: Action, action: ProblemAction, note: string): ProblemStep {
  return {
    right,
    event: action.kind,
    note,
    next(problem) {
      const standing = { ...problem, closedAbove: false }
      const stepped = stepProblem(standing, action, actingPerson(context), context.today)
      if (!stepped.ok) return stepped
      const { closedAbove: _closedAbove, ...after } = stepped.value
      const closedAt = action.kind === 'close' ? context.now : action.kind === 'reopen' ? null : problem.closedAt
      return accept({ ...problem, ...after, closedAt })
    },
  }
}
