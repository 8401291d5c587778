import type { Endpoint, OutputOf, Problem } from '#adapters/http/contract/kit'
import type { z } from 'zod'

type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined
/** What a call of an endpoint takes; parts that the endpoint does not declare are left out. */
export interface CallInput<E extends Endpoint> {
  readonly params?: InputOf<E['params']>
  readonly query?: InputOf<E['query']>
  readonly body?: InputOf<E['body']>
  readonly file?: File
  readonly retryKey?: string
}

/** A refusal of the server, with its words in the reader's language as message. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** Address of an endpoint with its path parameters and query filled in; also used for download links. */
export function addressOf<E extends Endpoint>(spec: E, input: CallInput<E> = {}): string {
  const params: Record<string, unknown> = { ...(input.params as object | undefined) }
  const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query as object | undefined) ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** Calls an endpoint; a refusal is thrown as ApiProblem, a lost connection as ApiProblem with code web.offline. */
export async function call<E extends Endpoint>(spec: E, input: CallInput<E> = {}): Promise<OutputOf<E>> {
  const response = await send(addressOf(spec, input), spec, input)
  if (!response.ok) throw new ApiProblem(await readProblem(response))
  return (await response.json()) as OutputOf<E>
}

async function send<E extends Endpoint>(address: string, spec: E, input: CallInput<E>): Promise<Response> {
  const headers: Record<string, string> = {}
  let body: BodyInit | null = null
  if (input.file) {
    const form = new FormData()
    form.set('file', input.file)
    for (const [name, value] of Object.entries((input.body as object | undefined) ?? {})) form.set(name, String(value))
    body = form
  } else if (input.body !== undefined) {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(input.body)
  }
  if (input.retryKey) headers['idempotency-key'] = input.retryKey
  try {
    return await fetch(address, { method: spec.method.toUpperCase(), headers, body, credentials: 'same-origin' })
  } catch {
    throw new ApiProblem(offline())
  }
}

/** What the page itself says when the server cannot be reached. */
const OFFLINE = {
  zh: '无法连接服务器。已填内容仍保留，请重试。',
  en: 'No connection to the server. What you typed is kept; try again.',
}

function offline(): Problem {
  const code = 'web.offline'
  const title = OFFLINE[document.documentElement.lang === 'en' ? 'en' : 'zh']
  return { type: `urn:guatu:${code}`, title, status: 0, code }
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem
  } catch {
    return { ...offline(), status: response.status, code: 'server.unexpected', title: `HTTP ${response.status}` }
  }
}
