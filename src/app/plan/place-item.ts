import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { ListedKind, PlacementRow } from './parents-store.ts'

/** The further lists in which an item stands, and whether the reader may change that. */
export async function readPlacements(
  context: Context,
  input: { readonly itemId: string },
): Promise<Result<{ own: string; placements: readonly PlacementRow[]; mayPlace: boolean }>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async ({ plans, parents }) => {
    const row = await plans.item(input.itemId)
    if (!row) return refuse('object.notFound')
    const placements = await parents.placements([input.itemId])
    return accept({ own: row.item.kind, placements, mayPlace: requireRight(context, 'plan.edit', {}).ok })
  })
}

/**
 * Lets an item stand in a further one of the three lists (E1): a project that is a policy's delivery too. It stays one record with one
 * unit, one report and one light; every list shows the same.
 */
export function placeItem(
  context: Context,
  input: { readonly itemId: string; readonly kind: ListedKind; readonly reason: string },
): Promise<Result<true>> {
  return context.transact(async ({ plans, parents, audit }) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const { itemId, kind } = input
    const reason = input.reason.trim()
    const row = await plans.item(itemId)
    if (!row || row.removedInVersion !== null) return refuse('object.notFound')
    if (row.item.kind === kind) return refuse('plan.listedAlready', {}, 'kind')
    if (reason === '') return refuse('plan.reasonMissing', {}, 'reason')
    const stamp = { at: context.now, by: context.actor.accountId }
    const placed = await parents.addPlacement({ placementId: context.newId(), itemId, kind, reason, ...stamp })
    if (!placed) return refuse('plan.listedAlready', {}, 'kind')
    await audit.record({ action: 'item.place', objectKind: 'item', objectId: itemId, body: { kind, reason } })
    return accept(true)
  })
}

/** Takes an item off a further list; it stays in that of its own kind. */
export function takeOffList(
  context: Context,
  input: { readonly itemId: string; readonly kind: ListedKind },
): Promise<Result<true>> {
  return context.transact(async ({ parents, audit }) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const { itemId, kind } = input
    const ended = await parents.endPlacement({ itemId, kind, at: context.now, by: context.actor.accountId })
    if (!ended) return refuse('object.notFound')
    await audit.record({ action: 'item.takeOff', objectKind: 'item', objectId: itemId, body: { kind } })
    return accept(true)
  })
}
