import { addDays, type LocalDate, type Result, accept, refuse } from '#core/kit'
import { checkDelegation, isAllowed, lentGrant, roleOf } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import { giveRole } from './give-role.ts'
import type { DelegationRow, HandoverRow } from './succession-ports.ts'

/** What is said when a role is lent. */
export interface Delegating {
  readonly grantId: string
  readonly holderId: string
  readonly toAccountId: string
  readonly from: LocalDate
  readonly last: LocalDate
  readonly reason: string
}

/**
 * Lets somebody else exercise a role for its holder while he is away. Given by the holder, or by the coordinator for him, and counts,
 * like every role, from the security officer's confirmation.
 */
export async function giveDelegation(context: Context, input: Delegating): Promise<Result<{ delegationId: string }>> {
  const right = requireRight(context, 'delegation.give', { accountId: input.holderId })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { grantId, holderId, toAccountId, from, last } = input
    const holder = await stores.organisation.account(holderId, context.today)
    const held = holder?.roles.find((role) => role.grantId === grantId)
    if (!held) return refuse('handover.notHeld', {}, 'grantId')
    const to = await stores.organisation.account(toAccountId, context.today)
    if (!to || to.disabledAt !== null) return refuse('account.notFound', {}, 'toAccountId')
    const fits = checkDelegation({ holderId, toAccountId, grant: held, from, last }, context.today)
    if (!fits.ok) return fits
    const delegationId = context.newId()
    const row = { delegationId, sourceGrantId: grantId, toAccountId, from, last, reason: input.reason.trim() }
    await stores.succession.addDelegation({ ...row, at: context.now, by: context.actor.accountId })
    const entry = { action: 'delegation.give', objectKind: 'delegation', objectId: delegationId, body: row }
    await stores.audit.record(entry)
    return accept({ delegationId })
  })
}

/** The security officer confirms a delegation or refuses it. `code` as with a role. */
export function decideDelegation(
  context: Context,
  input: { delegationId: string; confirm: boolean; serverNow: string },
): Promise<Result<{ code: string | null }>> {
  return context.transact(async (stores) => {
    const [delegation] = await stores.succession.delegations(input.delegationId)
    const right = requireRight(context, 'role.grant', { accountId: delegation?.toAccountId ?? '' })
    if (!right.ok) return right
    if (!delegation) return refuse('object.notFound')
    const given = input.confirm
      ? await lend(context, stores, delegation, input.serverNow)
      : accept({ grantId: null, code: null })
    if (!given.ok) return given
    const outcome = input.confirm ? 'confirmed' : 'refused'
    const { delegationId } = delegation
    const ruling = { delegationId, outcome, at: context.now, by: context.actor.accountId } as const
    if (!(await stores.succession.decideDelegation({ ...ruling, grantId: given.value.grantId })))
      return refuse('handover.decided')
    const body = { outcome }
    await stores.audit.record({ action: 'delegation.decide', objectKind: 'delegation', objectId: delegationId, body })
    return accept({ code: given.value.code })
  })
}

async function lend(context: Context, stores: Stores, delegation: DelegationRow, serverNow: string) {
  const { delegationId, sourceGrantId, holderId, toAccountId: accountId, from, last } = delegation
  const holder = await stores.organisation.account(holderId, context.today)
  const held = holder?.roles.find(({ grantId }) => grantId === sourceGrantId)
  if (!held) return refuse('handover.notHeld')
  const lent = lentGrant({ holderId, toAccountId: accountId, grant: roleOf(held), from, last })
  return giveRole(context, stores, { accountId, ...lent, serverNow, sourceGrantId, because: { delegationId } })
}

/** Ends a delegation at once, whether it was decided or not: by its giver, the coordinator or the security officer. */
export function endDelegation(context: Context, input: { delegationId: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const [delegation] = await stores.succession.delegations(input.delegationId)
    const right = requireRight(context, 'delegation.end', { accountId: delegation?.holderId ?? '' })
    if (!right.ok) return right
    if (!delegation) return refuse('object.notFound')
    const { delegationId, grantId, outcome, endedAt } = delegation
    const [at, by] = [context.now, context.actor.accountId]
    if (outcome === null)
      await stores.succession.decideDelegation({ delegationId, outcome: 'withdrawn', grantId, at, by })
    if ((outcome !== null && outcome !== 'confirmed') || endedAt !== null) return refuse('delegation.notLiving')
    if (!(await stores.succession.endDelegation(delegationId, at, by))) return refuse('delegation.notLiving')
    if (grantId !== null) await stores.organisation.revokeRole(grantId, at, by)
    const entry = { action: 'delegation.end', objectKind: 'delegation', objectId: delegationId, body: { grantId } }
    await stores.audit.record(entry)
    return accept(true)
  })
}

/** How a delegation stands today. */
export type DelegationState = 'waiting' | 'refused' | 'withdrawn' | 'coming' | 'living' | 'over' | 'ended'

/** What has been handed over and lent: a person sees what concerns him, the coordinator and the security officer all of it. */
export interface Successions {
  readonly handovers: readonly (HandoverRow & { readonly mayWithdraw: boolean })[]
  readonly delegations: readonly (DelegationRow & { readonly state: DelegationState; readonly mayEnd: boolean })[]
  readonly mayDecide: boolean
  /** May draw up what others hand over. */
  readonly mayForOthers: boolean
}

/** Handovers and delegations, newest first. */
export async function readSuccessions(context: Context): Promise<Result<Successions>> {
  const { actor, regionId, today } = context
  const right = requireRight(context, 'unit.read', {})
  if (!right.ok) return right
  const mayDecide = isAllowed(actor, 'role.grant', { regionId, accountId: '' })
  const mayForOthers = isAllowed(actor, 'handover.make', { regionId, accountId: '' })
  const concerns = (...ids: readonly string[]) => mayDecide || mayForOthers || ids.includes(actor.accountId)
  return context.read(async ({ succession }) => {
    const [handovers, delegations] = [await succession.handovers(), await succession.delegations()]
    return accept({
      ...{ mayDecide, mayForOthers },
      handovers: handovers
        .filter((row) => concerns(row.fromAccountId, row.toAccountId))
        .map((row) => ({ ...row, mayWithdraw: row.outcome === null && mayMake(context, row.fromAccountId) })),
      delegations: delegations
        .filter((row) => concerns(row.holderId, row.toAccountId))
        .map((row) => {
          const state = stateOf(row, today)
          return {
            ...row,
            state,
            mayEnd: ['waiting', 'coming', 'living'].includes(state) && mayEnd(context, row.holderId),
          }
        }),
    })
  })
}

const mayMake = ({ actor, regionId }: Context, accountId: string): boolean =>
  isAllowed(actor, 'handover.make', { regionId, accountId })
const mayEnd = ({ actor, regionId }: Context, accountId: string): boolean =>
  isAllowed(actor, 'delegation.end', { regionId, accountId })

function stateOf({ outcome, endedAt, from, last }: DelegationRow, today: LocalDate): DelegationState {
  if (outcome === null) return 'waiting'
  if (outcome !== 'confirmed') return outcome
  if (endedAt !== null) return 'ended'
  if (from > today) return 'coming'
  return addDays(last, 1) > today ? 'living' : 'over'
}
