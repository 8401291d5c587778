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

/** Puts audit rows into the write's own transaction; the chainer links them after the commit. */
export function auditStore(tx: Transaction<Tables>, author: AuditAuthor): AuditStore {
  const recordAll = async (entries: readonly AuditEntry[]): Promise<void> => {
    if (entries.length === 0) return
    const rows = entries.map((entry) => ({
      region_id: author.regionId,
      audit_id: author.newId(),
      at: author.serverNow,
      actor_id: author.actorId,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: entry.objectId,
      body: canonicalJson(entry.body),
    }))
    await tx.insertInto('audit').values(rows).execute()
  }
  return { record: (entry) => recordAll([entry]), recordAll }
}
