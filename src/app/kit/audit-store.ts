import type { Json } from '#core/kit'

/** One write as the audit chain keeps it. `body` is plain JSON data: ids, old and new values; never secrets. */
export interface AuditEntry {
  readonly action: string
  readonly objectKind: string
  readonly objectId: string
  readonly body: { readonly [member: string]: Json | undefined }
}

/** Puts the audit row of a write into the write's own transaction. */
export interface AuditStore {
  record(entry: AuditEntry): Promise<void>
  /** The same for a write of many rows, in one statement. */
  recordAll(entries: readonly AuditEntry[]): Promise<void>
}
