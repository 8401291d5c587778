import type { DraftEntry, DraftReading } from '#core/plan'
import type { SourceDocument, StatedColumns } from '#core/reading'

/** An issued file: its bytes lie in the file store under the hash, its text and blocks in the database. */
export interface IssuedDocumentRow {
  readonly documentId: string
  readonly fileName: string
  readonly fileSha256: string
  readonly fileSize: number
}

/** A draft with its document and what its reading left. */
export interface DraftRow {
  readonly draftId: string
  /** The plan that it amends; null = a new plan. */
  readonly planId: string | null
  readonly state: DraftState
  /** Grows with every write. */
  readonly revision: number
  readonly document: IssuedDocumentRow
  readonly reading: DraftReading
  readonly createdAt: string
  readonly createdByName: string
}

/** A draft is worked on, or became a version of a plan, or was put away. */
export type DraftState = 'open' | 'published' | 'discarded'

/** A draft as the list shows it. */
export interface DraftSummary {
  readonly draftId: string
  readonly planId: string | null
  readonly state: DraftState
  readonly title: string
  readonly fileName: string
  readonly createdAt: string
  readonly createdByName: string
  readonly items: number
}

/** An entry with who changed it last, and in which revision of the draft. */
export interface EntryRow {
  readonly entry: DraftEntry
  /** Its own revision: a write names the one that it started from. */
  readonly revision: number
  readonly changedIn: number
  readonly orderNo: number
  readonly changedAt: string
  readonly changedByName: string
}

/** An entry to be written; `revision` is its new one, 1 = it is new. */
export interface EntryWrite {
  readonly entry: DraftEntry
  readonly revision: number
  readonly orderNo: number
}

/** Issued documents and drafts inside one transaction of one region. */
export interface DraftStore {
  addDocument(row: IssuedDocumentRow & { source: SourceDocument; at: string; by: string }): Promise<void>
  document(documentId: string): Promise<(IssuedDocumentRow & { source: SourceDocument }) | null>
  addDraft(
    row: { draftId: string; documentId: string; planId: string | null; reading: DraftReading; at: string; by: string },
    entries: readonly DraftEntry[],
  ): Promise<void>
  /** What was last stated of tables with these heads, by the hash of the heads; heads never stated are left out. */
  statedColumns(headHashes: readonly string[]): Promise<ReadonlyMap<string, StatedColumns['uses']>>
  rememberColumns(headHash: string, uses: StatedColumns['uses'], change: { at: string; by: string }): Promise<void>
  drafts(): Promise<readonly DraftSummary[]>
  draft(draftId: string): Promise<DraftRow | null>
  /** Number and state alone: what polling pages ask for. */
  draftState(draftId: string): Promise<{ revision: number; state: DraftState } | null>
  /** All entries in order; removed ones too. `since`: only those changed in later revisions of the draft. */
  entries(draftId: string, since?: number): Promise<readonly EntryRow[]>
  /** Takes the draft's next number and holds the draft until the transaction ends; null unless it is open. */
  takeRevision(draftId: string): Promise<number | null>
  writeEntries(
    draftId: string,
    entries: readonly EntryWrite[],
    change: { changedIn: number; at: string; by: string },
  ): Promise<void>
  closeDraft(draftId: string, state: 'published' | 'discarded', planId: string | null): Promise<void>
}
