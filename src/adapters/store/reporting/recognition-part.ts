import { sql, type RawBuilder, type Transaction } from 'kysely'
import { z } from 'zod'
import type { RecognitionRow, TargetStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

const filesSchema = z.array(
  z.object({
    attachmentId: z.string(),
    sha256: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number(),
  }),
)

/** The standing files of an owner as a JSON array, oldest first. */
export const filesOfOwner = (kind: string, owner: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((select json_agg(json_build_object('attachmentId', a.attachment_id, 'sha256', a.sha256, 'fileName', a.file_name,
      'mediaType', a.media_type, 'sizeBytes', a.size_bytes) order by a.added_at, a.attachment_id)
    from attachment a where a.region_id = guatu_region() and a.owner_kind = ${kind} and a.owner_id = ${owner}
      and a.removed_at is null), '[]')`

/** Reads the files that `filesOfOwner` wrote. */
export const filesOf = (json: unknown): RecognitionRow['files'] => filesSchema.parse(json)

type Methods = Pick<TargetStore, 'recognitions' | 'recognition' | 'saveRecognition'>

/** Recognised units of count. */
export function recognitionPart(tx: Transaction<Tables>, regionId: string): Methods {
  return {
    recognitions: (itemIds) =>
      itemIds.length === 0 ? Promise.resolve([]) : select(tx, regionId, sql`r.item_id = any(${[...itemIds]}::uuid[])`),
    async recognition(rowId) {
      const [row] = await select(tx, regionId, sql`r.row_id = ${rowId}`)
      return row ?? null
    },
    async saveRecognition(row) {
      const saved = await sql`
        insert into recognition as r (region_id, row_id, item_id, unit_id, name, disclosure, body, document, filed_on, admitted_on,
          recognised_on, looked_at, looked_by, withdrawn_at, withdrawn_by, withdrawal_reason, revision, changed_at, changed_by)
        values (${regionId}, ${row.rowId}, ${row.itemId}, ${row.unitId}, ${row.name}, ${row.disclosure}, ${row.body}, ${row.document},
          ${row.filedOn}, ${row.admittedOn}, ${row.recognisedOn}, ${row.lookedAt}, ${row.lookedBy}, ${row.withdrawnAt},
          ${row.withdrawnBy}, ${row.withdrawalReason}, ${row.revision}, ${row.changedAt}, ${row.changedBy})
        on conflict (region_id, row_id) do update set name = excluded.name, disclosure = excluded.disclosure, body = excluded.body,
          document = excluded.document, filed_on = excluded.filed_on, admitted_on = excluded.admitted_on,
          recognised_on = excluded.recognised_on, looked_at = excluded.looked_at, looked_by = excluded.looked_by,
          withdrawn_at = excluded.withdrawn_at, withdrawn_by = excluded.withdrawn_by,
          withdrawal_reason = excluded.withdrawal_reason, revision = excluded.revision, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by
        where r.revision = excluded.revision - 1`.execute(tx)
      return saved.numAffectedRows === 1n
    },
  }
}

interface RecognitionRecord extends Omit<RecognitionRow, 'files'> {
  readonly files: unknown
}

async function select(
  tx: Transaction<Tables>,
  regionId: string,
  condition: RawBuilder<unknown>,
): Promise<readonly RecognitionRow[]> {
  const answer = await sql<RecognitionRecord>`
    select r.row_id as "rowId", r.item_id as "itemId", r.unit_id as "unitId", r.name, r.disclosure, r.body, r.document,
      r.filed_on as "filedOn", r.admitted_on as "admittedOn", r.recognised_on as "recognisedOn", r.looked_at as "lookedAt",
      r.looked_by as "lookedBy", r.withdrawn_at as "withdrawnAt", r.withdrawal_reason as "withdrawalReason", r.revision,
      r.changed_at as "changedAt", r.changed_by as "changedBy", ${filesOfOwner('recognition', sql`r.row_id`)} as files
    from recognition r where r.region_id = ${regionId} and ${condition}
    order by coalesce(r.recognised_on, r.admitted_on, r.filed_on) desc, r.row_id`.execute(tx)
  return answer.rows.map((row) => ({ ...row, files: filesOf(row.files) }))
}
