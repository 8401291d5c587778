import { type LocalDate, type Result, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import { actOnProblem, machineStep, type ProblemKey, type ProblemOutcome } from './act-on-problem.ts'

/** Says which unit has to put it right, and by when; can be said again until it has begun. */
export async function assignProblem(
  context: Context,
  input: ProblemKey & { readonly unitId: string; readonly dueOn: LocalDate; readonly note: string },
): Promise<Result<ProblemOutcome>> {
  const { unitId, dueOn, note } = input
  const step = machineStep(context, 'problem.assign', { kind: 'assign', unitId, dueOn }, note)
  return actOnProblem(context, input, {
    ...step,
    async next(problem, stores) {
      const known = (await stores.insight.units()).some((unit) => unit.unitId === unitId)
      return known ? step.next(problem, stores) : refuse('unit.notFound')
    },
  })
}
