import { type Result, accept } from '#core/kit'
import type { Context } from '#app/kit'
import type { ReportKey } from './ports.ts'
import { actOnReports, actsFor, allowedState, checkRevision, nextRevision, type ReportOutcome } from './report-acts.ts'

/** Signs reports for the unit. The signer has seen a revision and signs that one, nothing newer. */
export function signReports(
  context: Context,
  inputs: readonly (ReportKey & { readonly revision: number })[],
): Promise<Result<readonly ReportOutcome[]>> {
  return actOnReports(context, inputs, {
    action: 'sign',
    periodStates: ['open'],
    decide(entry, asked) {
      const state = allowedState(context, entry, 'sign')
      if (!state.ok) return state
      const fresh = checkRevision(entry, asked.revision)
      if (!fresh.ok) return fresh
      const signature = {
        ...{ signedAt: context.now, signedBy: context.actor.accountId },
        signedFor: actsFor(context, entry, 'sign'),
      }
      return accept(nextRevision(context, entry, { state: state.value, ...signature }))
    },
  })
}
