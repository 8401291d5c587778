import { type Result, accept, refuse } from '#core/kit'
import { nextPeriodState } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import { settledLines } from './settled-lines.ts'

/** How the lines of a period stand at its close. */
export interface PeriodOutcome {
  readonly counted: number
  readonly pending: number
  readonly silent: number
}

/** Closes a period after its due moment: no more reports come in. Of two who close it at once, one does. */
export async function closePeriod(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<PeriodOutcome>> {
  const right = requireRight(context, 'period.close', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { cadenceId, periodId } = input
    const period = await stores.reports.period(cadenceId, periodId)
    if (!period) return refuse('object.notFound')
    const next = nextPeriodState(period.state, 'close', { now: context.now, dueAt: period.dueAt })
    if (!next.ok) return next
    const by = context.actor.accountId
    const move = { cadenceId, periodId, from: period.state, to: next.value, at: context.now, by }
    if (!(await stores.reports.movePeriod(move))) return refuse('period.notOpen')
    const settled = settledLines(await stores.reports.entries({ period: input }), context.now)
    const outcome = {
      counted: settled.counted.length,
      pending: settled.pending.length,
      silent: settled.silent.length,
    }
    await stores.audit.record({
      action: 'period.close',
      objectKind: 'period',
      objectId: `${cadenceId}/${periodId}`,
      body: outcome,
    })
    return accept(outcome)
  })
}
