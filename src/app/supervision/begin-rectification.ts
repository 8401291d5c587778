import type { Result } from '#core/kit'
import type { Context } from '#app/kit'
import { actOnProblem, machineStep, type ProblemKey, type ProblemOutcome } from './act-on-problem.ts'

/** The doer has taken it up. */
export function beginRectification(
  context: Context,
  input: ProblemKey & { readonly note: string },
): Promise<Result<ProblemOutcome>> {
  return actOnProblem(context, input, machineStep(context, 'problem.claim', { kind: 'begin' }, input.note))
}
