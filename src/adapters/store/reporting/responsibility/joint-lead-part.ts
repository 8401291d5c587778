import { sql, type Transaction } from 'kysely'
import type { DutyStore, JointLeadRow } from '#app/reporting'
import type { LocalDate } from '#core/kit'
import type { Tables } from '../../schema/tables.ts'
import { holdersOn } from './duty-part.ts'

/** Items in force that several units lead, where nobody has said yet which of them reports and signs. */
export function jointLeadPart(tx: Transaction<Tables>, regionId: string): Pick<DutyStore, 'jointLeads'> {
  return {
    async jointLeads(on: LocalDate) {
      const { rows } = await sql<JointLeadRow>`
        select i.item_id as "itemId", i.title as "itemTitle", i.plan_id as "planId", i.campaign_no as "campaignNo",
          tf.office_unit_id as "officeUnitId", i.reporting_unit_id as "unitId", u.name as "unitName", l.leads
        from (select h.item_id, json_agg(json_build_object('unitId', h.unit_id, 'unitName', n.name) order by h.order_no) as leads
          from (select distinct on (h.item_id, h.unit_id) h.* from (${holdersOn(regionId, on)} and d.role = 'lead') h
            order by h.item_id, h.unit_id, h.order_no) h
          join unit n on n.region_id = h.region_id and n.unit_id = h.unit_id
          group by h.item_id having count(*) > 1) l
        join plan_item i on i.region_id = ${regionId} and i.item_id = l.item_id and i.removed_in_version is null
        join unit u on u.region_id = i.region_id and u.unit_id = i.reporting_unit_id
        left join task_force tf on tf.region_id = i.region_id and tf.plan_id = i.plan_id and tf.campaign_no = i.campaign_no
        where not exists (select from duty_change c
          where c.region_id = i.region_id and c.item_id = i.item_id and c.to_unit_id = i.reporting_unit_id)
        order by i.plan_id, i.order_no`.execute(tx)
      return rows
    },
  }
}
