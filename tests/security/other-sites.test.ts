import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ORIGIN } from './besieged-region.ts'
import { codeOf, json, whoIs } from './answers.ts'
import { type Actor, openStory, type Story } from './story.ts'

let story: Story

beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.region.test.close())

const raw: Story['region']['raw'] = (path, request) => story.region.raw(path, request)
const idOf = (actor: Actor): string => story.people[actor] ?? ''
const meBy = (cookie: string): Promise<string | undefined> => whoIs(story, cookie)

describe('another site', () => {
  const post = async (headers: Record<string, string>, body = '{"kind":"problem","title":"x"}') => {
    const cookie = await story.region.cookieOf(idOf('inspector'))
    return raw('/api/problems', { method: 'POST', headers: { cookie, ...headers }, body })
  }

  it.each([
    ['null', { origin: 'null' }],
    ['another host', { origin: 'http://evil.test' }],
    ['another port', { origin: 'http://guatu.test:8081' }],
    ['a sub-domain', { origin: 'http://a.guatu.test' }],
    ['a longer name', { origin: 'http://guatu.test.evil.test' }],
    ['nothing', {}],
    ['nothing, from a browser', { 'sec-fetch-site': 'cross-site' }],
  ])('that gives %s as its origin writes nothing', async (_name, headers) => {
    const answer = await post({ ...json, ...headers })
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'request.foreignOrigin'])
  })

  it('cannot send JSON as something that browsers send without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a']) {
      expect((await post({ origin: ORIGIN, 'content-type': type })).status).toBe(400)
    }
    expect((await post({ origin: ORIGIN, ...json })).status).toBe(200)
  })

  it('changes no method by a header or a parameter', async () => {
    const cookie = await story.region.cookieOf(idOf('roleless'))
    await raw('/api/session?_method=DELETE', { headers: { cookie, 'x-http-method-override': 'DELETE' } })
    expect(await meBy(cookie)).toBe(idOf('roleless'))
  })

  it('cannot frame, sniff or script any answer', async () => {
    for (const path of ['/', '/wall', '/api/me', '/api/docs', '/nothing.js', '/api/nothing', '/healthz']) {
      const { headers } = await raw(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })
})

describe('a stranger', () => {
  const flood = (path: string, bytes: number, headers: Record<string, string> = {}) => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536
        if (pulled > bytes) return controller.close()
        controller.enqueue(new Uint8Array(65_536).fill(0x5b))
      },
    })
    const request = new Request(`${ORIGIN}${path}`, {
      ...{ method: 'POST', body, headers: { host: 'guatu.test', origin: ORIGIN, ...json, ...headers } },
      ...{ duplex: 'half' },
    })
    return { answer: Promise.resolve(story.region.test.app.request(request)), pulled: () => pulled }
  }

  it('makes the server read no more than a small form', async () => {
    const signIn = flood('/api/session', 64 * 1024 * 1024)
    expect((await signIn.answer).status).toBe(413)
    expect(signIn.pulled()).toBeLessThan(1024 * 1024)
    const upload = flood('/api/drafts', 64 * 1024 * 1024)
    expect((await upload.answer).status).toBe(401)
    expect(upload.pulled()).toBeLessThan(1024 * 1024)
  })

  it('who is signed in fills no memory either', async () => {
    const cookie = await story.region.cookieOf(idOf('roleless'))
    const { answer, pulled } = flood('/api/problems', 64 * 1024 * 1024, { cookie })
    expect((await answer).status).toBe(413)
    expect(pulled()).toBeLessThan(10 * 1024 * 1024)
    const announced = { cookie, 'content-length': '99999999999' }
    expect(
      (await raw('/api/problems', { method: 'POST', headers: { ...announced, ...json, origin: ORIGIN }, body: '{}' }))
        .status,
    ).toBe(413)
  })

  it('reads nothing of a plan that has not been released', async () => {
    const base = `/api/public/lakeside/plans/${story.region.plan.planId}`
    for (const path of [base, `${base}/open-data.json`, `${base}/open-data.csv`])
      expect((await raw(path)).status).toBe(404)
    const made = await story.done('coordinator', 'POST', '/api/publications', { planId: story.region.plan.planId })
    expect((await raw(base)).status).toBe(404)
    await story.done('coordinator', 'POST', `/api/publications/${made['publicationId']}/by-rule`, { revision: 1 })
    expect((await raw(base)).status).toBe(404)
    await story.done('coordinator', 'POST', `/api/publications/${made['publicationId']}/publish`, { revision: 2 })
    const open = await (await raw(base)).text()
    expect(open).toContain('新签约亿元以上项目')
    for (const inner of ['本月新签约4个', '分管副区长', 'paragraph', 'blockage', 'responsiblePerson', 'createdByName'])
      expect(open).not.toContain(inner)
  })
})
