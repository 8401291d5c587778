import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { accept, refuse, type Result } from '#core/kit'
import { guardedAddress, reasonOf } from './guarded-address.ts'

/** What a receiver answered. */
export interface Answer {
  readonly host: string
  readonly text: string
}

/** What is posted, and how long an answer may take. */
export interface Post {
  readonly url: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  readonly allowPrivate: boolean
  readonly seconds: number
}

/** More than this is no answer to a message. */
const MOST_ANSWER_BYTES = 64 * 1024

/** Posts JSON to an address that may be reached, follows no redirect, and takes any 2xx for an answer. */
export async function postJson({ url, body, headers, allowPrivate, seconds }: Post): Promise<Result<Answer>> {
  const target = parsed(url)
  if (target === null) return refuse('channel.badAddress')
  const guarded = await guardedAddress(target.hostname, allowPrivate)
  if (!guarded.ok) return guarded
  const { address, family } = guarded.value
  const { host } = target
  const signal = AbortSignal.timeout(seconds * 1000)
  const send = target.protocol === 'https:' ? requestTls : requestPlain
  return new Promise((resolve) => {
    const fail = (problem: unknown): void =>
      resolve(
        signal.aborted
          ? refuse('channel.timeout', { host, seconds })
          : refuse('channel.unreachable', { host, reason: reasonOf(problem) }),
      )
    const sending = send(target, {
      ...{ method: 'POST', agent: false, signal },
      headers: {
        ...headers,
        ...{ 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) },
      },
      // The address that was judged, not what a second lookup would say.
      lookup: (_host, options, done) =>
        options.all === true ? done(null, [{ address, family }]) : done(null, address, family),
    })
    sending.on('error', fail)
    sending.on('response', (response) => {
      const status = response.statusCode ?? 0
      const parts: Buffer[] = []
      let size = 0
      response.on('error', fail)
      response.on('data', (part: Buffer) => {
        size += part.length
        if (size > MOST_ANSWER_BYTES) response.destroy(new Error('the answer is too long'))
        else parts.push(part)
      })
      response.on('end', () =>
        resolve(
          status >= 200 && status < 300
            ? accept({ host, text: Buffer.concat(parts).toString('utf8') })
            : refuse('channel.status', { host, status }),
        ),
      )
    })
    sending.end(body)
  })
}

function parsed(url: string): URL | null {
  const target = URL.canParse(url) ? new URL(url) : null
  return target !== null && (target.protocol === 'https:' || target.protocol === 'http:') ? target : null
}
