/** Runs work in its turn. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Lets so many be worked on at once; the others wait in the order in which they came. A crowd is served no slower by it, as database
 * and processor are busy with few; and whoever is not of the crowd finds them free.
 */
export function turns(most: number): Turns {
  const waiting: (() => void)[] = []
  let under = 0
  return async (work) => {
    if (under >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else under += 1
    try {
      return await work()
    } finally {
      // The turn is handed on: nobody who comes meanwhile overtakes.
      const next = waiting.shift()
      if (next) next()
      else under -= 1
    }
  }
}
