import type { MiddlewareHandler } from 'hono'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Content security policy without inline script or style, and the other headers that a browser should hear. */
export const secureHeaders: MiddlewareHandler = async (request, next) => {
  await next()
  request.res.headers.set('content-security-policy', POLICY)
  request.res.headers.set('x-content-type-options', 'nosniff')
  request.res.headers.set('referrer-policy', 'same-origin')
  request.res.headers.set('cross-origin-opener-policy', 'same-origin')
  request.res.headers.set('cross-origin-resource-policy', 'same-origin')
  request.res.headers.set('permissions-policy', 'geolocation=(), camera=(), microphone=()')
}
