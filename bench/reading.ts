import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSourceFile } from '#adapters/files'
import { checkPlan, readPlan, sourceDocumentOfText } from '#core/reading'
import { median, type Report, rounded } from './kit/figures.ts'
import { root } from './kit/folder.ts'

const SHORT = 25_000
const LONG = 1_000_000
const RUNS = 50
/** Until the engine has settled: it still rewrites the reader's hot functions after a hundred readings. */
const WARM_UP = 250
const LONG_RUNS = 5

/** Reading and checking a plan, against the least that any reader of it has to do: one pass over its characters. */
export async function measureReading(report: Report): Promise<void> {
  const issued = await issuedText()
  const short = sourceDocumentOfText(ofLength(issued, SHORT))
  const long = sourceDocumentOfText(ofLength(issued, LONG))
  for (let run = 0; run < WARM_UP; run += 1) checkPlan(readPlan(short))
  timed(WARM_UP, () => passOver(short.text))
  const onePass = timed(RUNS, () => passOver(short.text))
  const reading = timed(RUNS, () => readPlan(short))
  const shortPlan = readPlan(short)
  const checking = timed(RUNS, () => checkPlan(shortPlan))
  const against = (name: string, ms: number) =>
    report({
      part: 'reading',
      name,
      text: `${name}, ${SHORT.toLocaleString('en')} characters: ${ms.toFixed(1)} ms, ${(ms / onePass).toFixed(0)} × one pass (${onePass.toFixed(2)} ms)`,
      ratio: rounded(ms / onePass, 1),
      figures: { ms: rounded(ms), onePassMs: rounded(onePass, 3) },
    })
  against('read', reading)
  against('check', checking)
  const longReading = timed(LONG_RUNS, () => readPlan(long))
  const growth = reading / SHORT > 0 ? longReading / LONG / (reading / SHORT) : Number.NaN
  const heap = heapOf(() => readPlan(long))
  report({
    part: 'reading',
    name: 'read long',
    text: `read, ${LONG.toLocaleString('en')} characters: ${longReading.toFixed(0)} ms, ${growth.toFixed(2)} × the time per character; the reading holds ${heap.toFixed(0)} MB`,
    ratio: rounded(growth),
    atMost: 1.5,
    figures: { ms: rounded(longReading, 0), heapMegabytes: rounded(heap, 1) },
  })
}

/** The sample plan as its readers see it. */
async function issuedText(): Promise<string> {
  const bytes = new Uint8Array(await readFile(join(root, 'samples', 'qinglan-2026', 'plan.docx')))
  const read = await readSourceFile(bytes, 'plan.docx')
  if (!read.ok) throw new Error(`the sample plan cannot be read: ${read.refusal.code}`)
  return read.value.text
}

/** The text again and again, cut at a length: a longer plan has more of the same kind. */
function ofLength(text: string, length: number): string {
  return `${text}\n`.repeat(Math.ceil(length / text.length)).slice(0, length)
}

function passOver(text: string): number {
  let characters = 0
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) characters += run.length
  return characters
}

function timed(runs: number, work: () => unknown): number {
  const samples: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now()
    work()
    samples.push(performance.now() - begun)
  }
  return median(samples)
}

/** Megabytes that the result of `work` keeps alive. */
function heapOf(work: () => unknown): number {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const kept = work()
  globalThis.gc?.()
  const held = process.memoryUsage().heapUsed - before
  // Read after the measurement, so that nothing of it is collected before.
  if (kept === undefined) throw new Error('nothing was read')
  return held / 1024 / 1024
}
