import { OpenAPIHono } from '@hono/zod-openapi'
import { getCookie } from 'hono/cookie'
import type { Refusal } from '#core/kit'
import type { Logger } from './logger.ts'
import { measureRequests, metricsText } from './metrics.ts'
import { originAllowed } from './origin.ts'
import { answerRefusal, type GuatuHono, type HttpVariables } from './register.ts'
import { secureHeaders } from './secure-headers.ts'
import type { SessionDoor } from './session-door.ts'
import { serveSwagger } from './swagger.ts'
import { serveWeb } from './web-files.ts'

export const sessionCookie = 'guatu_session'

/** What main wires into the HTTP layer. */
export interface HttpAppOptions {
  readonly sessions: SessionDoor
  /** Folder of the built web pages. */
  readonly webFolder: string
  readonly logger: Logger
  /** Whether the database answers; false makes /healthz say so with 503, a full disk only by its word. */
  readonly healthy: () => Promise<boolean>
  /** Whether there is room to write; without it only reads are answered, and sign-in. */
  readonly hasRoom: () => Promise<boolean>
  /** What a failure of database or disk means for whoever asked; null for a fault of the program. */
  readonly troubleOf: (problem: unknown) => Refusal | null
  /** Bearer token that opens /metrics from elsewhere than loopback; null = loopback only. */
  readonly metricsToken: string | null
  readonly version: string
  /** Registers the rooms' endpoints. */
  readonly routes: (app: GuatuHono) => void
}

/** The whole HTTP application: limits, headers, origin check, session, endpoints, pages. */
export function createHttpApp(options: HttpAppOptions): GuatuHono {
  const app: GuatuHono = new OpenAPIHono<{ Variables: HttpVariables }>()
  app.use(measureRequests(options.logger))
  app.use(secureHeaders)
  app.get('/healthz', async (request) => {
    const healthy = await options.healthy()
    const status = !healthy ? 'databaseUnreachable' : (await options.hasRoom()) ? 'ok' : 'diskFull'
    return request.json({ status, version: options.version }, healthy ? 200 : 503)
  })
  app.get('/metrics', (request) => metricsText(request, options.metricsToken))
  app.use('/api/*', async (request, next) => {
    const cookie = getCookie(request, sessionCookie)
    if (!originAllowed(request, cookie !== undefined)) return answerRefusal(request, { code: 'request.foreignOrigin' })
    const signedIn = cookie ? await options.sessions.signedIn(cookie) : null
    request.set('useCaseContext', signedIn?.context)
    request.set('sessionTokenHash', signedIn?.tokenHash)
    request.set('visitor', options.sessions.visitor)
    request.set('hasRoom', options.hasRoom)
    return next()
  })
  options.routes(app)
  app.get('/api/openapi.json', (request) => request.json(openApiDocument(app, options.version)))
  serveSwagger(app)
  app.all('/api/*', (request) => answerRefusal(request, { code: 'request.notFound' }))
  serveWeb(app, options.webFolder)
  app.onError((error, request) => {
    const trouble = options.troubleOf(error)
    options.logger.error({ err: error, path: request.req.path }, trouble?.code ?? 'unexpected error')
    return answerRefusal(request, trouble ?? { code: 'server.unexpected' })
  })
  return app
}

function openApiDocument(app: GuatuHono, version: string): unknown {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Guatu 挂图',
      version,
      description: 'Every use case of Guatu. Sign in first; writes need the Origin of this server.',
    },
  })
}
