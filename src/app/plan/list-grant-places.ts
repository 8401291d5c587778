import { type Result, accept } from '#core/kit'
import type { Campaign } from '#core/plan'
import { type Context, requireRight } from '#app/kit'

/** A plan in force with the campaigns to whose task forces a role can be bound. */
export interface GrantPlace {
  readonly planId: string
  readonly title: string
  readonly campaigns: readonly Campaign[]
}

/** The plans and task forces that a role can be bound to: for the security officer, who reads nothing else of a plan. */
export async function listGrantPlaces(context: Context): Promise<Result<readonly GrantPlace[]>> {
  const right = requireRight(context, 'role.grant', { accountId: '' })
  if (!right.ok) return right
  return context.read(async ({ plans }) => {
    const places: GrantPlace[] = []
    for (const { planId, title, version } of await plans.plans()) {
      const content = await plans.content(planId, version)
      places.push({ planId, title, campaigns: content?.campaigns ?? [] })
    }
    return accept(places)
  })
}
