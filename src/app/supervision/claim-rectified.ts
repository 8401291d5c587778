import type { Result } from '#core/kit'
import type { Context } from '#app/kit'
import { actOnProblem, machineStep, type ProblemKey, type ProblemOutcome } from './act-on-problem.ts'

/** The doer says that it is put right, and shows it: files attached since the last claim was refused count with the older ones. */
export function claimRectified(
  context: Context,
  input: ProblemKey & { readonly note: string },
): Promise<Result<ProblemOutcome>> {
  const { note } = input
  return actOnProblem(context, input, {
    right: 'problem.claim',
    event: 'claim',
    note,
    async next(problem, stores) {
      const files = await stores.supervision.problemFiles(problem.problemId)
      const evidence = files.map((file) => file.sha256)
      return machineStep(context, 'problem.claim', { kind: 'claim', note, evidence }, note).next(problem, stores)
    },
  })
}
