import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { ended, endPostmaster, launchPostmaster, signalTo, type Launch } from './postmaster.ts'

/** A server that ends again and again is started again this far apart, for as long as it takes. */
const PAUSE_MS = 1000

/**
 * Starts the server and keeps it running: one that ends by itself, killed by the system say, is started again. Answers with
 * the way to stop it for good.
 */
export async function supervise(
  launch: Launch,
  onTrouble: (message: string, cause?: unknown) => void = () => undefined,
): Promise<() => Promise<void>> {
  let server: ChildProcess = await launchPostmaster(launch)
  const stopping = new AbortController()
  // The last moment, when nothing can be awaited: the server at least hears of it.
  const atExit = (): void => {
    if (server.pid !== undefined) signalTo(server.pid, 'SIGINT')
  }
  process.once('exit', atExit)
  const watching = watch()

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const how = await ended(server)
      if (stopping.signal.aborted) return
      onTrouble(`the database server ended unexpectedly (${how}) and is started again`)
      await startAgain()
    }
  }

  async function startAgain(): Promise<void> {
    try {
      server = await launchPostmaster(launch)
      if (stopping.signal.aborted) await endPostmaster(server.pid)
    } catch (problem) {
      onTrouble('the database server could not be started again; trying once more', problem)
    }
    await pause(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
  }

  return async function stop(): Promise<void> {
    if (stopping.signal.aborted) return
    stopping.abort()
    process.off('exit', atExit)
    await endPostmaster(server.pid)
    await watching
  }
}
