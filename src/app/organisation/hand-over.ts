import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import { checkHandover, passedGrant, roleOf } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import { giveRole } from './give-role.ts'
import { changeHolder, holderOn } from './keep-posts.ts'
import type { AccountRow, HeldRole } from './ports.ts'
import type { PostRow } from './register-ports.ts'
import type { HandoverRow, InHand } from './succession-ports.ts'

/** What a person holds, and what is open by it. */
export interface Holding {
  readonly displayName: string
  readonly roles: readonly HeldRole[]
  readonly posts: readonly PostRow[]
  readonly inHand: readonly InHand[]
}

/** What a person could hand over today. */
export async function readHolding(context: Context, { accountId }: { accountId: string }): Promise<Result<Holding>> {
  const right = requireRight(context, 'handover.make', { accountId })
  if (!right.ok) return right
  return context.read(async (stores) => {
    const account = await stores.organisation.account(accountId, context.today)
    return account ? accept(await holdingOf(context, stores, account)) : refuse('account.notFound')
  })
}

async function holdingOf({ today }: Context, stores: Stores, account: AccountRow): Promise<Holding> {
  const { accountId, displayName } = account
  const roles = account.roles.filter(({ standsInFor }) => standsInFor === undefined)
  const unitsOf = (role: string) => roles.flatMap((one) => (one.role === role && one.unitId ? [one.unitId] : []))
  const posts = (await stores.register.posts({})).filter((post) => holderOn(post, today)?.accountId === accountId)
  const of = { accountId, reportsFor: unitsOf('reporter'), signsFor: unitsOf('signer') }
  return { displayName, roles, posts, inHand: await stores.succession.inHand(of) }
}

/** What is said when something is handed over. */
export interface HandingOver {
  readonly fromAccountId: string
  readonly toAccountId: string
  readonly onDate: LocalDate
  readonly grantIds: readonly string[]
  readonly postIds: readonly string[]
  readonly note: string
}

/**
 * Draws a handover up, with the list of what is open. It is drawn up by whoever leaves, or by the coordinator for him, and waits for
 * the security officer, who alone gives roles.
 */
export async function makeHandover(context: Context, input: HandingOver): Promise<Result<{ handoverId: string }>> {
  const right = requireRight(context, 'handover.make', { accountId: input.fromAccountId })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { fromAccountId, toAccountId, onDate, note } = input
    const from = await stores.organisation.account(fromAccountId, context.today)
    const to = await stores.organisation.account(toAccountId, context.today)
    if (!from) return refuse('account.notFound', {}, 'fromAccountId')
    if (!to || to.disabledAt !== null) return refuse('account.notFound', {}, 'toAccountId')
    const holding = await holdingOf(context, stores, from)
    const [grantIds, postIds] = [[...new Set(input.grantIds)], [...new Set(input.postIds)]]
    const grants = from.roles.filter(({ grantId }) => grantIds.includes(grantId))
    const posts = holding.posts.filter(({ postId }) => postIds.includes(postId))
    if (grants.length < grantIds.length || posts.length < postIds.length) return refuse('handover.notHeld')
    const fits = checkHandover({ fromAccountId, toAccountId, onDate, grants, posts: posts.length }, context.today)
    if (!fits.ok) return fits
    const handoverId = context.newId()
    const row = { handoverId, fromAccountId, toAccountId, onDate, grantIds, postIds, note: note.trim() }
    await stores.succession.addHandover({
      ...{ ...row, inHand: holding.inHand },
      ...{ at: context.now, by: context.actor.accountId },
    })
    const body = { ...row, inHand: holding.inHand.length }
    await stores.audit.record({ action: 'handover.make', objectKind: 'handover', objectId: handoverId, body })
    return accept({ handoverId })
  })
}

/**
 * The security officer confirms a handover, all of it, or refuses it: from its day on the successor holds what the predecessor held
 * until then. `code`: his half of the way in, where a link for the successor is about that now needs one.
 */
export async function decideHandover(
  context: Context,
  input: { handoverId: string; confirm: boolean; serverNow: string },
): Promise<Result<{ code: string | null }>> {
  return context.transact(async (stores) => {
    const [handover] = await stores.succession.handovers(input.handoverId)
    const right = requireRight(context, 'role.grant', { accountId: handover?.toAccountId ?? '' })
    if (!right.ok) return right
    if (!handover) return refuse('object.notFound')
    const { handoverId } = handover
    const outcome = input.confirm ? 'confirmed' : 'refused'
    const ruling = { handoverId, outcome, at: context.now, by: context.actor.accountId } as const
    if (!(await stores.succession.decideHandover(ruling))) return refuse('handover.decided')
    const entry = { action: 'handover.decide', objectKind: 'handover', objectId: handoverId, body: { outcome } }
    await stores.audit.record(entry)
    return input.confirm ? passOn(context, stores, handover, input.serverNow) : accept({ code: null })
  })
}

async function passOn(
  context: Context,
  stores: Stores,
  handover: HandoverRow,
  serverNow: string,
): Promise<Result<{ code: string | null }>> {
  const { handoverId, fromAccountId, toAccountId: accountId, onDate } = handover
  await stores.organisation.lockAccount(fromAccountId)
  const from = await stores.organisation.account(fromAccountId, context.today)
  let code: string | null = null
  for (const id of handover.grantIds) {
    const held = from?.roles.find(({ grantId }) => grantId === id)
    if (!held) return refuse('handover.notHeld')
    const grant = passedGrant(roleOf(held), fromAccountId)
    const given = await giveRole(context, stores, {
      accountId,
      grant,
      serverNow,
      from: onDate,
      because: { handoverId },
    })
    if (!given.ok) return given
    code ??= given.value.code
    await stores.succession.endGrant(id, onDate)
    const body = { grantId: id, until: onDate, handoverId }
    await stores.audit.record({ action: 'role.end', objectKind: 'account', objectId: fromAccountId, body })
  }
  for (const post of await stores.register.posts({ postIds: handover.postIds })) {
    if (holderOn(post, onDate)?.accountId !== fromAccountId) return refuse('handover.notHeld')
    const passed = await changeHolder(context, stores, { post, accountId, from: onDate })
    if (!passed.ok) return passed
  }
  return accept({ code })
}

/** Takes a handover back before it is decided. */
export function withdrawHandover(context: Context, input: { handoverId: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const [handover] = await stores.succession.handovers(input.handoverId)
    const right = requireRight(context, 'handover.make', { accountId: handover?.fromAccountId ?? '' })
    if (!right.ok) return right
    if (!handover) return refuse('object.notFound')
    const { handoverId } = handover
    const ruling = { handoverId, outcome: 'withdrawn', at: context.now, by: context.actor.accountId } as const
    if (!(await stores.succession.decideHandover(ruling))) return refuse('handover.decided')
    const body = { outcome: 'withdrawn' }
    await stores.audit.record({ action: 'handover.decide', objectKind: 'handover', objectId: handoverId, body })
    return accept(true)
  })
}
