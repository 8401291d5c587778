import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import { makeLink } from './account-link.ts'

/** Opens an account without a password; its holder comes in by the one-time link that is answered here once. */
export async function addAccount(
  context: Context,
  input: { login: string; displayName: string; serverNow: string },
): Promise<Result<{ accountId: string; linkToken: string }>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const accountId = context.newId()
    const row = { accountId, login: input.login, displayName: input.displayName, passwordHash: null, at: context.now }
    if (!(await stores.organisation.addAccount(row))) return refuse('account.alreadyExists', { login: input.login })
    await stores.audit.record({
      action: 'account.add',
      objectKind: 'account',
      objectId: accountId,
      body: { login: input.login },
    })
    return accept({ accountId, linkToken: await makeLink(context, stores, accountId, input.serverNow) })
  })
}

/** Makes a new one-time link for an account; only its hash is stored. */
export async function makeAccountLink(
  context: Context,
  input: { accountId: string; serverNow: string },
): Promise<Result<{ linkToken: string }>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const known = (await stores.organisation.accounts()).some((account) => account.accountId === input.accountId)
    if (!known) return refuse('account.notFound')
    const linkToken = await makeLink(context, stores, input.accountId, input.serverNow)
    await stores.audit.record({ action: 'account.link', objectKind: 'account', objectId: input.accountId, body: {} })
    return accept({ linkToken })
  })
}
