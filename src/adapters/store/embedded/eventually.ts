import { setTimeout as pause } from 'node:timers/promises'

/** How often and how far apart to try; the product of the two is the longest wait. */
export interface Patience {
  readonly attempts: number
  readonly everyMs: number
}

/** Tries `work` again while it fails with something that `mayPass`, a bounded number of times; then lets the failure out. */
export async function eventually<T>(
  work: () => Promise<T>,
  mayPass: (problem: unknown) => boolean,
  { attempts, everyMs }: Patience = { attempts: 50, everyMs: 100 },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (problem) {
      if (attempt >= attempts || !mayPass(problem)) throw problem
      await pause(everyMs)
    }
  }
}

/** Asks until the answer is not undefined, a bounded number of times; undefined when it never was. */
export async function untilKnown<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  { attempts, everyMs }: Patience,
): Promise<T | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await pause(everyMs)
  }
  return undefined
}
