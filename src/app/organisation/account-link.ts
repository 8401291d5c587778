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
