import { type Result, accept, refuse } from '#core/kit'
import { checkGrant } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { ProposedGrant } from './ports.ts'

/** Roles that the administrator proposed together with accounts and that wait for the security officer. */
export async function listProposedGrants(context: Context): Promise<Result<readonly ProposedGrant[]>> {
  const right = requireRight(context, 'role.grant', { accountId: '' })
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.organisation.proposedGrants()))
}

/**
 * The security officer confirms proposed roles, or refuses them, as many as he names at once: all of them or none. A role counts from
 * here on, never before.
 */
export async function decideProposedGrants(
  context: Context,
  input: { proposalIds: readonly string[]; confirm: boolean },
): Promise<Result<{ decided: number }>> {
  const right = requireRight(context, 'role.grant', { accountId: '' })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const open = await stores.organisation.proposedGrants()
    const asked = new Set(input.proposalIds)
    const named = open.filter(({ proposalId }) => asked.has(proposalId))
    if (named.length !== asked.size) return refuse('proposal.notFound')
    for (const proposal of named) {
      const decided = await decide(context, stores, proposal, input.confirm)
      if (!decided.ok) return decided
    }
    return accept({ decided: named.length })
  })
}

async function decide(
  context: Context,
  stores: Stores,
  proposal: ProposedGrant,
  confirm: boolean,
): Promise<Result<true>> {
  const { proposalId, accountId, role, unitId } = proposal
  const right = requireRight(context, 'role.grant', { accountId })
  if (!right.ok) return right
  const grantId = confirm ? context.newId() : null
  const ruling = { proposalId, grantId, at: context.now, by: context.actor.accountId }
  if (!(await stores.organisation.decideProposal(ruling))) return refuse('proposal.notFound')
  const body = { role, unitId, proposalId }
  const action = grantId === null ? 'role.refuseProposal' : 'role.grant'
  if (grantId !== null) {
    await stores.organisation.lockAccount(accountId)
    const account = await stores.organisation.account(accountId)
    const fits = checkGrant(account?.roles ?? [], { role, unitId })
    if (!fits.ok) return fits
    await stores.organisation.grantRole({ ...ruling, grantId, accountId, grant: { role, unitId } })
  }
  await stores.audit.record({ action, objectKind: 'account', objectId: accountId, body })
  return accept(true)
}
