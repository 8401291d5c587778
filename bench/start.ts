import { Client } from './kit/client.ts'
import { median, type Report, rounded } from './kit/figures.ts'
import { memoryOf } from './kit/memory.ts'
import { type Server, startServer } from './kit/server.ts'

const RUNS = 5
const REST_MS = 5000
const MOST_SECONDS = 3

/** From the start of the process to the first page, on a folder that is filled: after a clean stop, and after kill -9. */
export async function measureStart(folder: string, report: Report): Promise<void> {
  const clean = await starts(folder, (server) => server.stop())
  const crashed = await starts(folder, (server) => server.kill())
  for (const [name, samples] of [
    ['start', clean],
    ['start after kill -9', crashed],
  ] as const) {
    const seconds = median(samples) / 1000
    report({
      part: 'start',
      name,
      text: `${name}: first page after ${seconds.toFixed(2)} s (slowest of ${samples.length}: ${(Math.max(...samples) / 1000).toFixed(2)} s)`,
      ratio: rounded(seconds),
      atMost: MOST_SECONDS,
      figures: { seconds: rounded(seconds), slowestSeconds: rounded(Math.max(...samples) / 1000) },
    })
  }
  const server = await startServer(folder)
  await firstPage(server)
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  const memory = memoryOf(server.pid)
  await server.stop()
  if (memory) {
    report({
      part: 'start',
      name: 'memory at rest',
      text: `memory at rest: server ${memory.server.toFixed(0)} MB, PostgreSQL ${memory.postgres.toFixed(0)} MB`,
      figures: { serverMegabytes: rounded(memory.server, 0), postgresMegabytes: rounded(memory.postgres, 0) },
    })
  }
}

/** `end` is how each run ends, and so what the next one finds; the first run finds a clean stop and is not counted. */
async function starts(folder: string, end: (server: Server) => Promise<void>): Promise<readonly number[]> {
  const samples: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const server = await startServer(folder)
    const ms = await firstPage(server)
    if (run > 0) samples.push(ms)
    await end(server)
  }
  await (await startServer(folder)).stop()
  return samples
}

/** Milliseconds from the start of the process until its first page is there, with what the page asks first. */
async function firstPage({ url, begunAt }: Server): Promise<number> {
  const visitor = new Client(url)
  const page = await visitor.send('GET', '/')
  if (page.status !== 200 || !page.text.includes('<html')) throw new Error(`the first page: ${page.status}`)
  await visitor.ask('GET', '/api/me')
  return performance.now() - begunAt
}
