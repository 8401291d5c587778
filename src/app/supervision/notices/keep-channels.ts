import { type Result, accept, refuse } from '#core/kit'
import type { AutomaticLevel } from '#core/supervision'
import { type Context, requireRight } from '#app/kit'
import type { ChannelAddress, ChannelRow, ChannelStanding, Outbound } from './notice-ports.ts'

/** A channel as the administrator sees it: never its keys. */
export interface ChannelLine extends Omit<ChannelRow, 'sealed'> {
  readonly standing: ChannelStanding
}

/** The region's channels, and what is wrong with them in words. */
export async function listChannels(context: Context): Promise<Result<readonly ChannelLine[]>> {
  const right = requireRight(context, 'channel.manage', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const standings = new Map((await stores.notices.channelStandings()).map((row) => [row.channelId, row]))
    const untouched = { sent: 0, waiting: 0, failed: 0, lastSentAt: null, trouble: null }
    return accept(
      (await stores.notices.channels()).map(({ channelId, kind, name, shown, allowPrivate, fromLevel }) => ({
        ...{ channelId, kind, name, shown, allowPrivate, fromLevel },
        standing: standings.get(channelId) ?? { ...untouched, channelId },
      })),
    )
  })
}

/** Sets up a channel. Its address and keys are kept sealed and are shown to nobody again. */
export async function addChannel(
  context: Context,
  input: {
    readonly name: string
    readonly address: ChannelAddress
    readonly allowPrivate: boolean
    readonly fromLevel: AutomaticLevel
  },
  outbound: Outbound,
): Promise<Result<{ channelId: string }>> {
  const right = requireRight(context, 'channel.manage', {})
  if (!right.ok) return right
  const { name, address, allowPrivate, fromLevel } = input
  const shown = shownOf(address)
  if (shown === null) return refuse('channel.badAddress', {}, 'address')
  return context.transact(async (stores) => {
    const row = { channelId: context.newId(), kind: address.kind, name, shown, allowPrivate, fromLevel }
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.notices.addChannel({ ...row, sealed: outbound.seal(address), ...stamp })
    const body = { kind: row.kind, name, shown, allowPrivate, fromLevel }
    await stores.audit.record({ action: 'channel.add', objectKind: 'channel', objectId: row.channelId, body })
    return accept({ channelId: row.channelId })
  })
}

/** Host and port, which may be shown: the rest of a robot's address is its key. */
function shownOf(address: ChannelAddress): string | null {
  if (address.kind === 'mail') return `${address.host}:${address.port}`
  const found = /^https?:\/\/([^/?#@\s]+)/.exec(address.url)
  return found?.[1] ?? null
}

/** Ends a channel; what waited on it does not leave any more. */
export async function endChannel(
  context: Context,
  { channelId }: { readonly channelId: string },
): Promise<Result<{ ended: true }>> {
  const right = requireRight(context, 'channel.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    if (!(await stores.notices.endChannel(channelId, context.now))) return refuse('object.notFound')
    await stores.audit.record({ action: 'channel.end', objectKind: 'channel', objectId: channelId, body: {} })
    return accept({ ended: true })
  })
}

/** Sends a line of trial at once, also outside the open hours: a person asks for it. `recipient` is needed for mail only. */
export async function tryChannel(
  context: Context,
  input: { readonly channelId: string; readonly recipient: string; readonly serverNow: string },
  outbound: Outbound,
): Promise<Result<{ sent: true }>> {
  const right = requireRight(context, 'channel.manage', {})
  if (!right.ok) return right
  const found = await context.transact(async (stores) => {
    const channel = (await stores.notices.channels()).find(({ channelId }) => channelId === input.channelId)
    if (!channel) return refuse('object.notFound')
    const body = { kind: channel.kind }
    await stores.audit.record({ action: 'channel.try', objectKind: 'channel', objectId: input.channelId, body })
    return accept({ channel, regionName: await stores.notices.regionName() })
  })
  if (!found.ok) return found
  const { channel, regionName } = found.value
  if (channel.kind === 'mail' && input.recipient === '') return refuse('channel.recipientMissing', {}, 'recipient')
  const address = outbound.open(channel.sealed)
  if (address === null) return refuse('channel.keyLost')
  const line = { unitName: `${regionName}（试发）`, level: 'reminder', count: 0 } as const
  const sent = await outbound.send({
    ...{ address, allowPrivate: channel.allowPrivate, deliveryId: context.newId(), recipient: input.recipient },
    content: { regionName, moment: context.now, level: 'reminder', lines: [line] },
    now: input.serverNow,
  })
  return sent.ok ? accept({ sent: true }) : sent
}

/** Lets everything that failed on a channel be tried again. */
export async function retryChannel(
  context: Context,
  { channelId, serverNow }: { readonly channelId: string; readonly serverNow: string },
): Promise<Result<{ retried: number }>> {
  const right = requireRight(context, 'channel.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const known = (await stores.notices.channels()).some((channel) => channel.channelId === channelId)
    if (!known) return refuse('object.notFound')
    const retried = await stores.notices.retryFailed(channelId, serverNow)
    const body = { retried }
    await stores.audit.record({ action: 'channel.retry', objectKind: 'channel', objectId: channelId, body })
    return accept({ retried })
  })
}
