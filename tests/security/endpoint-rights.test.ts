import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asked, type EndpointRight, endpointRights } from './endpoint-rights.data.ts'
import { operationsOf } from './schema-samples.ts'
import { type Actor, actorNames, openStory, type Story } from './story.ts'

let story: Story

beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.region.test.close())

interface Answer {
  readonly status: number
  readonly code: string
}

async function knock(actor: Actor, key: string, { path = {}, query, body }: Asked): Promise<Answer> {
  const [method = '', address = ''] = key.split(' ')
  const filled = address.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '')
  const sent = method === 'GET' ? undefined : body
  const answer = await story.send(actor, method, query ? `${filled}?${query}` : filled, sent)
  const text = await answer.text()
  const isProblem = answer.headers.get('content-type')?.includes('problem+json') ?? false
  return { status: answer.status, code: isProblem ? (JSON.parse(text) as { code: string }).code : '' }
}

const isDenied = ({ denials = [] }: EndpointRight, { status, code }: Answer): boolean =>
  status === 401 || status === 403 || denials.includes(code)

async function auditRows(): Promise<number> {
  const counted = story.region.test.database.owner.selectFrom('audit').select(({ fn }) => fn.countAll().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

it('the table names every endpoint that the application registers, and no other', async () => {
  const operations = operationsOf(await (await story.region.raw('/api/openapi.json')).json())
  const registered = operations.map(({ method, path }) => `${method} ${path}`)
  expect(Object.keys(endpointRights).toSorted()).toEqual(registered.toSorted())
})

describe.each(Object.entries(endpointRights))('%s', (key, row) => {
  it('is for those who may, and leaves a row in the log when it writes', async () => {
    const denied = actorNames.filter((actor) => !row.may.includes(actor))
    const before = (await row.ask?.(story)) ?? {}
    const rows = await auditRows()
    for (const actor of denied) {
      const answer = await knock(actor, key, before)
      expect(isDenied(row, answer), `${actor} is let in: ${JSON.stringify(answer)}`).toBe(true)
      if (actor === 'visitor') expect(answer.status).toBe(401)
    }
    expect(await auditRows(), 'what was denied has written nothing').toBe(rows)
    let [successes, last] = [0, '']
    for (const actor of row.may) {
      const asked = (await row.ask?.(story)) ?? {}
      const written = await auditRows()
      const answer = await knock(actor, key, asked)
      expect(isDenied(row, answer) || answer.status >= 500, `${actor}: ${JSON.stringify(answer)}`).toBe(false)
      last = JSON.stringify(answer)
      if (answer.status !== 200) continue
      successes += 1
      if (row.keepsNothing) expect(await auditRows(), 'what keeps nothing has written nothing').toBe(written)
      else if (!key.startsWith('GET'))
        expect(await auditRows(), `${actor} wrote without a row in the log`).toBeGreaterThan(written)
    }
    expect(successes, `nobody succeeded: ${last}`).toBeGreaterThan(0)
  })
})
