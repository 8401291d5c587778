import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { RegisterStore, UnitChangeKind, UnitDuty } from '#app/organisation'
import { groupBy, type LocalDate } from '#core/kit'
import type { Role } from '#core/organisation'
import type { UnitKind } from '#core/plan'
import { loadPinyin } from '../kit/pinyin.ts'
import { setGroupMembers } from '../plan/plan-units.ts'
import { takeTurn } from '../kit/take-turn.ts'
import type { Tables } from '../schema/tables.ts'
import { moveDuties } from './move-duties.ts'
import { postRows } from './post-rows.ts'

/** Units, groups, posts and what changed in them, in PostgreSQL. */
export function registerStore(tx: Transaction<Tables>, regionId: string): RegisterStore {
  return {
    ...readingPart(tx, regionId),
    ...writingPart(tx, regionId),
    ...postRows(tx, regionId),
    moveDuties: (fromUnitId, toUnitId, on) => moveDuties(tx, regionId, { fromUnitId, toUnitId, on }),
    setMembers: (groupUnitId, memberUnitIds, from) =>
      setGroupMembers(tx, regionId, { groupUnitId, memberUnitIds, from }),
  }
}

type Reading = 'registeredUnits' | 'unitPeople' | 'dutyCounts' | 'dutiesOf' | 'memberships' | 'changesOf'

function readingPart(tx: Transaction<Tables>, regionId: string): Pick<RegisterStore, Reading> {
  return {
    async registeredUnits() {
      const units = await tx
        .selectFrom('unit')
        .selectAll()
        .where('region_id', '=', regionId)
        .orderBy('sort_key')
        .execute()
      const rows = await tx.selectFrom('unit_alias').selectAll().where('region_id', '=', regionId).execute()
      const aliases = groupBy(rows, (row) => row.unit_id)
      return units.map((unit) => ({
        ...{ unitId: unit.unit_id, name: unit.name, kind: unit.kind as UnitKind, initials: unit.initials },
        ...{ endedAt: unit.ended_at, mergedInto: unit.merged_into, revision: unit.revision },
        aliases: (aliases.get(unit.unit_id) ?? []).map(({ alias }) => alias),
      }))
    },
    async unitPeople(today, unitId) {
      return (await peopleOf(regionId, today, unitId).execute(tx)).rows
    },
    async dutyCounts() {
      const found = await sql<{ unit_id: string; items: string }>`
        select d.unit_id, count(distinct d.item_id) as items from plan_duty d
        join plan_item i on i.region_id = d.region_id and i.item_id = d.item_id
        where d.region_id = ${regionId} and i.removed_in_version is null group by d.unit_id`.execute(tx)
      return new Map(found.rows.map((row) => [row.unit_id, Number(row.items)]))
    },
    async dutiesOf(unitId, today) {
      return (await dutiesOf(regionId, unitId, today).execute(tx)).rows
    },
    memberships: () => membershipsOf(tx, regionId),
    async changesOf(unitId) {
      const rows = await tx
        .selectFrom('unit_change as c')
        .leftJoin('account as a', (join) =>
          join.onRef('a.region_id', '=', 'c.region_id').onRef('a.account_id', '=', 'c.changed_by'),
        )
        .selectAll('c')
        .select('a.display_name')
        .where('c.region_id', '=', regionId)
        .where('c.unit_id', '=', unitId)
        .orderBy('c.changed_at', 'desc')
        .orderBy('c.recorded_at', 'desc')
        .execute()
      return rows.map((row) => ({
        ...{ changeId: row.change_id, unitId: row.unit_id, kind: row.kind as UnitChangeKind, reason: row.reason },
        ...{ changed: changedSchema.parse(row.changed), at: row.changed_at, byName: row.display_name ?? '' },
      }))
    },
  }
}

async function membershipsOf(tx: Transaction<Tables>, regionId: string): ReturnType<RegisterStore['memberships']> {
  const found = await sql<Awaited<ReturnType<RegisterStore['memberships']>>[number]>`
    select m.group_unit_id as "groupUnitId", m.member_unit_id as "memberUnitId", m.from_date as "from",
      m.to_date as "until", g.name as "groupName", u.name as "memberName"
    from unit_group_member m
    join unit g on g.region_id = m.region_id and g.unit_id = m.group_unit_id
    join unit u on u.region_id = m.region_id and u.unit_id = m.member_unit_id
    where m.region_id = ${regionId} and (m.to_date is null or m.to_date > m.from_date)
    order by g.sort_key, u.sort_key, m.from_date`.execute(tx)
  return found.rows
}

