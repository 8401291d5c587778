import { sql, type Transaction } from 'kysely'
import type { DraftState, DraftStore, EntryRow } from '#app/plan'
import type { DraftEntry, RemovedAs } from '#core/plan'
import type { Tables } from '../schema/tables.ts'
import { columnsPart } from './columns-part.ts'
import { inChunks } from './in-chunks.ts'
import { storedBody, storedReading, storedSource } from './stored-draft.ts'

/** Issued documents and drafts in PostgreSQL. */
export function draftStore(tx: Transaction<Tables>, regionId: string): DraftStore {
  return {
    ...documentPart(tx, regionId),
    ...columnsPart(tx, regionId),
    ...draftPart(tx, regionId),
    ...listPart(tx, regionId),
    ...entryPart(tx, regionId),
    ...revisionPart(tx, regionId),
  }
}

function documentPart(tx: Transaction<Tables>, regionId: string): Pick<DraftStore, 'addDocument' | 'document'> {
  return {
    async addDocument(row) {
      await tx
        .insertInto('issued_document')
        .values({
          region_id: regionId,
          document_id: row.documentId,
          file_name: row.fileName,
          file_sha256: row.fileSha256,
          file_size: row.fileSize,
          source: JSON.stringify(row.source),
          created_at: row.at,
          created_by: row.by,
        })
        .execute()
    },
    async document(documentId) {
      const row = await tx
        .selectFrom('issued_document')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('document_id', '=', documentId)
        .executeTakeFirst()
      if (!row) return null
      const { file_name: fileName, file_sha256: fileSha256, file_size: fileSize } = row
      return { documentId, fileName, fileSha256, fileSize, source: storedSource.parse(row.source) }
    },
  }
}

