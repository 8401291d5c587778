/** Work that goes on for as long as the process runs. */
export interface Kept {
  /** Ends it, after the round under way. */
  stop(): Promise<void>
}

/** Does a round of work again and again, with a pause before each. A round that fails is told of, and the next one comes all the same. */
export function keepDoing(round: () => Promise<unknown>, pauseMs: number, onTrouble: (problem: unknown) => void): Kept {
  let stopped = false
  let underWay: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const wait = (): void => {
    timer = setTimeout(() => {
      underWay = round()
        .catch(onTrouble)
        .then(() => (stopped ? undefined : wait()))
    }, pauseMs)
    timer.unref()
  }
  wait()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
