import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '#adapters/http/kernel'
import { signIn as signInAt } from '#app/organisation'
import { insertSmallPlan } from '../support/small-plan.ts'
import { ORIGIN } from './besieged-region.ts'
import { codeOf, json, whoIs } from './answers.ts'
import { type Actor, openStory, PASSWORD, type Story } from './story.ts'

let story: Story

beforeAll(async () => {
  story = await openStory()
  await insertSmallPlan(story.region.test, 'hillside')
})
afterAll(() => story.region.test.close())

const raw: Story['region']['raw'] = (path, request) => story.region.raw(path, request)
const idOf = (actor: Actor): string => story.people[actor] ?? ''
const meBy = (cookie: string): Promise<string | undefined> => whoIs(story, cookie)

describe('a session', () => {
  const signIn = (cookie?: string) =>
    raw('/api/session', {
      ...{ method: 'POST', headers: { ...json, origin: ORIGIN, ...(cookie ? { cookie } : {}) } },
      body: JSON.stringify({ login: 'story-roleless', password: PASSWORD, region: 'lakeside' }),
    })
  const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

  it('is a cookie that no script reads and no other site sends; secure behind https', async () => {
    expect((await signIn()).headers.get('set-cookie')).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    const proxied = await raw('/api/session', {
      ...{ method: 'POST', headers: { ...json, origin: ORIGIN, 'x-forwarded-proto': 'https' } },
      body: JSON.stringify({ login: 'story-roleless', password: PASSWORD, region: 'lakeside' }),
    })
    expect(proxied.headers.get('set-cookie')).toContain('; Secure')
  })

  it('is never the one that somebody put there before', async () => {
    const planted = `${sessionCookie}=lakeside.planted`
    const opened = cookieFrom(await signIn(planted))
    expect(opened).not.toContain('planted')
    expect(await meBy(planted)).toBeUndefined()
    expect(await meBy(opened)).toBe(idOf('roleless'))
  })

  it('opens nothing in another region, whatever region the cookie names', async () => {
    const cookie = await story.region.cookieOf(idOf('coordinator'))
    for (const region of ['hillside', 'LAKESIDE', '', '%00', "lakeside'--", 'lakeside%00', '%ff', '../lakeside']) {
      const swapped = cookie.replace('=lakeside.', `=${region}.`)
      const answer = await raw('/api/wall', { headers: { cookie: swapped } })
      expect([region, answer.status]).toEqual([region, 401])
    }
  })

  it('ends at once on signing out, on losing the account, and elsewhere on a new password', async () => {
    const [here, there] = [cookieFrom(await signIn()), cookieFrom(await signIn())]
    const headers = { ...json, origin: ORIGIN, cookie: here }
    const link = await story.link(idOf('roleless'))
    const set = await raw('/api/me/password', {
      method: 'POST',
      headers,
      body: JSON.stringify({ password: PASSWORD, oldPassword: PASSWORD }),
    })
    expect(set.status).toBe(200)
    expect([await meBy(here), await meBy(there)]).toEqual([idOf('roleless'), undefined])
    const opened = await story.send('visitor', 'POST', '/api/session/link', { token: link, region: 'lakeside' })
    expect(await codeOf(opened)).toBe('auth.linkInvalid')
    expect((await raw('/api/session', { method: 'DELETE', headers })).status).toBe(200)
    expect(await meBy(here)).toBeUndefined()
  })

  it('has no more rights than its holder has now', async () => {
    const person = await story.region.person('dismissed', { role: 'auditor' })
    const read = async () => (await story.region.send(person, 'GET', '/api/audit')).status
    expect(await read()).toBe(200)
    const taken = { revoked_at: '2026-07-31T00:00:00.000Z' }
    await story.region.test.database.owner
      .updateTable('account_role')
      .set(taken)
      .where('account_id', '=', person)
      .execute()
    expect(await read()).toBe(403)
  })
})

describe('a one-time link', () => {
  const open = (token: string) => story.send('visitor', 'POST', '/api/session/link', { token, region: 'lakeside' })

  it('works once, even when two use it at the same moment', async () => {
    const token = await story.link(idOf('leader'))
    const answers = await Promise.all(Array.from({ length: 6 }, () => open(token)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401, 401])
  })

  it('works neither late, nor in another region, nor for an account that is closed', async () => {
    const [late, own, closed] = await Promise.all(
      ['leader', 'leader', 'signer'].map((name) => story.link(idOf(name as Actor))),
    )
    const { owner } = story.region.test.database
    const past = { expires_at: '2026-07-30T00:00:00.000Z' }
    const { token_hash } = await owner
      .selectFrom('sign_in_link')
      .select('token_hash')
      .where('account_id', '=', idOf('leader'))
      .where('used_at', 'is', null)
      .limit(1)
      .executeTakeFirstOrThrow()
    await owner.updateTable('sign_in_link').set(past).where('token_hash', '=', token_hash).execute()
    const elsewhere = await story.send('visitor', 'POST', '/api/session/link', { token: own, region: 'hillside' })
    expect(elsewhere.status).toBe(401)
    const worked = [(await open(late ?? '')).status, (await open(own ?? '')).status].toSorted()
    expect(worked).toEqual([200, 401])
    const person = await story.region.person('closed')
    const token = await story.link(person)
    await story.done('administrator', 'POST', `/api/accounts/${person}/disable`)
    expect([(await open(token)).status, closed === undefined]).toEqual([401, false])
  })
})

describe('guessing passwords', () => {
  const attempt = (login: string, password = 'wrong') =>
    story.send('visitor', 'POST', '/api/session', { login, password })

  it('gains nothing by many attempts at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt('rushed')))
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(8)
    expect((await attempt('rushed')).status).toBe(429)
  })

  it('is slowed by address too, while the right password of a name that nobody attacked still works', async () => {
    const row = { region_id: 'lakeside', address: '203.0.113.9', failed_at: '2026-07-31T11:59:00.000Z' }
    const failures = Array.from({ length: 100 }, (_, at) => ({
      ...{ ...row, login: `name-${at}` },
      failure_id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    }))
    await story.region.test.database.owner.insertInto('sign_in_failure').values(failures).execute()
    const visitor = story.region.test.contextOf(story.region.plan.region, '', [])
    const from = (address: string) =>
      signInAt(visitor, {
        ...{ login: 'story-roleless', password: PASSWORD, address },
        ...{ userAgent: '', serverNow: '2026-07-31T12:00:00.000Z' },
      })
    expect(await from('203.0.113.9')).toMatchObject({ ok: false, refusal: { code: 'auth.throttled' } })
    expect((await from('203.0.113.10')).ok).toBe(true)
  })
})
