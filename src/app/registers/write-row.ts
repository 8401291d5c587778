import { type Result, accept, refuse } from '#core/kit'
import { type RowBody, type RowDeed, rowDifferences, valuesOf } from '#core/registers'
import { type Context, requireRight, type Stores } from '#app/kit'
import { rightObjectOf } from './define-list.ts'
import type { ListEntry, ListRow } from './ports.ts'

/** Adds a row to a list, with the reason why it comes in. */
export function addRow(
  context: Context,
  input: RowBody & { readonly listId: string; readonly reason: string },
): Promise<Result<{ readonly rowId: string }>> {
  return context.transact(async (stores) => {
    const list = await stores.lists.list(input.listId)
    if (!list) return refuse('object.notFound')
    const body = await checkedBody(context, stores, list, input, null)
    if (!body.ok) return body
    const reason = input.reason.trim()
    if (reason === '') return refuse('list.reasonMissing', {}, 'reason')
    const [rowId, { listId }] = [context.newId(), list]
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.lists.addEntry({ rowId, listId, body: body.value, reason, ...stamp })
    await record(stores, 'add', rowId, { listId, ...plain(body.value), reason })
    return accept({ rowId })
  })
}

/** Changes a row upon a revision, with the reason; the row as it was stays in its history. */
export function changeRow(
  context: Context,
  input: RowBody & { readonly rowId: string; readonly revision: number; readonly reason: string },
): Promise<Result<true>> {
  return changed(context, input, 'change', async (stores, list, before) => {
    const body = await checkedBody(context, stores, list, input, before)
    if (!body.ok) return body
    return rowDifferences(list.fields, before, body.value).length === 0 ? refuse('list.nothingChanged') : body
  })
}

/** Takes a row off its list, or brings it back; removed is not deleted. */
export function removeRow(
  context: Context,
  input: {
    readonly rowId: string
    readonly revision: number
    readonly reason: string
    readonly restore: boolean
  },
): Promise<Result<true>> {
  return changed(context, input, input.restore ? 'restore' : 'remove', (_stores, list, before) => {
    const right = mayWrite(context, list, before.unitId)
    if (!right.ok) return Promise.resolve(right)
    const { values, unitId, itemId } = before
    return Promise.resolve(accept({ values, unitId, itemId }))
  })
}

function changed(
  context: Context,
  input: { readonly rowId: string; readonly revision: number; readonly reason: string },
  deed: Exclude<RowDeed, 'add'>,
  next: (stores: Stores, list: ListRow, before: ListEntry) => Promise<Result<RowBody>>,
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { rowId, revision } = input
    const before = await stores.lists.entry(rowId)
    const list = before && (await stores.lists.list(before.listId))
    if (!before || !list) return refuse('object.notFound')
    const body = await next(stores, list, before)
    if (!body.ok) return body
    if (list.endedAt !== null) return refuse('list.ended')
    const reason = input.reason.trim()
    if (reason === '') return refuse('list.reasonMissing', {}, 'reason')
    if ((deed === 'restore') !== (before.removedAt !== null)) return refuse('object.changedMeanwhile')
    const stamp = { at: context.now, by: context.actor.accountId }
    const saved = await stores.lists.changeEntry({ rowId, revision, deed, body: body.value, reason, ...stamp })
    if (!saved) return refuse('object.changedMeanwhile')
    await record(stores, deed, rowId, { listId: list.listId, ...plain(body.value), reason })
    return accept(true)
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

function record(stores: Stores, deed: RowDeed, rowId: string, body: Parameters<Stores['audit']['record']>[0]['body']) {
  const actions = { add: 'list.add', change: 'list.amend', remove: 'list.remove', restore: 'list.restore' } as const
  return stores.audit.record({ action: actions[deed], objectKind: 'list', objectId: rowId, body })
}
