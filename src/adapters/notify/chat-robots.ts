import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { accept, refuse, type Result } from '#core/kit'
import { type Answer, postJson } from './post-json.ts'

/** What a robot says, and to where. `now` is an ISO instant of the server's clock: signatures carry it. */
export interface RobotMessage {
  readonly url: string
  readonly secret: string
  readonly title: string
  readonly text: string
  readonly allowPrivate: boolean
  readonly now: string
  readonly seconds: number
}

/**
 * DingTalk 自定义机器人 with 加签: HMAC-SHA256 with the secret as key over `timestamp + "\n" + secret` (milliseconds), base64, URL-encoded,
 * both as parameters of the address. Refusals come as errcode in an answer of status 200.
 */
export async function sendDingTalk(message: RobotMessage): Promise<Result<null>> {
  const { url, secret, title, text } = message
  const target = URL.canParse(url) ? new URL(url) : null
  if (target === null) return refuse('channel.badAddress')
  if (secret !== '') {
    const timestamp = String(Date.parse(message.now))
    target.searchParams.set('timestamp', timestamp)
    target.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
  }
  const body = { msgtype: 'markdown', markdown: { title, text: `#### ${title}\n\n${text.replaceAll('\n', '\n\n')}` } }
  return taken(await postJson({ ...message, url: target.href, body: JSON.stringify(body) }))
}

/**
 * Feishu 自定义机器人 with 签名校验: HMAC-SHA256 with `timestamp + "\n" + secret` (seconds) as KEY over nothing, base64; both stand in the
 * body. Refusals come as code in an answer of status 200.
 */
export async function sendFeishu(message: RobotMessage): Promise<Result<null>> {
  const { secret, title, text } = message
  const timestamp = String(Math.floor(Date.parse(message.now) / 1000))
  const signed =
    secret === ''
      ? {}
      : { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') }
  const body = { ...signed, msg_type: 'text', content: { text: `${title}\n${text}` } }
  return taken(await postJson({ ...message, body: JSON.stringify(body) }))
}

/** WeCom 群机器人: the key stands in the address; markdown of at most 4096 bytes. Refusals come as errcode in an answer of status 200. */
export async function sendWeCom(message: Omit<RobotMessage, 'secret'>): Promise<Result<null>> {
  const content = cut(`**${message.title}**\n${message.text}`, 4096)
  return taken(await postJson({ ...message, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) }))
}

const answerSchema = z.object({
  errcode: z.number().optional(),
  errmsg: z.string().optional(),
  code: z.number().optional(),
  msg: z.string().optional(),
  StatusCode: z.number().optional(),
})

/** The robots say in the body whether they took it; an answer that is no JSON is none of theirs. */
function taken(answer: Result<Answer>): Result<null> {
  if (!answer.ok) return answer
  const { host, text } = answer.value
  const said = answerSchema.safeParse(jsonOf(text))
  const code = said.success ? (said.data.errcode ?? said.data.code ?? said.data.StatusCode) : undefined
  if (code === 0) return accept(null)
  if (code === undefined || !said.success)
    return refuse('channel.refused', { host, code: '-', text: text.slice(0, 80) })
  return refuse('channel.refused', { host, code, text: (said.data.errmsg ?? said.data.msg ?? '').slice(0, 200) })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Cuts text to a number of bytes without cutting a character. */
function cut(text: string, bytes: number): string {
  let end = text.length
  while (Buffer.byteLength(text.slice(0, end)) > bytes) end -= 1
  return text.slice(0, end)
}
