import { type Result, accept } from '#core/kit'
import type { Context, Stores } from '#app/kit'

const SESSION_HOURS = 12

/** What the HTTP layer puts into the cookie: region and token; only the token's hash is stored. */
export interface NewSession {
  readonly cookie: string
  readonly accountId: string
  readonly expiresAt: string
}

/**
 * Opens a session for an account whose right to sign in has been shown. Session times are the server's, not the region's clock.
 * `openedByLink`: hash of the link that opened it; null = opened by password.
 */
export async function startSession(
  context: Context,
  stores: Stores,
  input: { accountId: string; userAgent: string; serverNow: string; openedByLink: string | null },
): Promise<Result<NewSession>> {
  const token = context.secrets.newToken()
  const expiresAt = new Date(Date.parse(input.serverNow) + SESSION_HOURS * 3_600_000).toISOString()
  const { accountId, serverNow: at, openedByLink } = input
  const tokenHash = context.sha256(token)
  const userAgent = input.userAgent.slice(0, 200)
  await stores.organisation.addSession({ tokenHash, accountId, at, expiresAt, userAgent, openedByLink })
  const body = { by: openedByLink === null ? 'password' : 'link' }
  await stores.audit.record({ action: 'session.open', objectKind: 'account', objectId: accountId, body })
  return accept({ cookie: `${context.regionId}.${token}`, accountId, expiresAt })
}
