import { type Result, accept, refuse } from '#core/kit'
import { isInForce } from '#core/organisation'
import type { Context } from '#app/kit'
import type { AccountRow, RegionRow } from './ports.ts'

/** The region and, where somebody is signed in, his account with the names of his units. */
export async function readMe(context: Context): Promise<Result<{ region: RegionRow; account: AccountRow | null }>> {
  return context.read(async (stores) => {
    const region = await stores.organisation.region()
    if (!region) return refuse('region.notFound')
    if (context.actor.accountId === '') return accept({ region, account: null })
    const account = await stores.organisation.account(context.actor.accountId, context.today)
    const roles = (account?.roles ?? []).filter((role) => isInForce(role, context.today))
    return accept({ region, account: account && { ...account, roles } })
  })
}
