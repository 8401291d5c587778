import { Writable } from 'node:stream'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** How often a statement is seen before it is worth keeping. */
const OFTEN = 3
/** A plan takes some ten kilobytes on every connection: only so many are kept, and none of texts that grow with their values. */
const MOST_KEPT = 120
const LONGEST_TEXT = 6000
const MOST_COUNTED = 1000

/**
 * Statements that come again and again, by the names under which connections keep them prepared: planning a sheet's query takes
 * ten times as long as running it. Shared by all connections of a pool.
 */
export class KeptStatements {
  /** Off until the server is known to keep what a connection prepares: a pooler in transaction mode may not. */
  enabled = false
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()
  #given = 0

  /** The name of a statement that is kept, or undefined where it runs as it comes. */
  nameOf(text: string, values: readonly unknown[]): string | undefined {
    if (!this.enabled || values.length === 0) return undefined
    return this.#names.get(text) ?? (text.length > LONGEST_TEXT ? undefined : this.#count(text))
  }

  /** Gives a statement's name up, after a table that it reads has changed its columns. */
  forget(text: string): void {
    this.#names.delete(text)
  }

  #count(text: string): string | undefined {
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times < OFTEN || this.#names.size >= MOST_KEPT) {
      if (this.#seen.size >= MOST_COUNTED) this.#seen.clear()
      this.#seen.set(text, times)
      return undefined
    }
    this.#seen.delete(text)
    this.#given += 1
    const name = `guatu_${this.#given}`
    this.#names.set(text, name)
    return name
  }
}

/** A statement as it is sent. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A connection whose frequent statements are prepared. */
export interface PreparingClient extends PostgresPoolClient {
  /** Sends statements one right behind the other, without waiting in between; answers what each of them brings. */
  queryTogether(statements: readonly Statement[]): Promise<readonly unknown[]>
}

/** The pool as the query layer sees it: statements that come often are prepared once on each connection. */
export interface PreparingPool extends PostgresPool {
  connect(): Promise<PreparingClient>
}

/** A pool whose connections keep the same frequent statements prepared. */
export function preparingPool(pool: pg.Pool, statements: KeptStatements): PreparingPool {
  const known = new WeakMap<pg.PoolClient, PreparingClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const preparing = known.get(client) ?? preparingClient(client, statements)
      known.set(client, preparing)
      return preparing
    },
    end: () => pool.end(),
  }
}

/** A statement whose plan was made before a table changed: PostgreSQL refuses to run it under its name. */
const STALE_PLAN = '0A000'

function preparingClient(client: pg.PoolClient, statements: KeptStatements): PreparingClient {
  const plain = client as PostgresPoolClient
  const query: (text: string, values: readonly unknown[]) => Promise<unknown> = async (text, values) => {
    const name = statements.nameOf(text, values)
    if (name === undefined) return plain.query(text, values)
    try {
      return await client.query({ name, text, values: [...values] })
    } catch (problem) {
      if (problem instanceof Error && 'code' in problem && problem.code === STALE_PLAN) statements.forget(text)
      throw problem
    }
  }
  const queryTogether: PreparingClient['queryTogether'] = (statements) =>
    together(client, () => statements.map(({ text, values }) => query(text, values)))
  return { query: query as PostgresPoolClient['query'], queryTogether, release: () => client.release() }
}

/**
 * Writes statements to the server at once. Pipelining is on for them only: streams of COPY, which share the pool, cannot be
 * pipelined. Where one fails, its reason is told: those behind it have failed for it.
 */
async function together(client: pg.PoolClient, send: () => readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  const stream = socketOf(client)
  Object.assign(client, { pipeline: true })
  stream?.cork()
  const sent = send()
  stream?.uncork()
  const answers = await Promise.allSettled(sent)
  Object.assign(client, { pipeline: false })
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}

/** The driver's connection, of which its declaration says nothing; without it the two are written one by one. */
function socketOf(client: pg.PoolClient): Writable | undefined {
  const connection = 'connection' in client ? client.connection : undefined
  const stream =
    typeof connection === 'object' && connection !== null && 'stream' in connection ? connection.stream : null
  return stream instanceof Writable ? stream : undefined
}
