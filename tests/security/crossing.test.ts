import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Text } from '#adapters/secrets'
import { sessionCookie } from '#adapters/http/kernel'
import { allRoles } from '#core/organisation'
import { insertSmallPlan, type SmallPlan } from '../support/small-plan.ts'
import { ORIGIN } from './besieged-region.ts'
import { type Asked, endpointRights } from './endpoint-rights.data.ts'
import { standingOf } from './region-rows.ts'
import { openStory, PERIOD, type Story } from './story.ts'

let story: Story
let abroad: SmallPlan
/** Holds every role of the region abroad, each bound to its own unit and plan and to those of the story as well. */
let intruder: string

beforeAll(async () => {
  story = await openStory()
  abroad = await insertSmallPlan(story.region.test, 'hillside')
  intruder = await cookieAbroad()
  await story.done('coordinator', 'POST', `/api/cadences/${story.cadenceId}/periods/${PERIOD}/open`)
  await story.done('coordinator', 'POST', '/api/scores', { planId: story.region.plan.planId, periodId: '2026-Q2' })
})
afterAll(() => story.region.test.close())

const AT = '2026-01-05T01:00:00.000Z'

async function cookieAbroad(): Promise<string> {
  const { owner } = story.region.test.database
  const [account_id, token, region_id] = [randomUUID(), randomUUID(), 'hillside']
  await owner
    .insertInto('account')
    .values({ region_id, account_id, login: 'intruder', display_name: 'intruder', created_at: AT })
    .execute()
  const grants = allRoles.map((role) => ({
    ...{ region_id, grant_id: randomUUID(), account_id, role, unit_id: abroad.units.invest },
    ...{ plan_id: story.region.plan.planId, task_force_no: 1, granted_at: AT },
  }))
  await owner.insertInto('account_role').values(grants).execute()
  const life = { created_at: AT, last_seen_at: AT, expires_at: '2026-12-31T00:00:00.000Z' }
  await owner
    .insertInto('session')
    .values({ region_id, token_hash: sha256Text(token), account_id, ...life })
    .execute()
  return `${sessionCookie}=${region_id}.${token}`
}

/** Everything that stands in the story's region. */
const standing = () => standingOf(story.region.test.database, 'lakeside')

const send = (method: string, path: string, body: unknown) => {
  const headers = { origin: ORIGIN, cookie: intruder }
  if (body instanceof FormData) return story.region.raw(path, { method, headers, body })
  const json = { ...headers, 'content-type': 'application/json' }
  return story.region.raw(path, {
    method,
    headers: json,
    ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  })
}

function addressOf(key: string, { path = {}, query }: Asked): { method: string; path: string } {
  const [method = '', address = ''] = key.split(' ')
  const filled = address.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '')
  return { method, path: query ? `${filled}?${query}` : filled }
}

/** What everybody may ask, and what a secret link alone opens, whoever holds it. */
const PUBLIC = /^((?:GET|POST) \/api\/public\/|GET \/api\/me$|POST \/api\/session)/
/** A day in the address is one of the intruder's own region too; an id is the story's. */
const namesRow = ({ path = {} }: Asked) => Object.values(path).some((part) => /^[0-9a-f-]{36}$/.test(part))
const named = Object.entries(endpointRights).filter(([key, { ask }]) => ask && !PUBLIC.test(key))

describe('somebody who holds every role of another region', () => {
  it('has endpoints to try', () => expect(named.length).toBeGreaterThan(60))

  it.each(named)('%s: gains nothing by the story’s own ids', async (key, { ask }) => {
    const asked = (await ask?.(story)) ?? {}
    const before = key.startsWith('GET ') ? null : await standing()
    const { method, path } = addressOf(key, asked)
    const answer = await send(method, path, asked.body)
    const text = await answer.text()
    expect(answer.status, text).toBeLessThan(500)
    const { planId, items, units } = story.region.plan
    for (const id of [planId, ...Object.values(items), ...Object.values(units)]) expect(text).not.toContain(id)
    if (method !== 'GET' && namesRow(asked)) expect(answer.status, text).toBeGreaterThanOrEqual(400)
    if (before) expect(await standing()).toEqual(before)
  })
})
