import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { LeagueSources } from '#app/scoring'
import type { Tables } from '../schema/tables.ts'

const sourcesSchema = z.object({
  planTitle: z.string(),
  campaigns: z.array(z.object({ no: z.number(), name: z.string() })),
  taskForces: z.array(z.object({ campaignNo: z.number(), officeUnitName: z.string().nullable() })),
  reportingUnitIds: z.array(z.string().nullable()),
})

/** Who is judged by a plan, in one question: a member asks it with every score that he gives. */
export async function readLeagueSources(
  tx: Transaction<Tables>,
  regionId: string,
  planId: string,
): Promise<LeagueSources | null> {
  const found = await sql<unknown>`
    select p.title as "planTitle", v.content -> 'campaigns' as campaigns,
      coalesce((select json_agg(json_build_object('campaignNo', f.campaign_no, 'officeUnitName', u.name))
        from task_force f left join unit u on u.region_id = f.region_id and u.unit_id = f.office_unit_id
        where f.region_id = ${regionId} and f.plan_id = ${planId}), '[]') as "taskForces",
      array(select distinct i.reporting_unit_id::text from plan_item i where i.region_id = ${regionId}
        and i.plan_id = ${planId} and i.removed_in_version is null) as "reportingUnitIds"
    from plan p
    join plan_version v on v.region_id = p.region_id and v.plan_id = p.plan_id and v.version = p.current_version
    where p.region_id = ${regionId} and p.plan_id = ${planId}`.execute(tx)
  const [row] = found.rows
  return row === undefined ? null : sourcesSchema.parse(row)
}
