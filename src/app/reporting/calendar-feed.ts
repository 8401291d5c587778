import { type Result, accept, addDays, refuse } from '#core/kit'
import { isAllowed } from '#core/organisation'
import { type CalendarView, dueEvent, returnedEvent } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { FeedRow } from './calendar-ports.ts'
import { actCalendar, type SeenAct, unitsOf } from './read-calendar.ts'

/** Makes an address from which a calendar program reads the holder's due moments, or those of one of his units. Only its hash is kept. */
export async function makeFeed(
  context: Context,
  input: { readonly unitId: string | null },
): Promise<Result<{ token: string; feedId: string }>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const { unitId } = input
  if (unitId !== null && !unitsOf(context.actor.roles).includes(unitId)) return refuse('feed.notYourUnit', {}, 'unitId')
  return context.transact(async (stores) => {
    const token = context.secrets.newToken()
    const tokenHash = context.sha256(token)
    const { accountId } = context.actor
    await stores.reports.addFeed({ tokenHash, accountId, unitId, at: context.now })
    await stores.audit.record({ action: 'feed.make', objectKind: 'feed', objectId: tokenHash, body: { unitId } })
    return accept({ token, feedId: tokenHash })
  })
}

/** The reader's addresses that are in use. */
export async function listFeeds(context: Context): Promise<Result<readonly FeedRow[]>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.reports.feedsOf(context.actor.accountId)))
}

/** Ends one of the reader's addresses: from now on nothing is read from it. */
export async function revokeFeed(
  context: Context,
  input: { readonly feedId: string },
): Promise<Result<{ done: true }>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const row = { tokenHash: input.feedId, accountId: context.actor.accountId, at: context.now }
    if (!(await stores.reports.revokeFeed(row))) return refuse('feed.notFound')
    await stores.audit.record({ action: 'feed.revoke', objectKind: 'feed', objectId: input.feedId, body: {} })
    return accept({ done: true as const })
  })
}

/** How far a feed looks back and ahead, in days. */
const WINDOW = { back: 31, ahead: 120 } as const

/**
 * What a calendar program reads from an address: open and coming due moments, and reports that came back. It ends with the address,
 * with the account, and for a unit with the holder's last role there.
 */
export async function readFeed(
  context: Context,
  input: { readonly token: string; readonly language: 'zh' | 'en' },
): Promise<Result<CalendarView>> {
  return context.read(async (stores) => {
    const holder = await holderOf(context, stores, context.sha256(input.token))
    if (!holder) return refuse('feed.notFound')
    const unitIds = holder.feed.unitId === null ? holder.unitIds : [holder.feed.unitId]
    const { today } = context
    const days = { from: addDays(today, -WINDOW.back), to: addDays(today, WINDOW.ahead) }
    const { acts, returned } = await actCalendar(context, stores, { ...days, unitIds })
    const shown = acts.filter((act) => concerns(act, holder))
    return accept({
      name: holder.feed.unitName ?? holder.displayName,
      madeAt: context.now,
      events: [
        ...shown.map((act) => dueEvent({ ...act, lines: act.own && act.own.lines }, context.regionId, input.language)),
        ...returned.map((one) => returnedEvent(one, context.regionId, input.language)),
      ],
    })
  })
}

interface Holder {
  readonly feed: FeedRow
  readonly displayName: string
  readonly unitIds: readonly string[]
  /** Holds a role beside those in units: the acts of the whole plan concern him. */
  readonly steers: boolean
}

async function holderOf({ regionId, today }: Context, stores: Stores, tokenHash: string): Promise<Holder | null> {
  const feed = await stores.reports.feed(tokenHash)
  const account = feed && feed.revokedAt === null ? await stores.organisation.account(feed.accountId, today) : null
  if (!feed || !account || account.disabledAt !== null) return null
  const { accountId, displayName, roles } = account
  if (!isAllowed({ accountId, regionId, roles }, 'item.read', { regionId })) return null
  const unitIds = unitsOf(roles)
  if (feed.unitId !== null && !unitIds.includes(feed.unitId)) return null
  const steers = feed.unitId === null && roles.some(({ role }) => !['reporter', 'signer'].includes(role))
  return { feed, displayName, unitIds, steers }
}

function concerns(act: SeenAct, { steers }: Holder): boolean {
  return act.own !== null || steers
}
