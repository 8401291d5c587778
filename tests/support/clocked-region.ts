import { foundRegion } from '#app/organisation'
import { type House, openHouse } from '#main/server'

/** A region with a clock of its own, as the sample district has one (ADR 4): its coordinator moves it on in the banner. */
export interface ClockedRegion {
  readonly regionId: string
  readonly name: string
  readonly clockAt: string
}

/** Founds the region in an empty data folder before the product serves it; answers the paths of its founders' links by account. */
export async function foundClocked(
  dataFolder: string,
  { regionId, name, clockAt }: ClockedRegion,
): Promise<ReadonlyMap<string, string>> {
  return inHouse(dataFolder, async (house) => {
    const clock = { regionId, timeZone: 'Asia/Shanghai', clockAt }
    const context = house.contextFor(clock, { accountId: '', regionId, roles: [] })
    const founded = await foundRegion(context, {
      ...{ name, kind: 'county', timeZone: clock.timeZone, isSample: true, clockAt, serverNow: house.serverNow() },
    })
    if (!founded.ok) throw new Error(founded.refusal.code)
    return new Map(founded.value.map(({ login, linkToken }) => [login, `link/${regionId}#${linkToken}`]))
  })
}

/** Opens a data folder past the product, beside its server where one runs. */
export async function inHouse<T>(dataFolder: string, work: (house: House) => Promise<T>): Promise<T> {
  const settings = { port: 0, host: '127.0.0.1', databaseUrl: undefined, metricsToken: null, webFolder: dataFolder }
  const house = await openHouse({ ...settings, dataFolder }, { whenHeld: 'join' })
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}
