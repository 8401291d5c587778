import type { Context as HonoContext } from 'hono'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a writing request comes from our own pages: its Origin names this host. Requests without Origin (scripts,
 * not browsers) pass only when they carry no cookie that a browser would have added by itself.
 */
export function originAllowed(request: HonoContext, hasSession: boolean): boolean {
  if (READING.has(request.req.method)) return true
  const origin = request.req.header('origin')
  if (origin === undefined) return !hasSession && request.req.header('sec-fetch-site') === undefined
  try {
    return new URL(origin).host === request.req.header('host')
  } catch {
    return false
  }
}
