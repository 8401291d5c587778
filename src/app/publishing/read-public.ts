import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import { archivedAt } from '#app/plan'
import type { PublicRow } from './ports.ts'

/** A region's plans as anybody may see them. */
export interface PublicRegion {
  readonly regionName: string
  readonly plans: readonly PublicRow[]
}

/** Every plan of the region of which something was ever published; what was withdrawn stays listed with its reason. */
export async function readPublicRegion(context: Context): Promise<Result<PublicRegion>> {
  const right = requireRight(context, 'publication.read', { isPublic: true })
  if (!right.ok) return right
  return context.read(async (stores) => {
    const region = await stores.organisation.region()
    if (!region) return refuse('region.notFound')
    return accept({ regionName: region.name, plans: await stores.publishing.publicPlans() })
  })
}

/** A plan's public page: what was released, how often it was opened, and when the plan was archived; null = it is under way. */
export interface PublicPlanPage {
  readonly regionName: string
  readonly row: PublicRow
  readonly reads: number
  readonly archivedAt: string | null
}

/** One plan as anybody may see it. Only the released copy is read; the pack stays where it is. */
export async function readPublicPlan(
  context: Context,
  input: { readonly planId: string },
): Promise<Result<PublicPlanPage>> {
  const right = requireRight(context, 'publication.read', { isPublic: true })
  if (!right.ok) return right
  return context.read(async (stores) => {
    const region = await stores.organisation.region()
    const row = await stores.publishing.publicPlan(input.planId)
    if (!region || !row) return refuse('object.notFound')
    const reads = await stores.publishing.reads(input.planId)
    return accept({ regionName: region.name, row, reads, archivedAt: await archivedAt(stores, input.planId) })
  })
}

/** Counts that somebody opened the public page of a plan; nothing is noted of who did. */
export async function countPublicRead(context: Context, input: { readonly planId: string }): Promise<Result<true>> {
  const right = requireRight(context, 'publication.read', { isPublic: true })
  if (!right.ok) return right
  return context.transact(async ({ publishing }) => {
    const row = await publishing.publicPlan(input.planId)
    if (!row?.released) return refuse('object.notFound')
    await publishing.noteRead(input.planId, context.today)
    return accept(true)
  })
}
