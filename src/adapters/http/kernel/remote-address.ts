import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'

/** Address of the caller; empty where the request did not come over a connection (tests call the app directly). */
export function remoteAddress(request: HonoContext): string {
  return request.env === undefined || !('incoming' in request.env) ? '' : (getConnInfo(request).remote.address ?? '')
}

/** Whether the connection comes from this machine itself, and not through a proxy on it. */
export function isLoopback(request: HonoContext): boolean {
  if (request.req.header('x-forwarded-for') !== undefined || request.req.header('forwarded') !== undefined) return false
  const address = remoteAddress(request)
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
