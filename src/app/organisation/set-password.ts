import { type Result, accept, refuse } from '#core/kit'
import type { Context } from '#app/kit'

const MIN_LENGTH = 10

/**
 * Sets one's own password. Whoever came in by a link may set one and come back with it. All other sessions of the account end, and
 * no link that is still about works any more.
 */
export async function setPassword(
  context: Context,
  input: { readonly password: string; readonly tokenHash: string; readonly serverNow: string },
): Promise<Result<true>> {
  if ([...input.password].length < MIN_LENGTH)
    return refuse('auth.passwordTooShort', { length: MIN_LENGTH }, 'password')
  const { accountId } = context.actor
  if (accountId === '') return refuse('auth.signInFirst')
  const hash = await context.secrets.hashPassword(input.password)
  return context.transact(async (stores) => {
    await stores.organisation.setPassword(accountId, hash)
    await stores.organisation.revokeSessionsOf(accountId, input.serverNow, input.tokenHash)
    await stores.organisation.revokeLinksOf(accountId, input.serverNow)
    await stores.audit.record({ action: 'account.setPassword', objectKind: 'account', objectId: accountId, body: {} })
    return accept(true)
  })
}