/** A draft with its document and the name of whoever loaded it. */
function draftRows(tx: Transaction<Tables>, regionId: string) {
  return tx
    .selectFrom('draft')
    .innerJoin('issued_document as doc', (join) =>
      join.onRef('doc.region_id', '=', 'draft.region_id').onRef('doc.document_id', '=', 'draft.document_id'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.region_id', '=', 'draft.region_id').onRef('account.account_id', '=', 'draft.created_by'),
    )
    .select(['draft.draft_id', 'draft.plan_id', 'draft.state', 'draft.revision', 'draft.created_at'])
    .select(['doc.document_id', 'doc.file_name', 'doc.file_sha256', 'doc.file_size', 'account.display_name'])
    .where('draft.region_id', '=', regionId)
}

function draftPart(tx: Transaction<Tables>, regionId: string): Pick<DraftStore, 'addDraft' | 'draft' | 'draftState'> {
  return {
    async addDraft(row, entries) {
      await tx
        .insertInto('draft')
        .values({
          ...{ region_id: regionId, draft_id: row.draftId, document_id: row.documentId, plan_id: row.planId },
          ...{ state: 'open', reading: JSON.stringify(row.reading), revision: 1 },
          ...{ created_at: row.at, created_by: row.by },
        })
        .execute()
      const writes = entries.map((entry, index) => ({ entry, revision: 1, orderNo: index }))
      await entryPart(tx, regionId).writeEntries(row.draftId, writes, { changedIn: 1, at: row.at, by: row.by })
    },
    async draft(draftId) {
      const row = await draftRows(tx, regionId)
        .select('draft.reading')
        .where('draft.draft_id', '=', draftId)
        .executeTakeFirst()
      if (!row) return null
      const { document_id: documentId, file_name: fileName, file_sha256: fileSha256, file_size: fileSize } = row
      return {
        draftId,
        planId: row.plan_id,
        state: row.state as DraftState,
        revision: row.revision,
        document: { documentId, fileName, fileSha256, fileSize },
        reading: storedReading.parse(row.reading),
        createdAt: row.created_at,
        createdByName: row.display_name ?? '',
      }
    },
    async draftState(draftId) {
      const row = await tx
        .selectFrom('draft')
        .select(['revision', 'state'])
        .where('region_id', '=', regionId)
        .where('draft_id', '=', draftId)
        .executeTakeFirst()
      return row ? { revision: row.revision, state: row.state as DraftState } : null
    },
  }
}

function listPart(tx: Transaction<Tables>, regionId: string): Pick<DraftStore, 'drafts'> {
  return {
    async drafts() {
      const rows = await draftRows(tx, regionId)
        .select(() => [titleOfDraft().as('title'), countOfItems().as('items')])
        .orderBy(sql`draft.state = 'open'`, 'desc')
        .orderBy('draft.draft_id', 'desc')
        .execute()
      return rows.map((row) => ({
        draftId: row.draft_id,
        planId: row.plan_id,
        state: row.state as DraftState,
        title: row.title ?? '',
        fileName: row.file_name,
        createdAt: row.created_at,
        createdByName: row.display_name ?? '',
        items: Number(row.items),
      }))
    },
  }
}

const titleOfDraft = () =>
  sql<
    string | null
  >`(select e.body->>'title' from draft_entry e where e.region_id = draft.region_id and e.draft_id = draft.draft_id and e.entry_id = 'meta')`

const countOfItems = () =>
  sql<number>`(select count(*) from draft_entry e where e.region_id = draft.region_id and e.draft_id = draft.draft_id and e.kind = 'item' and e.removed_as is null)`

function entryPart(tx: Transaction<Tables>, regionId: string): Pick<DraftStore, 'entries' | 'writeEntries'> {
  return {
    async entries(draftId, since = 0): Promise<readonly EntryRow[]> {
      const rows = await tx
        .selectFrom('draft_entry as entry')
        .leftJoin('account', (join) =>
          join.onRef('account.region_id', '=', 'entry.region_id').onRef('account.account_id', '=', 'entry.changed_by'),
        )
        .selectAll('entry')
        .select('account.display_name')
        .where('entry.region_id', '=', regionId)
        .where('entry.draft_id', '=', draftId)
        .where('entry.changed_in', '>', since)
        .orderBy('entry.order_no')
        .orderBy('entry.entry_id')
        .execute()
      return rows.map((row) => ({
        entry: entryOf(row),
        revision: row.revision,
        changedIn: row.changed_in,
        orderNo: row.order_no,
        changedAt: row.changed_at,
        changedByName: row.display_name ?? '',
      }))
    },
    async writeEntries(draftId, entries, change) {
      const values = entries.map(({ entry, revision, orderNo }) => ({
        ...{ region_id: regionId, draft_id: draftId, entry_id: entry.entryId, kind: entry.kind, revision },
        ...{ body: JSON.stringify(entry.body), changed_in: change.changedIn, removed_as: entry.removedAs },
        ...{ order_no: orderNo, changed_at: change.at, changed_by: change.by },
      }))
      for (const chunk of inChunks(values)) {
        await tx
          .insertInto('draft_entry')
          .values(chunk)
          .onConflict((conflict) =>
            conflict.columns(['region_id', 'draft_id', 'entry_id']).doUpdateSet((set) => ({
              body: set.ref('excluded.body'),
              revision: set.ref('excluded.revision'),
              changed_in: set.ref('excluded.changed_in'),
              removed_as: set.ref('excluded.removed_as'),
              changed_at: set.ref('excluded.changed_at'),
              changed_by: set.ref('excluded.changed_by'),
            })),
          )
          .execute()
      }
    },
  }
}

function entryOf(row: { entry_id: string; kind: string; body: unknown; removed_as: string | null }): DraftEntry {
  const body = storedBody.parse({ kind: row.kind, body: row.body })
  return { ...body, entryId: row.entry_id, removedAs: row.removed_as as RemovedAs | null }
}

function revisionPart(tx: Transaction<Tables>, regionId: string): Pick<DraftStore, 'takeRevision' | 'closeDraft'> {
  return {
    async takeRevision(draftId) {
      const row = await tx
        .updateTable('draft')
        .set({ revision: sql`revision + 1` })
        .where('region_id', '=', regionId)
        .where('draft_id', '=', draftId)
        .where('state', '=', 'open')
        .returning('revision')
        .executeTakeFirst()
      return row?.revision ?? null
    },
    async closeDraft(draftId, state, planId) {
      await tx
        .updateTable('draft')
        .set({ state, ...(planId === null ? {} : { plan_id: planId }) })
        .where('region_id', '=', regionId)
        .where('draft_id', '=', draftId)
        .execute()
    },
  }
}
