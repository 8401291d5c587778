import { canonicalJson } from '#core/kit'
import { genesisHash } from './seal.ts'
import type { Sha256 } from './types.ts'
import type { ChainVerdict } from './verify-chain.ts'

/** One audit row as written in the transaction of the change that it records. `body` is canonical JSON text. */
export interface AuditRow {
  readonly auditId: string
  readonly at: string
  readonly actorId: string | null
  readonly action: string
  readonly objectKind: string
  readonly objectId: string
  readonly body: string
}

/** The place of an audit row in its region's chain. */
export interface AuditLink {
  readonly seq: number
  readonly auditId: string
  readonly previousHash: string
  readonly hash: string
}

/** The hash of an audit row in its place: SHA-256 of the canonical JSON of region, place, previous hash and row. */
export function auditHash(regionId: string, seq: number, previousHash: string, row: AuditRow, sha256: Sha256): string {
  const { auditId, at, actorId, action, objectKind, objectId, body } = row
  return sha256(
    canonicalJson({ regionId, seq, previousHash, auditId, at, actorId, action, objectKind, objectId, body }),
  )
}

/** Links committed rows, in the given order, to the chain's last link (null = none yet). */
export function linkAuditRows(
  regionId: string,
  last: AuditLink | null,
  rows: readonly AuditRow[],
  sha256: Sha256,
): AuditLink[] {
  let [seq, previousHash] = [last?.seq ?? 0, last?.hash ?? genesisHash]
  return rows.map((row) => {
    seq += 1
    const link = { seq, auditId: row.auditId, previousHash, hash: auditHash(regionId, seq, previousHash, row, sha256) }
    previousHash = link.hash
    return link
  })
}

/** Recomputes a stretch of the audit chain after `last` (null = from its beginning). Rows not yet linked are not part of it. */
export function verifyAuditLinks(
  regionId: string,
  entries: readonly { readonly link: AuditLink; readonly row: AuditRow }[],
  sha256: Sha256,
  last: AuditLink | null = null,
): ChainVerdict {
  let [seq, head] = [last?.seq ?? 0, last?.hash ?? genesisHash]
  for (const { link, row } of entries) {
    seq += 1
    if (link.seq !== seq) return { ok: false, seq, fault: 'gap' }
    if (link.previousHash !== head || link.auditId !== row.auditId) return { ok: false, seq, fault: 'brokenLink' }
    if (auditHash(regionId, seq, head, row, sha256) !== link.hash) return { ok: false, seq, fault: 'changed' }
    head = link.hash
  }
  return { ok: true, length: entries.length, head }
}
