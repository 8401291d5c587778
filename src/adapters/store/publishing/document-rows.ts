import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { BriefingBody, DocumentDetail, DocumentRow, PublishingStore } from '#app/publishing'
import type { IssueNumber } from '#core/publishing'
import type { Tables } from '../schema/tables.ts'
import { takeTurn } from '../kit/take-turn.ts'

type Tx = Transaction<Tables>

const stateSchema = z.enum(['draft', 'checked', 'issued'])
const textsSchema = z.object({
  name: z.string(),
  editor: z.string(),
  marking: z.string(),
  opening: z.string(),
  analysis: z.string(),
  nextSteps: z.string(),
  report: z.array(z.string()),
  send: z.array(z.string()),
  issue: z.array(z.string()),
  copies: z.number().nullable(),
})
/**
 * The facts are our own canonical data, held against the seal before anything is issued. Briefings from before there were lists of the
 * late and of what lies ahead are read with none.
 */
const factsSchema = z
  .custom<BriefingBody['facts']>(
    (value) => typeof value === 'object' && value !== null && 'seal' in value && 'behind' in value,
  )
  .transform((facts) => ({
    ...facts,
    late: facts.late ?? [],
    ahead: facts.ahead ?? [],
    reconciliations: facts.reconciliations ?? [],
  }))
const bodySchema = z.object({
  facts: factsSchema,
  texts: textsSchema,
  writers: z.array(z.string()),
  issue: z.object({ inYear: z.number(), overall: z.number() }).nullable(),
})

function selectDocuments(tx: Tx, regionId: string) {
  return tx
    .selectFrom('official_document as d')
    .innerJoin('seal as s', (join) => join.onRef('s.region_id', '=', 'd.region_id').onRef('s.seq', '=', 'd.seal_seq'))
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'd.region_id').onRef('a.account_id', '=', 'd.created_by'),
    )
    .leftJoin('account as k', (join) =>
      join.onRef('k.region_id', '=', 'd.region_id').onRef('k.account_id', '=', 'd.checked_by'),
    )
    .selectAll('d')
    .select(['s.period_id', 'a.display_name as created_name', 'k.display_name as checked_name'])
    .where('d.region_id', '=', regionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number]

const documentRow = (row: Row): DocumentRow => ({
  documentId: row.document_id,
  planId: row.plan_id,
  title: row.title,
  number: row.number,
  sealSeq: row.seal_seq,
  periodId: row.period_id,
  state: stateSchema.parse(row.state),
  createdByName: row.created_name ?? '',
  checkedByName: row.checked_name,
  issuedAt: row.issued_at,
})

/** Documents, newest seal first. */
export async function readDocuments(tx: Tx, regionId: string): Promise<readonly DocumentRow[]> {
  const rows = await selectDocuments(tx, regionId).orderBy('d.seal_seq', 'desc').orderBy('d.document_id').execute()
  return rows.map(documentRow)
}

/** One document with its content. */
export async function readDocument(tx: Tx, regionId: string, documentId: string): Promise<DocumentDetail | null> {
  const row = await selectDocuments(tx, regionId).where('d.document_id', '=', documentId).executeTakeFirst()
  if (!row) return null
  const { revision, file_sha256: fileSha256 } = row
  return { ...documentRow(row), revision, body: bodySchema.parse(row.body), fileSha256 }
}

/** The writes of documents; every one of them names the revision on which it rests. */
export function documentWrites(
  tx: Tx,
  region_id: string,
): Pick<PublishingStore, 'addDocument' | 'saveDocument' | 'nextNumber' | 'issueDocument' | 'lastBriefedSeal'> {
  const update = (documentId: string, revision: number) =>
    tx
      .updateTable('official_document')
      .set({ revision: revision + 1 })
      .where('region_id', '=', region_id)
      .where('document_id', '=', documentId)
      .where('revision', '=', revision)
      .where('state', '<>', 'issued')
  return {
    async addDocument({ documentId: document_id, planId: plan_id, sealSeq: seal_seq, title, body, at, by }) {
      const added = await tx
        .insertInto('official_document')
        .values({
          ...{ region_id, document_id, kind: 'briefing', title, plan_id, seal_seq, state: 'draft', revision: 1 },
          ...{ body: JSON.stringify(body), created_at: at, created_by: by },
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'kind', 'plan_id', 'seal_seq']).doNothing())
        .executeTakeFirst()
      return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
    },
    async saveDocument({ documentId, revision, body, state, checked }) {
      const check = { checked_at: checked?.at ?? null, checked_by: checked?.by ?? null }
      const saved = await update(documentId, revision)
        .set({ body: JSON.stringify(body), state, ...check })
        .executeTakeFirst()
      return saved.numUpdatedRows === 1n
    },
    nextNumber: (since) => nextNumber(tx, region_id, since),
    async issueDocument({ documentId, revision, body, number, fileSha256: file_sha256, at, by }) {
      const issued = await update(documentId, revision)
        .set({ body: JSON.stringify(body), state: 'issued', number, file_sha256, issued_at: at, issued_by: by })
        .where('state', '=', 'checked')
        .executeTakeFirst()
      return issued.numUpdatedRows === 1n
    },
    lastBriefedSeal: (planId, beforeSeq) => lastBriefedSeal(tx, region_id, planId, beforeSeq),
  }
}

async function nextNumber(tx: Tx, regionId: string, since: string): Promise<IssueNumber> {
  await takeTurn(tx, regionId)
  const row = await tx
    .selectFrom('official_document')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .select(sql<number>`count(*) filter (where issued_at >= ${since})`.as('this_year'))
    .where('region_id', '=', regionId)
    .where('kind', '=', 'briefing')
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow()
  return { overall: Number(row.last) + 1, inYear: Number(row.this_year) + 1 }
}

async function lastBriefedSeal(tx: Tx, regionId: string, planId: string, beforeSeq: number): Promise<number | null> {
  const row = await tx
    .selectFrom('official_document')
    .select(({ fn }) => fn.max('seal_seq').as('seq'))
    .where('region_id', '=', regionId)
    .where('plan_id', '=', planId)
    .where('kind', '=', 'briefing')
    .where('state', '=', 'issued')
    .where('seal_seq', '<', beforeSeq)
    .executeTakeFirst()
  return row?.seq ?? null
}
