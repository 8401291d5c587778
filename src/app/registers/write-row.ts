import { type Result, accept, refuse } from '#core/kit'
import { type RowBody, rowDifferences, valuesOf } from '#core/registers'
import { type Context, requireRight, type Stores } from '#app/kit'
import { askAdmission } from './admissions.ts'
import { rightObjectOf } from './define-list.ts'
import type { ListEntry, ListRow } from './ports.ts'

/** Asks that a row come on to a list, with the reason why; it does once somebody else has approved it. */
export function addRow(
  context: Context,
  input: RowBody & { readonly listId: string; readonly reason: string },
): Promise<Result<{ readonly admissionId: string }>> {
  return context.transact(async (stores) => {
    const list = await stores.lists.list(input.listId)
    if (!list) return refuse('object.notFound')
    const body = await checkedBody(context, stores, list, input, null)
    if (!body.ok) return body
    const of = { what: 'row', listId: list.listId, rowId: null, body: body.value } as const
    return askAdmission(context, stores, { deed: 'add', of, reason: input.reason })
  })
}

/** Changes a row upon a revision, with the reason; the row as it was stays in its history. */
export function changeRow(
  context: Context,
  input: RowBody & { readonly rowId: string; readonly revision: number; readonly reason: string },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { rowId, revision } = input
    const before = await stores.lists.entry(rowId)
    const list = before && (await stores.lists.list(before.listId))
    if (!before || !list) return refuse('object.notFound')
    const body = await checkedBody(context, stores, list, input, before)
    if (!body.ok) return body
    if (rowDifferences(list.fields, before, body.value).length === 0) return refuse('list.nothingChanged')
    const reason = input.reason.trim()
    if (reason === '') return refuse('list.reasonMissing', {}, 'reason')
    if (before.removedAt !== null) return refuse('object.changedMeanwhile')
    const change = { rowId, revision, deed: 'change', body: body.value, reason, approvedBy: null } as const
    const saved = await stores.lists.changeEntry({ ...change, at: context.now, by: context.actor.accountId })
    if (!saved) return refuse('object.changedMeanwhile')
    const audited = { listId: list.listId, ...plain(body.value), reason }
    await stores.audit.record({ action: 'list.amend', objectKind: 'list', objectId: rowId, body: audited })
    return accept(true)
  })
}

/** Asks that a row be taken off its list, or brought back, once somebody else has approved it; removed is not deleted. */
export function removeRow(
  context: Context,
  input: { readonly rowId: string; readonly reason: string; readonly restore: boolean },
): Promise<Result<{ readonly admissionId: string }>> {
  return context.transact(async (stores) => {
    const { rowId, restore, reason } = input
    const row = await stores.lists.entry(rowId)
    const list = row && (await stores.lists.list(row.listId))
    if (!row || !list) return refuse('object.notFound')
    const right = mayWrite(context, list, row.unitId)
    if (!right.ok) return right
    if (list.endedAt !== null) return refuse('list.ended')
    if (restore !== (row.removedAt !== null)) return refuse('object.changedMeanwhile')
    const of = { what: 'row', listId: list.listId, rowId, body: null } as const
    return askAdmission(context, stores, { deed: restore ? 'restore' : 'remove', of, reason })
  })
}

/** Whoever writes a row may write it both for the unit that answered and for the one that will. */
async function checkedBody(
  context: Context,
  stores: Stores,
  list: ListRow,
  { values, unitId, itemId }: RowBody,
  before: ListEntry | null,
): Promise<Result<RowBody>> {
  for (const answering of before ? [before.unitId, unitId] : [unitId]) {
    const right = mayWrite(context, list, answering)
    if (!right.ok) return right
  }
  if (list.endedAt !== null) return refuse('list.ended')
  const isUnit = async (): Promise<boolean> =>
    (await stores.organisation.units()).some((unit) => unit.unitId === unitId && unit.kind !== 'group')
  if (unitId !== null && !(await isUnit())) return refuse('list.unitUnknown', {}, 'unitId')
  if (itemId !== null && !(await stores.plans.item(itemId))) return refuse('list.itemUnknown', {}, 'itemId')
  const read = valuesOf(list.fields, values, before?.values)
  return read.ok ? accept({ values: read.value, unitId, itemId }) : read
}

/** Whether the actor may write a row of this list for which a unit answers. */
export const mayWrite = (context: Context, list: ListRow, unitId: string | null): Result<unknown> =>
  requireRight(context, 'list.write', { ...rightObjectOf(list), unitId })

const plain = ({ values, unitId, itemId }: RowBody) => ({ values: { ...values }, unitId, itemId })
