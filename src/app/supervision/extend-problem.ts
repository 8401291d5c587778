import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import { checkExtension, grantExtension } from '#core/supervision'
import type { Context } from '#app/kit'
import { actingPerson } from './acting-person.ts'
import { actOnProblem, type ProblemKey, type ProblemOutcome } from './act-on-problem.ts'

/** The doer asks for a later day, before the present one is over. */
export function askExtension(
  context: Context,
  input: ProblemKey & { readonly until: LocalDate; readonly reason: string },
): Promise<Result<ProblemOutcome>> {
  const { until, reason } = input
  return actOnProblem(context, input, {
    right: 'problem.claim',
    event: 'askExtension',
    note: `${until}：${reason}`,
    next(problem) {
      const standing = { ...problem, closedAbove: false }
      const asked = checkExtension(standing, problem.kind, { until, reason }, actingPerson(context), context.today)
      return asked.ok ? accept({ ...problem, extension: { until, reason } }) : asked
    },
  })
}

/** Whoever assigns problems grants the later day or does not; the doer's own unit never decides. */
export function decideExtension(
  context: Context,
  input: ProblemKey & { readonly granted: boolean; readonly note: string },
): Promise<Result<ProblemOutcome>> {
  const { granted, note } = input
  return actOnProblem(context, input, {
    right: 'problem.assign',
    event: granted ? 'grantExtension' : 'denyExtension',
    note,
    next(problem) {
      const { extension } = problem
      if (extension === null) return refuse('problem.noExtensionAsked')
      const extended = grantExtension({ ...problem, closedAbove: false }, extension.until, actingPerson(context))
      if (!extended.ok) return extended
      const { dueOn, extensions } = extended.value
      return accept({ ...problem, extension: null, ...(granted ? { dueOn, extensions } : {}) })
    },
  })
}
