import { sql, type Kysely, type Transaction } from 'kysely'
import { type AuditLink, type AuditRow, linkAuditRows, type Sha256 } from '#core/reporting'
import type { Database } from '../open-database.ts'
import { LAST_STATEMENT } from '../region-transaction.ts'
import type { Tables } from '../schema/tables.ts'

const BATCH = 1000

/** Regions that have committed audit rows without a place in their chain, seen across all regions. */
async function regionsWithTail(owner: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await owner.selectFrom('audit').select('region_id').distinct().where('linked', '=', false).execute()
  return rows.map((row) => row.region_id)
}

/**
 * Hangs every committed audit row that has no place yet on its region's chain, region after region; answers how many.
 * Several processes may do this at once: one works on a region at a time, the others pass it by.
 */
export async function linkAuditNow(database: Database, sha256: Sha256): Promise<number> {
  let linked = 0
  for (const regionId of await regionsWithTail(database.owner)) linked += await linkRegion(database, regionId, sha256)
  return linked
}

async function linkRegion(database: Database, regionId: string, sha256: Sha256): Promise<number> {
  let linked = 0
  for (;;) {
    const batch = await database.withRegion(regionId, (tx) => linkBatch(tx, regionId, sha256))
    linked += batch
    if (batch < BATCH) return linked
  }
}

/** One transaction in three trips: the lock ends with it, so that it also holds behind a pooler in transaction mode. */
async function linkBatch(tx: Transaction<Tables>, regionId: string, sha256: Sha256): Promise<number> {
  if (!(await takeChain(tx, regionId))) return 0
  const { last, rows } = await unlinkedRows(tx, regionId)
  if (rows.length === 0) return 0
  const links = linkAuditRows(regionId, last, rows, sha256)
  await sql`${sql.raw(LAST_STATEMENT)}with hung as (
    insert into audit_link (region_id, seq, audit_id, previous_hash, hash)
    select ${regionId}, * from unnest(${links.map((link) => link.seq)}::bigint[], ${links.map((link) => link.auditId)}::uuid[],
      ${links.map((link) => link.previousHash)}::text[], ${links.map((link) => link.hash)}::text[])
    returning audit_id)
    update audit set linked = true from hung
    where audit.region_id = ${regionId} and audit.audit_id = hung.audit_id`.execute(tx)
  return links.length
}

async function takeChain(tx: Transaction<Tables>, regionId: string): Promise<boolean> {
  const answer = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('guatu.audit'), hashtext(${regionId})) as mine`.execute(tx)
  return answer.rows[0]?.mine === true
}

/** Committed rows without a place, oldest first, and the end of the chain; null where nothing is linked yet. */
async function unlinkedRows(
  tx: Transaction<Tables>,
  regionId: string,
): Promise<{ readonly last: AuditLink | null; readonly rows: readonly AuditRow[] }> {
  const found = await auditColumns(tx)
    .leftJoinLateral(
      (link) =>
        link
          .selectFrom('audit_link')
          .select(['seq', 'audit_id as last_id', 'previous_hash', 'hash'])
          .where('region_id', '=', regionId)
          .orderBy('seq', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['last.seq', 'last.last_id', 'last.previous_hash', 'last.hash'])
    .where('audit.region_id', '=', regionId)
    .where('audit.linked', '=', false)
    .orderBy('audit.at')
    .orderBy('audit.audit_id')
    .limit(BATCH)
    .execute()
  const { seq = null, last_id: auditId = null, previous_hash: previousHash = null, hash = null } = found[0] ?? {}
  const isThere = seq !== null && auditId !== null && previousHash !== null && hash !== null
  return { last: isThere ? { seq, auditId, previousHash, hash } : null, rows: found.map(auditRowOf) }
}

/** The columns that are hashed. The moment is taken as text with all its digits, so that a change of any of them is found. */
export function auditColumns(tx: Transaction<Tables>) {
  return tx
    .selectFrom('audit')
    .select([
      'audit.audit_id',
      'audit.actor_id',
      'audit.action',
      'audit.object_kind',
      'audit.object_id',
      'audit.body',
      sql<string>`to_char(audit.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at_text'),
    ])
}

/** A row of {@link auditColumns} as it is hashed. */
export function auditRowOf(row: {
  audit_id: string
  at_text: string
  actor_id: string | null
  action: string
  object_kind: string
  object_id: string
  body: string
}): AuditRow {
  return {
    auditId: row.audit_id,
    at: row.at_text,
    actorId: row.actor_id,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    body: row.body,
  }
}
