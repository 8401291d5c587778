import type { ItemKind } from '#core/plan'
import type { AdmissionDeed, ListField, RowBody, RowDeed } from '#core/registers'

/** A list that an office has defined. */
export interface ListRow {
  readonly listId: string
  readonly name: string
  /** Lists that belong together bear one: 安全生产三张清单; empty = it stands alone. */
  readonly family: string
  /** Of a task force's own list; null = the region's. */
  readonly planId: string | null
  readonly campaignNo: number | null
  readonly fields: readonly ListField[]
  readonly revision: number
  readonly endedAt: string | null
  /** Rows that are not removed. */
  readonly rows: number
}

/** A row of a list, with the names that a page shows. */
export interface ListEntry extends RowBody {
  readonly rowId: string
  readonly listId: string
  readonly rowNo: number
  readonly unitName: string | null
  readonly itemTitle: string | null
  readonly revision: number
  readonly changedAt: string
  readonly removedAt: string | null
}

/** One change of a row: the row as it was left. */
export interface ListChange {
  readonly rowId: string
  readonly revision: number
  readonly deed: RowDeed
  readonly body: RowBody
  readonly reason: string
  readonly at: string
  readonly byName: string
  /** Who approved that the row came in, left or came back; null = nobody was asked. */
  readonly approvedByName: string | null
}

/** What is to come on to a list or to leave it: a row of an office's own list (a new one: `body`), or an item in a further one of the three lists. */
export type AdmissionOf =
  | { readonly what: 'row'; readonly listId: string; readonly rowId: string | null; readonly body: RowBody | null }
  | { readonly what: 'placement'; readonly itemId: string; readonly list: Exclude<ItemKind, 'indicator'> }

/** An admission as it is asked for. */
export interface AdmissionAsked extends Stamp {
  readonly admissionId: string
  readonly deed: AdmissionDeed
  readonly of: AdmissionOf
  readonly reason: string
}

/** The same with the names that a page shows, and its decision; null while it waits. */
export interface AdmissionRow extends Pick<AdmissionAsked, 'admissionId' | 'deed' | 'of' | 'reason'> {
  /** Number of the row; null = a new one, or an item. */
  readonly rowNo: number | null
  /** The list's name, or the item's title. */
  readonly title: string
  readonly askedAt: string
  readonly askedBy: string
  readonly askedByName: string
  readonly decision: {
    readonly at: string
    readonly byName: string
    readonly approved: boolean
    readonly note: string
  } | null
}

interface Stamp {
  readonly at: string
  readonly by: string
}

interface Approved extends Stamp {
  /** null = nobody is asked. */
  readonly approvedBy: string | null
}

/** Lists that offices define, inside one transaction of one region. */
export interface ListStore {
  lists(): Promise<readonly ListRow[]>
  list(listId: string): Promise<ListRow | null>
  /** False where that name is taken. */
  addList(
    row: Pick<ListRow, 'listId' | 'name' | 'family' | 'planId' | 'campaignNo' | 'fields'> & Stamp,
  ): Promise<boolean>
  /** False where somebody else changed it meanwhile. */
  changeList(
    row: Pick<ListRow, 'listId' | 'name' | 'family' | 'fields' | 'revision'> & { ended: string | null },
  ): Promise<boolean>
  entries(listId: string): Promise<readonly ListEntry[]>
  entry(rowId: string): Promise<ListEntry | null>
  /** Adds a row with the next number of its list, and its first change. */
  addEntry(row: { rowId: string; listId: string; body: RowBody; reason: string } & Approved): Promise<void>
  /** Writes what a row is from now on, and the change; false where somebody else changed it meanwhile. */
  changeEntry(
    row: { rowId: string; revision: number; deed: Exclude<RowDeed, 'add'>; body: RowBody; reason: string } & Approved,
  ): Promise<boolean>
  /** Every change of a list's rows, oldest first. */
  changes(listId: string): Promise<readonly ListChange[]>
  /** Admissions of a list's rows, of an item, or all that wait; oldest first. */
  admissions(
    filter: { readonly listId: string } | { readonly itemId: string } | { readonly waiting: true },
  ): Promise<readonly AdmissionRow[]>
  admission(admissionId: string): Promise<AdmissionRow | null>
  /** False where one of the same row, or of the same item and list, waits already. */
  addAdmission(row: AdmissionAsked): Promise<boolean>
  /** False where it has been decided already. */
  decideAdmission(row: { admissionId: string; approved: boolean; note: string } & Stamp): Promise<boolean>
}
