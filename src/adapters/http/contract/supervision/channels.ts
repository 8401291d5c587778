import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const levelSchema = z.enum(['reminder', 'urging', 'warning'])
const params = z.object({ channelId: z.uuid() })
const url = z.string().trim().min(1).max(2000)
const secret = z.string().trim().max(500)

const addressSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mail'),
    host: z.string().trim().min(1).max(253),
    port: z.number().int().min(1).max(65_535),
    isTls: z.boolean(),
    from: z.email().max(200),
    user: z.string().trim().max(200),
    password: z.string().max(500),
  }),
  z.object({ kind: z.enum(['webhook', 'dingtalk', 'feishu']), url, secret }),
  z.object({ kind: z.literal('wecom'), url }),
])

const channelSchema = z.object({
  channelId: z.string(),
  kind: z.enum(['mail', 'webhook', 'dingtalk', 'feishu', 'wecom']),
  name: z.string(),
  /** Host and port; keys are never sent. */
  shown: z.string(),
  allowPrivate: z.boolean(),
  fromLevel: levelSchema,
  sent: z.number(),
  waiting: z.number(),
  failed: z.number(),
  lastSentAt: z.string().nullable(),
  trouble: z
    .object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .nullable(),
})

export type Channel = z.infer<typeof channelSchema>
export type ChannelAddress = z.infer<typeof addressSchema>

export const channelContract = {
  channels: endpoint({
    method: 'get',
    path: '/api/channels',
    summary: 'Channels by which messages leave, and what is wrong with them',
    output: z.object({ channels: z.array(channelSchema) }),
  }),
  addChannel: endpoint({
    method: 'post',
    path: '/api/channels',
    summary: 'Set up a channel; its address and keys are kept sealed and shown to nobody again',
    body: z.object({
      name: z.string().trim().min(1).max(100),
      address: addressSchema,
      allowPrivate: z.boolean(),
      fromLevel: levelSchema,
    }),
    output: z.object({ channelId: z.string() }),
  }),
  endChannel: endpoint({
    method: 'delete',
    path: '/api/channels/{channelId}',
    summary: 'End a channel',
    params,
    output: z.object({ ended: z.literal(true) }),
  }),
  tryChannel: endpoint({
    method: 'post',
    path: '/api/channels/{channelId}/trial',
    summary: 'Send a line of trial at once; a mail needs an address',
    params,
    body: z.object({ recipient: z.union([z.email().max(200), z.literal('')]) }),
    output: z.object({ sent: z.literal(true) }),
  }),
  retryChannel: endpoint({
    method: 'post',
    path: '/api/channels/{channelId}/retry',
    summary: 'Try again what has failed on a channel',
    params,
    output: z.object({ retried: z.number() }),
  }),
} as const
