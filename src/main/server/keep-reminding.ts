import { randomUUID } from 'node:crypto'
import type { Context } from '#app/kit'
import { openDuePeriods, raiseOverdueBlockages } from '#app/reporting'
import { deliverNotices, runNotices } from '#app/supervision'
import { findRegion, keepDoing, type Kept, listRegions } from '#adapters/store'
import type { House } from './open-house.ts'

/** What one look at a region came to. */
export interface Reminded {
  readonly regionId: string
  readonly raised: number
  readonly opened: number
  readonly notices: number
  readonly sent: number
  readonly failed: number
}

/** How often the regions are looked at, and how long whoever looks keeps the work; by lease row, so that it also holds behind a pooler. */
const [PAUSE_MS, LEASE_SECONDS] = [30_000, 120]

/**
 * Does what the clock asks in each region, or in the one that is named: raises blockages whose level let its days pass, opens the periods
 * whose first day has come, writes the messages that are due and sends what waits to leave. Each part does nothing twice, also beside
 * another process.
 */
export async function remindNow(house: House, holder: string, regionId?: string): Promise<readonly Reminded[]> {
  const done: Reminded[] = []
  for await (const context of regionsOf(house, regionId)) done.push(await clockWork(house, context, holder))
  return done
}

/**
 * Does so about twice a minute for as long as the process runs, unless the disk is nearly full; `stop` waits for the round under way. Of
 * several servers one has the work of a region at a time: whoever holds its lease.
 */
export function keepReminding(house: House, onTrouble: (message: string, cause: unknown) => void): Kept {
  const holder = randomUUID()
  const round = async (): Promise<void> => {
    if (!(await house.hasRoom())) return
    for await (const context of regionsOf(house))
      if (await takesTurn(house, context, holder)) await clockWork(house, context, holder)
  }
  return keepDoing(round, PAUSE_MS, (problem) => onTrouble('the work of the clock could not be done', problem))
}

/** The product itself in each region: it acts for nobody. */
async function* regionsOf(house: House, only?: string): AsyncGenerator<Context> {
  for (const { regionId } of await listRegions(house.database.owner)) {
    if (only !== undefined && regionId !== only) continue
    const region = await findRegion(house.database.owner, regionId)
    if (region) yield house.contextFor(region, { accountId: '', regionId, roles: [] })
  }
}

async function takesTurn(house: House, context: Context, holder: string): Promise<boolean> {
  const serverNow = house.serverNow()
  const heldUntil = new Date(Date.parse(serverNow) + LEASE_SECONDS * 1000).toISOString()
  const mine = await context.transact(async ({ notices }) => {
    return { ok: true, value: await notices.takeTask({ task: 'remind', holder, serverNow, heldUntil }) }
  })
  return mine.ok && mine.value
}

async function clockWork(house: House, context: Context, holder: string): Promise<Reminded> {
  const serverNow = house.serverNow()
  const raised = await raiseOverdueBlockages(context)
  const opening = await openDuePeriods(context)
  const written = await runNotices(context, { serverNow })
  const round = await deliverNotices(context, { outbound: house.outbound, holder, serverNow })
  return {
    regionId: context.regionId,
    raised: raised.ok ? raised.value.raised : 0,
    opened: opening.ok ? opening.value.opened : 0,
    notices: written.ok ? written.value.notices : 0,
    ...(round.ok ? round.value : { sent: 0, failed: 0 }),
  }
}
