import { type Result, accept, refuse } from '#core/kit'
import { entryGuard } from '#core/organisation'
import type { Context, Stores } from '#app/kit'
import { codeHash } from './account-link.ts'
import type { LinkRow } from './ports.ts'
import { startSession, type NewSession } from './start-session.ts'

/** Wrong codes until a link ends: eight digits cannot be tried out. */
const MOST_WRONG_CODES = 5

interface Opening {
  readonly token: string
  readonly code?: string | undefined
  readonly userAgent: string
  readonly serverNow: string
}

/**
 * Signs in by a one-time link, with a code where the account is guarded. A link works once and until it expires; its use ends the
 * account's other sessions and links, so that a holder whose link somebody else has used notices at once.
 */
export async function openLink(context: Context, input: Opening): Promise<Result<NewSession>> {
  const tokenHash = context.sha256(input.token)
  const opened = await context.transact(async (stores): Promise<Result<NewSession | 'wrongCode'>> => {
    const link = await stores.organisation.link(tokenHash, input.serverNow)
    if (!link) return refuse('auth.linkInvalid')
    const allowed = await mayOpen(context, stores, link, input.code)
    if (!allowed.ok) return allowed
    if (!allowed.value) {
      await stores.organisation.noteWrongCode(tokenHash, MOST_WRONG_CODES, input.serverNow)
      const entry = { action: 'session.refuse', objectKind: 'account', objectId: link.accountId, body: { by: 'code' } }
      await stores.audit.record(entry)
      return accept('wrongCode')
    }
    return useLink(context, stores, { ...input, tokenHash })
  })
  if (!opened.ok) return opened
  return opened.value === 'wrongCode' ? refuse('auth.codeWrong', { most: MOST_WRONG_CODES }) : accept(opened.value)
}

/** False: the code is wrong. A link made on the server opens every account. */
async function mayOpen(
  context: Context,
  stores: Stores,
  link: LinkRow,
  code: string | undefined,
): Promise<Result<boolean>> {
  // Whoever grants a role to this account at the same moment waits, or is waited for.
  await stores.organisation.lockAccount(link.accountId)
  const account = await stores.organisation.account(link.accountId, context.today)
  const guard = entryGuard(account?.roles ?? [])
  if (link.madeBy === null || guard === 'link') return accept(true)
  if (guard === 'machine') return refuse('auth.linkInvalid')
  if (link.codeHash === null || !code) return refuse('auth.codeNeeded')
  return accept(codeHash(context, link.tokenHash, code.trim()) === link.codeHash)
}

async function useLink(
  context: Context,
  stores: Stores,
  input: Opening & { tokenHash: string },
): Promise<Result<NewSession>> {
  const { tokenHash, serverNow } = input
  const used = await stores.organisation.useLink(tokenHash, serverNow)
  if (!used) return refuse('auth.linkInvalid')
  await stores.organisation.revokeSessionsOf(used.accountId, serverNow)
  await stores.organisation.revokeLinksOf(used.accountId, serverNow)
  return startSession(context, stores, { ...input, accountId: used.accountId, openedByLink: tokenHash })
}
