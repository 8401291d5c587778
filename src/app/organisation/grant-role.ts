import { type Result, accept, refuse } from '#core/kit'
import type { RoleGrant } from '#core/organisation'
import { type Context, requireRight } from '#app/kit'

/** Gives a role to an account. Only the security officer, and never to himself. */
export async function grantRole(
  context: Context,
  input: { accountId: string; grant: RoleGrant },
): Promise<Result<{ grantId: string }>> {
  const right = requireRight(context, 'role.grant', {})
  if (!right.ok) return right
  if (input.accountId === context.actor.accountId) return refuse('account.ownAccount')
  return context.transact(async (stores) => {
    const known = (await stores.organisation.accounts()).some((account) => account.accountId === input.accountId)
    if (!known) return refuse('account.notFound')
    const grantId = context.newId()
    const by = context.actor.accountId
    await stores.organisation.grantRole({
      grantId,
      accountId: input.accountId,
      grant: input.grant,
      at: context.now,
      by,
    })
    await stores.audit.record({
      action: 'role.grant',
      objectKind: 'account',
      objectId: input.accountId,
      body: { ...input.grant },
    })
    return accept({ grantId })
  })
}

/** Takes a role back. */
export async function revokeRole(context: Context, input: { grantId: string }): Promise<Result<true>> {
  const right = requireRight(context, 'role.grant', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const revoked = await stores.organisation.revokeRole(input.grantId, context.now, context.actor.accountId)
    if (!revoked) return refuse('object.notFound')
    await stores.audit.record({
      action: 'role.revoke',
      objectKind: 'account',
      objectId: revoked.accountId,
      body: { grantId: input.grantId },
    })
    return accept(true)
  })
}
