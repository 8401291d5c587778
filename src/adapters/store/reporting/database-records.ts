import { sql, type Transaction } from 'kysely'
import type { AuditEntryRecord, RegionRecords } from '#app/reporting'
import { canonicalJson, type Json } from '#core/kit'
import type { Sha256 } from '#core/reporting'
import { auditColumns, auditRowOf } from '../kit/link-audit.ts'
import type { Database } from '../open-database.ts'
import type { Tables } from '../schema/tables.ts'
import { correctionRecord, type ReportRecord, storedReportOf } from './proof-records.ts'

/** Looks at the content of a kept file. */
export type CheckFile = (sha256: string) => Promise<'intact' | 'changed' | 'missing'>

const STRETCH = 2000

/** Runs `work` on one region's records as they stand at one moment. */
export function withRegionRecords<T>(
  database: Database,
  options: { readonly regionId: string; readonly sha256: Sha256; readonly checkFile: CheckFile },
  work: (records: RegionRecords) => Promise<T>,
): Promise<T> {
  return database.withRegion(options.regionId, (tx) => work(recordsOn(tx, options)), {
    accessMode: 'read only',
    isolationLevel: 'repeatable read',
  })
}

function recordsOn(
  tx: Transaction<Tables>,
  {
    regionId,
    sha256,
    checkFile,
  }: { readonly regionId: string; readonly sha256: Sha256; readonly checkFile: CheckFile },
): RegionRecords {
  return {
    regionId,
    checkFile,
    ...sealRecords(tx, regionId, sha256),
    auditChain: () => auditStretches(tx, regionId),
    async auditTail() {
      const rows = await auditColumns(tx)
        .where('audit.region_id', '=', regionId)
        .where('audit.linked', '=', false)
        .orderBy('audit.at')
        .execute()
      return { rows: rows.map(auditRowOf), claimed: await claimedOnly(tx, regionId) }
    },
  }
}

function sealRecords(
  tx: Transaction<Tables>,
  regionId: string,
  sha256: Sha256,
): Pick<RegionRecords, 'seals' | 'reportsOf' | 'planVersions' | 'corrections' | 'files'> {
  return {
    async seals() {
      const rows = await tx.selectFrom('seal').selectAll().where('region_id', '=', regionId).orderBy('seq').execute()
      return rows.map(({ seq, payload, previous_hash: previousHash, hash }) => ({ seq, payload, previousHash, hash }))
    },
    reportsOf: (cadenceId, periodId) => reportsOf(tx, regionId, cadenceId, periodId),
    async planVersions() {
      const rows = await tx.selectFrom('plan_version').selectAll().where('region_id', '=', regionId).execute()
      return rows.map((row) => ({
        planId: row.plan_id,
        version: row.version,
        contentHash: row.content_hash,
        contentHashNow: sha256(canonicalJson(row.content as Json)),
      }))
    },
    async corrections() {
      const rows = await tx.selectFrom('correction').selectAll().where('region_id', '=', regionId).execute()
      return rows.map(correctionRecord)
    },
    async files() {
      const rows = await tx
        .selectFrom('attachment')
        .select(['sha256', 'file_name'])
        .where('region_id', '=', regionId)
        .orderBy('attachment_id')
        .execute()
      return rows.map((row) => ({ sha256: row.sha256, name: row.file_name }))
    },
  }
}

async function reportsOf(tx: Transaction<Tables>, regionId: string, cadenceId: string, periodId: string) {
  const answer = await sql<ReportRecord>`
    select r.report_id, r.item_id, r.unit_id, r.figure_period_id, r.state, r.late, r.figure, r.no_change, r.claim,
      r.paragraph, r.blockage, r.node_labels_done, r.parts,
      coalesce((select json_agg(a.sha256 order by a.added_at, a.attachment_id) from attachment a
        where a.region_id = r.region_id and a.owner_kind = 'report' and a.owner_id = r.report_id
          and a.removed_at is null), '[]') as evidence
    from report r
    where r.region_id = ${regionId} and r.cadence_id = ${cadenceId} and r.period_id = ${periodId}`.execute(tx)
  return answer.rows.map(storedReportOf)
}

async function* auditStretches(tx: Transaction<Tables>, regionId: string): AsyncIterable<readonly AuditEntryRecord[]> {
  for (let after = 0; ;) {
    const rows = await auditColumns(tx)
      .rightJoin('audit_link', (join) =>
        join.onRef('audit_link.region_id', '=', 'audit.region_id').onRef('audit_link.audit_id', '=', 'audit.audit_id'),
      )
      .select(['audit_link.seq', 'audit_link.audit_id as linked_id', 'audit_link.previous_hash', 'audit_link.hash'])
      .where('audit_link.region_id', '=', regionId)
      .where('audit_link.seq', '>', after)
      .orderBy('audit_link.seq')
      .limit(STRETCH)
      .execute()
    if (rows.length === 0) return
    yield rows.map(({ seq, linked_id: auditId, previous_hash: previousHash, hash, ...row }) => ({
      link: { seq, auditId, previousHash, hash },
      row: isWhole(row) ? auditRowOf(row) : null,
    }))
    after = rows.at(-1)?.seq ?? after
  }
}

type Whole = Parameters<typeof auditRowOf>[0]

function isWhole(row: { readonly [name in keyof Whole]: Whole[name] | null }): row is Whole {
  return row.audit_id !== null
}

async function claimedOnly(tx: Transaction<Tables>, regionId: string): Promise<number> {
  const answer = await sql<{ count: number }>`
    select count(*)::int as count from audit a where a.region_id = ${regionId} and a.linked and not exists (
      select from audit_link l where l.region_id = a.region_id and l.audit_id = a.audit_id)`.execute(tx)
  return answer.rows[0]?.count ?? 0
}
