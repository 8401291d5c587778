import { timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Logger } from './logger.ts'
import { isLoopback } from './remote-address.ts'

const registry = new Registry()
collectDefaultMetrics({ register: registry })
const seconds = new Histogram({
  name: 'guatu_http_request_seconds',
  help: 'Time to answer a request, by method, route and status class',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
})

/** Measures and logs every API request; pages and their files are counted as one route. */
export function measureRequests(logger: Logger): MiddlewareHandler {
  return async (request, next) => {
    const begun = performance.now()
    await next()
    const took = (performance.now() - begun) / 1000
    const route = request.req.path.startsWith('/api/') ? request.req.routePath : 'pages'
    seconds.observe({ method: request.req.method, route, status: `${Math.floor(request.res.status / 100)}xx` }, took)
    if (request.res.status >= 500)
      logger.error({ path: request.req.path, status: request.res.status }, 'request failed')
  }
}

/** Prometheus text for loopback callers and holders of the token; everyone else gets 403. */
export async function metricsText(request: HonoContext, token: string | null): Promise<Response> {
  if (!isLoopback(request) && !holdsToken(request, token)) return request.text('forbidden', 403)
  return request.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
}

function holdsToken(request: HonoContext, token: string | null): boolean {
  const given = Buffer.from(request.req.header('authorization') ?? '')
  const wanted = Buffer.from(`Bearer ${token ?? ''}`)
  return token !== null && given.length === wanted.length && timingSafeEqual(given, wanted)
}
