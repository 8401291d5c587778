import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import { checkGrant, entryGuard, type RoleGrant, tightensEntry } from '#core/organisation'
import type { Context, Stores } from '#app/kit'
import type { AccountRow } from './ports.ts'
import { giveCode } from './release-link.ts'

/** A role as it is given: from a day on, for a while, or in somebody else's stead. */
export interface Giving {
  readonly accountId: string
  readonly grant: RoleGrant
  readonly serverNow: string
  readonly from?: LocalDate
  /** The first day on which it counts no more. */
  readonly until?: LocalDate
  /** The role that is exercised for its holder. */
  readonly sourceGrantId?: string
  /** What the log says beside the role: the proposal, handover or delegation that it comes from. */
  readonly because?: Readonly<Record<string, string>>
}

/**
 * Gives a role to an account in use, whose other roles do not forbid it, and answers the release code where a link that is about now
 * needs one. The right to do so has been shown by the caller.
 */
export async function giveRole(
  context: Context,
  stores: Stores,
  { accountId, grant, serverNow, because, ...days }: Giving,
): Promise<Result<{ grantId: string; code: string | null }>> {
  // Two grants at once would each see an account without the other's role.
  await stores.organisation.lockAccount(accountId)
  const account = await stores.organisation.account(accountId, context.today)
  if (!account || account.disabledAt !== null) return refuse('account.notFound')
  const fits = checkGrant(account.roles, grant)
  if (!fits.ok) return fits
  const grantId = context.newId()
  await stores.organisation.grantRole({
    ...{ grantId, accountId, grant, at: context.now, by: context.actor.accountId },
    ...days,
  })
  const { sourceGrantId: _, ...dates } = days
  const { standsInFor: standIn, heldBefore: __, ...role } = grant
  const body = { ...role, ...dates, ...because, ...(standIn === undefined ? {} : { standsInFor: standIn }) }
  await stores.audit.record({ action: 'role.grant', objectKind: 'account', objectId: accountId, body })
  return accept({ grantId, code: await tightenEntry(context, stores, { account, grant, serverNow }) })
}

/**
 * A role that asks for a stricter way in ends the entries made under the weaker one: whoever opened the account, perhaps the
 * administrator himself, does not slip into the role. Answers the code for links that are still to be opened.
 */
async function tightenEntry(
  context: Context,
  stores: Stores,
  { account, grant, serverNow }: { account: AccountRow; grant: RoleGrant; serverNow: string },
): Promise<string | null> {
  if (!tightensEntry(account.roles, grant)) return null
  const { accountId } = account
  await stores.organisation.setPassword(accountId, null)
  await stores.organisation.revokeSessionsOf(accountId, serverNow)
  if (entryGuard([grant]) === 'linkAndCode') return giveCode(context, stores, { accountId, serverNow })
  await stores.organisation.revokeLinksOf(accountId, serverNow)
  return null
}
