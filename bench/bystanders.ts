import { type Client, signInSample } from './kit/client.ts'

/** A page that somebody opened, and how long it took. */
export interface Visit {
  readonly page: string
  readonly ms: number
}

/** People who read while others submit. */
export interface Bystanders {
  /** Each page some times over, one after the other. */
  visit(): Promise<readonly Visit[]>
  /** Goes on until it is stopped. */
  visitUntilStopped(): { stop(): Promise<readonly Visit[]> }
}

/** A page is opened every so often, however quick the last one was: whoever reads is not the load, and the same beside both. */
const EVERY_MS = 300
const ROUNDS = 8
const WARM = 5

/** A leader and a coordinator of the sample district, who open the wall, items and my list in turn. */
export async function openBystanders(url: string, folder: string, regions: number): Promise<Bystanders> {
  // The last region submits nothing.
  const region = regions > 1 ? `r${String(regions - 1).padStart(3, '0')}` : undefined
  const leader = await signInSample(url, folder, 'quzhang', region)
  const office = await signInSample(url, folder, 'xietiao', region)
  const { items } = await leader.ask<{ items: { itemId: string }[] }>('GET', '/api/wall')
  const pages: readonly (readonly [string, Client, (round: number) => string])[] = [
    ['wall', leader, () => '/api/wall'],
    ['item', leader, (round) => `/api/items/${items[(round * 7) % items.length]?.itemId ?? ''}`],
    ['my list', office, () => '/api/reporting/work'],
  ]
  const once = async (round: number): Promise<readonly Visit[]> => {
    const visits: Visit[] = []
    for (const [page, client, path] of pages) {
      const { status, ms } = await client.send('GET', path(round))
      if (status !== 200) throw new Error(`${path(round)}: ${status}`)
      visits.push({ page, ms })
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - ms)))
    }
    return visits
  }
  for (let round = 0; round < WARM; round += 1) await once(round)
  return {
    async visit() {
      const visits: Visit[] = []
      for (let round = 0; round < ROUNDS; round += 1) visits.push(...(await once(round)))
      return visits
    },
    visitUntilStopped() {
      const end = new AbortController()
      const going = (async () => {
        const visits: Visit[] = []
        for (let round = 0; !end.signal.aborted; round += 1) visits.push(...(await once(round)))
        return visits
      })()
      return {
        stop() {
          end.abort()
          return going
        },
      }
    },
  }
}
