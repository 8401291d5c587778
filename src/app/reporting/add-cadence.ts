import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/** Sets up the rhythm of a plan: its period kind (only dekads for now), and when the sheets are due. */
export async function addCadence(
  context: Context,
  input: {
    readonly planId: string
    readonly name: string
    readonly periodKind: 'dekad'
    /** Working days after the last day of the period; negative = before it. */
    readonly dueWorkdays: number
    /** Whole hour of the day in the region's zone. */
    readonly dueHour: number
  },
): Promise<Result<{ cadenceId: string }>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const cadenceId = context.newId()
    const row = { cadenceId, ...input, at: context.now, by: context.actor.accountId }
    if (!(await stores.reports.addCadence(row))) return refuse('object.notFound', {}, 'planId')
    await stores.audit.record({ action: 'cadence.add', objectKind: 'cadence', objectId: cadenceId, body: { ...input } })
    return accept({ cadenceId })
  })
}
