import { rename, writeFile } from 'node:fs/promises'

const program = new URL('./shifted-clock.mjs', import.meta.url).href

/** What makes a started product take its clock from a file of `setClockAhead`. */
export function shiftedClock(file: string): Readonly<Record<string, string>> {
  return { GUATU_SHIFTED_CLOCK: file, NODE_OPTIONS: `--import=${program}` }
}

/** Sets how far the clock is ahead, in milliseconds; negative = behind. Products that run see it at once. */
export function setClockAhead(file: string, milliseconds: number): Promise<void> {
  return write(file, String(milliseconds))
}

/** Stops the clock at an ISO instant in UTC. */
export function stopClockAt(file: string, instant: string): Promise<void> {
  return write(file, new Date(instant).toISOString())
}

async function write(file: string, said: string): Promise<void> {
  await writeFile(`${file}.next`, said)
  await rename(`${file}.next`, file)
}
