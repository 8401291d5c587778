import * as supervision from '#app/supervision'
import { accept } from '#core/kit'
import { channelContract, noticeContract as contract } from '#adapters/http/contract/supervision'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

/** What routes of channels need beside the context. */
export interface ChannelRouteOptions {
  readonly outbound: supervision.Outbound
  readonly serverNow: () => string
}

/** Messages, when the levels come, and what is proposed to a person. */
export function noticeRoutes(app: GuatuHono): void {
  register(app, contract.notices, async (context, { query }) => {
    const found = await supervision.listNotices(context, query)
    return found.ok ? accept(plain(found.value)) : found
  })
  register(app, contract.unread, (context) => supervision.countUnread(context))
  register(app, contract.markRead, (context, { body }) => supervision.markNoticesRead(context, body))
  register(app, contract.noticePreference, (context, { body }) => supervision.setNoticePreference(context, body))
  register(app, contract.rules, async (context) => {
    const found = await supervision.readRules(context)
    return found.ok ? accept(plain(found.value)) : found
  })
  register(app, contract.publishRules, (context, { body }) => {
    const { version, levels, hours } = body
    return supervision.publishRules(context, { version, rules: { levels, hours } })
  })
  register(app, contract.proposals, async (context) => {
    const found = await supervision.listProposals(context)
    return found.ok ? accept({ proposals: plain(found.value) }) : found
  })
}

/** The administrator's channels. */
export function channelRoutes(app: GuatuHono, { outbound, serverNow }: ChannelRouteOptions): void {
  register(app, channelContract.channels, async (context) => {
    const found = await supervision.listChannels(context)
    if (!found.ok) return found
    const channels = found.value.map(({ standing, ...row }) => ({ ...standing, ...row }))
    return accept({ channels: plain(channels) })
  })
  register(app, channelContract.addChannel, (context, { body }) => supervision.addChannel(context, body, outbound))
  register(app, channelContract.endChannel, (context, { params }) => supervision.endChannel(context, params))
  register(app, channelContract.tryChannel, (context, { params, body }) =>
    supervision.tryChannel(context, { ...params, ...body, serverNow: serverNow() }, outbound),
  )
  register(app, channelContract.retryChannel, (context, { params }) =>
    supervision.retryChannel(context, { ...params, serverNow: serverNow() }),
  )
}
