import { type Result, accept, workCalendarOf } from '#core/kit'
import { mayLeave } from '#core/supervision'
import type { Context } from '#app/kit'
import type { DeliveryRow, Outbound } from './notice-ports.ts'

/** Minutes until the next attempt, one after each that failed; after the last nothing more is tried by itself. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360] as const

/** How long a lease lasts: longer than one attempt may take. */
const LEASE_SECONDS = 90

/** Most deliveries that one round takes, so that each is sent well inside its lease. */
const ROUND = 8

/** What one round of sending came to. */
export interface DeliveryRound {
  readonly sent: number
  readonly failed: number
}

/**
 * Sends what waits to leave a region, one after the other: takes deliveries under a lease, sends outside of any transaction, then writes
 * what became of each. A process that dies in between leaves its leases to run out; what was acknowledged and written is never sent again,
 * and a repetition of what was not carries the same id. Nothing leaves outside the open hours of the region.
 */
export async function deliverNotices(
  context: Context,
  { outbound, holder, serverNow }: { readonly outbound: Outbound; readonly holder: string; readonly serverNow: string },
): Promise<Result<DeliveryRound>> {
  const taken = await context.transact(async (stores) => {
    const calendar = workCalendarOf(await stores.reports.calendar())
    if (!mayLeave(context.now, { calendar, timeZone: context.timeZone })) return accept([])
    const heldUntil = later(serverNow, LEASE_SECONDS)
    return accept(await stores.notices.takeDeliveries({ holder, serverNow, heldUntil, most: ROUND }))
  })
  if (!taken.ok) return taken
  let [sent, failed] = [0, 0]
  for (const delivery of taken.value) {
    const isSent = await deliver(context, delivery, { outbound, holder, serverNow })
    if (isSent) sent += 1
    else failed += 1
  }
  return accept({ sent, failed })
}

async function deliver(
  context: Context,
  delivery: DeliveryRow,
  { outbound, holder, serverNow }: { readonly outbound: Outbound; readonly holder: string; readonly serverNow: string },
): Promise<boolean> {
  const outcome = await sendOver(outbound, delivery, serverNow)
  const attempts = delivery.attempts + 1
  const pause = PAUSES_MINUTES[attempts - 1]
  const { deliveryId } = delivery
  const settled = outcome.ok
    ? { state: 'sent', nextAt: serverNow, trouble: null, sentAt: context.now }
    : {
        ...{ state: pause === undefined ? 'failed' : 'waiting', sentAt: null, trouble: outcome.refusal },
        nextAt: later(serverNow, (pause ?? 0) * 60),
      }
  const row = { ...settled, deliveryId, holder, attempts } as const
  await context.transact(async (stores) => accept(await stores.notices.settleDelivery(row as typeof row & Settled)))
  return outcome.ok
}

interface Settled {
  readonly state: 'waiting' | 'sent' | 'failed'
}

async function sendOver(outbound: Outbound, delivery: DeliveryRow, now: string): Promise<Result<null>> {
  const { channel, deliveryId, recipient, content } = delivery
  const address = outbound.open(channel.sealed)
  if (address === null) return { ok: false, refusal: { code: 'channel.keyLost' } }
  return outbound.send({ address, allowPrivate: channel.allowPrivate, deliveryId, recipient, content, now })
}

const later = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString()
