import { type Result, accept, refuse } from '#core/kit'
import type { ItemKind } from '#core/plan'
import { timeClass } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'

/**
 * Adds to the histogram of a form how long it was open and worked on for the answers that were just sent. Only counts in classes are
 * kept, over all who fill the form in; neither the person nor the unit nor the moment is written down, and nothing goes into the log.
 */
export async function noteFormTime(
  context: Context,
  input: {
    readonly cadenceId: string
    readonly seconds: number
    /** How many answers of each form the time was spent on. */
    readonly answers: Readonly<Partial<Record<ItemKind, number>>>
  },
): Promise<Result<{ noted: true }>> {
  const mine = context.actor.roles.find(({ role, unitId }) => role === 'reporter' && unitId !== undefined)
  const right = requireRight(context, 'report.submit', { unitId: mine?.unitId ?? null })
  if (!right.ok) return right
  const kinds = Object.entries(input.answers) as [ItemKind, number][]
  const all = kinds.reduce((sum, [, count]) => sum + count, 0)
  if (all === 0) return accept({ noted: true })
  const seconds = timeClass(input.seconds / all)
  const rows = kinds.flatMap(([kind, answers]) => (answers > 0 ? [{ kind, seconds, answers }] : []))
  return context.transact(async (stores) =>
    (await stores.asks.addFormTimes(input.cadenceId, rows)) ? accept({ noted: true }) : refuse('object.notFound'),
  )
}
