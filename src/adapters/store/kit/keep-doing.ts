/** Work that goes on for as long as the process runs. */
export interface Kept {
  /** Ends it, after the round under way. */
  stop(): Promise<void>
}

/** After a round, at least so many times as long as it took: what goes on by itself has a fifth of the time at most, also in a busy hour. */
const REST = 4

/**
 * Does a round of work again and again, with a pause before each: `pauseMs`, or longer after a long round. A round that fails is told of,
 * and the next one comes all the same.
 */
export function keepDoing(round: () => Promise<unknown>, pauseMs: number, onTrouble: (problem: unknown) => void): Kept {
  let stopped = false
  let underWay: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const wait = (pause: number): void => {
    timer = setTimeout(() => {
      const begun = performance.now()
      underWay = round()
        .catch(onTrouble)
        .then(() => (stopped ? undefined : wait(Math.max(pauseMs, REST * (performance.now() - begun)))))
    }, pause)
    timer.unref()
  }
  wait(pauseMs)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
