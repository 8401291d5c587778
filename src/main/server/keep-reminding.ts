import { randomUUID } from 'node:crypto'
import { raiseOverdueBlockages } from '#app/reporting'
import { deliverNotices, runNotices } from '#app/supervision'
import { findRegion, keepDoing, type Kept, listRegions } from '#adapters/store'
import type { House } from './open-house.ts'

/** What one look at a region came to. */
export interface Reminded {
  readonly regionId: string
  readonly notices: number
  readonly sent: number
  readonly failed: number
}

/** How often the regions are looked at, and how long whoever looks keeps the work; by lease row, so that it also holds behind a pooler. */
const [PAUSE_MS, LEASE_SECONDS] = [30_000, 120]

/**
 * Raises blockages whose level let its days pass, writes what is due in each region and sends what waits to leave. Of several processes one has the work of a region at a time: whoever
 * holds its lease. `regionId` narrows it to one region.
 */
export async function remindNow(house: House, holder: string, regionId?: string): Promise<readonly Reminded[]> {
  const done: Reminded[] = []
  for (const { regionId: id } of await listRegions(house.database.owner)) {
    if (regionId !== undefined && id !== regionId) continue
    const region = await findRegion(house.database.owner, id)
    if (!region) continue
    const context = house.contextFor(region, { accountId: '', regionId: id, roles: [] })
    const serverNow = house.serverNow()
    const heldUntil = new Date(Date.parse(serverNow) + LEASE_SECONDS * 1000).toISOString()
    const mine = await context.transact(async ({ notices }) => {
      return { ok: true, value: await notices.takeTask({ task: 'remind', holder, serverNow, heldUntil }) }
    })
    if (!mine.ok || !mine.value) continue
    await raiseOverdueBlockages(context)
    const written = await runNotices(context, { serverNow })
    const round = await deliverNotices(context, { outbound: house.outbound, holder, serverNow })
    const counts = round.ok ? round.value : { sent: 0, failed: 0 }
    done.push({ regionId: id, notices: written.ok ? written.value.notices : 0, ...counts })
  }
  return done
}

/** Does so about twice a minute for as long as the process runs, unless the disk is nearly full; `stop` waits for the round under way. */
export function keepReminding(house: House, onTrouble: (message: string, cause: unknown) => void): Kept {
  const holder = randomUUID()
  return keepDoing(
    async () => ((await house.hasRoom()) ? remindNow(house, holder) : []),
    PAUSE_MS,
    (problem) => onTrouble('messages could not be written or sent', problem),
  )
}
