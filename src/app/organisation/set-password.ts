import { type Result, accept, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import { tooManyFailures, WINDOW_MINUTES } from './throttle.ts'

const MIN_LENGTH = 10

interface NewPassword {
  readonly password: string
  /** The present one; asked for where there is one, but not of whoever came in by a link because he lost it. */
  readonly oldPassword?: string | undefined
  readonly tokenHash: string
  readonly serverNow: string
}

/**
 * Sets one's own password. Whoever came in by a link may set one and come back with it. All other sessions of the account end, and
 * no link that is still about works any more.
 */
export async function setPassword(context: Context, input: NewPassword): Promise<Result<true>> {
  if ([...input.password].length < MIN_LENGTH)
    return refuse('auth.passwordTooShort', { length: MIN_LENGTH }, 'password')
  const { accountId } = context.actor
  if (accountId === '') return refuse('auth.signInFirst')
  const proven = await proveOld(context, input)
  if (!proven.ok) return proven
  const hash = await context.secrets.hashPassword(input.password)
  return context.transact(async (stores) => {
    const now = await stores.organisation.lockAccount(accountId)
    // Another window may have set one meanwhile, or a role have ended this session.
    if (now?.passwordHash !== proven.value) return refuse('auth.oldPasswordWrong', {}, 'oldPassword')
    if (input.tokenHash !== '' && (await stores.organisation.session(input.tokenHash)) === null)
      return refuse('auth.signInFirst')
    await stores.organisation.setPassword(accountId, hash)
    await stores.organisation.revokeSessionsOf(accountId, input.serverNow, input.tokenHash)
    await stores.organisation.revokeLinksOf(accountId, input.serverNow)
    await stores.audit.record({ action: 'account.setPassword', objectKind: 'account', objectId: accountId, body: {} })
    return accept(true)
  })
}

/** The stored hash that was proven to be known; guesses count like failures to sign in. */
async function proveOld(context: Context, input: NewPassword): Promise<Result<string | null>> {
  const { serverNow, tokenHash, oldPassword = '' } = input
  const known = await context.read(async ({ organisation }) => ({
    account: await organisation.entry(context.actor.accountId),
    session: await organisation.session(tokenHash),
  }))
  const hash = known.account?.passwordHash ?? null
  if (hash === null || known.session?.openedByLink != null) return accept(hash)
  const trial = { login: known.account?.login ?? '', address: '', serverNow }
  const failureId = context.newId()
  const noted = await context.transact(async (stores) => {
    if (await tooManyFailures(stores, trial, 0)) return refuse('auth.throttled', { minutes: WINDOW_MINUTES })
    await stores.organisation.addFailure({ failureId, login: trial.login, address: '', at: serverNow })
    return accept(true)
  })
  if (!noted.ok) return noted
  if (!(await context.secrets.verifyPassword(hash, oldPassword)))
    return refuse('auth.oldPasswordWrong', {}, 'oldPassword')
  return context.transact(async (stores) => {
    await stores.organisation.removeFailure(failureId)
    return accept(hash)
  })
}
