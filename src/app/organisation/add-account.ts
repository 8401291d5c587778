import { type Result, accept, refuse } from '#core/kit'
import { entryGuard, newLoginName } from '#core/organisation'
import { type Context, requireRight } from '#app/kit'
import { makeLink } from './account-link.ts'

/** Opens an account without a password; its holder comes in by the one-time link that is answered here once. */
export async function addAccount(
  context: Context,
  input: { login: string; displayName: string; serverNow: string },
): Promise<Result<{ accountId: string; linkToken: string }>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  const named = newLoginName(input.login)
  if (!named.ok) return named
  const login = named.value
  return context.transact(async (stores) => {
    const accountId = context.newId()
    const row = { accountId, login, displayName: input.displayName, passwordHash: null, at: context.now }
    if (!(await stores.organisation.addAccount(row))) return refuse('account.alreadyExists', { login })
    await stores.audit.record({ action: 'account.add', objectKind: 'account', objectId: accountId, body: { login } })
    return accept({ accountId, linkToken: await makeLink(context, stores, accountId, input.serverNow) })
  })
}

/**
 * Makes a new one-time link for an account. For the three separated persons there is none here: whoever makes links would come in as
 * them. `needsCode`: the account opens only with the security officer's code beside it.
 */
export async function makeAccountLink(
  context: Context,
  input: { accountId: string; serverNow: string },
): Promise<Result<{ linkToken: string; needsCode: boolean }>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const account = await stores.organisation.account(input.accountId, context.today)
    if (!account) return refuse('account.notFound')
    const guard = entryGuard(account.roles)
    if (guard === 'machine') return refuse('account.machineOnly')
    const linkToken = await makeLink(context, stores, input.accountId, input.serverNow)
    await stores.audit.record({ action: 'account.link', objectKind: 'account', objectId: input.accountId, body: {} })
    return accept({ linkToken, needsCode: guard === 'linkAndCode' })
  })
}
