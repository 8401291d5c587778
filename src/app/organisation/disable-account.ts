import { type Result, accept, refuse } from '#core/kit'
import { entryGuard } from '#core/organisation'
import { type Context, requireRight } from '#app/kit'

/**
 * Disables an account and ends all its sessions. Nobody disables himself, nor one of the three separated persons: first the
 * security officer takes the role back, so that no one of the three puts another out alone.
 */
export async function disableAccount(
  context: Context,
  input: { accountId: string; serverNow: string },
): Promise<Result<true>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  if (input.accountId === context.actor.accountId) return refuse('account.ownAccount')
  return context.transact(async (stores) => {
    await stores.organisation.lockAccount(input.accountId)
    const account = await stores.organisation.account(input.accountId, context.today)
    if (!account) return refuse('account.notFound')
    if (entryGuard(account.roles) === 'machine') return refuse('account.separatedRole')
    await stores.organisation.disableAccount(input.accountId, input.serverNow)
    await stores.organisation.revokeSessionsOf(input.accountId, input.serverNow)
    await stores.organisation.revokeLinksOf(input.accountId, input.serverNow)
    await stores.audit.record({ action: 'account.disable', objectKind: 'account', objectId: input.accountId, body: {} })
    return accept(true)
  })
}
