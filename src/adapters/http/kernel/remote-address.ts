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
 * too, so that a foreign site whose name is made to point here (DNS rebinding) learns nothing. A proxy that rewrites the name and says
 * nothing of itself is known by the old HTTP that it speaks, or by the page that its visitor comes from.
 */
export function isLoopback(request: HonoContext): boolean {
  if (!isOwnAddress(remoteAddress(request)) || speaksOldHttp(request)) return false
  if (PROXY_HEADERS.some((name) => request.req.header(name) !== undefined)) return false
  const pages = [request.req.header('origin'), request.req.header('referer')].filter((page) => page !== undefined)
  return LOOPBACK_HOST.test(request.req.header('host') ?? '') && pages.every(isOwnPage)
}

/** No browser has spoken HTTP/1.0 for twenty years; proxies do by default. */
function speaksOldHttp(request: HonoContext): boolean {
  const { incoming } = request.env as { readonly incoming: { readonly httpVersion: string } }
  return incoming.httpVersion === '1.0'
}

function isOwnPage(address: string): boolean {
  try {
    return LOOPBACK_HOST.test(new URL(address).host)
  } catch {
    return false
  }
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
