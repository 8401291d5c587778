import type { Result } from '#core/kit'
import type { Context } from '#app/kit'
import { actOnProblem, machineStep, type ProblemKey, type ProblemOutcome } from './act-on-problem.ts'

/** The second key: another body than the doer has seen that it is put right. */
export function verifyRectified(
  context: Context,
  input: ProblemKey & { readonly note: string },
): Promise<Result<ProblemOutcome>> {
  const { note } = input
  return actOnProblem(context, input, machineStep(context, 'problem.verify', { kind: 'verify', note }, note))
}

/** The claim does not hold: it goes back with the reason, and is counted. */
export function refuseClaim(
  context: Context,
  input: ProblemKey & { readonly reason: string },
): Promise<Result<ProblemOutcome>> {
  const { reason } = input
  return actOnProblem(context, input, machineStep(context, 'problem.verify', { kind: 'refuse', reason }, reason))
}
