import { join } from 'node:path'
import { addChannel, publishRules } from '#app/supervision'
import { proposedRules } from '#core/supervision'
import { sessionCookie } from '#adapters/http/kernel'
import { sha256Text } from '#adapters/secrets'
import { openHouse, type House, type Settings } from '#main/server'
import { insertReportingPlan, type PersonName, type ReportingPlan } from '../support/reporting-plan.ts'
import { must } from '../support/must.ts'

/** A region that is tormented, with the cookie of each of its people. */
export interface District extends ReportingPlan {
  readonly cookies: Readonly<Record<PersonName, string>>
}

const CREATED = '2026-01-05T01:00:00.000Z'
const FAR = '2099-01-01T00:00:00.000Z'

/** How the tests' own process looks into a data folder, beside the server or before it. */
export function lookInto<T>(dataFolder: string, work: (house: House) => Promise<T>): Promise<T> {
  const settings: Settings = {
    ...{ port: 0, host: '127.0.0.1', dataFolder, databaseUrl: undefined, metricsToken: null },
    webFolder: join(dataFolder, 'web'),
  }
  return openHouse(settings, { whenHeld: 'join' }).then(async (house) => {
    try {
      return await work(house)
    } finally {
      await house.close()
    }
  })
}

/** Founds the regions in an empty data folder: a plan of five items over two units each, rules of the clock, and a channel to a receiver. */
export function foundDistricts(dataFolder: string, count: number, receiver: string): Promise<readonly District[]> {
  return lookInto(dataFolder, async (house) => {
    const districts: District[] = []
    for (let no = 1; no <= count; no += 1) districts.push(await foundDistrict(house, `d${no}`, receiver))
    return districts
  })
}

async function foundDistrict(house: House, regionId: string, url: string): Promise<District> {
  const { database, outbound, contextFor } = house
  const contextOf: Parameters<typeof insertReportingPlan>[0]['contextOf'] = (region, accountId, roles) =>
    contextFor(region, { accountId, regionId: region.regionId, roles })
  const plan = await insertReportingPlan({ database, contextOf }, regionId)
  must(await publishRules(plan.as('coordinator', CREATED), { version: 0, rules: proposedRules }))
  const region = { regionId, timeZone: 'Asia/Shanghai', clockAt: CREATED }
  const administrator = contextOf(region, plan.people.deputyCoordinator.accountId, [{ role: 'administrator' }])
  const address = { kind: 'webhook', url, secret: 'torture' } as const
  const channel = { name: '接收程序', address, allowPrivate: true, fromLevel: 'reminder' } as const
  must(await addChannel(administrator, channel, outbound))
  return { ...plan, cookies: await openSessions(house, plan) }
}

async function openSessions({ database }: House, plan: ReportingPlan): Promise<District['cookies']> {
  const { regionId: region_id, people } = plan
  const tokens = Object.entries(people).map(([name, { accountId }]) => ({ name, accountId, token: `token-of-${name}` }))
  await database.owner
    .insertInto('session')
    .values(
      tokens.map(({ token, accountId: account_id }) => ({
        ...{ region_id, account_id, token_hash: sha256Text(token) },
        ...{ created_at: CREATED, last_seen_at: CREATED, expires_at: FAR },
      })),
    )
    .execute()
  return Object.fromEntries(
    tokens.map(({ name, token }) => [name, `${sessionCookie}=${region_id}.${token}`]),
  ) as District['cookies']
}
