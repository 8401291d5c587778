import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'

/** Stands at the beginning of a statement that is asked again and again in the same words, and is costly to plan. */
export const KEEP = '/* keep */'

/**
 * The same pool, on which marked statements are prepared once for each connection: the server then plans them once and not each
 * time. Only for servers with sessions; behind a pooler in transaction mode a prepared statement may be on another connection.
 */
export function keepingStatements(pool: PostgresPool): PostgresPool {
  const known = new WeakMap<PostgresPoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const keeping = known.get(client) ?? keepingClient(client)
      known.set(client, keeping)
      return keeping
    },
    end: () => pool.end(),
  }
}

/** What the driver's own client takes; kysely declares the form with a text alone. */
interface DriverClient {
  query(asked: string | { name: string; text: string; values: unknown[] }, values?: unknown[]): Promise<unknown>
}

function keepingClient(client: PostgresPoolClient): PostgresPoolClient {
  const driver = client as unknown as DriverClient
  const query = (text: string, values: readonly unknown[]) =>
    text.startsWith(KEEP)
      ? driver.query({ name: nameOf(text), text, values: [...values] })
      : driver.query(text, [...values])
  return { query: query as PostgresPoolClient['query'], release: () => client.release() }
}

const names = new Map<string, string>()

/** A name for a statement's words; marked statements come in a handful of forms. */
function nameOf(text: string): string {
  const known = names.get(text) ?? `keep_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
  names.set(text, known)
  return known
}
