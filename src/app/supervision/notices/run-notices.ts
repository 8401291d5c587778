import { type Result, accept, workCalendarOf } from '#core/kit'
import {
  dueNotices,
  type Matter,
  mayLeave,
  type Notice,
  outgoingOf,
  reachedKey,
  type Recipient,
  type Sides,
  sidesOf,
} from '#core/supervision'
import type { Context, Stores } from '#app/kit'
import type { ChannelRow, PreferenceRow } from './notice-ports.ts'

/** What one run has written: messages to persons, and deliveries that wait to leave. */
export interface NoticeRun {
  readonly notices: number
  readonly deliveries: number
}

const NOTHING: NoticeRun = { notices: 0, deliveries: 0 }

/**
 * Writes the messages that are due at the region's moment, with the deliveries that go out of them, in one transaction: cut short, it has
 * written nothing, and run again, it writes nothing twice. It is the product itself that acts, so no right is asked; who may press for it
 * decides the caller (scheduler, command line). `serverNow` is the server's clock, by which deliveries are taken.
 */
export async function runNotices(
  context: Context,
  { serverNow }: { readonly serverNow: string },
): Promise<Result<NoticeRun>> {
  return context.transact(async (stores) => {
    const versions = await stores.notices.rules()
    const calendar = workCalendarOf(await stores.reports.calendar())
    const place = { calendar, timeZone: context.timeZone }
    if (versions.length === 0 || !mayLeave(context.now, place)) return accept(NOTHING)
    const matters = await mattersWithSides(context, stores)
    const preferences = await stores.notices.preferences()
    const channels = await stores.notices.channels()
    const groups = channels.filter(({ kind }) => kind !== 'mail')
    const reached = await stores.notices.reached(matters.map(({ key }) => key))
    const notices = dueNotices({
      ...{ ...place, now: context.now, versions, matters },
      persons: new Map(preferences.map((row) => [row.accountId, personOf(row)])),
      channels: groups.map(({ channelId, fromLevel }) => ({ id: channelId, hours: null, fromLevel })),
      reached: new Set(reached.map((row) => reachedKey(row.matterKey, row.recipientId, row.level))),
    })
    return accept(await write(context, stores, { notices, channels, preferences, serverNow }))
  })
}

/** Everything that is owed now, with those who owe it and those who wait for it. */
export async function mattersWithSides(context: Context, stores: Stores): Promise<readonly (Matter & Sides)[]> {
  const holders = await stores.notices.dutyHolders(context.today)
  const matters = await stores.notices.openMatters(context.now)
  return matters.map((matter) => ({ ...matter, ...sidesOf(matter, holders) }))
}

const personOf = ({ accountId, hours }: PreferenceRow): Recipient => ({ id: accountId, hours, fromLevel: 'reminder' })

interface Written {
  readonly notices: readonly Notice[]
  readonly channels: readonly ChannelRow[]
  readonly preferences: readonly PreferenceRow[]
  readonly serverNow: string
}

async function write(context: Context, stores: Stores, facts: Written): Promise<NoticeRun> {
  const { notices, channels } = facts
  if (notices.length === 0) return NOTHING
  const isChannel = (id: string): boolean => channels.some(({ channelId }) => channelId === id)
  const personal = notices.filter(({ recipientId }) => !isChannel(recipientId))
  const written = await stores.notices.addNotices(
    personal.map((notice) => ({ ...notice, noticeId: context.newId(), at: context.now })),
  )
  const kept = personal.filter(({ recipientId }) => written.has(recipientId))
  const toGroups = notices.filter(({ recipientId }) => isChannel(recipientId))
  const waiting = await writeDeliveries(context, stores, { ...facts, personal: kept, toGroups })
  const left = [...kept, ...toGroups.filter(({ recipientId }) => waiting.groups.has(recipientId))]
  await stores.notices.addReached(
    left.flatMap(({ recipientId, matters }) =>
      matters.map(({ key, level }) => ({ recipientId, matterKey: key, level, reachedAt: context.now })),
    ),
  )
  if (left.length > 0) {
    const levels = kept.map(({ level }) => level)
    const counted = Object.fromEntries([...new Set(levels)].map((one) => [one, levels.filter((l) => l === one).length]))
    const body = { notices: kept.length, deliveries: waiting.count, levels: counted }
    await stores.audit.record({ action: 'notice.write', objectKind: 'notice', objectId: context.now, body })
  }
  return { notices: kept.length, deliveries: waiting.count }
}

/** What goes out of the messages: to each group channel its own, to each person who gave an address a mail. */
async function writeDeliveries(
  context: Context,
  stores: Stores,
  {
    personal,
    toGroups,
    channels,
    preferences,
    serverNow,
  }: Written & { readonly personal: readonly Notice[]; readonly toGroups: readonly Notice[] },
): Promise<{ readonly groups: ReadonlySet<string>; readonly count: number }> {
  const regionName = await stores.notices.regionName()
  const addresses = new Map(preferences.map(({ accountId, mailAddress }) => [accountId, mailAddress]))
  const mails = channels.filter(({ kind }) => kind === 'mail')
  const row = (channelId: string, recipient: string, notice: Notice) => ({
    ...{ deliveryId: context.newId(), channelId, recipient, moment: notice.moment },
    ...{ content: outgoingOf(regionName, notice), nextAt: serverNow },
  })
  const rows = [
    ...toGroups.map((notice) => row(notice.recipientId, '', notice)),
    ...personal.flatMap((notice) => {
      const address = addresses.get(notice.recipientId) ?? null
      return address === null ? [] : mails.map(({ channelId }) => row(channelId, address, notice))
    }),
  ]
  const added = await stores.notices.addDeliveries(rows)
  const groups = rows.filter(({ deliveryId, recipient }) => recipient === '' && added.has(deliveryId))
  return { groups: new Set(groups.map(({ channelId }) => channelId)), count: added.size }
}
