import { type Result, accept, refuse } from '#core/kit'
import { checkGrant, entryGuard, type RoleGrant, tightensEntry } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { AccountRow } from './ports.ts'
import { giveCode } from './release-link.ts'

interface Granting {
  readonly accountId: string
  readonly grant: RoleGrant
  readonly serverNow: string
}

/**
 * Gives a role to an account. Only the security officer, never to himself, and the three separated roles never together. `code`: the
 * officer's half of the way in, where a link for the account is about that now needs one.
 */
export async function grantRole(
  context: Context,
  input: Granting,
): Promise<Result<{ grantId: string; code: string | null }>> {
  const right = requireRight(context, 'role.grant', { accountId: input.accountId })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    // Two grants at once would each see an account without the other's role.
    await stores.organisation.lockAccount(input.accountId)
    const account = await stores.organisation.account(input.accountId)
    if (!account) return refuse('account.notFound')
    const fits = checkGrant(account.roles, input.grant)
    if (!fits.ok) return fits
    const place = await knownPlace(stores, input.grant)
    if (!place.ok) return place
    const grantId = context.newId()
    const { accountId, grant } = input
    await stores.organisation.grantRole({ grantId, accountId, grant, at: context.now, by: context.actor.accountId })
    await stores.audit.record({ action: 'role.grant', objectKind: 'account', objectId: accountId, body: { ...grant } })
    return accept({ grantId, code: await tightenEntry(context, stores, { ...input, account }) })
  })
}

/**
 * A role that asks for a stricter way in ends the entries made under the weaker one: whoever opened the account, perhaps the
 * administrator himself, does not slip into the role. Answers the code for links that are still to be opened.
 */
async function tightenEntry(
  context: Context,
  stores: Stores,
  { account, grant, serverNow }: Granting & { account: AccountRow },
): Promise<string | null> {
  if (!tightensEntry(account.roles, grant)) return null
  const { accountId } = account
  await stores.organisation.setPassword(accountId, null)
  await stores.organisation.revokeSessionsOf(accountId, serverNow)
  if (entryGuard([grant]) === 'linkAndCode') return giveCode(context, stores, { accountId, serverNow })
  await stores.organisation.revokeLinksOf(accountId, serverNow)
  return null
}

/** The unit and the plan that a role is bound to are those of this region. */
async function knownPlace(stores: Stores, { unitId, planId }: RoleGrant): Promise<Result<true>> {
  const units = unitId === undefined ? [] : await stores.organisation.units()
  if (unitId !== undefined && !units.some((unit) => unit.unitId === unitId))
    return refuse('unit.notFound', {}, 'unitId')
  if (planId !== undefined && (await stores.plans.plan(planId)) === null) return refuse('plan.notFound', {}, 'planId')
  return accept(true)
}

/** Takes a role back; nobody takes one from himself. */
export function revokeRole(context: Context, input: { grantId: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const revoked = await stores.organisation.revokeRole(input.grantId, context.now, context.actor.accountId)
    const right = requireRight(context, 'role.grant', { accountId: revoked?.accountId ?? '' })
    if (!right.ok) return right
    if (!revoked) return refuse('object.notFound')
    const body = { grantId: input.grantId }
    await stores.audit.record({ action: 'role.revoke', objectKind: 'account', objectId: revoked.accountId, body })
    return accept(true)
  })
}
