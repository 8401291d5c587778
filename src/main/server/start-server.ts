import { once } from 'node:events'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createHttpApp, type GuatuHono } from '#adapters/http/kernel'
import { answers, keepAuditLinked, storeTrouble } from '#adapters/store'
import { sha256Text } from '#adapters/secrets'
import { sessionDoor } from './contexts.ts'
import { keepReminding } from './keep-reminding.ts'
import { listen } from './listen.ts'
import { openHouse, type House } from './open-house.ts'
import { roomRoutes } from './routes.ts'
import type { Settings } from './settings.ts'

/** A running Guatu. */
export interface RunningServer {
  readonly url: string
  readonly house: House
  /** Lets requests under way finish, then closes everything. */
  stop(): Promise<void>
}

/** Opens the house and listens. The address is announced only when the first page can be served. */
export async function startServer(
  settings: Settings,
  options: {
    readonly prepare?: (house: House) => Promise<void>
    /** Endpoints beside the rooms' own: the bench measures the product against one. */
    readonly furtherRoutes?: (app: GuatuHono, house: House) => void
  } = {},
): Promise<RunningServer> {
  const logger = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }))
  const house = await openHouse(settings, { onTrouble: (message, cause) => logger.error({ err: cause }, message) })
  await options.prepare?.(house)
  const chainer = keepAuditLinked(house.database, sha256Text, (message, cause) => logger.error({ err: cause }, message))
  const reminding = keepReminding(house, (message, cause) => logger.error({ err: cause }, message))
  const app = createHttpApp({
    sessions: sessionDoor(house.database, house.contextFor, house.serverNow),
    webFolder: settings.webFolder,
    logger,
    healthy: () => answers(house.database.owner),
    hasRoom: house.hasRoom,
    troubleOf: storeTrouble,
    metricsToken: settings.metricsToken,
    version: packageVersion(),
    routes: (routed) => {
      roomRoutes(house)(routed)
      options.furtherRoutes?.(routed, house)
    },
  })
  const server = await listen(app.fetch, settings).catch(async (problem: unknown) => {
    await reminding.stop()
    await chainer.stop()
    await house.close()
    throw problem
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}/`,
    house,
    async stop() {
      const closed = once(server, 'close')
      // A caller that keeps his connection would otherwise go on asking on it, and the server would never be done.
      server.prependListener('request', (_, answer) => answer.setHeader('connection', 'close'))
      server.close()
      server.closeIdleConnections()
      await closed
      await reminding.stop()
      await chainer.stop()
      await house.close()
    },
  }
}

function packageVersion(): string {
  const found: unknown = createRequire(import.meta.url)('../../../package.json')
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '0'
}
