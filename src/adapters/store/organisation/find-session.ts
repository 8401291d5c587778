import { type Kysely, sql } from 'kysely'
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

/** One query per request: the session, its holder's roles and the region's clock; null where it is not living any more. */
export async function findSession(
  db: Kysely<Tables>,
  key: { regionId: string; tokenHash: string; serverNow: string },
): Promise<FoundSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.region_id', '=', 'session.region_id').onRef('account.account_id', '=', 'session.account_id'),
    )
    .innerJoin('region', 'region.region_id', 'session.region_id')
    .select(['session.account_id', 'region.time_zone', 'region.clock_at'])
    .select(
      sql<unknown>`(select coalesce(json_agg(json_build_object('role', r.role, 'unit_id', r.unit_id, 'plan_id', r.plan_id,
        'task_force_no', r.task_force_no)), '[]') from account_role r where r.region_id = session.region_id
        and r.account_id = session.account_id and r.revoked_at is null)`.as('grants'),
    )
    .where('session.region_id', '=', key.regionId)
    .where('session.token_hash', '=', key.tokenHash)
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', key.serverNow)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
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
