import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { openBlobs } from '#adapters/blobs'
import { createHttpApp, type GuatuHono, sessionCookie } from '#adapters/http/kernel'
import { sha256Text } from '#adapters/secrets'
import { type Database, storeTrouble } from '#adapters/store'
import { openTestDatabase } from '#adapters/store/testing'
import type { Context } from '#app/kit'
import type { RoleGrant } from '#core/organisation'
import { contextsOn, sessionDoor } from '../../src/main/server/contexts.ts'
import type { House } from '../../src/main/server/open-house.ts'
import { outboundWith } from '../../src/main/server/outbound.ts'
import { roomRoutes } from '../../src/main/server/routes.ts'

/** The house over an empty test database: use cases by context, endpoints by `request`. Its server clock stands still. */
export interface TestHouse {
  readonly database: Database
  readonly house: House
  /** The whole HTTP application, for requests that no page would send. */
  readonly app: GuatuHono
  /** A context of an account with these roles. */
  contextOf(region: TestRegion, accountId: string, roles: readonly RoleGrant[]): Context
  /** Calls an endpoint as an account (null = not signed in) of a region and answers status and JSON. */
  request(
    as: { readonly region: TestRegion; readonly accountId: string } | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly json: unknown }>
  close(): Promise<void>
}

/** What a context needs to know of a region. */
export interface TestRegion {
  readonly regionId: string
  readonly timeZone: string
  readonly clockAt: string | null
}

const SERVER_NOW = '2026-07-31T12:00:00.000Z'
const DAY = 86_400_000

/** Opens the house; close it in `afterAll`. */
export async function openTestHouse(): Promise<TestHouse> {
  const database = await openTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'guatu-house-'))
  const files = await openBlobs(folder)
  const serverNow = () => SERVER_NOW
  const hasRoom = () => Promise.resolve(true)
  const contextFor = contextsOn(database, files, serverNow)
  const house: House = {
    ...{ database, files, serverNow, hasRoom, contextFor, outbound: outboundWith(randomBytes(32)) },
    sampleAccounts: () => Promise.resolve([]),
    close: () => database.close(),
  }
  const app = createHttpApp({
    sessions: sessionDoor(database, contextFor, serverNow),
    webFolder: folder,
    logger: { info: () => {}, error: (data) => process.stderr.write(`${inspect(data)}\n`) },
    healthy: () => Promise.resolve(true),
    hasRoom,
    troubleOf: storeTrouble,
    metricsToken: null,
    version: 'test',
    routes: roomRoutes(house),
  })
  return {
    ...{ database, house, app },
    contextOf: (region, accountId, roles) => contextFor(region, { accountId, regionId: region.regionId, roles }),
    async request(as, method, path, body) {
      const headers: Record<string, string> = { origin: 'http://guatu.test', host: 'guatu.test' }
      if (as) headers['cookie'] = `${sessionCookie}=${as.region.regionId}.${await openSession(database, as)}`
      if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json'
      const sent = body instanceof FormData ? body : body === undefined ? undefined : JSON.stringify(body)
      const answer = await app.request(`http://guatu.test${path}`, {
        method,
        headers,
        ...(sent === undefined ? {} : { body: sent }),
      })
      const text = await answer.text()
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false
      return { status: answer.status, json: isJson ? (JSON.parse(text) as unknown) : text }
    },
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A session row as sign-in leaves it: one per account and test file. */
async function openSession(
  database: Database,
  { region, accountId }: { readonly region: TestRegion; readonly accountId: string },
): Promise<string> {
  const token = `token-of-${accountId}`
  await database.owner
    .insertInto('session')
    .values({
      region_id: region.regionId,
      token_hash: sha256Text(token),
      account_id: accountId,
      created_at: SERVER_NOW,
      last_seen_at: SERVER_NOW,
      expires_at: new Date(Date.parse(SERVER_NOW) + DAY).toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'token_hash']).doNothing())
    .execute()
  return token
}
