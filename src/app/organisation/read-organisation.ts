import { type Result, accept } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { AccountRow, UnitRow } from './ports.ts'

/** All units of the region in pinyin order, for whoever reads plans or grants roles. */
export async function listUnits(context: Context): Promise<Result<readonly UnitRow[]>> {
  const reads = requireRight(context, 'plan.read', {})
  const right = reads.ok ? reads : requireRight(context, 'role.grant', { accountId: '' })
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.organisation.units()))
}

/** All accounts with their roles, for the administrator and the security officer. */
export async function listAccounts(context: Context): Promise<Result<readonly AccountRow[]>> {
  const manages = requireRight(context, 'account.manage', {})
  const right = manages.ok ? manages : requireRight(context, 'role.grant', { accountId: '' })
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.organisation.accounts(context.today)))
}
