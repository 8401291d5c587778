import { type Result, accept, refuse } from '#core/kit'
import { entryGuard } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import { codeHash } from './account-link.ts'

/**
 * The security officer's half of the way into a guarded account: a code for the links that wait for one, answered here once. The
 * administrator has the link and not the code, the officer the code and not the link; the holder brings both.
 */
export async function releaseLink(
  context: Context,
  input: { accountId: string; serverNow: string },
): Promise<Result<{ code: string }>> {
  const right = requireRight(context, 'role.grant', { accountId: input.accountId })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const account = await stores.organisation.account(input.accountId, context.today)
    if (!account) return refuse('account.notFound')
    const guard = entryGuard(account.roles)
    if (guard !== 'linkAndCode') return refuse(guard === 'link' ? 'account.codeNotNeeded' : 'account.machineOnly')
    const code = await giveCode(context, stores, input)
    return code === null ? refuse('account.noOpenLink') : accept({ code })
  })
}

/** Gives all open links of an account one code; null where there is none that could be opened. */
export async function giveCode(
  context: Context,
  stores: Stores,
  { accountId, serverNow }: { accountId: string; serverNow: string },
): Promise<string | null> {
  const links = await stores.organisation.openLinks(accountId, serverNow)
  if (links.length === 0) return null
  const code = context.secrets.newCode()
  for (const tokenHash of links)
    await stores.organisation.setCode({
      ...{ tokenHash, codeHash: codeHash(context, tokenHash, code) },
      ...{ by: context.actor.accountId, at: serverNow },
    })
  await stores.audit.record({ action: 'account.release', objectKind: 'account', objectId: accountId, body: {} })
  return code
}
