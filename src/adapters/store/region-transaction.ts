import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresPool,
  type Transaction,
  type TransactionSettings,
} from 'kysely'
import { APP_ROLE } from './schema/tenant-tables.ts'

/** The form of a region's id, held by a check in the schema too; it can stand in a statement as it is. */
const REGION_ID = /^[a-z][a-z0-9-]{0,62}$/u

/**
 * Runs `work` in a transaction that sees one region only: as the app role, with the region set until the end of the
 * transaction. Opening costs one round trip, as a plain `begin` does, and leaves nothing behind on the connection, so that it
 * also holds behind a pooler in transaction mode.
 */
export async function inRegion<Schema, T>(
  pool: PostgresPool,
  regionId: string,
  work: (tx: Transaction<Schema>) => Promise<T>,
  settings: TransactionSettings = {},
): Promise<T> {
  if (!REGION_ID.test(regionId)) throw new Error(`not a region id: ${JSON.stringify(regionId)}`)
  const db = new Kysely<Schema>({ dialect: new RegionDialect(pool, opening(regionId, settings)) })
  return db.transaction().execute(work)
}

function opening(regionId: string, { isolationLevel, accessMode }: TransactionSettings): string {
  const begin = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(' ')
  return `${begin}; set local role ${APP_ROLE}; set local guatu.region_id = '${regionId}'`
}

class RegionDialect extends PostgresDialect {
  readonly #pool: PostgresPool
  readonly #opening: string

  constructor(pool: PostgresPool, opening: string) {
    super({ pool })
    this.#pool = pool
    this.#opening = opening
  }

  override createDriver(): Driver {
    return new RegionDriver(this.#pool, this.#opening)
  }
}

class RegionDriver extends PostgresDriver {
  readonly #opening: CompiledQuery

  constructor(pool: PostgresPool, opening: string) {
    super({ pool })
    this.#opening = CompiledQuery.raw(opening)
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(this.#opening)
    } catch (problem) {
      // Half of it may have run: the connection must not go back to the pool inside a transaction.
      await this.rollbackTransaction(connection)
      throw problem
    }
  }
}
