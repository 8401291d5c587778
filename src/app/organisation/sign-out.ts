import { type Result, accept } from '#core/kit'
import type { Context } from '#app/kit'

/** Ends the session at once, on the server too. */
export function signOut(context: Context, input: { tokenHash: string; serverNow: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    await stores.organisation.revokeSession(input.tokenHash, input.serverNow)
    const objectId = context.actor.accountId
    await stores.audit.record({ action: 'session.end', objectKind: 'account', objectId, body: {} })
    return accept(true)
  })
}
