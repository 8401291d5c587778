import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { EvidenceRow, IssuedText, PersonName, ReportRow } from '#app/insight'
import type { Tables } from '../schema/tables.ts'

const claimSchema = z.enum(['onPace', 'behind', 'done', 'blocked']).nullable()
const stateSchema = z.enum(['draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn'])
const blockageSchema = z.object({ what: z.string(), needs: z.string(), by: z.string().nullable() }).nullable()
const labelsSchema = z.array(z.string())

/** All reports of an item, newest period first. */
export async function readReportsOf(
  tx: Transaction<Tables>,
  regionId: string,
  itemId: string,
): Promise<readonly ReportRow[]> {
  const rows = await tx
    .selectFrom('report as r')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.region_id', '=', 'r.region_id').onRef('u.unit_id', '=', 'r.unit_id'),
    )
    .selectAll('r')
    .select('u.name as unit_name')
    .where('r.region_id', '=', regionId)
    .where('r.item_id', '=', itemId)
    .orderBy('r.period_id', 'desc')
    .execute()
  return rows.map((row) => ({
    reportId: row.report_id,
    cadenceId: row.cadence_id,
    periodId: row.period_id,
    figurePeriodId: row.figure_period_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: stateSchema.parse(row.state),
    figure: row.figure,
    noChange: row.no_change,
    claim: claimSchema.parse(row.claim),
    paragraph: row.paragraph,
    blockage: blockageSchema.parse(row.blockage),
    nodesDone: labelsSchema.parse(row.node_labels_done),
    channel: row.channel,
    late: row.late,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    submittedFor: row.submitted_for,
    signedAt: row.signed_at,
    signedBy: row.signed_by,
    signedFor: row.signed_for,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedFor: row.decided_for,
  }))
}

/** Files that back the reports of an item. */
export async function readEvidenceOf(
  tx: Transaction<Tables>,
  regionId: string,
  itemId: string,
): Promise<readonly EvidenceRow[]> {
  const rows = await tx
    .selectFrom('report as r')
    .innerJoin('attachment as a', (join) =>
      join.onRef('a.region_id', '=', 'r.region_id').onRef('a.owner_id', '=', 'r.report_id'),
    )
    .select(['a.attachment_id', 'a.owner_id', 'a.file_name', 'a.media_type', 'a.size_bytes', 'a.sha256'])
    .where('r.region_id', '=', regionId)
    .where('r.item_id', '=', itemId)
    .where('a.owner_kind', '=', 'report')
    .where('a.removed_at', 'is', null)
    .orderBy('a.added_at', 'desc')
    .execute()
  return rows.map((row) => ({
    attachmentId: row.attachment_id,
    ownerId: row.owner_id,
    fileName: row.file_name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
  }))
}

/** Names of accounts with the unit that they act for, where there is one. */
export async function readPersons(
  tx: Transaction<Tables>,
  regionId: string,
  accountIds: readonly string[],
): Promise<readonly PersonName[]> {
  if (accountIds.length === 0) return []
  const rows = await tx
    .selectFrom('account as a')
    .leftJoin('account_role as g', (join) =>
      join
        .onRef('g.region_id', '=', 'a.region_id')
        .onRef('g.account_id', '=', 'a.account_id')
        .on('g.unit_id', 'is not', null)
        .on('g.revoked_at', 'is', null),
    )
    .leftJoin('unit as u', (join) => join.onRef('u.region_id', '=', 'g.region_id').onRef('u.unit_id', '=', 'g.unit_id'))
    .select(['a.account_id', 'a.display_name'])
    .select(sql<string | null>`min(u.name)`.as('unit_name'))
    .where('a.region_id', '=', regionId)
    .where('a.account_id', 'in', [...new Set(accountIds)])
    .groupBy(['a.region_id', 'a.account_id'])
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, name: row.display_name, unitName: row.unit_name }))
}

/** The texts of a plan's versions up to `version`, newest first: an item's sentence stands in the one that last printed it. */
export async function readIssuedTexts(
  tx: Transaction<Tables>,
  regionId: string,
  planId: string,
  version: number,
): Promise<readonly IssuedText[]> {
  const rows = await tx
    .selectFrom('plan_version as v')
    .innerJoin('issued_document as d', (join) =>
      join.onRef('d.region_id', '=', 'v.region_id').onRef('d.document_id', '=', 'v.document_id'),
    )
    .select(['d.document_id', 'd.file_name'])
    .select(sql<string>`d.source ->> 'text'`.as('text'))
    .where('v.region_id', '=', regionId)
    .where('v.plan_id', '=', planId)
    .where('v.version', '<=', version)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map((row) => ({ documentId: row.document_id, fileName: row.file_name, text: row.text }))
}
