import { type Result, accept, refuse } from '#core/kit'
import { foldLoginName } from '#core/organisation'
import type { Context } from '#app/kit'
import { startSession, type NewSession } from './start-session.ts'
import { type PasswordTrial, tooManyFailures, WINDOW_MINUTES } from './throttle.ts'

/** Verified against when the account is unknown, so that an unknown name takes as long as a wrong password. */
const NOBODY = 'scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
const LONGEST_LOGIN = 100

interface Attempt extends PasswordTrial {
  readonly password: string
  readonly userAgent: string
}

/**
 * Signs in by name and password. Too many failures of one name or from one address within 15 minutes are refused for a while. An
 * attempt is noted before it is looked at, so that many at once cannot all be the first.
 */
export async function signIn(context: Context, asked: Attempt): Promise<Result<NewSession>> {
  const input = { ...asked, login: foldLoginName(asked.login).slice(0, LONGEST_LOGIN) }
  const failureId = context.newId()
  const noted = await context.transact(async (stores) => {
    if (await tooManyFailures(stores, input, 0)) return refuse('auth.throttled', { minutes: WINDOW_MINUTES })
    const { login, address, serverNow: at } = input
    await stores.organisation.addFailure({ failureId, login, address, at })
    return accept(true)
  })
  if (!noted.ok) return noted
  const account = await context.read(async (stores) =>
    (await tooManyFailures(stores, input, 1)) ? 'throttled' : stores.organisation.accountByLogin(input.login),
  )
  if (account === 'throttled') return refuse('auth.throttled', { minutes: WINDOW_MINUTES })
  const hash = account?.passwordHash ?? null
  const known = await context.secrets.verifyPassword(hash ?? NOBODY, input.password)
  if (!known || !account || hash === null) return refused(context, input.login)
  const { accountId } = account
  const opened = await context.transact(async (stores) => {
    // The password may have ended since it was read: with the account, or by a role that asks for another way in.
    const now = await stores.organisation.lockAccount(accountId)
    if (now?.passwordHash !== hash || now.disabledAt !== null) return refuse('auth.wrongCredentials')
    await stores.organisation.removeFailure(failureId)
    return startSession(context, stores, { ...input, accountId, openedByLink: null })
  })
  return opened.ok ? opened : refused(context, input.login)
}

async function refused(context: Context, login: string): Promise<Result<NewSession>> {
  await context.transact(async (stores) => {
    await stores.audit.record({ action: 'session.refuse', objectKind: 'account', objectId: login, body: {} })
    return accept(true)
  })
  return refuse('auth.wrongCredentials')
}
