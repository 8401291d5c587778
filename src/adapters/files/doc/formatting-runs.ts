import type { ByteReader } from './byte-reader.ts'
import type { PartName, WordStreams } from './word-streams.ts'

/** A stretch of the main stream with the list of properties that formats it. */
export interface FormattingRun {
  readonly from: number
  readonly to: number
  /** Where its properties stand in the main stream. */
  readonly at: number
  readonly end: number
}

const PAGE_BYTES = 512
const MOST_RUNS = 2_000_000

/** The pages that format characters or paragraphs ([MS-DOC] 2.9.33, 2.9.175), as runs in the order of the main stream. */
export function formattingRuns(
  streams: WordStreams,
  part: PartName & ('characterRuns' | 'paragraphRuns'),
): FormattingRun[] {
  const { tables, main } = streams
  const { at, length } = streams.place(part)
  const count = Math.min(Math.floor((length - 4) / 8), Math.floor(main.length / PAGE_BYTES))
  const runs: FormattingRun[] = []
  for (let index = 0; index < count && runs.length < MOST_RUNS; index += 1) {
    const page = (tables.long(at + (count + 1) * 4 + index * 4) & 0x3fffff) * PAGE_BYTES
    runs.push(...(part === 'paragraphRuns' ? paragraphPage(main, page) : characterPage(main, page)))
  }
  return runs.sort((a, b) => a.from - b.from)
}

function paragraphPage(main: ByteReader, page: number): FormattingRun[] {
  const count = main.byte(page + PAGE_BYTES - 1)
  return Array.from({ length: count }, (_, index) => {
    const start = page + main.byte(page + (count + 1) * 4 + index * 13) * 2
    const words = main.byte(start)
    const at = words === 0 ? start + 2 : start + 1
    const end = words === 0 ? at + main.byte(start + 1) * 2 : at + words * 2 - 1
    return { ...rangeOf(main, page, index), at, end: start === page ? at : end }
  })
}

function characterPage(main: ByteReader, page: number): FormattingRun[] {
  const count = main.byte(page + PAGE_BYTES - 1)
  return Array.from({ length: count }, (_, index) => {
    const offset = main.byte(page + (count + 1) * 4 + index) * 2
    const at = page + offset + 1
    return { ...rangeOf(main, page, index), at, end: offset === 0 ? at : at + main.byte(page + offset) }
  })
}

function rangeOf(main: ByteReader, page: number, index: number): { from: number; to: number } {
  return { from: main.long(page + index * 4), to: main.long(page + index * 4 + 4) }
}

/** The run that a place of the main stream lies in. */
export function runAt(runs: readonly FormattingRun[], place: number): FormattingRun | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((runs[middle]?.from ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run && place < run.to ? run : undefined
}
