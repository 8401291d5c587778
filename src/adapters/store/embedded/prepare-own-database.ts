import { sql, type Kysely } from 'kysely'
import { APP_ROLE } from '../schema/tenant-tables.ts'
import { isStarting } from '../store-trouble.ts'
import { ADMINISTRATOR } from './cluster.ts'
import { eventually } from './eventually.ts'
import { SOCKET_PORT } from './server-settings.ts'
import type { EmbeddedServer } from './start-embedded.ts'

/** The product's own user and database on the embedded server; the user owns the database and is no administrator. */
export const OWN_NAME = 'guatu'

/** Twenty seconds: what was logged before a crash is replayed first. */
const AFTER_A_CRASH = { attempts: 200, everyMs: 100 }

/** Makes user, app role and database where they are missing, and answers with the product's connection string. */
export async function prepareOwnDatabase(
  server: EmbeddedServer,
  connect: (url: string) => Kysely<unknown>,
): Promise<string> {
  const admin = connect(connectionUrl(server, ADMINISTRATOR, 'postgres'))
  try {
    // A guest may come while the server is started again after a crash.
    const found = await eventually(
      () => sql`select from pg_database where datname = ${OWN_NAME}`.execute(admin),
      isStarting,
      AFTER_A_CRASH,
    )
    if (found.rows.length === 0) await makeOwnDatabase(admin, server.password)
  } finally {
    await admin.destroy()
  }
  return connectionUrl(server, OWN_NAME, OWN_NAME)
}

/** The database comes last: where it is, the roles are. Statements that define take no parameters. */
async function makeOwnDatabase(admin: Kysely<unknown>, password: string): Promise<void> {
  const own = sql.id(OWN_NAME)
  await admin.transaction().execute(async (tx) => {
    await sql`create role ${own} login password ${sql.lit(password)}`.execute(tx)
    await sql`create role ${sql.id(APP_ROLE)} nologin`.execute(tx)
    await sql`grant ${sql.id(APP_ROLE)} to ${own}`.execute(tx)
  })
  await sql`create database ${own} owner ${own}`.execute(admin)
}

/** Everything is said, so that no variable of the caller's shell (PGPORT, PGSSLMODE …) leads elsewhere. */
export function connectionUrl({ listening, password }: EmbeddedServer, user: string, database: string): string {
  const credentials = `${user}:${encodeURIComponent(password)}`
  if ('loopbackPort' in listening) {
    return `postgres://${credentials}@127.0.0.1:${listening.loopbackPort}/${database}?sslmode=disable`
  }
  const host = encodeURIComponent(listening.socketFolder)
  return `postgres://${credentials}@/${database}?host=${host}&port=${SOCKET_PORT}&sslmode=disable`
}
