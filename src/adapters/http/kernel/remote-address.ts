import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as HonoContext } from 'hono'

/** Address of the caller; empty where the request did not come over a connection (tests call the app directly). */
export function remoteAddress(request: HonoContext): string {
  return request.env === undefined || !('incoming' in request.env) ? '' : (getConnInfo(request).remote.address ?? '')
}

/** What a proxy says of whom it speaks for; none of it is there when a program of this machine asks for itself. */
const PROXY_HEADERS = [
  ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'],
  ...['x-real-ip', 'x-client-ip', 'true-client-ip', 'cf-connecting-ip'],
]
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

/**
 * Whether the connection comes from this machine itself, and not through a proxy on it. The request has to name this machine
 * too, so that a foreign site whose name is made to point here (DNS rebinding) learns nothing.
 */
export function isLoopback(request: HonoContext): boolean {
  if (PROXY_HEADERS.some((name) => request.req.header(name) !== undefined)) return false
  return isOwnAddress(remoteAddress(request)) && LOOPBACK_HOST.test(request.req.header('host') ?? '')
}

/**
 * Whom attempts are counted for. Behind a proxy on this machine it is the address that the proxy itself has seen: the last one
 * of its list, because everything before it can be made up.
 */
export function callerAddress(request: HonoContext): string {
  const peer = remoteAddress(request)
  const seen = request.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isOwnAddress(peer) && seen ? seen.slice(0, 60) : peer
}

/** Whether the browser came by https, directly or to a proxy in front. */
export function isSecure(request: HonoContext): boolean {
  const said = request.req.header('x-forwarded-proto')?.split(',')[0]?.trim()
  return said === 'https' || new URL(request.req.url).protocol === 'https:'
}

function isOwnAddress(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}
