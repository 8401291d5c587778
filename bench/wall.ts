import { type Client, signInSample } from './kit/client.ts'
import { percentile, type Report, rounded } from './kit/figures.ts'
import { fillSample } from './kit/folder.ts'
import { startServer } from './kit/server.ts'

const WARM = 20
const RUNS = 120

interface Pages {
  readonly wall: readonly number[]
  readonly item: readonly number[]
  readonly work: readonly number[]
}

/** The pages that everybody opens, in a region that is alone in its database, and beside all the others. */
export async function measureWall(folder: string, regions: number, report: Report): Promise<void> {
  await fillSample(folder, 1)
  const alone = await withServer(folder, pagesOf)
  const seconds = await fillSample(folder, regions)
  report({
    part: 'wall',
    name: 'fill',
    text: `${regions - 1} further regions in ${seconds.toFixed(0)} s`,
    figures: { seconds: rounded(seconds, 0) },
  })
  const [beside, round] = await withServer(folder, async (url) => [
    await pagesOf(url, folder),
    await wallsInTurn(url, folder, regions),
  ])
  for (const page of ['wall', 'item', 'work'] as const) {
    const [one, many] = [percentile(alone[page], 0.95), percentile(beside[page], 0.95)]
    report({
      part: 'wall',
      name: page,
      text: `${page} p95: ${one.toFixed(1)} ms alone, ${many.toFixed(1)} ms beside ${regions - 1} others, × ${(many / one).toFixed(2)}`,
      ratio: rounded(many / one),
      ...(page === 'wall' ? { atMost: 1.5 } : {}),
      figures: { aloneMs: rounded(one), besideMs: rounded(many) },
    })
  }
  report({
    part: 'wall',
    name: 'walls in turn',
    text: `wall p95 when ${regions} regions ask in turn, the second time round: ${percentile(round, 0.95).toFixed(1)} ms`,
    figures: { ms: rounded(percentile(round, 0.95)) },
  })

  function withServer<T>(data: string, work: (url: string, folder: string) => Promise<T>): Promise<T> {
    return startServer(data).then(async (server) => {
      try {
        return await work(server.url, data)
      } finally {
        await server.stop()
      }
    })
  }
}

async function pagesOf(url: string, folder: string): Promise<Pages> {
  const leader = await signInSample(url, folder, 'quzhang')
  const office = await signInSample(url, folder, 'xietiao')
  const wall = await leader.ask<{ items: { itemId: string }[] }>('GET', '/api/wall')
  const items = wall.items.map((item) => `/api/items/${item.itemId}`)
  return {
    wall: await times(leader, () => '/api/wall'),
    item: await times(leader, (run) => items[(run * 7) % items.length] ?? ''),
    work: await times(office, () => '/api/reporting/work'),
  }
}

async function times(client: Client, path: (run: number) => string): Promise<readonly number[]> {
  for (let run = 0; run < WARM; run += 1) await client.ask('GET', path(run))
  const samples: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { status, ms } = await client.send('GET', path(run))
    if (status !== 200) throw new Error(`${path(run)}: ${status}`)
    samples.push(ms)
  }
  return samples
}

/** Every region asks once, then once more: nothing that the server keeps for one region helps the next. */
async function wallsInTurn(url: string, folder: string, regions: number): Promise<readonly number[]> {
  const clients: Client[] = []
  for (let no = 1; no < regions; no += 1) {
    clients.push(await signInSample(url, folder, 'quzhang', `r${String(no).padStart(3, '0')}`))
  }
  for (const client of clients) await client.ask('GET', '/api/wall')
  const samples: number[] = []
  for (const client of clients) samples.push((await client.send('GET', '/api/wall')).ms)
  return samples
}
