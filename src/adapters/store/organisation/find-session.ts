import { CompiledQuery, type Kysely } from 'kysely'
import { z } from 'zod'
import type { RoleGrant } from '#core/organisation'
import type { Tables } from '../schema/tables.ts'
import { grantOf } from './grant-rows.ts'

const grantsSchema = z.array(
  z.object({
    role: z.string(),
    unit_id: z.string().nullable(),
    plan_id: z.string().nullable(),
    task_force_no: z.number().nullable(),
    held_before: z.array(z.string()),
    stands_in_for_account: z.string().nullable(),
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

/**
 * Written out, not built: every request asks it, and building it took longer than answering it. A role counts on the days for which it
 * was given; one that is exercised for somebody else only while he holds it himself.
 */
const LIVING_SESSION = `
  select s.account_id, g.time_zone, g.clock_at,
    (select coalesce(json_agg(json_build_object('role', r.role, 'unit_id', r.unit_id, 'plan_id', r.plan_id,
      'task_force_no', r.task_force_no, 'held_before', r.held_before, 'stands_in_for_account', o.account_id)), '[]')
      from account_role r
      left join account_role o on o.region_id = r.region_id and o.grant_id = r.stands_in_for
      left join account oa on oa.region_id = o.region_id and oa.account_id = o.account_id
      cross join lateral (select (coalesce(g.clock_at, $3::timestamptz) at time zone g.time_zone)::date as day) today
      where r.region_id = s.region_id and r.account_id = s.account_id and r.revoked_at is null
        and (r.from_on is null or r.from_on <= today.day) and (r.until_on is null or r.until_on > today.day)
        and (r.stands_in_for is null or (o.revoked_at is null and oa.disabled_at is null
          and (o.from_on is null or o.from_on <= today.day) and (o.until_on is null or o.until_on > today.day)))) as grants
  from session s
  join account a on a.region_id = s.region_id and a.account_id = s.account_id
  join region g on g.region_id = s.region_id
  where s.region_id = $1 and s.token_hash = $2 and s.revoked_at is null and s.expires_at > $3::timestamptz
    and a.disabled_at is null`

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
