import { sql, type Transaction } from 'kysely'
import type { ReportStore } from '#app/reporting'
import type { AuditAuthor } from '../kit/audit-store.ts'
import type { Tables } from '../schema/tables.ts'
import { selectEntries } from './entry-query.ts'
import { saveReports } from './save-reports.ts'
import { entryOf } from './sheet-entry.ts'

type ReportMethods = Pick<ReportStore, 'entries' | 'saveReports' | 'addAttachment' | 'removeAttachment' | 'attachment'>

/** Sheet lines with their reports, and the files attached to them. */
export function reportPart(tx: Transaction<Tables>, author: AuditAuthor): ReportMethods {
  const { regionId } = author
  return {
    entries: async (filter) => (await selectEntries(tx, regionId, filter)).map(entryOf),
    saveReports: (rows, when) => saveReports(tx, author, rows, when),
    async addAttachment(row) {
      await sql`insert into attachment (region_id, attachment_id, owner_kind, owner_id, sha256, file_name, media_type,
          size_bytes, added_at, added_by)
        values (${regionId}, ${row.attachmentId}, ${row.ownerKind}, ${row.ownerId}, ${row.sha256}, ${row.fileName},
          ${row.mediaType}, ${row.sizeBytes}, ${row.at}, ${row.by})`.execute(tx)
    },
    async removeAttachment(attachmentId, ownerId, at) {
      const removed = await tx
        .updateTable('attachment')
        .set({ removed_at: at })
        .where('region_id', '=', regionId)
        .where('attachment_id', '=', attachmentId)
        .where('owner_id', '=', ownerId)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return removed.numUpdatedRows === 1n
    },
    async attachment(attachmentId) {
      const row = await tx
        .selectFrom('attachment')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('attachment_id', '=', attachmentId)
        .executeTakeFirst()
      if (!row) return null
      return {
        attachmentId,
        ownerKind: row.owner_kind,
        ownerId: row.owner_id,
        sha256: row.sha256,
        fileName: row.file_name,
        mediaType: row.media_type,
        sizeBytes: row.size_bytes,
      }
    },
  }
}
