// `npm run fuzz [texts [seed]]`: reads generated and mutated texts, says what does not hold and which text took the most CPU.
import fc from 'fast-check'
import { anyText, closingFaults, faultsOf, genre, mutated } from '../src/core/reading/any-text.fixture.ts'
import { samplePlan } from '../src/core/reading/sample-plan.data.ts'

const [texts = '100000', seed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2)
/** Milliseconds of CPU that a text of a few thousand characters may take; above, it is named. */
const BUDGET_MS = 250
const BATCH = 100
const SHOWN = 300

const kinds = { genre, mutated, anyText } as const
const say = (line: string): void => void process.stdout.write(`${line}\n`)

interface Slowest {
  readonly ms: number
  readonly text: string
}

function timed(work: () => readonly string[]): { faults: readonly string[]; ms: number } {
  const started = process.cpuUsage()
  const faults = work()
  const { user, system } = process.cpuUsage(started)
  return { faults, ms: (user + system) / 1000 }
}

let failed = 0
let overBudget = 0
let slowest: Slowest = { ms: 0, text: '' }
const total = Number(texts)
for (let done = 0, batch = 0; done < total; batch += 1) {
  const [name, arbitrary] = Object.entries(kinds)[batch % 3] ?? ['genre', genre]
  const many = fc.sample(arbitrary, { numRuns: Math.min(BATCH, total - done), seed: Number(seed) + batch })
  for (const text of many) {
    const { faults, ms } = timed(() => faultsOf(text))
    if (ms > slowest.ms) slowest = { ms, text }
    if (ms > BUDGET_MS) overBudget += 1
    if (faults.length === 0) continue
    failed += 1
    if (failed <= 10) say(`${name}: ${faults.slice(0, 3).join('; ')}\n  ${JSON.stringify(text.slice(0, SHOWN))}`)
  }
  done += many.length
}
failed += closingFaults(samplePlan).length
say(`${total} texts (seed ${seed}): ${failed} with faults, ${overBudget} over ${BUDGET_MS} ms of CPU`)
say(`slowest: ${slowest.ms.toFixed(0)} ms of CPU for ${slowest.text.length} characters`)
process.exitCode = failed > 0 ? 1 : 0
