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
  const { ownerUrl, owner, template } = inject('testServer')
  const name = `${template}_${randomBytes(4).toString('hex')}`
  const source = sql`template ${sql.id(options.empty ? 'template0' : template)} encoding 'UTF8'`
  await asTestAdministrator((admin) =>
    sql`create database ${sql.id(name)} ${source} owner ${sql.id(owner)}`.execute(admin.owner),
  )
  const database = await openDatabase({
    databaseUrl: withDatabase(ownerUrl, name),
    dataFolder: '',
    migrate: false,
    maxConnections: options.maxConnections ?? 5,
  })
  return {
    ...database,
    async close() {
      await database.close()
      await asTestAdministrator((admin) => sql`drop database ${sql.id(name)} with (force)`.execute(admin.owner))
    },
  }
}

/** Runs `work` as a user who may create databases and roles; in the given database, else in one that stays. */
export async function asTestAdministrator<T>(work: (admin: Database) => Promise<T>, inUrl?: string): Promise<T> {
  const { adminUrl } = inject('testServer')
  const databaseUrl = inUrl === undefined ? adminUrl : withDatabase(adminUrl, databaseOf(inUrl))
  const admin = await openDatabase({ databaseUrl, dataFolder: '', migrate: false, maxConnections: 1 })
  try {
    return await work(admin)
  } finally {
    await admin.close()
  }
}

function databaseOf(url: string): string {
  return /^postgres(?:ql)?:\/\/[^/]*\/([^?]*)/u.exec(url)?.[1] ?? ''
}
