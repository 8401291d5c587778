import {
  CompiledQuery,
  DefaultQueryExecutor,
  PostgresDialect,
  SingleConnectionProvider,
  Transaction,
  type DatabaseConnection,
  type PostgresQueryResult,
  type QueryResult,
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
  const client = await pool.connect()
  const connection = connectionOfOne(client, opening(regionId, settings))
  try {
    const result = await work(transactionOn<Schema>(connection))
    await connection.executeQuery(COMMIT)
    return result
  } catch (problem) {
    // A connection that cannot even roll back is broken; what matters is why it came to that.
    await connection.executeQuery(ROLLBACK).catch(() => undefined)
    throw problem
  } finally {
    client.release()
  }
}

const COMMIT = CompiledQuery.raw('commit')
const ROLLBACK = CompiledQuery.raw('rollback')

/** The query layer's parts that know nothing of a connection are shared: every request has a transaction or two. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('a region has connections of its own')) })
const [compiler, adapter, driver] = [dialect.createQueryCompiler(), dialect.createAdapter(), dialect.createDriver()]

function transactionOn<Schema>(connection: DatabaseConnection): Transaction<Schema> {
  const executor = new DefaultQueryExecutor(compiler, adapter, new SingleConnectionProvider(connection))
  return new Transaction<Schema>({ config: { dialect }, dialect, driver, executor })
}

function opening(regionId: string, { isolationLevel, accessMode }: TransactionSettings): string {
  const begin = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ')
  return `${begin}; set local role ${APP_ROLE}; set local guatu.region_id = '${regionId}'`
}

/** Begins a statement that is the last of its transaction: the commit travels with it, and nothing can follow. */
export const LAST_STATEMENT = '/* last */ '

/** What is heard of an end that needs no statement: nothing was begun, or the last statement was the end. */
const ENDED: QueryResult<never> = { rows: [] }

/**
 * The connection of one transaction. Its opening travels with the first statement and its end with the last one, where that is known;
 * a transaction without any statement sends nothing at all.
 */
function connectionOfOne(client: PreparingClient, first: string): DatabaseConnection {
  let state: 'waiting' | 'open' | 'ended' = 'waiting'
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const [text, values] = [query.sql, query.parameters]
      const isEnd = query === COMMIT || query === ROLLBACK
      if (isEnd && state !== 'open') return ENDED
      if (state === 'ended') throw new Error('the transaction has ended with its last statement')
      const before = state === 'waiting' ? [{ text: first, values: [] }] : []
      const after = text.startsWith(LAST_STATEMENT) ? [{ text: COMMIT.sql, values: [] }] : []
      state = isEnd || after.length > 0 ? 'ended' : 'open'
      if (before.length + after.length === 0) return resultOf(await client.query<R>(text, values))
      const answers = await client.queryTogether([...before, { text, values }, ...after])
      return resultOf(answers[before.length] as PostgresQueryResult<R>)
    },
    streamQuery: () => {
      throw new Error('nothing is streamed inside a region')
    },
  }
}

const CHANGING = new Set<string>(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function resultOf<R>({ command, rowCount, rows }: PostgresQueryResult<R>): QueryResult<R> {
  return CHANGING.has(command) ? { rows, numAffectedRows: BigInt(rowCount) } : { rows }
}
