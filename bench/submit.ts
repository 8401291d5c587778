import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Database, openDatabase } from '#adapters/store'
import { type Report, percentile, rounded } from './kit/figures.ts'
import { fillSample, root } from './kit/folder.ts'
import { type Memory, memoryOf, watchMemory } from './kit/memory.ts'
import { processorTimeOf } from './kit/processor.ts'
import { startServer } from './kit/server.ts'
import { openLines, type Submission } from './submissions.ts'

const CLIENTS = 32
const ROUNDS = 4
const EACH = 25
const WARM = 20

/** What the load generator tells of one run, and the processor time that the server and its PostgreSQL used meanwhile. */
interface Run {
  readonly seconds: number
  readonly acknowledged: readonly string[]
  readonly refused: readonly string[]
  readonly latencies: readonly number[]
  readonly serverMs: number
  readonly postgresMs: number
}

type Load = (path: string, clients: readonly (readonly Submission[])[]) => Promise<Run>

/** Submissions a second of 32 clients, in one region and in 32, against the baseline endpoint of the same server. */
export async function measureSubmit(folder: string, report: Report): Promise<void> {
  await fillSample(folder, CLIENTS + 1)
  const server = await startServer(folder, 'withBaseline')
  const generator = fork(join(root, 'bench', 'load.mjs'), { execArgv: [] })
  const load: Load = async (path, clients) => {
    const before = processorTimeOf(server.pid)
    const answered = once(generator, 'message')
    generator.send({ url: new URL(path, server.url).href, clients })
    const [told] = (await answered) as [Run]
    const after = processorTimeOf(server.pid)
    const used = (which: 'server' | 'postgres') => (after?.[which] ?? Number.NaN) - (before?.[which] ?? Number.NaN)
    const run = { ...told, serverMs: used('server'), postgresMs: used('postgres') }
    if (run.refused.length > 0) throw new Error(`${run.refused.length} refused: ${run.refused[0]}`)
    return run
  }
  const database = await openDatabase({ dataFolder: folder, whenHeld: 'join' })
  try {
    const rest = memoryOf(server.pid)
    const memory = watchMemory(server.pid)
    const needed = CLIENTS * (ROUNDS * EACH + WARM)
    const one = await openLines(server.url, folder, 'r001', needed)
    await compare('one region', inOneRegion(one), { load, database, report })
    const many: (readonly Submission[])[] = []
    for (let no = 1; no <= CLIENTS; no += 1) {
      many.push(await openLines(server.url, folder, `r${String(no).padStart(3, '0')}`, ROUNDS * EACH + WARM))
    }
    await compare(`${CLIENTS} regions`, many, { load, database, report })
    reportMemory(rest, memory.stop(), report)
  } finally {
    await database.pool.query('drop table if exists bench_report, bench_audit')
    await database.close()
    generator.kill()
    await server.stop()
  }
}

/** Deals a region's lines out to the clients. */
function inOneRegion(lines: readonly Submission[]): readonly (readonly Submission[])[] {
  return Array.from({ length: CLIENTS }, (_, client) => lines.filter((_line, index) => index % CLIENTS === client))
}

interface Bench {
  readonly load: Load
  readonly database: Database
  readonly report: Report
}

/** Ours and the baseline in turn, round after round, so that whatever else the machine does falls on both. */
async function compare(
  name: string,
  clients: readonly (readonly Submission[])[],
  { load, database, report }: Bench,
): Promise<void> {
  const ours: Run[] = []
  const least: Run[] = []
  const keys: string[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [from, to] = round === 0 ? [0, WARM] : [WARM + (round - 1) * EACH, WARM + round * EACH]
    const tasks = clients.map((submissions) => submissions.slice(from, to))
    const runs = [
      { into: ours, run: await load('/api/reports/submit', tasks) },
      { into: least, run: await load('/api/bench/submit', tasks) },
    ]
    keys.push(...(runs[0]?.run.acknowledged ?? []))
    if (round > 0) for (const { into, run } of runs) into.push(run)
  }
  const [rate, leastRate] = [rateOf(ours), rateOf(least)]
  const p95 = percentile(
    ours.flatMap((run) => run.latencies),
    0.95,
  )
  report({
    part: 'submit',
    name: `submit in ${name}`,
    text: `submissions in ${name}, ${CLIENTS} clients: ${rate.toFixed(0)}/s, baseline ${leastRate.toFixed(0)}/s, × ${(rate / leastRate).toFixed(2)} (p95 ${p95.toFixed(0)} ms)`,
    ratio: rounded(rate / leastRate),
    atLeast: 0.5,
    figures: { perSecond: rounded(rate, 0), baselinePerSecond: rounded(leastRate, 0), p95Ms: rounded(p95, 1) },
  })
  reportProcessorTime(name, ours, least, report)
  await proveCounts(name, keys, database, report)
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
    part: 'submit',
    name: `processor time in ${name}`,
    text: `processor time of one in ${name}: ${told(server, postgres)}, baseline ${told(leastServer, leastPostgres)}, × ${ratio.toFixed(2)}`,
    ratio: rounded(ratio),
    figures: {
      ...{ serverMs: rounded(server), postgresMs: rounded(postgres) },
      ...{ baselineServerMs: rounded(leastServer), baselinePostgresMs: rounded(leastPostgres) },
    },
  })
}

function rateOf(runs: readonly Run[]): number {
  const count = runs.reduce((sum, run) => sum + run.acknowledged.length, 0)
  return count / runs.reduce((sum, run) => sum + run.seconds, 0)
}

/** Every acknowledged submission stands in the database once, with one entry in the log. */
async function proveCounts(name: string, keys: readonly string[], database: Database, report: Report): Promise<void> {
  const { rows } = await database.pool.query<{ reports: number; keys: number; logged: number }>(
    `select count(distinct (r.region_id, r.report_id))::int as reports, count(distinct r.request_key)::int as keys,
       count(a.audit_id)::int as logged
     from report r left join audit a on a.region_id = r.region_id and a.object_kind = 'report'
       and a.object_id = r.report_id::text and a.action = 'report.submit'
     where r.request_key = any($1) and r.state = 'submitted' and r.revision = 1`,
    [keys],
  )
  const [found] = rows
  const whole = found?.reports === keys.length && found.keys === keys.length && found.logged === keys.length
  report({
    part: 'submit',
    name: `kept in ${name}`,
    text: `acknowledged ${keys.length}, stored ${found?.reports ?? 0}, logged ${found?.logged ?? 0}`,
    ratio: whole ? 1 : 0,
    atLeast: 1,
    figures: { acknowledged: keys.length, stored: found?.reports ?? 0, logged: found?.logged ?? 0 },
  })
}

function reportMemory(rest: Memory | null, peak: Memory | null, report: Report): void {
  if (!rest || !peak) return
  report({
    part: 'submit',
    name: 'memory at the peak',
    text: `memory at the peak: server ${peak.server.toFixed(0)} MB, PostgreSQL ${peak.postgres.toFixed(0)} MB (before: ${rest.server.toFixed(0)} and ${rest.postgres.toFixed(0)} MB)`,
    figures: { serverMegabytes: rounded(peak.server, 0), postgresMegabytes: rounded(peak.postgres, 0) },
  })
}
