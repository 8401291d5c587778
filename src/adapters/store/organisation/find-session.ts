import { CompiledQuery, type Kysely } from 'kysely'
import { z } from 'zod'
import type { RoleGrant } from '#core/organisation'
import type { Tables } from '../schema/tables.ts'
import { grantOf } from './organisation-store.ts'

const grantsSchema = z.array(
  z.object({
    role: z.string(),
    unit_id: z.string().nullable(),
    plan_id: z.string().nullable(),
    task_force_no: z.number().nullable(),
  }),
)

/** A living session with everything that a request needs to know of its holder. */
export interface FoundSession {
  readonly accountId: string
  readonly timeZone: string
  /** The region's own clock where it has one. */
  readonly clockAt: string | null
  readonly roles: readonly RoleGrant[]
}

interface SessionRecord {
  readonly account_id: string
  readonly time_zone: string
  readonly clock_at: string | null
  readonly grants: unknown
}

/** Written out, not built: every request asks it, and building it took longer than answering it. */
const LIVING_SESSION = `
  select s.account_id, g.time_zone, g.clock_at,
    (select coalesce(json_agg(json_build_object('role', r.role, 'unit_id', r.unit_id, 'plan_id', r.plan_id,
      'task_force_no', r.task_force_no)), '[]') from account_role r where r.region_id = s.region_id
      and r.account_id = s.account_id and r.revoked_at is null) as grants
  from session s
  join account a on a.region_id = s.region_id and a.account_id = s.account_id
  join region g on g.region_id = s.region_id
  where s.region_id = $1 and s.token_hash = $2 and s.revoked_at is null and s.expires_at > $3 and a.disabled_at is null`

/** One query per request: the session, its holder's roles and the region's clock; null where it is not living any more. */
export async function findSession(
  db: Kysely<Tables>,
  key: { regionId: string; tokenHash: string; serverNow: string },
): Promise<FoundSession | null> {
  const asked = CompiledQuery.raw(LIVING_SESSION, [key.regionId, key.tokenHash, key.serverNow])
  const [row] = (await db.executeQuery<SessionRecord>(asked)).rows
  if (!row) return null
  const roles = grantsSchema.parse(row.grants).map(grantOf)
  return { accountId: row.account_id, timeZone: row.time_zone, clockAt: row.clock_at, roles }
}

/** The region that a visitor without a session means: the one named, else the only or first one. */
export async function findRegion(
  db: Kysely<Tables>,
  regionId: string | undefined,
): Promise<{ regionId: string; timeZone: string; clockAt: string | null } | null> {
  const all = db
    .selectFrom('region')
    .select(['region_id', 'time_zone', 'clock_at'])
    .orderBy('created_at')
    .orderBy('region_id')
  const row = await (regionId === undefined ? all : all.where('region_id', '=', regionId)).limit(1).executeTakeFirst()
  return row ? { regionId: row.region_id, timeZone: row.time_zone, clockAt: row.clock_at } : null
}
