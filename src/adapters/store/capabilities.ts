import { StoreError } from './store-error.ts'

/** What the server behind the connection can do; asked once, when the database is opened. */
export interface Capabilities {
  /** `server_version_num`, e.g. 180004. */
  readonly version: number
  /** False behind a pooler in transaction mode: no LISTEN, no session lock; poll and lease rows instead. */
  readonly sessions: boolean
  /** The extension pg_trgm is there: search may use trigrams beside bigrams. */
  readonly trigram: boolean
}

/** One connection of the driver, as far as asking needs it. */
interface AskedConnection {
  query(text: string): Promise<{ rows: unknown[] }>
}

const OLDEST_VERSION = 140_000

/** Asks the server for its capabilities, and refuses in words one that cannot hold the product. */
export async function detectCapabilities(connection: AskedConnection): Promise<Capabilities> {
  const [found] = (await connection.query(QUESTION)).rows
  if (!isAnswer(found)) throw new Error('the server did not say what it can do')
  if (found.version < OLDEST_VERSION) throw new StoreError('store.serverTooOld', { found: found.shown })
  if (found.encoding !== 'UTF8') throw new StoreError('store.notUtf8', { found: found.encoding })
  return { version: found.version, sessions: found.pid === announcedPid(connection), trigram: found.trigram }
}

const QUESTION = `
  select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
    current_setting('server_encoding') as encoding, pg_backend_pid() as pid,
    exists (select from pg_extension where extname = 'pg_trgm') as trigram`

interface Answer {
  version: number
  shown: string
  encoding: string
  pid: number
  trigram: boolean
}

function isAnswer(row: unknown): row is Answer {
  return typeof row === 'object' && row !== null && 'version' in row && 'encoding' in row
}

/** The process that the connection was told of when it was made: a pooler announces a number of its own. */
function announcedPid(connection: AskedConnection): unknown {
  return 'processID' in connection ? connection.processID : undefined
}
