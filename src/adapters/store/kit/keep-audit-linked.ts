import type { Sha256 } from '#core/reporting'
import type { Database } from '../open-database.ts'
import { linkAuditNow } from './link-audit.ts'

const PAUSE_MS = 1000

/**
 * Hangs committed audit rows on their chains about once a second, for as long as the process runs. Trouble is told and tried
 * again; `stop` waits for the round under way.
 */
export function keepAuditLinked(
  database: Database,
  sha256: Sha256,
  onTrouble: (message: string, cause: unknown) => void,
): { stop(): Promise<void> } {
  let stopped = false
  let round = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const wait = (): void => {
    timer = setTimeout(() => {
      round = linkAuditNow(database, sha256)
        .then(() => undefined)
        .catch((problem: unknown) => onTrouble('the audit chain could not be continued', problem))
        .then(() => (stopped ? undefined : wait()))
    }, PAUSE_MS)
    timer.unref()
  }
  wait()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
