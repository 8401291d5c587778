import { Kysely, PostgresDialect, type PostgresPool, type Transaction, type TransactionSettings } from 'kysely'
import pg from 'pg'
import { ensureAppRole } from './app-role.ts'
import { detectCapabilities, type Capabilities } from './capabilities.ts'
import { eventually } from './embedded/eventually.ts'
import { prepareOwnDatabase } from './embedded/prepare-own-database.ts'
import { startEmbedded, type EmbeddedServer } from './embedded/start-embedded.ts'
import { KeptStatements, preparingPool } from './preparing-pool.ts'
import { inRegion } from './region-transaction.ts'
import { migrate } from './schema/migrate.ts'
import type { Tables } from './schema/tables.ts'
import { StoreError } from './store-error.ts'
import { isStarting } from './store-trouble.ts'
import { arrayElementParsers, eachElement, valueParsers } from './value-types.ts'

/** Where the database is and how much of it to use. */
export interface DatabaseOptions {
  /** A PostgreSQL server (≥ 14) as a URL; without it Guatu starts its own in the data folder. */
  readonly databaseUrl?: string | undefined
  /** Guatu's data folder; the embedded server lives in its folder `postgres`. */
  readonly dataFolder: string
  /** When another process runs the embedded server: refuse in words (default), or use that server as a guest. */
  readonly whenHeld?: 'refuse' | 'join'
  /** Connections kept at most; 10 if not said. */
  readonly maxConnections?: number
  /** `false` leaves the schema as it is: for restore, which brings it to the backup's own state. */
  readonly migrate?: boolean
  /** Told of trouble that nobody is waiting for: a broken idle connection, a server started again. */
  readonly onTrouble?: (message: string, cause?: unknown) => void
}

/** An open database. Everything of one region goes through {@link Database.withRegion}; `owner` sees all regions. */
export interface Database {
  /** Queries as the owner of the tables, past row-level security: migrations, sign-in, jobs, national pages. */
  readonly owner: Kysely<Tables>
  /** Runs `work` in one transaction that sees and writes rows of this region only; commits when it resolves. */
  withRegion<T>(
    regionId: string,
    work: (tx: Transaction<Tables>) => Promise<T>,
    settings?: TransactionSettings,
  ): Promise<T>
  readonly capabilities: Capabilities
  /** Connection string of this database, for libraries that open their own connections (the job queue). */
  readonly url: string
  /** The driver's pool, for COPY streams of backup and restore. */
  readonly pool: pg.Pool
  /** Folder of the embedded server's cluster; undefined where the server is somebody else's. */
  readonly folder: string | undefined
  /** Names of the migrations that this opening ran. */
  readonly migrated: readonly string[]
  /** Gives all connections back, then stops the embedded server if this process started it. */
  close(): Promise<void>
}

/**
 * Opens the product's database, starting the embedded server where no other is named, and brings its schema up to date.
 * Throws a {@link StoreError} whose words say what is missing.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) return connect(options.databaseUrl, options)
  const server = await startEmbedded(options)
  try {
    const url = await prepareOwnDatabase(server, (adminUrl) =>
      kyselyOn(newPool(adminUrl, { ...options, maxConnections: 1 })),
    )
    return await connect(url, options, server)
  } catch (problem) {
    await server.stop()
    throw problem
  }
}

async function connect(url: string, options: DatabaseOptions, server?: EmbeddedServer): Promise<Database> {
  const pool = newPool(url, options)
  const statements = new KeptStatements()
  const preparing = preparingPool(pool, statements)
  const owner = kyselyOn(preparing)
  try {
    const capabilities = await greet(pool)
    statements.enabled = capabilities.sessions
    await ensureAppRole(owner)
    const migrated = options.migrate === false ? [] : await migrate(owner)
    return {
      owner,
      withRegion: (regionId, work, settings) => inRegion(preparing, regionId, work, settings),
      capabilities,
      url,
      pool,
      folder: server?.folder,
      migrated,
      async close() {
        const gone = connectionsGone(pool)
        await owner.destroy()
        await gone
        await server?.stop()
      },
    }
  } catch (problem) {
    await owner.destroy()
    throw problem
  }
}

/** A connection knows its statements' plans: whoever comes after a quiet while should not wait for them to be made anew. */
const KEPT_IDLE_MS = 15 * 60_000

function newPool(url: string, { maxConnections = 10, onTrouble }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: KEPT_IDLE_MS,
    application_name: 'guatu',
    types: { getTypeParser },
  })
  // Without a handler, a connection that breaks while idle ends the process.
  pool.on('error', (problem) => {
    // The driver hangs the whole connection on its error, with every statement that it has prepared.
    Reflect.deleteProperty(problem, 'client')
    onTrouble?.('an idle database connection broke', problem)
  })
  // Neither may one that breaks while it is used: whoever waits on it hears of it by his own statement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * Settles when every connection that is open now has been closed at both ends. Ending a pool only says goodbye on them: a server that is
 * stopped meanwhile would break them off.
 */
function connectionsGone(pool: pg.Pool): Promise<void> {
  let left = pool.totalCount
  return new Promise((resolve) => {
    if (left === 0) resolve()
    pool.on('remove', () => {
      left -= 1
      if (left === 0) resolve()
    })
  })
}

function kyselyOn<Schema = Tables>(pool: PostgresPool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** The first connection: waits for a server that is still starting, and asks what it can do. */
async function greet(pool: pg.Pool): Promise<Capabilities> {
  const client = await eventually(() => pool.connect(), isStarting).catch((problem: unknown) => {
    throw new StoreError(
      'store.unreachable',
      { reason: problem instanceof Error ? problem.message : String(problem) },
      problem,
    )
  })
  try {
    return await detectCapabilities(client)
  } finally {
    client.release()
  }
}

/** The driver's own parser, which takes any type's number; its declaration lists some only. */
const driverParser: (oid: number, format: 'text' | 'binary') => (text: string) => unknown = pg.types.getTypeParser

const TEXT_ARRAY = 1009
const parseTextArray = driverParser(TEXT_ARRAY, 'text')

/** Ours before the driver's, for this pool only: the driver's own table is shared by the whole process. */
function getTypeParser(oid: number, format: 'text' | 'binary' = 'text'): (text: string) => unknown {
  const element = arrayElementParsers[oid]
  if (format === 'text' && element) return (text) => eachElement(parseTextArray(text), element)
  return (format === 'text' ? valueParsers[oid] : undefined) ?? driverParser(oid, format)
}
