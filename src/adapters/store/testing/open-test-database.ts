import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { openDatabase, type Database } from '../open-database.ts'
import { withDatabase } from './test-server.ts'

/**
 * A migrated, empty database for one test file, copied from the run's template; `close` drops it again. Open it in
 * `beforeAll`, close it in `afterAll`. `empty` gives one that no migration has touched.
 */
export async function openTestDatabase(options: { empty?: boolean; maxConnections?: number } = {}): Promise<Database> {
  const { url, template } = inject('testServer')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  const source = sql.id(options.empty ? 'template0' : template)
  await onServer(url, (server) => sql`create database ${sql.id(name)} template ${source}`.execute(server.owner))
  const database = await openDatabase({
    databaseUrl: withDatabase(url, name),
    dataFolder: '',
    migrate: false,
    maxConnections: options.maxConnections ?? 5,
  })
  return {
    ...database,
    async close() {
      await database.close()
      await onServer(url, (server) => sql`drop database ${sql.id(name)} with (force)`.execute(server.owner))
    },
  }
}

async function onServer(url: string, work: (server: Database) => Promise<unknown>): Promise<void> {
  const server = await openDatabase({ databaseUrl: url, dataFolder: '', migrate: false, maxConnections: 1 })
  try {
    await work(server)
  } finally {
    await server.close()
  }
}
