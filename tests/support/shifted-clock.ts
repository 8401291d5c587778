import { rename, writeFile } from 'node:fs/promises'

const program = new URL('./shifted-clock.mjs', import.meta.url).href

/** What makes a started product take its clock from a file of `setClockAhead`. */
export function shiftedClock(file: string): Readonly<Record<string, string>> {
  return { GUATU_SHIFTED_CLOCK: file, NODE_OPTIONS: `--import=${program}` }
}

/** Sets how far the clock is ahead, in milliseconds; negative = behind. Products that run see it at once. */
export async function setClockAhead(file: string, milliseconds: number): Promise<void> {
  await writeFile(`${file}.next`, String(milliseconds))
  await rename(`${file}.next`, file)
}
