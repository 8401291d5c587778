import { type Result, accept, refuse } from '#core/kit'
import type { RoleGrant } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import { giveRole } from './give-role.ts'

interface Granting {
  readonly accountId: string
  readonly grant: RoleGrant
  readonly serverNow: string
}

/**
 * Gives a role to an account. Only the security officer, never to himself, and the three separated roles never together. `code`: the
 * officer's half of the way in, where a link for the account is about that now needs one.
 */
export async function grantRole(
  context: Context,
  input: Granting,
): Promise<Result<{ grantId: string; code: string | null }>> {
  const right = requireRight(context, 'role.grant', { accountId: input.accountId })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const place = await knownPlace(stores, input.grant)
    return place.ok ? giveRole(context, stores, input) : place
  })
}

/** The unit and the plan that a role is bound to are those of this region. */
async function knownPlace(stores: Stores, { unitId, planId }: RoleGrant): Promise<Result<true>> {
  const units = unitId === undefined ? [] : await stores.organisation.units()
  if (unitId !== undefined && !units.some((unit) => unit.unitId === unitId))
    return refuse('unit.notFound', {}, 'unitId')
  if (planId !== undefined && (await stores.plans.plan(planId)) === null) return refuse('plan.notFound', {}, 'planId')
  return accept(true)
}

/** Takes a role back; nobody takes one from himself. */
export function revokeRole(context: Context, input: { grantId: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const revoked = await stores.organisation.revokeRole(input.grantId, context.now, context.actor.accountId)
    const right = requireRight(context, 'role.grant', { accountId: revoked?.accountId ?? '' })
    if (!right.ok) return right
    if (!revoked) return refuse('object.notFound')
    const body = { grantId: input.grantId }
    await stores.audit.record({ action: 'role.revoke', objectKind: 'account', objectId: revoked.accountId, body })
    return accept(true)
  })
}
