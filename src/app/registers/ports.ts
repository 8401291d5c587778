import type { ListField, RowBody, RowDeed } from '#core/registers'

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
}

interface Stamp {
  readonly at: string
  readonly by: string
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
  addEntry(row: { rowId: string; listId: string; body: RowBody; reason: string } & Stamp): Promise<void>
  /** Writes what a row is from now on, and the change; false where somebody else changed it meanwhile. */
  changeEntry(
    row: { rowId: string; revision: number; deed: Exclude<RowDeed, 'add'>; body: RowBody; reason: string } & Stamp,
  ): Promise<boolean>
  /** Every change of a list's rows, oldest first. */
  changes(listId: string): Promise<readonly ListChange[]>
}
