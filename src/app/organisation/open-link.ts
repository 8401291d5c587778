import { type Result, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import { startSession, type NewSession } from './start-session.ts'

/** Signs in by a one-time link. A link works once and until it expires. */
export function openLink(
  context: Context,
  input: { token: string; userAgent: string; serverNow: string },
): Promise<Result<NewSession>> {
  return context.transact(async (stores) => {
    const used = await stores.organisation.useLink(context.sha256(input.token), input.serverNow)
    if (!used) return refuse('auth.linkInvalid')
    return startSession(context, stores, { ...input, accountId: used.accountId, by: 'link' })
  })
}
