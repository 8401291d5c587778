import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { keepsBound, type Line } from './kit/figures.ts'
import { fillSample, openDataFolder } from './kit/folder.ts'
import { measureReading } from './reading.ts'
import { measureStart } from './start.ts'
import { measureSubmit } from './submit.ts'
import { measureWall } from './wall.ts'

const HELP = `Usage: npm run bench -- [reading] [wall] [submit] [start] [--json] [--regions N] [--data FOLDER]

Measures the compiled product; without a part, all of them. What each line means stands in docs/bench.md.

  --json         one JSON array instead of lines
  --regions N    regions of the part wall, 122; of the part submit, at least 33
  --data FOLDER  a data folder to measure in and to keep; without it a temporary one is made and removed
`

const PARTS = ['reading', 'wall', 'submit', 'start'] as const

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean' },
    regions: { type: 'string', default: '122' },
    data: { type: 'string' },
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
const folder = openDataFolder(values.data)
try {
  report(machine())
  if (wanted('reading')) await measureReading(report)
  if (wanted('wall')) await measureWall(folder.path, regions, report)
  if (wanted('submit')) await measureSubmit(folder.path, report)
  if (wanted('start')) {
    await fillSample(folder.path, 1)
    await measureStart(folder.path, report)
  }
  report(machine())
} finally {
  folder.clean()
}
if (values.json === true) process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`)
process.exitCode = lines.every(keepsBound) ? 0 : 1
