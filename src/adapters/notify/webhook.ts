import { createHmac } from 'node:crypto'
import { accept, type Result } from '#core/kit'
import { postJson } from './post-json.ts'

/** What goes to a program of the office: the content as JSON, signed. */
export interface WebhookMessage {
  readonly url: string
  readonly secret: string
  readonly deliveryId: string
  readonly content: unknown
  readonly allowPrivate: boolean
  /** ISO instant of the server's clock. */
  readonly now: string
  readonly seconds: number
}

/**
 * Posts a signed message. `x-guatu-signature` is `sha256=` and HMAC-SHA256 (hex) with the secret over `timestamp.body`; a receiver refuses
 * an old timestamp. `idempotency-key` is the same for each repetition, so that nothing is taken twice. Any 2xx is an acknowledgement.
 */
export async function sendWebhook(message: WebhookMessage): Promise<Result<null>> {
  const { url, secret, deliveryId, content, allowPrivate, seconds } = message
  const timestamp = String(Math.floor(Date.parse(message.now) / 1000))
  const body = JSON.stringify({ id: deliveryId, ...(content as object) })
  const headers = {
    'idempotency-key': deliveryId,
    'x-guatu-timestamp': timestamp,
    'x-guatu-signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  }
  const answer = await postJson({ url, body, headers, allowPrivate, seconds })
  return answer.ok ? accept(null) : answer
}
