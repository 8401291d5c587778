import { foundRegion } from '#app/organisation'
import { invariant } from '#core/kit'
import { listRegions } from '#adapters/store'
import type { House } from './open-house.ts'

/** One of the three persons with whom a region begins, and the path of his one-time link. */
export interface FounderLink {
  readonly login: string
  readonly path: string
}

/**
 * Founds the region where the database holds none yet, and answers the three one-time links (administrator, security officer,
 * auditor); an empty list where there is a region already.
 */
export async function ensureRegion(
  house: House,
  region: { readonly regionId: string; readonly name: string },
): Promise<readonly FounderLink[]> {
  if ((await listRegions(house.database.owner)).length > 0) return []
  const { regionId, name } = region
  const clock = { regionId, timeZone: 'Asia/Shanghai', clockAt: null }
  const context = house.contextFor(clock, { accountId: '', regionId, roles: [] })
  const serverNow = house.serverNow()
  const founded = await foundRegion(context, {
    name,
    kind: 'county',
    timeZone: clock.timeZone,
    isSample: false,
    clockAt: null,
    serverNow,
  })
  invariant(founded.ok, 'an empty database takes a region')
  return founded.value.map(({ login, linkToken }) => ({ login, path: `link/${regionId}#${linkToken}` }))
}
