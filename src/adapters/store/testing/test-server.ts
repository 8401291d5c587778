import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ADMINISTRATOR } from '../embedded/cluster.ts'
import { connectionUrl } from '../embedded/prepare-own-database.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { openDatabase, type Database } from '../open-database.ts'

/** What a test file needs to know to make its own database: sent from the run's setup to every worker. */
export interface TestServer {
  /** A database on the server of this run, as a user who may create databases and roles. */
  readonly adminUrl: string
  /** The same server as the ordinary user who owns the test databases. */
  readonly ownerUrl: string
  readonly owner: string
  /** Name of a migrated, empty database; its copies begin with the same name. */
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * Starts the one server of a test run, or takes the server in `GUATU_TEST_DATABASE_URL` (as a user who may create databases
 * and roles), and migrates the template there once.
 */
export async function startTestServer(
  databaseUrl: string | undefined,
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const started = databaseUrl === undefined ? await startOwn() : { adminUrl: databaseUrl, ownerUrl: databaseUrl }
  const admin = await openDatabase({ databaseUrl: started.adminUrl, dataFolder: '', migrate: false, maxConnections: 2 })
  if (started.stop) await forgetful(admin)
  const template = `guatu_test_${randomBytes(4).toString('hex')}`
  const owner = await userOf(started.ownerUrl)
  await sql`create database ${sql.id(template)} template template0 encoding 'UTF8' owner ${sql.id(owner)}`.execute(
    admin.owner,
  )
  const migrated = await openDatabase({ databaseUrl: withDatabase(started.ownerUrl, template), dataFolder: '' })
  await migrated.close()
  return {
    server: { adminUrl: started.adminUrl, ownerUrl: started.ownerUrl, owner, template },
    async stop() {
      await dropAll(admin, template)
      await admin.close()
      await started.stop?.()
    },
  }
}

interface Started {
  readonly adminUrl: string
  readonly ownerUrl: string
  readonly stop?: () => Promise<void>
}

/** The embedded server as the product starts it, in a folder that goes with it. */
async function startOwn(): Promise<Started> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-test-'))
  const server = await startEmbedded({ dataFolder })
  const adminUrl = connectionUrl(server, ADMINISTRATOR, 'postgres')
  const own = await openDatabase({ dataFolder, whenHeld: 'join', migrate: false, maxConnections: 1 })
  await own.close()
  return {
    adminUrl,
    ownerUrl: own.url,
    async stop() {
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** What is thrown away with its folder needs no waiting for the disk. */
async function forgetful(admin: Database): Promise<void> {
  await sql`alter system set fsync = off`.execute(admin.owner)
  await sql`select pg_reload_conf()`.execute(admin.owner)
}

async function userOf(databaseUrl: string): Promise<string> {
  const database = await openDatabase({ databaseUrl, dataFolder: '', migrate: false, maxConnections: 1 })
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(database.owner)
  await database.close()
  return rows[0]?.name ?? ''
}

/** Drops the template and the copies that a killed worker has left. */
async function dropAll(admin: Database, template: string): Promise<void> {
  const left = await sql<{ name: string }>`
    select datname as name from pg_database where starts_with(datname, ${template})`.execute(admin.owner)
  for (const { name } of left.rows) await sql`drop database ${sql.id(name)} with (force)`.execute(admin.owner)
}

/** The same server and user, another database. */
export function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/u, `$1${name}`)
}
