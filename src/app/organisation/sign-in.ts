import { type Result, accept, refuse } from '#core/kit'
import type { Context, Stores } from '#app/kit'
import { startSession, type NewSession } from './start-session.ts'

/** Failures of one name, and from one address (an office of many people may be one), until attempts are refused for a while. */
const MAX_OF_NAME = 8
const MAX_FROM_ADDRESS = 100
const WINDOW_MINUTES = 15
/** Verified against when the account is unknown, so that an unknown name takes as long as a wrong password. */
const NOBODY = 'scrypt$16384$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

interface Attempt {
  readonly login: string
  readonly password: string
  /** Where the attempt came from; empty = not known. */
  readonly address: string
  readonly userAgent: string
  readonly serverNow: string
}

/**
 * Signs in by name and password. Too many failures of one name or from one address within 15 minutes are refused for a while. An
 * attempt is noted before it is looked at, so that many at once cannot all be the first.
 */
export async function signIn(context: Context, input: Attempt): Promise<Result<NewSession>> {
  const failureId = context.newId()
  const noted = await context.transact(async (stores) => {
    if (await tooMany(stores, input, 0)) return refuse('auth.throttled', { minutes: WINDOW_MINUTES })
    const { address, serverNow: at } = input
    await stores.organisation.addFailure({ failureId, login: input.login.slice(0, 100), address, at })
    return accept(true)
  })
  if (!noted.ok) return noted
  const account = await context.read(async (stores) =>
    (await tooMany(stores, input, 1)) ? 'throttled' : stores.organisation.accountByLogin(input.login),
  )
  if (account === 'throttled') return refuse('auth.throttled', { minutes: WINDOW_MINUTES })
  const known = await context.secrets.verifyPassword(account?.passwordHash ?? NOBODY, input.password)
  if (!known || !account || account.disabledAt !== null) return refused(context, input.login)
  const { accountId } = account
  return context.transact(async (stores) => {
    await stores.organisation.removeFailure(failureId)
    return startSession(context, stores, { ...input, accountId, by: 'password' })
  })
}

/** `own`: how many of the noted failures are this very attempt. */
async function tooMany(stores: Stores, { login, address, serverNow }: Attempt, own: 0 | 1): Promise<boolean> {
  const since = new Date(Date.parse(serverNow) - WINDOW_MINUTES * 60_000).toISOString()
  const { ofName, fromAddress } = await stores.organisation.failuresSince({ login, address }, since)
  return ofName - own >= MAX_OF_NAME || (address !== '' && fromAddress - own >= MAX_FROM_ADDRESS)
}

async function refused(context: Context, login: string): Promise<Result<NewSession>> {
  await context.transact(async (stores) => {
    const entry = { action: 'session.refuse', objectKind: 'account', objectId: login.slice(0, 100), body: {} }
    await stores.audit.record(entry)
    return accept(true)
  })
  return refuse('auth.wrongCredentials')
}
