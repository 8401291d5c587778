import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/** Furthest that one move goes; beyond the calendars that are known nothing can be worked out, and no clock goes back. */
const FURTHEST_DAYS = 366

/** Moves the sample region's own clock forward. `to` is an ISO instant. */
export function moveClock(context: Context, input: { to: string }): Promise<Result<{ now: string }>> {
  return context.transact(async (stores) => {
    const region = await stores.organisation.region()
    if (!region?.clockAt) return refuse('region.clockNotOwn')
    const right = requireRight(context, 'clock.move', { hasOwnClock: true })
    if (!right.ok) return right
    const to = new Date(input.to).toISOString()
    if (to <= region.clockAt) return refuse('region.clockBackwards', { now: region.clockAt })
    const furthest = new Date(Date.parse(region.clockAt) + FURTHEST_DAYS * 86_400_000).toISOString()
    if (to > furthest) return refuse('region.clockTooFar', { days: FURTHEST_DAYS })
    await stores.organisation.moveClock(to)
    const body = { from: region.clockAt, to }
    await stores.audit.record({ action: 'clock.move', objectKind: 'region', objectId: context.regionId, body })
    return accept({ now: to })
  })
}
