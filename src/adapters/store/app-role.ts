import { sql, type Kysely } from 'kysely'
import { APP_ROLE } from './schema/tenant-tables.ts'
import { StoreError } from './store-error.ts'

/**
 * Makes sure that this connection's user can act as the app role: uses it where it is, makes it where it may, and otherwise
 * says in words what an administrator has to run. The role belongs to the server, so a copied database may lack it.
 */
export async function ensureAppRole<Schema>(db: Kysely<Schema>): Promise<void> {
  if (await canActAsAppRole(db)) return
  await attempt(sql`create role ${sql.id(APP_ROLE)} nologin`.execute(db))
  await attempt(sql`grant ${sql.id(APP_ROLE)} to current_user`.execute(db))
  if (await canActAsAppRole(db)) return
  const { user, quotedUser } = await currentUser(db)
  throw new StoreError('store.noAppRole', { user, quotedUser })
}

/** Refuses in words when an empty database cannot take the schema. */
export async function requireCreateRight<Schema>(db: Kysely<Schema>): Promise<void> {
  const answer = await sql<{ may: boolean }>`select has_schema_privilege('public', 'CREATE') as may`.execute(db)
  if (answer.rows[0]?.may === true) return
  throw new StoreError('store.mayNotCreate', await currentUser(db))
}

/** Tries it, as a membership alone does not tell whether `set role` is allowed (PostgreSQL 16 parted the two). */
async function canActAsAppRole<Schema>(db: Kysely<Schema>): Promise<boolean> {
  return attempt(db.transaction().execute((tx) => sql`select set_config('role', ${APP_ROLE}, true)`.execute(tx)))
}

async function attempt(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (problem) {
    if (isRefusedByServer(problem)) return false
    throw problem
  }
}

/** insufficient_privilege, invalid_parameter_value (no such role), undefined_object, duplicate_object (another start made it). */
function isRefusedByServer(problem: unknown): boolean {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
  return ['42501', '22023', '42704', '42710', '23505', '0LP01'].includes(code)
}

async function currentUser<Schema>(db: Kysely<Schema>): Promise<{ user: string; quotedUser: string }> {
  const answer = await sql<{ user: string; quotedUser: string }>`
    select current_user as "user", quote_ident(current_user) as "quotedUser"`.execute(db)
  return answer.rows[0] ?? { user: '?', quotedUser: '?' }
}
