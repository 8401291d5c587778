import { accept } from '#core/kit'
import type { Context } from '#app/kit'
import type { ReportKey } from './ports.ts'
import { actOnReports, allowedState, checkRevision, nextRevision, only, type ReportOutcome } from './report-acts.ts'

/** Takes a submitted report back before anybody signed it; only whoever submitted it can. */
export function withdrawReport(
  context: Context,
  input: ReportKey & { readonly revision: number },
): Promise<ReportOutcome['result']> {
  return only(
    actOnReports(context, [input], {
      action: 'withdraw',
      periodStates: ['open'],
      decide(entry, asked) {
        const state = allowedState(context, entry, 'withdraw')
        if (!state.ok) return state
        const fresh = checkRevision(entry, asked.revision)
        return fresh.ok ? accept(nextRevision(context, entry, { state: state.value, requestKey: null })) : fresh
      },
    }),
  )
}
