import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, openStory, PASSWORD, type Story } from './story.ts'
import { tablesHolding } from './region-rows.ts'
import { endpointRights } from './endpoint-rights.data.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.region.test.close())

const MARK = 'intruder-7d1f'
const FOREIGN = '01999999-dead-7000-8000-0000beefbeef'

/** Members that no endpoint asks for: whose the thing is, who did it, where it stands, in whose region. */
const EXTRA = {
  ...{ regionId: MARK, region_id: MARK, actorId: FOREIGN, createdBy: FOREIGN, created_by: FOREIGN, madeBy: FOREIGN },
  ...{ approvedBy: FOREIGN, signedBy: FOREIGN, submittedBy: FOREIGN, decidedBy: FOREIGN, verifiedBy: FOREIGN },
  ...{ foundBy: FOREIGN, issuedBy: FOREIGN, channel: MARK, passwordHash: MARK, password_hash: MARK, hash: MARK },
  ...{ roles: [{ role: MARK }], grantId: FOREIGN, at: '1999-09-09T09:09:09.000Z', now: '1999-09-09T09:09:09.000Z' },
}
/** Members by which an object can be made to be something else; sent as text, because a literal would not hold them. */
const PROTOTYPE = `"__proto__":{"polluted":"${MARK}","isAdmin":true},"constructor":{"prototype":{"polluted":"${MARK}"}}`

const writing = Object.entries(endpointRights).filter(
  ([key]) => !key.startsWith('GET') && key !== 'DELETE /api/session',
)

/** The tables in which a text of the requests stands. */
const keeping = (...texts: readonly string[]) => tablesHolding(story.region.test.database, ...texts)

it('a text that is kept is found', async () => {
  expect(await keeping(MARK, 'story-roleless')).toEqual(['account'])
})

describe.each(writing)('%s', (key, { may, ask }) => {
  it('takes nothing that it does not ask for', async () => {
    const actor = may[0] as Actor
    const asked = (await ask?.(story)) ?? {}
    if (asked.body instanceof FormData) {
      for (const [name, value] of Object.entries(EXTRA)) asked.body.set(name, JSON.stringify(value))
    }
    const [method = '', address = ''] = key.split(' ')
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? '')
    const body = asked.body instanceof FormData ? asked.body : { ...(asked.body as object | undefined), ...EXTRA }
    const answer = await story.send(actor, method, asked.query ? `${path}?${asked.query}` : path, body)
    expect(answer.status, await answer.text()).toBeLessThan(500)
    expect(await keeping(MARK, FOREIGN, '1999-09-09')).toEqual([])
  })

  it('is not made something else by the names of prototypes', async () => {
    const asked = (await ask?.(story)) ?? {}
    if (asked.body instanceof FormData) asked.body.set('__proto__', MARK)
    const actor = may[0] as Actor
    const [method = '', address = ''] = key.split(' ')
    const path = address.replace(/\{(\w+)\}/g, (_, name: string) => asked.path?.[name] ?? '')
    const plain = JSON.stringify(asked.body ?? {})
    const text =
      plain === '{}'
        ? `{${PROTOTYPE}}`
        : plain.replace(/^\{/, `{${PROTOTYPE},`).replaceAll(/:\{(?=")/g, `:{${PROTOTYPE},`)
    const account = story.people[actor]
    const headers = {
      ...{ origin: 'http://guatu.test', 'content-type': 'application/json' },
      ...(account ? { cookie: await story.region.cookieOf(account) } : {}),
    }
    const answer = await story.region.raw(path, { method, headers, body: text })
    expect(answer.status, await answer.text()).toBeLessThan(500)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(await keeping(MARK)).toEqual([])
  })
})

it('the password of the story still opens its account', async () => {
  const body = { login: 'story-roleless', password: PASSWORD, region: 'lakeside' }
  expect((await story.send('visitor', 'POST', '/api/session', body)).status).toBe(200)
})
