import { setTimeout as pause } from 'node:timers/promises'
import type { ServedProduct } from '../support/served-product.ts'

/** An answer that the server gave by itself. */
export interface Heard {
  readonly status: number
  readonly body: unknown
}

/** How long somebody goes on asking a server that comes up again. */
const PATIENCE_MS = 120_000

/** Counts how often something had to be asked again. */
export interface Tries {
  again: number
}

/**
 * Asks as a page does that does not give up: the same request with the same key, until an answer comes that is not a fault of the
 * server. Each try goes to where the server is then.
 */
export async function ask(
  product: ServedProduct,
  request: {
    readonly cookie: string
    readonly method: 'GET' | 'POST'
    readonly path: string
    readonly key?: string
    readonly body?: unknown
  },
  tries: Tries,
): Promise<Heard> {
  const until = performance.now() + PATIENCE_MS
  let last = ''
  while (performance.now() < until) {
    const heard = await once(product.url, request).catch(
      (problem: unknown) => `${String(problem)} ${String(problem instanceof Error ? problem.cause : '')}`,
    )
    if (typeof heard !== 'string' && heard.status < 500) return heard
    last = typeof heard === 'string' ? heard : JSON.stringify(heard)
    tries.again += 1
    await pause(100)
  }
  throw new Error(`no answer to ${request.method} ${request.path}: ${last}`)
}

async function once(url: string, { cookie, method, path, key, body }: Parameters<typeof ask>[1]): Promise<Heard> {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: {
      ...{ cookie, origin: new URL(url).origin },
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  })
  return { status: answer.status, body: await answer.json() }
}

/** The code of a refusal; empty for anything else. */
export function codeOf({ body }: Heard): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}
