import { type Result, accept } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { AccountRow, UnitRow } from './ports.ts'

/** All units of the region in pinyin order. */
export async function listUnits(context: Context): Promise<Result<readonly UnitRow[]>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.organisation.units()))
}

/** All accounts with their roles, for the administrator and the security officer. */
export async function listAccounts(context: Context): Promise<Result<readonly AccountRow[]>> {
  const mayManage = requireRight(context, 'account.manage', {})
  const right = mayManage.ok ? mayManage : requireRight(context, 'role.grant', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.organisation.accounts()))
}
