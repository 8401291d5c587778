import { once } from 'node:events'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'

/** How long a caller may take, in milliseconds. */
export interface Patience {
  /** Until the last header is there. */
  readonly headers: number
  /** Until the whole request is there: 20 MB over a poor line. */
  readonly request: number
  /** Without a single byte either way: who neither sends nor reads holds no connection. */
  readonly silence: number
  /** How often the two first are looked at. */
  readonly check: number
}

const PATIENCE: Patience = { headers: 15_000, request: 300_000, silence: 120_000, check: 5_000 }

/** Listens, and answers when it does. Callers who dawdle lose their connection. */
export async function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  place: { readonly port: number; readonly host: string },
  patience: Patience = PATIENCE,
): Promise<Server> {
  const server = serve({
    ...{ fetch, port: place.port, hostname: place.host },
    serverOptions: {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.check,
    },
  }) as Server
  server.timeout = patience.silence
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => Promise.reject(error as Error)),
  ])
  return server
}
