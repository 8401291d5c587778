import { type Result, accept, refuse } from '#core/kit'
import { type Act, actPeriod } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'

/**
 * Records that an act which only reads was held for a period: the circular sent, the quarter reviewed. A dispatch needs no such word:
 * it is done when its period is closed.
 */
export async function holdAct(
  context: Context,
  input: { readonly cadenceId: string; readonly act: Act; readonly periodId: string; readonly note: string },
): Promise<Result<{ heldAt: string }>> {
  const right = requireRight(context, 'period.close', {})
  if (!right.ok) return right
  const { cadenceId, act, periodId } = input
  const note = input.note.trim()
  if (note === '') return refuse('act.noteMissing', {}, 'note')
  if (act === 'dispatch') return refuse('act.collects', {}, 'act')
  return context.transact(async (stores) => {
    const cadence = await stores.reports.cadence(cadenceId)
    const held = cadence && actPeriod(cadence, act, periodId)
    if (!held) return refuse('object.notFound')
    if (context.today < held.period.first) return refuse('act.tooEarly')
    const row = { cadenceId, act, periodId, note, at: context.now, by: context.actor.accountId }
    if (!(await stores.reports.addHeldAct(row))) return refuse('act.alreadyDone')
    const objectId = `${cadenceId}/${periodId}`
    await stores.audit.record({ action: 'act.hold', objectKind: 'period', objectId, body: { act, note } })
    return accept({ heldAt: context.now })
  })
}
