import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { openDatabase } from '#adapters/store'
import { type Report, percentile, rounded } from './kit/figures.ts'
import { type DataFolders, root } from './kit/folder.ts'
import { type Memory, memoryOf, watchMemory } from './kit/memory.ts'
import { processorTimeOf } from './kit/processor.ts'
import { startServer } from './kit/server.ts'
import { type Bystanders, openBystanders, type Visit } from './bystanders.ts'
import { proveCounts } from './kept.ts'
import { openLines, type Submission } from './submissions.ts'

const CLIENTS = [32, 256] as const
const ROUNDS = 3
/** Submissions of a round, whatever the number of clients, and of the one before the first. */
const EACH_ROUND = 768
const WARM = 256
/** Regions that the clients come from, where there are so many. */
const REGIONS = 32
/** Regions that are got ready at once. */
const AT_ONCE = 4
const LEAST_SHARE = 0.5
const MOST_TAIL = 10
const MOST_SLOWING = 2

/** What the load generator tells of one run, and the processor time that the server and its PostgreSQL used meanwhile. */
interface Run {
  readonly seconds: number
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
  readonly latencies: readonly number[]
  readonly serverMs: number
  readonly postgresMs: number
}

type Load = (whose: 'reports' | 'bench', clients: readonly (readonly Submission[])[]) => Promise<Run>

/** The hour before the due moment: clients of many regions submit, one report in four with a photograph, while others read pages. */
export async function measureDeadline(folders: DataFolders, regions: number, report: Report): Promise<void> {
  const folder = await folders.ofRegions(regions)
  const server = await startServer(folder, 'withBaseline')
  const generator = fork(join(root, 'bench', 'load.mjs'), { execArgv: [] })
  const load = loadOn(server, generator)
  const database = await openDatabase({ dataFolder: folder, whenHeld: 'join' })
  try {
    const rest = memoryOf(server.pid)
    const memory = watchMemory(server.pid)
    const bystanders = await openBystanders(server.url, folder, regions)
    const all = await linesOf(server.url, folder, Math.min(REGIONS, regions - 1))
    for (const [hourNo, clients] of CLIENTS.entries()) {
      const lines = all.slice(hourNo * LINES, (hourNo + 1) * LINES)
      const { ours, least, idle, during } = await hour(dealt(lines, clients), load, bystanders)
      compare(clients, ours, least, report)
      tellBystanders(clients, idle, during, report)
      await proveCounts(`${clients} clients`, keysOf(lines, ours), database, report)
    }
    reportMemory(rest, memory.stop(), report)
  } finally {
    await database.pool.query('drop table if exists bench_report, bench_audit, bench_attachment')
    await database.close()
    generator.kill()
    await server.stop()
  }
}

function loadOn(server: { url: string; pid: number }, generator: ReturnType<typeof fork>): Load {
  const ended = once(generator, 'exit').then(() => Promise.reject(new Error('the load generator has ended')))
  // Told to whoever waits for it; at the end of the part nobody does.
  ended.catch(() => undefined)
  return async (whose, clients) => {
    const before = processorTimeOf(server.pid)
    const answered = Promise.race([once(generator, 'message'), ended])
    const [submitUrl, filesUrl] = ['submit', 'files'].map((name) => new URL(`/api/${whose}/${name}`, server.url).href)
    generator.send({ submitUrl, filesUrl, clients })
    const [told] = (await answered) as [Run]
    const after = processorTimeOf(server.pid)
    const used = (which: 'server' | 'postgres') => (after?.[which] ?? Number.NaN) - (before?.[which] ?? Number.NaN)
    if (told.refused.length > 0) throw new Error(`${told.refused.length} refused: ${told.refused[0]}`)
    return { ...told, serverMs: used('server'), postgresMs: used('postgres') }
  }
}

const LINES = WARM + ROUNDS * EACH_ROUND

/** As many lines as all hours need, the same number from each region, the regions mixed. */
async function linesOf(url: string, folder: string, regions: number): Promise<readonly Submission[]> {
  const needed = Math.ceil((LINES * CLIENTS.length) / regions)
  const byRegion: (readonly Submission[])[] = []
  for (let no = 1; no <= regions; no += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, regions - no + 1) }, (_, at) => no + at)
    byRegion.push(
      ...(await Promise.all(some.map((one) => openLines(url, folder, `r${String(one).padStart(3, '0')}`, needed)))),
    )
  }
  return Array.from({ length: needed }, (_, at) => byRegion.flatMap((lines) => lines[at] ?? [])).flat()
}

/** A round before the first, then the rounds, each dealt out to the clients. */
function dealt(lines: readonly Submission[], clients: number): readonly (readonly (readonly Submission[])[])[] {
  const starts = [0, ...Array.from({ length: ROUNDS }, (_, round) => WARM + round * EACH_ROUND)]
  return starts.map((start, round) => {
    const own = lines.slice(start, round === 0 ? WARM : start + EACH_ROUND)
    return Array.from({ length: clients }, (_, client) => own.filter((_line, index) => index % clients === client))
  })
}

interface Hour {
  readonly ours: readonly Run[]
  readonly least: readonly Run[]
  readonly idle: readonly Visit[]
  readonly during: readonly Visit[]
}

