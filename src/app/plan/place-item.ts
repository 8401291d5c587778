import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import { askAdmission, type ShownAdmission, withMayDecide } from '#app/registers'
import type { ListedKind, PlacementRow } from './parents-store.ts'

/** The further lists in which an item stands, how it came there and left them, and whether the reader may ask for a change of that. */
export async function readPlacements(
  context: Context,
  input: { readonly itemId: string },
): Promise<
  Result<{
    own: string
    placements: readonly PlacementRow[]
    admissions: readonly ShownAdmission[]
    mayPlace: boolean
  }>
> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const row = await stores.plans.item(input.itemId)
    if (!row) return refuse('object.notFound')
    const placements = await stores.parents.placements([input.itemId])
    const admissions = await withMayDecide(context, stores, await stores.lists.admissions(input))
    return accept({ own: row.item.kind, placements, admissions, mayPlace: requireRight(context, 'plan.edit', {}).ok })
  })
}

/** A further list of an item, and why it is to stand there or to leave it. */
interface PlacementAsked {
  readonly itemId: string
  readonly kind: ListedKind
  readonly reason: string
}

/**
 * Asks that an item stand in a further one of the three lists (E1): a project that is a policy's delivery too. Once somebody else has
 * approved it, it stands there too; it stays one record with one unit, one report and one light, and every list shows the same.
 */
export function placeItem(
  context: Context,
  { itemId, kind, reason }: PlacementAsked,
): Promise<Result<{ readonly admissionId: string }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const row = await stores.plans.item(itemId)
    if (!row || row.removedInVersion !== null) return refuse('object.notFound')
    if (row.item.kind === kind || row.alsoIn.includes(kind)) return refuse('plan.listedAlready', {}, 'kind')
    return askAdmission(context, stores, { deed: 'add', of: { what: 'placement', itemId, list: kind }, reason })
  })
}

/** Asks that an item leave a further list, once somebody else has approved it; it stays in that of its own kind. */
export function takeOffList(
  context: Context,
  { itemId, kind, reason }: PlacementAsked,
): Promise<Result<{ readonly admissionId: string }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const row = await stores.plans.item(itemId)
    if (!row?.alsoIn.includes(kind)) return refuse('object.notFound')
    return askAdmission(context, stores, { deed: 'remove', of: { what: 'placement', itemId, list: kind }, reason })
  })
}
