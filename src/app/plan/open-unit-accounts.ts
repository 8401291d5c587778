import { type Result, accept, refuse } from '#core/kit'
import { foldLoginName } from '#core/organisation'
import type { PlanUnitRow } from './plan-store.ts'
import { type Context, requireRight, type Stores } from '#app/kit'
import { makeLink } from '#app/organisation'

/** The two posts that every unit of a plan gets: who reports and who signs are different persons. */
const posts = [
  { role: 'reporter', name: '填报人' },
  { role: 'signer', name: '审签人' },
] as const
type Post = (typeof posts)[number]

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
 * Run again it adds what is missing and makes new links for those who never signed in. The roles follow from the published plan; they
 * are proposed here and count from the security officer's confirmation on, who alone gives roles.
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
    const known = await stores.plans.unitAccounts(context.today)
    const accounts: UnitAccount[] = []
    for (const unit of units) {
      for (const post of posts) {
        const existing = known.find((account) => account.unitId === unit.unitId && account.role === post.role)
        const opened = existing ? accept(existing) : await openAccount(context, stores, unit, post)
        if (!opened.ok) return opened
        const { accountId, login, everSignedIn } = opened.value
        const linkToken = everSignedIn ? null : await makeLink(context, stores, accountId, input.serverNow)
        accounts.push({ unit: unit.name, unitKind: unit.kind, post: post.name, login, linkToken })
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

/** A new account with its role proposed. A name that is taken is refused: whose account that is, nobody here can know. */
async function openAccount(
  context: Context,
  stores: Stores,
  unit: PlanUnitRow,
  post: Post,
): Promise<Result<{ accountId: string; login: string; everSignedIn: boolean }>> {
  const displayName = `${unit.name}${post.name}`
  const [login, accountId, at] = [foldLoginName(displayName), context.newId(), context.now]
  if (!(await stores.organisation.addAccount({ accountId, login, displayName, passwordHash: null, at })))
    return refuse('account.alreadyExists', { login })
  const proposal = { proposalId: context.newId(), accountId, grant: { role: post.role, unitId: unit.unitId } }
  await stores.organisation.proposeGrant({ ...proposal, at, by: context.actor.accountId })
  return accept({ accountId, login, everSignedIn: false })
}
