import { type Result, accept, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import type { LinkNotice } from './ports.ts'

/**
 * Links that somebody made for the account after its holder had been in, and that he has not been told of yet. The link by which
 * this very session was opened is told in another one.
 */
export function readLinkNotices(context: Context, tokenHash: string): Promise<readonly LinkNotice[]> {
  return context.read(({ organisation }) => organisation.linkNotices(context.actor.accountId, tokenHash))
}

/**
 * The holder has seen the notices. One that tells of the link by which this session was opened stays, so that whoever came in by
 * another's link cannot take the traces away.
 */
export function dismissLinkNotices(
  context: Context,
  input: { tokenHash: string; serverNow: string },
): Promise<Result<true>> {
  const { accountId } = context.actor
  if (accountId === '') return Promise.resolve(refuse('auth.signInFirst'))
  return context.transact(async (stores) => {
    await stores.organisation.dismissLinkNotices(accountId, input.tokenHash, input.serverNow)
    await stores.audit.record({ action: 'account.seeLinks', objectKind: 'account', objectId: accountId, body: {} })
    return accept(true)
  })
}
