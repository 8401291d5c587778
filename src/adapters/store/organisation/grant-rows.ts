import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { LocalDate } from '#core/kit'
import type { Role, RoleGrant } from '#core/organisation'
import type { Tables } from '../schema/tables.ts'

/** A grant as a query answers it. */
export interface GrantRecord {
  readonly role: string
  readonly unit_id: string | null
  readonly plan_id: string | null
  readonly task_force_no: number | null
  readonly held_before: unknown
  /** The holder of the role that is exercised for him. */
  readonly stands_in_for_account: string | null
}

const accountIds = z.array(z.string())

/** A grant as the rights sentences read it. */
export function grantOf(row: GrantRecord): RoleGrant {
  const heldBefore = accountIds.parse(row.held_before)
  return {
    role: row.role as Role,
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
    ...(row.plan_id === null ? {} : { planId: row.plan_id }),
    ...(row.task_force_no === null ? {} : { taskForceNo: row.task_force_no }),
    ...(row.stands_in_for_account === null ? {} : { standsInFor: row.stands_in_for_account }),
    ...(heldBefore.length === 0 ? {} : { heldBefore }),
  }
}

interface NamedGrant extends GrantRecord {
  readonly grant_id: string
  readonly account_id: string
  readonly from_on: string | null
  readonly until_on: string | null
  readonly unit_name: string | null
  readonly stands_in_for_name: string | null
}

/** All roles that are in force on a day or later. One that is exercised for somebody else needs his to be so as well. */
export async function grantsFrom(
  tx: Transaction<Tables>,
  regionId: string,
  today: LocalDate,
): Promise<readonly NamedGrant[]> {
  const found = await sql<NamedGrant>`
    select r.grant_id, r.account_id, r.role, r.unit_id, r.plan_id, r.task_force_no, r.from_on, r.until_on, r.held_before,
      u.name as unit_name, s.account_id as stands_in_for_account, a.display_name as stands_in_for_name
    from account_role r
    left join unit u on u.region_id = r.region_id and u.unit_id = r.unit_id
    left join account_role s on s.region_id = r.region_id and s.grant_id = r.stands_in_for
    left join account a on a.region_id = s.region_id and a.account_id = s.account_id
    where r.region_id = ${regionId} and r.revoked_at is null and (r.until_on is null or r.until_on > ${today}::date)
      and (r.stands_in_for is null or (s.revoked_at is null and a.disabled_at is null
        and (s.until_on is null or s.until_on > ${today}::date)))
    order by r.granted_at, r.grant_id`.execute(tx)
  return found.rows
}
