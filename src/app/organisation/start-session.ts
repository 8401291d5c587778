import { type Result, accept } from '#core/kit'
import type { Context, Stores } from '#app/kit'

const SESSION_HOURS = 12

/** What the HTTP layer puts into the cookie: region and token; only the token's hash is stored. */
export interface NewSession {
  readonly cookie: string
  readonly accountId: string
  readonly expiresAt: string
}

/** Opens a session for an account whose right to sign in has been shown. Session times are the server's, not the region's clock. */
export async function startSession(
  context: Context,
  stores: Stores,
  input: { accountId: string; userAgent: string; serverNow: string; by: 'password' | 'link' },
): Promise<Result<NewSession>> {
  const token = context.secrets.newToken()
  const expiresAt = new Date(Date.parse(input.serverNow) + SESSION_HOURS * 3_600_000).toISOString()
  await stores.organisation.addSession({
    tokenHash: context.sha256(token),
    accountId: input.accountId,
    at: input.serverNow,
    expiresAt,
    userAgent: input.userAgent.slice(0, 200),
  })
  await stores.audit.record({
    action: 'session.open',
    objectKind: 'account',
    objectId: input.accountId,
    body: { by: input.by },
  })
  return accept({ cookie: `${context.regionId}.${token}`, accountId: input.accountId, expiresAt })
}