const changedSchema = z.record(z.string(), z.tuple([z.string(), z.string()]))

interface PersonRecord {
  readonly unitId: string
  readonly accountId: string
  readonly displayName: string
  readonly role: Role
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  readonly standsInFor: string | null
  readonly standsInForName: string | null
}

function peopleOf(regionId: string, today: LocalDate, unitId: string | undefined) {
  const only = unitId === undefined ? sql`` : sql`and r.unit_id = ${unitId}`
  return sql<PersonRecord>`
    select r.unit_id as "unitId", r.account_id as "accountId", a.display_name as "displayName", r.role,
      r.from_on as "from", r.until_on as "until", o.account_id as "standsInFor", oa.display_name as "standsInForName"
    from account_role r
    join account a on a.region_id = r.region_id and a.account_id = r.account_id and a.disabled_at is null
    left join account_role o on o.region_id = r.region_id and o.grant_id = r.stands_in_for
    left join account oa on oa.region_id = o.region_id and oa.account_id = o.account_id
    where r.region_id = ${regionId} and r.role in ('reporter', 'signer') and r.unit_id is not null ${only}
      and r.revoked_at is null and (r.until_on is null or r.until_on > ${today}::date)
      and (r.stands_in_for is null or (o.revoked_at is null and oa.disabled_at is null
        and (o.until_on is null or o.until_on > ${today}::date)))
    order by r.role, a.display_name, r.grant_id`
}

function dutiesOf(regionId: string, unitId: string, today: LocalDate) {
  return sql<UnitDuty>`
    with named as (
      select ${unitId}::uuid as unit_id, null::text as group_name
      union all
      select m.group_unit_id, g.name from unit_group_member m
      join unit g on g.region_id = m.region_id and g.unit_id = m.group_unit_id
      where m.region_id = ${regionId} and m.member_unit_id = ${unitId} and m.from_date <= ${today}::date
        and (m.to_date is null or m.to_date > ${today}::date))
    select i.item_id as "itemId", i.title, p.title as "planTitle", d.role, n.group_name as "throughGroup"
    from named n
    join plan_duty d on d.region_id = ${regionId} and d.unit_id = n.unit_id
    join plan_item i on i.region_id = d.region_id and i.item_id = d.item_id and i.removed_in_version is null
    join plan p on p.region_id = i.region_id and p.plan_id = i.plan_id
    order by n.group_name nulls first, p.year desc, p.title, i.order_no`
}

type Writing = 'takeTurn' | 'addUnit' | 'saveUnit' | 'addAliases' | 'removeAliases' | 'recordChanges'

function writingPart(tx: Transaction<Tables>, regionId: string): Pick<RegisterStore, Writing> {
  return {
    takeTurn: () => takeTurn(tx, regionId),
    async addUnit({ unitId, name, kind, at }) {
      const { sortKey, initials } = await loadPinyin()
      const added = await tx
        .insertInto('unit')
        .values({
          ...{ region_id: regionId, unit_id: unitId, name, kind, created_at: at },
          ...{ sort_key: sortKey(name), initials: initials(name) },
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'name']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async saveUnit({ unitId, name, kind, endedAt, mergedInto, revision }) {
      const { sortKey, initials } = await loadPinyin()
      const saved = await tx
        .updateTable('unit')
        .set({
          ...{ name, kind, sort_key: sortKey(name), initials: initials(name) },
          ...{ ended_at: endedAt, merged_into: mergedInto, revision: revision + 1 },
        })
        .where('region_id', '=', regionId)
        .where('unit_id', '=', unitId)
        .where('revision', '=', revision)
        .executeTakeFirst()
      return saved.numUpdatedRows === 1n
    },
    async addAliases(unitId, aliases) {
      if (aliases.length === 0) return
      const rows = aliases.map((alias) => ({ region_id: regionId, alias, unit_id: unitId }))
      await tx.insertInto('unit_alias').values(rows).execute()
    },
    async removeAliases(unitId, aliases) {
      if (aliases.length === 0) return
      const own = tx.deleteFrom('unit_alias').where('region_id', '=', regionId).where('unit_id', '=', unitId)
      await own.where('alias', 'in', [...aliases]).execute()
    },
    async recordChanges(changes) {
      if (changes.length === 0) return
      const rows = changes.map(({ changeId, unitId, kind, changed, reason, at, by }) => ({
        ...{ region_id: regionId, change_id: changeId, unit_id: unitId, kind, reason },
        ...{ changed: JSON.stringify(changed), changed_at: at, changed_by: by },
      }))
      await tx.insertInto('unit_change').values(rows).execute()
    },
  }
}
