import type { Transaction } from 'kysely'
import type { AuditEntry, AuditStore } from '#app/kit'
import { canonicalJson } from '#core/kit'
import type { Tables } from '../schema/tables.ts'

/** Who writes, and when by the server's clock: the audit never follows a region's own clock. */
export interface AuditAuthor {
  readonly regionId: string
  readonly actorId: string | null
  readonly serverNow: string
  readonly newId: () => string
}

/** An entry as its table takes it, without what the author adds. */
export function auditRecord(author: AuditAuthor, entry: AuditEntry) {
  const { action, objectKind: object_kind, objectId: object_id } = entry
  return { audit_id: author.newId(), action, object_kind, object_id, body: canonicalJson(entry.body) }
}

/** Puts audit rows into the write's own transaction; the chainer links them after the commit. */
export function auditStore(tx: Transaction<Tables>, author: AuditAuthor): AuditStore {
  const { regionId: region_id, serverNow: at, actorId: actor_id } = author
  const recordAll = async (entries: readonly AuditEntry[]): Promise<void> => {
    if (entries.length === 0) return
    const rows = entries.map((entry) => ({ region_id, at, actor_id, ...auditRecord(author, entry) }))
    await tx.insertInto('audit').values(rows).execute()
  }
  return { record: (entry) => recordAll([entry]), recordAll }
}
