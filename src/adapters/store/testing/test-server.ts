import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, type Database } from '../open-database.ts'

/** What a test file needs to know to make its own database: sent from the run's setup to every worker. */
export interface TestServer {
  /** A database on the server of this run, to make others from. */
  readonly url: string
  /** Name of a migrated, empty database; its copies begin with the same name. */
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * Starts the one server of a test run, or takes the server in `GUATU_TEST_DATABASE_URL` (a user who may create databases),
 * and migrates the template there once.
 */
export async function startTestServer(
  databaseUrl: string | undefined,
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-test-'))
  const database = await openDatabase({ databaseUrl, dataFolder, migrate: false, maxConnections: 2 })
  const template = `guatu_test_${randomBytes(4).toString('hex')}`
  await sql`create database ${sql.id(template)}`.execute(database.owner)
  const migrated = await openDatabase({ databaseUrl: withDatabase(database.url, template), dataFolder })
  await migrated.close()
  return {
    server: { url: database.url, template },
    async stop() {
      await dropAll(database, template)
      await database.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Drops the template and the copies that a killed worker has left. */
async function dropAll({ owner }: Database, template: string): Promise<void> {
  const left = await sql<{ name: string }>`
    select datname as name from pg_database where starts_with(datname, ${template})`.execute(owner)
  for (const { name } of left.rows) await sql`drop database ${sql.id(name)} with (force)`.execute(owner)
}

/** The same server and user, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/u, `$1${name}`)
}
