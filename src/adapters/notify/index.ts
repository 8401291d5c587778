import { z } from 'zod'
import type { ChannelAddress, OutboundMessage } from '#app/supervision'
import type { Result } from '#core/kit'
import { outgoingText } from '#core/supervision'
import { sendDingTalk, sendFeishu, sendWeCom } from './chat-robots.ts'
import { sendMail } from './mail.ts'
import { sendWebhook } from './webhook.ts'

/** How long a receiver may take to answer. */
const SECONDS = 10

/** Sends one message over its channel: what is refused says why in words. */
export async function sendOverChannel(
  { address, allowPrivate, deliveryId, recipient, content, now }: OutboundMessage,
  seconds = SECONDS,
): Promise<Result<null>> {
  const { title, text } = outgoingText(content)
  const frame = { title, text, allowPrivate, now, seconds }
  switch (address.kind) {
    case 'mail':
      return sendMail({ ...frame, ...address, to: recipient, deliveryId })
    case 'webhook':
      return sendWebhook({ ...frame, ...address, content, deliveryId })
    case 'dingtalk':
      return sendDingTalk({ ...frame, ...address })
    case 'feishu':
      return sendFeishu({ ...frame, ...address })
    case 'wecom':
      return sendWeCom({ ...frame, ...address })
  }
}

const addressSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('mail'),
    ...{ host: z.string(), port: z.number(), isTls: z.boolean(), from: z.string(), user: z.string() },
    password: z.string(),
  }),
  z.object({ kind: z.enum(['webhook', 'dingtalk', 'feishu']), url: z.string(), secret: z.string() }),
  z.object({ kind: z.literal('wecom'), url: z.string() }),
])

/** An address as it was written before it was sealed; null where the text is none. */
export function parseChannelAddress(text: string): ChannelAddress | null {
  const parsed = addressSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}
