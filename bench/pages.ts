import { type Client, signInSample } from './kit/client.ts'
import { percentile, type Report, rounded } from './kit/figures.ts'
import type { DataFolders } from './kit/folder.ts'
import { type Server, startServer } from './kit/server.ts'

const WARM = 20
const RUNS = 120
/** Requests in a row on one server before the next one has its turn: whatever else the machine does falls on all. */
const IN_A_ROW = 6
const MOST_GROWTH = 1.5
/** Pages that read a whole year or plan at once. */
const MOST_MS = 100

/** What everybody opens, and has to cost the same in a province as in a district. */
const growing = ['wall', 'my list', 'item'] as const
/** What reads a whole year or plan. */
const whole = ['wall', 'answering', 'calendar', 'burden'] as const
type Page = (typeof growing)[number] | (typeof whole)[number]

interface Size {
  readonly regions: number
  readonly server: Server
  readonly ask: (page: Page, run: number) => Promise<number>
}

/** The pages of the sample district, alone in its database, beside 11 and beside 121 others. */
export async function measurePages(folders: DataFolders, regions: number, report: Report): Promise<void> {
  const sizes: Size[] = []
  try {
    for (const size of [...new Set([1, Math.min(12, regions), regions])]) {
      const path = await folders.ofRegions(size)
      sizes.push(await openSize(path, size))
    }
    for (const page of growing) await compare(page, sizes, report)
    const [alone] = sizes
    if (alone) for (const page of whole) await boundOf(page, alone, report)
    const province = sizes.at(-1)
    if (province && province.regions > 1) await wallsInTurn(province, await folders.ofRegions(regions), report)
  } finally {
    for (const { server } of sizes) await server.stop()
  }
}

async function openSize(folder: string, regions: number): Promise<Size> {
  const server = await startServer(folder)
  const leader = await signInSample(server.url, folder, 'quzhang')
  const office = await signInSample(server.url, folder, 'xietiao')
  const reporter = await signInSample(server.url, folder, '区住建局填报人')
  const wall = await leader.ask<{ today: string; items: { itemId: string }[] }>('GET', '/api/wall')
  const month = wall.today.slice(0, 7)
  const addresses: Readonly<Record<Page, readonly [Client, (run: number) => string]>> = {
    wall: [leader, () => '/api/wall'],
    'my list': [reporter, () => '/api/reporting/work'],
    item: [leader, (run) => `/api/items/${wall.items[(run * 7) % wall.items.length]?.itemId ?? ''}`],
    answering: [office, () => '/api/answering'],
    calendar: [office, () => `/api/calendar?from=${month}-01&to=${month}-28`],
    burden: [office, () => '/api/burden'],
  }
  return {
    ...{ regions, server },
    async ask(page, run) {
      const [client, path] = addresses[page]
      const { status, ms } = await client.send('GET', path(run))
      if (status !== 200) throw new Error(`${path(run)}: ${status}`)
      return ms
    },
  }
}

/** The page on all sizes in turn. */
async function timesOf(page: Page, sizes: readonly Size[]): Promise<ReadonlyMap<Size, number>> {
  const samples = new Map(sizes.map((size) => [size, [] as number[]]))
  for (const size of sizes) for (let run = 0; run < WARM; run += 1) await size.ask(page, run)
  for (let run = 0; run < RUNS; run += IN_A_ROW) {
    for (const size of sizes) {
      for (let at = run; at < run + IN_A_ROW; at += 1) samples.get(size)?.push(await size.ask(page, at))
    }
  }
  return new Map([...samples].map(([size, taken]) => [size, percentile(taken, 0.95)]))
}

async function compare(page: Page, sizes: readonly Size[], report: Report): Promise<void> {
  const found = [...(await timesOf(page, sizes))].map(([{ regions }, p95]) => ({ regions, p95 }))
  const all = found.map(({ p95 }) => p95)
  const spread = Math.max(...all) / Math.min(...all)
  const told = found.map(({ regions, p95 }) => `${p95.toFixed(1)} ms with ${regions}`).join(', ')
  report({
    part: 'pages',
    name: page,
    text: `${page} p95 by regions: ${told}; × ${spread.toFixed(2)}`,
    ratio: rounded(spread),
    atMost: MOST_GROWTH,
    figures: Object.fromEntries(found.map(({ regions, p95 }) => [`ms${regions}`, rounded(p95)])),
  })
}

async function boundOf(page: Page, size: Size, report: Report): Promise<void> {
  const p95 = (await timesOf(page, [size])).get(size) ?? Number.NaN
  report({
    part: 'pages',
    name: `${page} alone`,
    text: `${page} p95 in the sample district: ${p95.toFixed(1)} ms (at most ${MOST_MS})`,
    ratio: rounded(p95),
    atMost: MOST_MS,
    figures: { ms: rounded(p95) },
  })
}

/** Every region asks once, then once more: nothing that the server keeps for one region helps the next. */
async function wallsInTurn({ server, regions }: Size, folder: string, report: Report): Promise<void> {
  const clients: Client[] = []
  for (let no = 1; no < regions; no += 1) {
    clients.push(await signInSample(server.url, folder, 'quzhang', `r${String(no).padStart(3, '0')}`))
  }
  for (const client of clients) await client.ask('GET', '/api/wall')
  const samples: number[] = []
  for (const client of clients) samples.push((await client.send('GET', '/api/wall')).ms)
  report({
    part: 'pages',
    name: 'walls in turn',
    text: `wall p95 when ${regions - 1} further regions ask in turn, the second time round: ${percentile(samples, 0.95).toFixed(1)} ms`,
    figures: { ms: rounded(percentile(samples, 0.95)) },
  })
}
