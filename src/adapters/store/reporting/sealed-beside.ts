import { sql, type RawBuilder, type Transaction } from 'kysely'
import { z } from 'zod'
import type { SealedBeside } from '#core/reporting'
import type { Tables } from '../schema/tables.ts'
import { besideRows } from './beside-rows.ts'

const instant = z.string().transform((text) => new Date(text).toISOString())

/** As the tables say it. */
const besideSchema = besideRows(instant)

const arrayOf = (entries: RawBuilder<unknown>) =>
  sql`coalesce((select json_agg(entry) from (${entries}) as entries), '[]')`

/** Released figures, checks, standing events of red lines and recognised rows of a plan's items, in a fixed order, without names. */
export async function readBeside(
  tx: Transaction<Tables>,
  regionId: string,
  planId: string,
  until: string,
): Promise<SealedBeside> {
  const answer = await sql<unknown>`
    with item as materialized (
      select item_id from plan_item where region_id = ${regionId} and plan_id = ${planId})
    select
      ${arrayOf(sql`
        select json_build_object('itemId', r.item_id, 'periodId', r.period_id, 'value', r.value::text, 'estimate', r.estimate,
          'body', r.body, 'document', r.document, 'releasedOn', r.released_on) as entry
        from item i join release_figure r on r.region_id = ${regionId} and r.item_id = i.item_id
        where r.imported_at <= ${until} order by r.item_id, r.period_id`)} as releases,
      ${arrayOf(sql`
        select json_build_object('itemId', v.item_id, 'periodId', v.period_id, 'basis', v.basis,
          'verifiedAt', v.verified_at) as entry
        from item i join verification v on v.region_id = ${regionId} and v.item_id = i.item_id
        where v.revoked_at is null and v.verified_at <= ${until} order by v.item_id, v.verified_at, v.verification_id`)} as verifications,
      ${arrayOf(sql`
        select json_build_object('itemId', e.item_id, 'happenedOn', e.happened_on) as entry
        from item i join red_line_event e on e.region_id = ${regionId} and e.item_id = i.item_id
        where e.recorded_at <= ${until} and not exists (select from red_line_revocation k
          where k.region_id = e.region_id and k.event_id = e.event_id and k.approved_at <= ${until})
        order by e.item_id, e.happened_on, e.event_id`)} as "redLines",
      ${arrayOf(sql`
        select json_build_object('itemId', g.item_id, 'rowId', g.row_id, 'recognisedOn', g.recognised_on,
          'looked', coalesce(g.looked_at <= ${until}, false)) as entry
        from item i join recognition g on g.region_id = ${regionId} and g.item_id = i.item_id
        where g.recognised_on is not null and g.withdrawn_at is null
        order by g.item_id, g.row_id`)} as recognitions`.execute(tx)
  return { form: 2, ...besideSchema.parse(answer.rows[0]) }
}
