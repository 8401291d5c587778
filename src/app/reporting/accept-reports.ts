import { type Result, accept, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import type { ReportKey } from './ports.ts'
import {
  actOnReports,
  actsFor,
  allowedState,
  checkRevision,
  nextRevision,
  only,
  type ReportOutcome,
} from './report-acts.ts'
import { loadRowFigures, noRowFigures } from './row-figures.ts'

/** Accepts reports: by the task-force office, or the coordinator where there is none or it sits in the reporting unit. */
export function acceptReports(
  context: Context,
  inputs: readonly (ReportKey & { readonly revision: number })[],
): Promise<Result<readonly ReportOutcome[]>> {
  let rows = noRowFigures
  return actOnReports(context, inputs, {
    action: 'accept',
    periodStates: ['open', 'closed'],
    async prepare(stores, entries) {
      rows = await loadRowFigures(stores, entries)
    },
    decide(entry, asked) {
      const state = allowedState(context, entry, 'accept')
      if (!state.ok) return state
      const fresh = checkRevision(entry, asked.revision)
      if (!fresh.ok) return fresh
      const count = rows.notLookedAt(entry)
      if (count > 0) return refuse('report.rowsNotLookedAt', { count })
      const decision = {
        ...{ decidedAt: context.now, decidedBy: context.actor.accountId, returnReason: null },
        decidedFor: actsFor(context, entry, 'accept'),
      }
      return accept(nextRevision(context, entry, { state: state.value, ...decision }))
    },
  })
}

/** Returns a report with a reason and a due moment of its own: by the signer of the unit, or by whoever would accept it. */
export function returnReport(
  context: Context,
  input: ReportKey & { readonly revision: number; readonly reason: string; readonly dueAt: string },
): Promise<ReportOutcome['result']> {
  return only(
    actOnReports(context, [input], {
      action: 'return',
      periodStates: ['open', 'closed'],
      decide(entry, asked) {
        const state = allowedState(context, entry, 'return')
        if (!state.ok) return state
        if (asked.reason.trim() === '') return refuse('report.returnReasonMissing', {}, 'reason')
        if (Date.parse(asked.dueAt) <= Date.parse(context.now)) return refuse('report.returnDuePast', {}, 'dueAt')
        const fresh = checkRevision(entry, asked.revision)
        if (!fresh.ok) return fresh
        const decision = {
          ...{ decidedAt: context.now, decidedBy: context.actor.accountId },
          decidedFor: actsFor(context, entry, 'return'),
        }
        const answer = { returnReason: asked.reason.trim(), returnDueAt: new Date(asked.dueAt).toISOString() }
        return accept(nextRevision(context, entry, { state: state.value, ...decision, ...answer, requestKey: null }))
      },
    }),
  )
}
