import {
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresPool,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import type { PreparingClient, PreparingPool } from './preparing-pool.ts'
import { APP_ROLE } from './schema/tenant-tables.ts'

/** The form of a region's id, held by a check in the schema too; it can stand in a statement as it is. */
const REGION_ID = /^[a-z][a-z0-9-]{0,62}$/u

/**
 * Runs `work` in a transaction that sees one region only: as the app role, with the region set until the end of the
 * transaction. The opening travels with the first statement, so that it costs no round trip, and leaves nothing behind on the
 * connection, so that it also holds behind a pooler in transaction mode.
 */
export async function inRegion<Schema, T>(
  pool: PreparingPool,
  regionId: string,
  work: (tx: Transaction<Schema>) => Promise<T>,
  settings: TransactionSettings = {},
): Promise<T> {
  if (!REGION_ID.test(regionId)) throw new Error(`not a region id: ${JSON.stringify(regionId)}`)
  const db = new Kysely<Schema>({ dialect: new RegionDialect(opened(pool, opening(regionId, settings))) })
  return db.transaction().execute(work)
}

function opening(regionId: string, { isolationLevel, accessMode }: TransactionSettings): string {
  const begin = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ')
  return `${begin}; set local role ${APP_ROLE}; set local guatu.region_id = '${regionId}'`
}

/** Begins a statement that is the last of its transaction: the commit travels with it, and nothing can follow. */
export const LAST_STATEMENT = '/* last */ '

/** A pool for one transaction: its first statement is preceded by the opening; where none comes, nothing is sent at all. */
function opened(pool: PreparingPool, first: string): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      return { query: queryOfOne(client, first) as PreparingClient['query'], release: () => client.release() }
    },
    end: () => pool.end(),
  }
}

/** What the driver hears of an end that needs no statement: nothing was begun, or the last statement was the end. */
const ENDED = { command: 'COMMIT', rowCount: 0, rows: [] }

/** Sends the statements of one transaction, its opening and its end with a neighbour wherever one is known. */
function queryOfOne(client: PreparingClient, first: string) {
  let state: 'waiting' | 'open' | 'ended' = 'waiting'
  return async (text: string, values: readonly unknown[]): Promise<unknown> => {
    const isEnd = text === 'commit' || text === 'rollback'
    if (isEnd && state !== 'open') return ENDED
    if (state === 'ended') throw new Error('the transaction has ended with its last statement')
    const before = state === 'waiting' ? [{ text: first, values: [] }] : []
    const after = text.startsWith(LAST_STATEMENT) ? [{ text: 'commit', values: [] }] : []
    state = isEnd || after.length > 0 ? 'ended' : 'open'
    if (before.length + after.length === 0) return client.query(text, values)
    return (await client.queryTogether([...before, { text, values }, ...after]))[before.length]
  }
}

class RegionDialect extends PostgresDialect {
  readonly #pool: PostgresPool

  constructor(pool: PostgresPool) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver(): Driver {
    return new RegionDriver({ pool: this.#pool })
  }
}

class RegionDriver extends PostgresDriver {
  /** The pool sends the opening. Half of it may fail: the transaction is then rolled back like any other. */
  override async beginTransaction(_connection: DatabaseConnection): Promise<void> {}
}
