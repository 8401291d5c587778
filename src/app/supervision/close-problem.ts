import type { Result } from '#core/kit'
import type { Context } from '#app/kit'
import { actOnProblem, machineStep, type ProblemKey, type ProblemOutcome } from './act-on-problem.ts'

/** 销号: strikes a verified problem off. */
export function closeProblem(
  context: Context,
  input: ProblemKey & { readonly note: string },
): Promise<Result<ProblemOutcome>> {
  return actOnProblem(context, input, machineStep(context, 'problem.close', { kind: 'close' }, input.note))
}

/** The problem came back: it goes to its doer again, with its whole history, and is counted. */
export function reopenProblem(
  context: Context,
  input: ProblemKey & { readonly reason: string },
): Promise<Result<ProblemOutcome>> {
  const { reason } = input
  return actOnProblem(context, input, machineStep(context, 'problem.close', { kind: 'reopen', reason }, reason))
}
