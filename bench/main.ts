import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureDeadline } from './deadline.ts'
import { keepsBound, type Line } from './kit/figures.ts'
import { openDataFolders } from './kit/folder.ts'
import { measurePages } from './pages.ts'
import { measurePeriods } from './periods.ts'
import { measureReading } from './reading.ts'
import { measureReporter } from './reporter.ts'
import { measureStart } from './start.ts'

const HELP = `Usage: npm run bench -- [reading] [pages] [deadline] [periods] [reporter] [start] [--json] [--regions N] [--data FOLDER] [--plan FILE]

Measures the compiled product; without a part, all of them. What each line means stands in docs/bench.md.

  --json         one JSON array instead of lines
  --regions N    regions of a province, 122
  --data FOLDER  keeps the data folders, one for each number of regions, and takes those that are there; without it they are
                 made in a temporary folder and removed
  --plan FILE    reads this plan (docx, txt, …) instead of the sample
`

const PARTS = ['reading', 'pages', 'deadline', 'periods', 'reporter', 'start'] as const

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean' },
    regions: { type: 'string', default: '122' },
    data: { type: 'string' },
    plan: { type: 'string' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
})
if (values.help || positionals.some((name) => !PARTS.some((part) => part === name))) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 2)
}

const lines: Line[] = []
const report = (line: Line): void => {
  lines.push(line)
  if (values.json !== true) process.stdout.write(`${line.part.padEnd(8)} ${verdict(line)} ${line.text}\n`)
}

function verdict(line: Line): string {
  if (line.atMost === undefined && line.atLeast === undefined) return ' '
  return keepsBound(line) ? '✓' : '✗'
}

function machine(): Line {
  const [load = 0] = loadavg()
  const [cpu] = cpus()
  const text = `${cpus().length} × ${cpu?.model.trim() ?? '?'}, Node ${process.versions.node}, load ${load.toFixed(1)}`
  return { part: 'machine', name: 'machine', text, figures: { cores: cpus().length, load } }
}

const wanted = (part: (typeof PARTS)[number]): boolean => positionals.length === 0 || positionals.includes(part)
const regions = Number(values.regions)
const folders = openDataFolders(values.data)
try {
  report(machine())
  if (wanted('reading')) await measureReading(report, values.plan)
  if (wanted('pages')) await measurePages(folders, regions, report)
  if (wanted('deadline')) await measureDeadline(folders, regions, report)
  if (wanted('periods')) await measurePeriods(folders.empty(), report)
  if (wanted('reporter')) await measureReporter(folders, report)
  if (wanted('start')) await measureStart(await folders.ofRegions(regions), report)
  report(machine())
} finally {
  folders.clean()
}
if (values.json === true) process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`)
process.exitCode = lines.every(keepsBound) ? 0 : 1
