import { sql, type RawBuilder, type Transaction } from 'kysely'
import { z } from 'zod'
import type { RedLineEntry, TargetStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'
import { filesOf, filesOfOwner } from './recognition-part.ts'

type Methods = Pick<TargetStore, 'redLineEvents' | 'redLineEvent' | 'addRevocation' | 'decideRevocation'>

/** Events of red lines with their files, and revocations. */
export function redLinePart(tx: Transaction<Tables>, regionId: string): Methods {
  return {
    redLineEvents: (itemId) => select(tx, regionId, sql`e.item_id = ${itemId}`),
    async redLineEvent(eventId) {
      const [row] = await select(tx, regionId, sql`e.event_id = ${eventId}`)
      return row ?? null
    },
    async addRevocation(row) {
      await sql`insert into red_line_revocation (region_id, revocation_id, event_id, reason, made_at, made_by)
        values (${regionId}, ${row.revocationId}, ${row.eventId}, ${row.reason}, ${row.at}, ${row.by})`.execute(tx)
    },
    async decideRevocation({ revocationId, approved, at, by }) {
      const decided = await tx
        .updateTable('red_line_revocation')
        .set({ approved_by: by, ...(approved ? { approved_at: at } : { refused_at: at }) })
        .where('region_id', '=', regionId)
        .where('revocation_id', '=', revocationId)
        .where('approved_at', 'is', null)
        .where('refused_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

const revocationSchema = z
  .object({
    revocationId: z.string(),
    reason: z.string(),
    madeAt: z.string().transform((text) => new Date(text).toISOString()),
    madeBy: z.string(),
    approvedAt: z
      .string()
      .transform((text) => new Date(text).toISOString())
      .nullable(),
  })
  .nullable()

interface EventRecord extends Omit<RedLineEntry, 'files' | 'revocation'> {
  readonly files: unknown
  readonly revocation: unknown
}

async function select(
  tx: Transaction<Tables>,
  regionId: string,
  condition: RawBuilder<unknown>,
): Promise<readonly RedLineEntry[]> {
  const answer = await sql<EventRecord>`
    select e.event_id as "eventId", e.item_id as "itemId", e.happened_on as "happenedOn", e.note, e.recorded_at as "recordedAt",
      e.recorded_by as "recordedBy", ${filesOfOwner('redLine', sql`e.event_id`)} as files,
      (select json_build_object('revocationId', v.revocation_id, 'reason', v.reason, 'madeAt', v.made_at, 'madeBy', v.made_by,
          'approvedAt', v.approved_at)
        from red_line_revocation v where v.region_id = e.region_id and v.event_id = e.event_id and v.refused_at is null
        order by v.made_at desc limit 1) as revocation
    from red_line_event e where e.region_id = ${regionId} and ${condition} order by e.happened_on, e.event_id`.execute(
    tx,
  )
  return answer.rows.map((row) => ({
    ...row,
    files: filesOf(row.files),
    revocation: revocationSchema.parse(row.revocation),
  }))
}
