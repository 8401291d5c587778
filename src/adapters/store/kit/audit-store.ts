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
  /** The account for which he acts at this moment; null = for himself. */
  readonly actsFor: () => string | null
}

/** An entry as its table takes it, without what the author adds; `for` says whose role it was done by, where it was somebody else's. */
export function auditRecord(author: AuditAuthor, entry: AuditEntry) {
  const { action, objectKind: object_kind, objectId: object_id } = entry
  const body = canonicalJson({ for: author.actsFor() ?? undefined, ...entry.body })
  return { audit_id: author.newId(), action, object_kind, object_id, body }
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
