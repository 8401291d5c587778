import { type Result, accept, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import { startSession, type NewSession } from './start-session.ts'

const MAX_FAILURES = 8
const WINDOW_MINUTES = 15
/** Verified against when the account is unknown, so that an unknown name takes as long as a wrong password. */
const NOBODY = 'scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Signs in by name and password. Too many failures of one name within 15 minutes are refused for a while. */
export async function signIn(
  context: Context,
  input: { login: string; password: string; address: string; userAgent: string; serverNow: string },
): Promise<Result<NewSession>> {
  const since = new Date(Date.parse(input.serverNow) - WINDOW_MINUTES * 60_000).toISOString()
  const found = await context.read(async (stores) => ({
    failures: await stores.organisation.failuresSince(input.login, since),
    account: await stores.organisation.accountByLogin(input.login),
  }))
  if (found.failures >= MAX_FAILURES) return refuse('auth.throttled', { minutes: WINDOW_MINUTES })
  const known = await context.secrets.verifyPassword(found.account?.passwordHash ?? NOBODY, input.password)
  if (!known || !found.account || found.account.disabledAt !== null) {
    await noteFailure(context, input)
    return refuse('auth.wrongCredentials')
  }
  const { accountId } = found.account
  return context.transact((stores) => startSession(context, stores, { ...input, accountId, by: 'password' }))
}

async function noteFailure(
  context: Context,
  input: { login: string; address: string; serverNow: string },
): Promise<void> {
  await context.transact(async (stores) => {
    const row = {
      failureId: context.newId(),
      login: input.login.slice(0, 100),
      address: input.address,
      at: input.serverNow,
    }
    await stores.organisation.addFailure(row)
    await stores.audit.record({ action: 'session.refuse', objectKind: 'account', objectId: row.login, body: {} })
    return accept(true)
  })
}