/** Ours and the baseline in turn, round after round, so that whatever else the machine does falls on both; quiet moments between. */
async function hour(
  rounds: readonly (readonly (readonly Submission[])[])[],
  load: Load,
  bystanders: Bystanders,
): Promise<Hour> {
  const [ours, least, idle, during]: [Run[], Run[], Visit[], Visit[]] = [[], [], [], []]
  for (const [round, clients] of rounds.entries()) {
    if (round > 0) idle.push(...(await bystanders.visit()))
    // Pages are opened beside the baseline too: what they cost falls on both.
    for (const whose of ['reports', 'bench'] as const) {
      const visiting = bystanders.visitUntilStopped()
      const run = await load(whose, clients)
      const visits = await visiting.stop()
      if (whose === 'reports') ours.push(run)
      else if (round > 0) least.push(run)
      if (whose === 'reports' && round > 0) during.push(...visits)
    }
  }
  return { ours, least, idle, during }
}

const rateOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, run) => sum + run.acknowledged.length, 0) / runs.reduce((sum, run) => sum + run.seconds, 0)

const tailOf = (runs: readonly Run[]): number =>
  percentile(
    runs.flatMap((run) => run.latencies),
    0.99,
  )

function compare(clients: number, all: readonly Run[], least: readonly Run[], report: Report): void {
  const ours = all.slice(1)
  const [rate, leastRate, tail, leastTail] = [rateOf(ours), rateOf(least), tailOf(ours), tailOf(least)]
  const name = `${clients} clients`
  report({
    part: 'deadline',
    name: `submissions of ${name}`,
    text: `submissions of ${name}: ${rate.toFixed(0)}/s, baseline ${leastRate.toFixed(0)}/s, × ${(rate / leastRate).toFixed(2)}`,
    ratio: rounded(rate / leastRate),
    atLeast: LEAST_SHARE,
    figures: { perSecond: rounded(rate, 0), baselinePerSecond: rounded(leastRate, 0) },
  })
  report({
    part: 'deadline',
    name: `p99 of ${name}`,
    text: `p99 of ${name}: ${tail.toFixed(0)} ms, baseline ${leastTail.toFixed(0)} ms, × ${(tail / leastTail).toFixed(2)}`,
    ratio: rounded(tail / leastTail),
    atMost: MOST_TAIL,
    figures: { ms: rounded(tail, 1), baselineMs: rounded(leastTail, 1) },
  })
  reportProcessorTime(name, ours, least, report)
}

/** Processor time of one submission, ours and the baseline's: on a machine that is busy with other things the steadier figure. */
function reportProcessorTime(name: string, ours: readonly Run[], least: readonly Run[], report: Report): void {
  const each = (runs: readonly Run[], which: 'serverMs' | 'postgresMs') =>
    runs.reduce((sum, run) => sum + run[which], 0) / runs.reduce((sum, run) => sum + run.acknowledged.length, 0)
  const [server, postgres] = [each(ours, 'serverMs'), each(ours, 'postgresMs')]
  const [leastServer, leastPostgres] = [each(least, 'serverMs'), each(least, 'postgresMs')]
  if (Number.isNaN(server)) return
  const ratio = (leastServer + leastPostgres) / (server + postgres)
  const told = (one: number, other: number) => `server ${one.toFixed(2)} + PostgreSQL ${other.toFixed(2)} ms`
  report({
    part: 'deadline',
    name: `processor time with ${name}`,
    text: `processor time of one with ${name} (pages included): ${told(server, postgres)}, baseline ${told(leastServer, leastPostgres)}, × ${ratio.toFixed(2)}`,
    ratio: rounded(ratio),
    figures: {
      ...{ serverMs: rounded(server), postgresMs: rounded(postgres) },
      ...{ baselineServerMs: rounded(leastServer), baselinePostgresMs: rounded(leastPostgres) },
    },
  })
}

function tellBystanders(clients: number, idle: readonly Visit[], during: readonly Visit[], report: Report): void {
  const p95 = (visits: readonly Visit[]) =>
    percentile(
      visits.map(({ ms }) => ms),
      0.95,
    )
  const ratio = p95(during) / p95(idle)
  const pages = [...new Set(idle.map(({ page }) => page))]
  const each = pages.map((page) => {
    const of = (visits: readonly Visit[]) => p95(visits.filter((visit) => visit.page === page)).toFixed(0)
    return `${page} ${of(idle)} → ${of(during)}`
  })
  report({
    part: 'deadline',
    name: `others' pages beside ${clients} clients`,
    text: `others' pages p95 beside ${clients} clients: ${p95(idle).toFixed(0)} ms idle, ${p95(during).toFixed(0)} ms, × ${ratio.toFixed(2)} (${each.join(', ')})`,
    ratio: rounded(ratio),
    atMost: MOST_SLOWING,
    figures: { idleMs: rounded(p95(idle), 1), ms: rounded(p95(during), 1), visits: during.length },
  })
}

/** What was acknowledged, and which of it came with a photograph. */
function keysOf(lines: readonly Submission[], runs: readonly Run[]) {
  const withPhoto = new Set(lines.filter(({ photo }) => photo !== null).map(({ key }) => key))
  const keys = runs.flatMap((run) => run.acknowledged)
  return { keys, photos: keys.filter((key) => withPhoto.has(key)).length }
}

function reportMemory(rest: Memory | null, peak: Memory | null, report: Report): void {
  if (!rest || !peak) return
  report({
    part: 'deadline',
    name: 'memory at the peak',
    text: `memory at the peak: server ${peak.server.toFixed(0)} MB, PostgreSQL ${peak.postgres.toFixed(0)} MB (before: ${rest.server.toFixed(0)} and ${rest.postgres.toFixed(0)} MB)`,
    figures: { serverMegabytes: rounded(peak.server, 0), postgresMegabytes: rounded(peak.postgres, 0) },
  })
}
