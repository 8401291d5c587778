import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readSourceFile } from '#adapters/files'
import { checkPlan, readPlan, sourceDocumentOfText } from '#core/reading'
import { median, type Report, rounded } from './kit/figures.ts'
import { root } from './kit/folder.ts'

const SAMPLE = join(root, 'samples', 'qinglan-2026', 'plan.docx')
const SHORT = 25_000
const LONG = 1_000_000
const RUNS = 50
/** Until the engine has settled: it still rewrites the reader's hot functions after a hundred readings. */
const WARM_UP = 250
const LONG_RUNS = 5

/**
 * Reading and checking a plan, against the least that any reader of it has to do: one pass over its characters. A plan that is
 * given is read as long as it is; the sample is repeated to 25,000 characters.
 */
export async function measureReading(report: Report, given?: string): Promise<void> {
  const issued = await textOf(given ?? SAMPLE)
  const short = sourceDocumentOfText(given === undefined ? ofLength(issued, SHORT) : issued)
  const long = sourceDocumentOfText(ofLength(issued, LONG))
  for (let run = 0; run < WARM_UP; run += 1) checkPlan(readPlan(short))
  timed(WARM_UP, () => passOver(short.text))
  const onePass = timed(RUNS, () => passOver(short.text))
  const reading = timed(RUNS, () => readPlan(short))
  const shortPlan = readPlan(short)
  const checking = timed(RUNS, () => checkPlan(shortPlan))
  const length = short.text.length
  const against = (name: string, ms: number, atMost: number) =>
    report({
      part: 'reading',
      name,
      text: `${name}, ${length.toLocaleString('en')} characters: ${ms.toFixed(1)} ms, ${(ms / onePass).toFixed(0)} × one pass (${onePass.toFixed(2)} ms)`,
      ratio: rounded(ms / onePass, 1),
      atMost,
      figures: { ms: rounded(ms), onePassMs: rounded(onePass, 3) },
    })
  against('read', reading, 60)
  against('check', checking, 30)
  const longReading = timed(LONG_RUNS, () => readPlan(long))
  const growth = longReading / LONG / (reading / length)
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

/** A plan as its readers see it. */
async function textOf(file: string): Promise<string> {
  const read = await readSourceFile(new Uint8Array(await readFile(file)), basename(file))
  if (!read.ok) throw new Error(`${file} cannot be read: ${read.refusal.code}`)
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
