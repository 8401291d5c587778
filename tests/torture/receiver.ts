import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** A program of the office that takes messages and counts them by their key. */
export interface Receiver {
  readonly url: string
  /** How often each delivery came. */
  readonly came: ReadonlyMap<string, number>
  /** Runs `act` when so many more messages have come: before the last of them is answered, or just after. */
  whenCame(more: number, moment: 'before' | 'after', act: () => void): void
  close(): void
}

/** How long it thinks about a message, in milliseconds. */
const THINKS_MS = 3

/** Opens a receiver on this machine. */
export async function openReceiver(): Promise<Receiver> {
  const came = new Map<string, number>()
  let waiting: { left: number; readonly moment: 'before' | 'after'; readonly act: () => void } | undefined
  const reached = (moment: 'before' | 'after'): void => {
    if (waiting?.left !== 0 || waiting.moment !== moment) return
    const { act } = waiting
    waiting = undefined
    act()
  }
  const server = createServer(async (request, answer) => {
    request.resume()
    await once(request, 'end').catch(() => undefined)
    const key = String(request.headers['idempotency-key'])
    came.set(key, (came.get(key) ?? 0) + 1)
    if (waiting) waiting.left -= 1
    reached('before')
    await pause(THINKS_MS)
    answer.end(() => reached('after'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    came,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    whenCame(more, moment, act) {
      waiting = { left: more, moment, act }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
