import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight, type Stores } from '#app/kit'
import { giveRole } from './give-role.ts'
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
  input: { proposalIds: readonly string[]; confirm: boolean; serverNow: string },
): Promise<Result<{ decided: number }>> {
  const right = requireRight(context, 'role.grant', { accountId: '' })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const open = await stores.organisation.proposedGrants()
    const asked = new Set(input.proposalIds)
    const named = open.filter(({ proposalId }) => asked.has(proposalId))
    if (named.length !== asked.size) return refuse('proposal.notFound')
    for (const proposal of named) {
      const decided = await decide(context, stores, proposal, input)
      if (!decided.ok) return decided
    }
    return accept({ decided: named.length })
  })
}

async function decide(
  context: Context,
  stores: Stores,
  proposal: ProposedGrant,
  { confirm, serverNow }: { confirm: boolean; serverNow: string },
): Promise<Result<true>> {
  const { proposalId, accountId, grant } = proposal
  const right = requireRight(context, 'role.grant', { accountId })
  if (!right.ok) return right
  const given = confirm
    ? await giveRole(context, stores, { accountId, grant, serverNow, because: { proposalId } })
    : accept({ grantId: null })
  if (!given.ok) return given
  const ruling = { proposalId, grantId: given.value.grantId, at: context.now, by: context.actor.accountId }
  if (!(await stores.organisation.decideProposal(ruling))) return refuse('proposal.notFound')
  if (confirm) return accept(true)
  const body = { ...grant, heldBefore: undefined, proposalId }
  await stores.audit.record({ action: 'role.refuseProposal', objectKind: 'account', objectId: accountId, body })
  return accept(true)
}
