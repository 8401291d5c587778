import { type Result, accept, refuse } from '#core/kit'
import type { PlanUnitRow } from './plan-store.ts'
import { type Context, requireRight, type Stores } from '#app/kit'
import { makeLink } from '#app/organisation'

/** The two posts that every unit of a plan gets: who reports and who signs are different persons. */
const posts = [
  { role: 'reporter', name: '填报人' },
  { role: 'signer', name: '审签人' },
] as const

/** One account of a unit. `linkToken` is shown this once; null = the holder has signed in before and needs none. */
export interface UnitAccount {
  readonly unit: string
  readonly unitKind: string
  readonly post: string
  readonly login: string
  readonly linkToken: string | null
}

/**
 * Opens a reporter's and a signer's account for every unit that a plan names, named by post (区发改局填报人), with a one-time link each.
 * Run again it adds what is missing and makes new links for those who never signed in. The roles follow from the published plan, which
 * is why the administrator may open them together with the account.
 */
export async function openUnitAccounts(
  context: Context,
  input: { planId: string; serverNow: string },
): Promise<Result<readonly UnitAccount[]>> {
  const right = requireRight(context, 'account.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    if ((await stores.plans.plan(input.planId)) === null) return refuse('plan.notFound')
    const units = (await stores.plans.planUnits(input.planId)).filter((unit) => unit.kind !== 'group')
    const known = await stores.plans.unitAccounts()
    const accounts: UnitAccount[] = []
    for (const unit of units) {
      for (const post of posts) {
        const login = `${unit.name}${post.name}`
        const existing = known.find((account) => account.unitId === unit.unitId && account.role === post.role)
        const accountId = existing?.accountId ?? (await openAccount(context, stores, { unit, login, role: post.role }))
        if (accountId === null) return refuse('account.alreadyExists', { login })
        const linkToken = existing?.everSignedIn ? null : await makeLink(context, stores, accountId, input.serverNow)
        accounts.push({
          unit: unit.name,
          unitKind: unit.kind,
          post: post.name,
          login: existing?.login ?? login,
          linkToken,
        })
      }
    }
    await stores.audit.record({
      action: 'account.openForUnits',
      objectKind: 'plan',
      objectId: input.planId,
      body: { units: units.length, logins: accounts.map((account) => account.login) },
    })
    return accept(accounts)
  })
}

async function openAccount(
  context: Context,
  stores: Stores,
  { unit, login, role }: { unit: PlanUnitRow; login: string; role: 'reporter' | 'signer' },
): Promise<string | null> {
  const accountId = context.newId()
  const row = { accountId, login, displayName: login, passwordHash: null, at: context.now }
  if (!(await stores.organisation.addAccount(row))) return null
  const grant = { role, unitId: unit.unitId }
  await stores.organisation.grantRole({
    grantId: context.newId(),
    accountId,
    grant,
    at: context.now,
    by: context.actor.accountId,
  })
  return accountId
}
