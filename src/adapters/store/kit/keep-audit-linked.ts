import type { Sha256 } from '#core/reporting'
import type { Database } from '../open-database.ts'
import { type Kept, keepDoing } from './keep-doing.ts'
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
): Kept {
  return keepDoing(
    () => linkAuditNow(database, sha256),
    PAUSE_MS,
    (problem) => onTrouble('the audit chain could not be continued', problem),
  )
}
