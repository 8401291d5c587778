import { type Result, accept, refuse } from '#core/kit'
import type { Context, Stores } from '#app/kit'

const LINK_DAYS = 14

/** Makes a one-time link that lives two weeks; only its hash is stored. */
export async function makeLink(
  context: Context,
  stores: Stores,
  accountId: string,
  serverNow: string,
): Promise<string> {
  const token = context.secrets.newToken()
  const expiresAt = new Date(Date.parse(serverNow) + LINK_DAYS * 86_400_000).toISOString()
  const by = context.actor.accountId || null
  await stores.organisation.addLink({ tokenHash: context.sha256(token), accountId, at: serverNow, by, expiresAt })
  return token
}

/** What stands in the store for a code: it opens one link only, and nobody reads it there. */
export function codeHash(context: Context, tokenHash: string, code: string): string {
  return context.sha256(`${tokenHash}.${code}`)
}

/**
 * Makes a one-time link for an account on the server itself, and ends those made before. Called by whoever runs the server: for
 * the three separated persons, whose links nobody else makes, and where nobody is left who could.
 */
export function makeLinkOnMachine(
  context: Context,
  input: { login: string; serverNow: string },
): Promise<Result<{ linkToken: string }>> {
  return context.transact(async (stores) => {
    const { login, serverNow } = input
    const account = await stores.organisation.accountByLogin(login)
    if (!account || account.disabledAt !== null) return refuse('account.notFound')
    const { accountId } = account
    await stores.organisation.revokeLinksOf(accountId, serverNow)
    const linkToken = await makeLink(context, stores, accountId, serverNow)
    const body = { on: 'server', login }
    await stores.audit.record({ action: 'account.link', objectKind: 'account', objectId: accountId, body })
    return accept({ linkToken })
  })
}
