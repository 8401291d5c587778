import type { Endpoint, OutputOf } from '#adapters/http/contract/kit'
import { organisationContract } from '#adapters/http/contract/organisation'
import { addressOf, type CallInput } from '../../src/web/kit/call.ts'

/** Somebody who has signed in and speaks HTTP as a program does. */
export interface Caller {
  /** Calls an endpoint; what is refused ends the journey with the refusal's words. */
  ask<E extends Endpoint>(spec: E, input?: CallInput<E>): Promise<OutputOf<E>>
  /** Fetches a file. */
  fetchFile<E extends Endpoint>(spec: E, input?: CallInput<E>): Promise<Uint8Array>
  /** The session, for a browser that is to stand where the program stands. */
  readonly cookie: Cookie
}

/** What lets somebody in: the token of a one-time link, and where the account asks for it the security officer's code. */
export interface LinkKey {
  readonly token: string
  readonly code?: string
}

/** A session as a browser keeps it. */
export interface Cookie {
  readonly name: string
  readonly value: string
}

/** Opens a one-time link by HTTP. */
export async function signInByLink(url: string, region: string, { token, code }: LinkKey): Promise<Caller> {
  const body = { token, region, ...(code === undefined ? {} : { code }) }
  const response = await send(url, organisationContract.openLink, { body }, null)
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(response.headers.getSetCookie()[0] ?? '') ?? []
  return callerWith(url, { name, value })
}

/** Speaks with a session that is there already. */
export function callerWith(url: string, cookie: Cookie): Caller {
  const fetched = <E extends Endpoint>(spec: E, input: CallInput<E> = {}) => send(url, spec, input, cookie)
  return {
    cookie,
    ask: async (spec, input) => (await (await fetched(spec, input)).json()) as OutputOf<typeof spec>,
    fetchFile: async (spec, input) => new Uint8Array(await (await fetched(spec, input)).arrayBuffer()),
  }
}

async function send<E extends Endpoint>(
  url: string,
  spec: E,
  input: CallInput<E>,
  cookie: Cookie | null,
): Promise<Response> {
  const { body, file } = input
  const headers: Record<string, string> = { origin: url.replace(/\/$/, '') }
  if (cookie) headers['cookie'] = `${cookie.name}=${cookie.value}`
  let sent: FormData | string | null = null
  if (file) {
    sent = new FormData()
    sent.set('file', file)
    for (const [name, value] of Object.entries((body as object | undefined) ?? {})) sent.set(name, String(value))
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json'
    sent = JSON.stringify(body)
  }
  const address = new URL(addressOf(spec, input), url)
  const response = await fetch(address, { method: spec.method.toUpperCase(), headers, body: sent })
  if (!response.ok) throw new Error(`${spec.method} ${address.pathname}: ${response.status} ${await response.text()}`)
  return response
}
