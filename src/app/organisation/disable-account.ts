import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/** Disables an account and ends all its sessions. Nobody disables himself. */
export async function disableAccount(
  context: Context,
  input: { accountId: string; serverNow: string },
): Promise<Result<true>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  if (input.accountId === context.actor.accountId) return refuse('account.ownAccount')
  return context.transact(async (stores) => {
    if (!(await stores.organisation.disableAccount(input.accountId, input.serverNow))) return refuse('account.notFound')
    await stores.organisation.revokeSessionsOf(input.accountId, input.serverNow)
    await stores.organisation.revokeLinksOf(input.accountId, input.serverNow)
    await stores.audit.record({ action: 'account.disable', objectKind: 'account', objectId: input.accountId, body: {} })
    return accept(true)
  })
}
