import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
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

/** One plan as anybody may see it. Only the released copy is read; the pack stays where it is. */
export async function readPublicPlan(
  context: Context,
  input: { readonly planId: string },
): Promise<Result<{ readonly regionName: string; readonly row: PublicRow }>> {
  const right = requireRight(context, 'publication.read', { isPublic: true })
  if (!right.ok) return right
  return context.read(async (stores) => {
    const region = await stores.organisation.region()
    const row = await stores.publishing.publicPlan(input.planId)
    return region && row ? accept({ regionName: region.name, row }) : refuse('object.notFound')
  })
}
