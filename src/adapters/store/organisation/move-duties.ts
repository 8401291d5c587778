import { sql, type Transaction } from 'kysely'
import type { LocalDate } from '#core/kit'
import type { Tables } from '../schema/tables.ts'

/**
 * What a unit answers for goes to another: duties and reporting from the next period on, offices, task forces, memberships, posts.
 * Sheets, reports, problems and orders stay under the unit that they were asked of.
 */
export async function moveDuties(
  tx: Transaction<Tables>,
  regionId: string,
  { fromUnitId, toUnitId, on }: { fromUnitId: string; toUnitId: string; on: LocalDate },
): Promise<void> {
  const [of, to] = [sql`region_id = ${regionId}`, sql`${toUnitId}::uuid`]
  const gone = sql`${fromUnitId}::uuid`
  const statements = [
    sql`insert into plan_duty (region_id, item_id, unit_id, role, order_no)
      select region_id, item_id, ${to}, role, order_no from plan_duty where ${of} and unit_id = ${gone}
      on conflict do nothing`,
    sql`delete from plan_duty where ${of} and unit_id = ${gone}`,
    sql`update plan_item set reporting_unit_id = ${to} where ${of} and reporting_unit_id = ${gone}`,
    sql`update task_force set office_unit_id = ${to} where ${of} and office_unit_id = ${gone}`,
    sql`insert into task_force_member (region_id, plan_id, campaign_no, unit_id)
      select region_id, plan_id, campaign_no, ${to} from task_force_member where ${of} and unit_id = ${gone}
      on conflict do nothing`,
    sql`delete from task_force_member where ${of} and unit_id = ${gone}`,
    sql`insert into unit_group_member (region_id, group_unit_id, member_unit_id, from_date, to_date)
      select m.region_id, m.group_unit_id, ${to}, ${on}::date, null from unit_group_member m
      where m.region_id = ${regionId} and m.member_unit_id = ${gone} and m.to_date is null
        and not exists (select from unit_group_member k where k.region_id = m.region_id
          and k.group_unit_id = m.group_unit_id and k.member_unit_id = ${to} and k.to_date is null)
      on conflict (region_id, group_unit_id, member_unit_id, from_date) do update set to_date = null`,
    sql`update unit_group_member set to_date = ${on}::date where ${of} and member_unit_id = ${gone} and to_date is null`,
    sql`insert into unit_group_member (region_id, group_unit_id, member_unit_id, from_date, to_date)
      select m.region_id, ${to}, m.member_unit_id, ${on}::date, null from unit_group_member m
      where m.region_id = ${regionId} and m.group_unit_id = ${gone} and m.to_date is null
        and not exists (select from unit_group_member k where k.region_id = m.region_id
          and k.group_unit_id = ${to} and k.member_unit_id = m.member_unit_id and k.to_date is null)
      on conflict (region_id, group_unit_id, member_unit_id, from_date) do update set to_date = null`,
    sql`update unit_group_member set to_date = ${on}::date where ${of} and group_unit_id = ${gone} and to_date is null`,
    sql`update post set unit_id = ${to} where ${of} and unit_id = ${gone} and not exists (
      select from post k where k.region_id = post.region_id and k.unit_id = ${to} and k.title = post.title)`,
  ]
  for (const statement of statements) await statement.execute(tx)
}
