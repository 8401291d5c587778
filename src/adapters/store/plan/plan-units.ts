import { sql, type Transaction } from 'kysely'
import type { PlanStore } from '#app/plan'
import type { UnitKind } from '#core/plan'
import { loadPinyin } from '../kit/pinyin.ts'
import type { Tables } from '../schema/tables.ts'

type Part = Pick<PlanStore, 'addUnits' | 'addAliases' | 'setGroupMembers' | 'planUnits' | 'unitAccounts'>

/** The units that plans name: new ones, their spellings, groups, and the accounts of their people. */
export function unitPart(tx: Transaction<Tables>, regionId: string): Part {
  return {
    async addUnits(units, at) {
      if (units.length === 0) return
      const { sortKey, initials } = await loadPinyin()
      const rows = units.map(({ unitId, name, kind }) => ({
        ...{ region_id: regionId, unit_id: unitId, name, kind, created_at: at },
        ...{ sort_key: sortKey(name), initials: initials(name) },
      }))
      await tx.insertInto('unit').values(rows).execute()
    },
    async addAliases(aliases) {
      if (aliases.length === 0) return
      await tx
        .insertInto('unit_alias')
        .values(aliases.map(({ alias, unitId }) => ({ region_id: regionId, alias, unit_id: unitId })))
        .onConflict((conflict) => conflict.columns(['region_id', 'alias']).doNothing())
        .execute()
    },
    async setGroupMembers(groups, from) {
      for (const group of groups) await setGroupMembers(tx, regionId, { ...group, from })
    },
    async planUnits(planId) {
      const rows = await unitsOfPlan(regionId, planId).execute(tx)
      return rows.rows.map((row) => ({ ...row, kind: row.kind as UnitKind, items: Number(row.items) }))
    },
    async unitAccounts(today: string) {
      const rows = await accountsOfUnits(regionId, today).execute(tx)
      return rows.rows.map((row) => ({ ...row, role: row.role === 'signer' ? 'signer' : 'reporter' }))
    },
  }
}

interface Membership {
  readonly groupUnitId: string
  readonly memberUnitIds: readonly string[]
  readonly from: string
}

/** The group means these units from a day on. */
export async function setGroupMembers(tx: Transaction<Tables>, regionId: string, group: Membership): Promise<void> {
  await endMembers(tx, regionId, group)
  await beginMembers(tx, regionId, group)
}

async function endMembers(tx: Transaction<Tables>, regionId: string, group: Membership): Promise<void> {
  await tx
    .updateTable('unit_group_member')
    .set({ to_date: group.from })
    .where('region_id', '=', regionId)
    .where('group_unit_id', '=', group.groupUnitId)
    .where('to_date', 'is', null)
    .where(sql<boolean>`not (member_unit_id = any(${[...group.memberUnitIds]}::uuid[]))`)
    .execute()
}

async function beginMembers(tx: Transaction<Tables>, regionId: string, group: Membership): Promise<void> {
  const present = await tx
    .selectFrom('unit_group_member')
    .select('member_unit_id')
    .where('region_id', '=', regionId)
    .where('group_unit_id', '=', group.groupUnitId)
    .where('to_date', 'is', null)
    .execute()
  const known = new Set(present.map((row) => row.member_unit_id))
  const rows = group.memberUnitIds
    .filter((unitId) => !known.has(unitId))
    .map((unitId) => ({
      ...{ region_id: regionId, group_unit_id: group.groupUnitId, member_unit_id: unitId, from_date: group.from },
      to_date: null,
    }))
  if (rows.length === 0) return
  await tx
    .insertInto('unit_group_member')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'group_unit_id', 'member_unit_id', 'from_date']).doUpdateSet({ to_date: null }),
    )
    .execute()
}

/** Units on duty, in a task force, its office, or member of a group that is on duty; how many items each is on. */
function unitsOfPlan(regionId: string, planId: string) {
  return sql<{ unitId: string; name: string; kind: string; items: number }>`
    with duty as (
      select d.unit_id, count(*) as items from plan_duty d
      join plan_item i on i.region_id = d.region_id and i.item_id = d.item_id
      where d.region_id = ${regionId} and i.plan_id = ${planId} and i.removed_in_version is null
      group by d.unit_id
    ), named as (
      select unit_id from duty
      union select unit_id from task_force_member where region_id = ${regionId} and plan_id = ${planId}
      union select office_unit_id from task_force where region_id = ${regionId} and plan_id = ${planId}
    )
    select u.unit_id as "unitId", u.name, u.kind, coalesce(duty.items, 0) as items
    from unit u left join duty on duty.unit_id = u.unit_id
    where u.region_id = ${regionId} and (u.unit_id in (select unit_id from named) or u.unit_id in (
      select m.member_unit_id from unit_group_member m
      where m.region_id = ${regionId} and m.to_date is null and m.group_unit_id in (select unit_id from named)))
    order by u.sort_key`
}

/** By a role that they hold, or that was proposed for them when they were opened. */
function accountsOfUnits(regionId: string, today: string) {
  return sql<{ accountId: string; login: string; unitId: string; role: string; everSignedIn: boolean }>`
    with post as (
      select account_id, unit_id, role from account_role
      where region_id = ${regionId} and revoked_at is null and stands_in_for is null
        and (until_on is null or until_on > ${today}::date)
      union select account_id, unit_id, role from proposed_grant
      where region_id = ${regionId} and (decided_at is null or grant_id is null))
    select a.account_id as "accountId", a.login, r.unit_id as "unitId", r.role,
      exists (select 1 from session s where s.region_id = a.region_id and s.account_id = a.account_id) as "everSignedIn"
    from account a join post r on r.account_id = a.account_id
    where a.region_id = ${regionId} and r.role in ('reporter', 'signer') and r.unit_id is not null
      and a.disabled_at is null`
}
