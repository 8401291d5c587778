import { type Result, accept, refuse } from '#core/kit'
import type { WorkbookView } from '#core/publishing'
import { listWorkbook, rowDifferences, type RowDifference } from '#core/registers'
import { type Context, requireRight, type Stores } from '#app/kit'
import { type ShownAdmission, withMayDecide } from './admissions.ts'
import { rightObjectOf } from './define-list.ts'
import type { AdmissionRow, ListChange, ListEntry, ListRow } from './ports.ts'
import { mayWrite } from './write-row.ts'

/** A row with what the reader may do and how it came to be. */
export interface ShownEntry extends ListEntry {
  readonly mayWrite: boolean
}

/** One change of a row with what it changed; unit and item by name. */
export interface ShownChange extends Omit<ListChange, 'body'> {
  readonly rowNo: number
  readonly differences: readonly RowDifference[]
}

/** A list as its page shows it. */
export interface ListPage {
  readonly list: ListRow
  readonly rows: readonly ShownEntry[]
  readonly changes: readonly ShownChange[]
  /** What waits for approval, and what was refused; oldest first. */
  readonly admissions: readonly ShownAdmission[]
  readonly mayDefine: boolean
  /** May add a row for which no unit, or any unit, answers. */
  readonly mayAddAny: boolean
}

/** All lists that offices have defined, and whether the reader may define one for the region. */
export async function readLists(
  context: Context,
): Promise<Result<{ readonly lists: readonly ListRow[]; readonly mayDefine: boolean }>> {
  const right = requireRight(context, 'list.read', {})
  if (!right.ok) return right
  const mayDefine = context.actor.roles.some(
    ({ planId, taskForceNo }) =>
      requireRight(context, 'list.define', planId === undefined ? {} : { planId, taskForceNo: taskForceNo ?? null }).ok,
  )
  return accept({ lists: await context.read(({ lists }) => lists.lists()), mayDefine })
}

/** One list: its rows, the removed ones among them, and every change with its day, reason and difference. */
export async function readList(context: Context, input: { readonly listId: string }): Promise<Result<ListPage>> {
  const right = requireRight(context, 'list.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const list = await stores.lists.list(input.listId)
    if (!list) return refuse('object.notFound')
    const rows = await stores.lists.entries(list.listId)
    return accept({
      list,
      rows: rows.map((row) => ({ ...row, mayWrite: list.endedAt === null && mayWrite(context, list, row.unitId).ok })),
      changes: shownChanges(list, rows, await stores.lists.changes(list.listId), await unitNames(stores)),
      admissions: await withMayDecide(
        context,
        stores,
        notApproved(await stores.lists.admissions({ listId: list.listId })),
      ),
      mayDefine: list.endedAt === null && requireRight(context, 'list.define', rightObjectOf(list)).ok,
      mayAddAny: list.endedAt === null && mayWrite(context, list, null).ok,
    })
  })
}

/** What was approved stands among the changes. */
const notApproved = (admissions: readonly AdmissionRow[]) => admissions.filter(({ decision }) => !decision?.approved)

async function unitNames({ organisation }: Stores): Promise<ReadonlyMap<string, string>> {
  return new Map((await organisation.units()).map(({ unitId, name }) => [unitId, name]))
}

function shownChanges(
  { fields }: ListRow,
  rows: readonly ListEntry[],
  changes: readonly ListChange[],
  units: ReadonlyMap<string, string>,
): readonly ShownChange[] {
  const rowNos = new Map(rows.map(({ rowId, rowNo }) => [rowId, rowNo]))
  const titles = new Map(rows.map(({ itemId, itemTitle }) => [itemId, itemTitle]))
  const named = (key: string, value: string | null): string | null => {
    if (value === null || (key !== 'unit' && key !== 'item')) return value
    return key === 'unit' ? (units.get(value) ?? value) : (titles.get(value) ?? value)
  }
  const last = new Map<string, ListChange>()
  const shown = changes.map(({ body, ...change }): ShownChange => {
    const before = last.get(change.rowId)?.body ?? null
    last.set(change.rowId, { ...change, body })
    const differences = rowDifferences(fields, before, body).map((one) => ({
      ...{ key: one.key, before: named(one.key, one.before), after: named(one.key, one.after) },
    }))
    return { ...change, rowNo: rowNos.get(change.rowId) ?? 0, differences }
  })
  return shown.reverse()
}

/** A list as a workbook, without what was removed. */
export async function exportList(
  context: Context,
  input: { readonly listId: string },
): Promise<Result<{ fileName: string; workbook: WorkbookView }>> {
  const right = requireRight(context, 'list.read', {})
  if (!right.ok) return right
  return context.read(async ({ lists, organisation }) => {
    const list = await lists.list(input.listId)
    if (!list) return refuse('object.notFound')
    const rows = (await lists.entries(list.listId)).filter(({ removedAt }) => removedAt === null)
    const author = (await organisation.region())?.name ?? ''
    return accept({
      fileName: `${list.name}.xlsx`,
      workbook: listWorkbook(list, rows, { author, date: context.today }),
    })
  })
}
