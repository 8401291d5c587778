import type { Context, FileStore } from '#app/kit'
import { localDateAt, type Refusal, type Result } from '#core/kit'
import type { Actor } from '#core/organisation'
import { newUuid, secrets, sha256Text } from '#adapters/secrets'
import { type Database, findRegion, findSession, storesOn } from '#adapters/store'
import type { SessionDoor } from '#adapters/http/kernel'

/** A region as contexts need it. */
export interface RegionClock {
  readonly regionId: string
  readonly timeZone: string
  readonly clockAt: string | null
}

/** Carries a refusal out of a transaction, so that it rolls back. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Builds the contexts of use cases on an open database. `serverNow` is the server's clock. */
export function contextsOn(database: Database, files: FileStore, serverNow: () => string) {
  return function contextFor(region: RegionClock, actor: Actor): Context {
    const now = region.clockAt ?? serverNow()
    const newId = () => newUuid(Date.parse(serverNow()))
    let actingFor: string | null = null
    const author = {
      ...{ regionId: region.regionId, actorId: actor.accountId || null, newId },
      actsFor: () => actingFor,
    }
    return {
      regionId: region.regionId,
      timeZone: region.timeZone,
      actor,
      now,
      today: localDateAt(now, region.timeZone),
      transact: async <T>(work: Parameters<Context['transact']>[0]) => {
        try {
          return await database.withRegion(region.regionId, async (tx) => {
            const result = await work(storesOn(tx, { ...author, serverNow: serverNow() }))
            if (!result.ok) throw new Refused(result.refusal)
            return result as Result<T>
          })
        } catch (problem) {
          if (problem instanceof Refused) return { ok: false, refusal: problem.refusal }
          throw problem
        }
      },
      read: (work) =>
        database.withRegion(region.regionId, (tx) => work(storesOn(tx, { ...author, serverNow: serverNow() })), {
          accessMode: 'read only',
          isolationLevel: 'repeatable read',
        }),
      actFor: (accountId) => {
        actingFor = accountId
      },
      files,
      secrets,
      sha256: sha256Text,
      newId,
    }
  }
}

/** The form of a region's id; anything else never reaches the database. */
const REGION_ID = /^[a-z][a-z0-9-]{0,62}$/

/** Sessions and visitors for the HTTP layer. */
export function sessionDoor(
  database: Database,
  contextFor: (region: RegionClock, actor: Actor) => Context,
  serverNow: () => string,
): SessionDoor {
  return {
    async signedIn(cookie) {
      const [regionId = '', token = ''] = cookie.split('.', 2)
      if (!REGION_ID.test(regionId) || token === '') return null
      const tokenHash = sha256Text(token)
      const session = await findSession(database.owner, { regionId, tokenHash, serverNow: serverNow() })
      if (!session) return null
      const actor = { accountId: session.accountId, regionId, roles: session.roles }
      return {
        context: contextFor({ regionId, timeZone: session.timeZone, clockAt: session.clockAt }, actor),
        tokenHash,
      }
    },
    async visitor(regionId) {
      const region = await findRegion(database.owner, regionId)
      if (!region) return null
      return contextFor(region, { accountId: '', regionId: region.regionId, roles: [{ role: 'publicReader' }] })
    },
  }
}
