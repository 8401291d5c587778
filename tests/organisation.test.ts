import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, foundRegion, grantRole, openLink, setPassword } from '#app/organisation'
import type { Context } from '#app/kit'
import type { Role, RoleGrant } from '#core/organisation'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

const region = { regionId: 'orgtest', timeZone: 'Asia/Shanghai', clockAt: null }
const serverNow = '2026-07-31T12:00:00.000Z'
let test: TestHouse
let founders: ReadonlyMap<Role, { readonly accountId: string; readonly linkToken: string }>

const as = (role: Role, accountId = founders.get(role)?.accountId ?? ''): Context =>
  test.contextOf(region, accountId, [{ role }])
const visitor = () => test.contextOf(region, '', [{ role: 'publicReader' }])

async function person(login: string, grant: RoleGrant): Promise<string> {
  const { accountId } = must(await addAccount(as('administrator'), { login, displayName: login, serverNow }))
  must(await grantRole(as('securityOfficer'), { accountId, grant, serverNow }))
  return accountId
}

beforeAll(async () => {
  test = await openTestHouse()
  const input = {
    name: '试验区',
    kind: 'county',
    timeZone: region.timeZone,
    isSample: false,
    clockAt: null,
    serverNow,
  } as const
  const made = must(await foundRegion(visitor(), input))
  founders = new Map(made.map((one) => [one.role, one]))
})
afterAll(() => test.close())

describe('a region begins with three persons', () => {
  it('gives each a link that works once', async () => {
    const token = founders.get('auditor')?.linkToken ?? ''
    const link = { token, userAgent: 'test', serverNow }
    expect((await openLink(visitor(), link)).ok).toBe(true)
    expect(await openLink(visitor(), link)).toMatchObject({ ok: false, refusal: { code: 'auth.linkInvalid' } })
  })

  it('is founded once', async () => {
    const again = {
      name: '又一个',
      kind: 'county',
      timeZone: region.timeZone,
      isSample: false,
      clockAt: null,
      serverNow,
    } as const
    expect(await foundRegion(visitor(), again)).toMatchObject({ refusal: { code: 'region.alreadyExists' } })
  })

  it.each([
    ['administrator', 'securityOfficer'],
    ['auditor', 'coordinator'],
  ] as const)('never lets %s hold %s as well', async (held, more) => {
    const accountId = founders.get(held)?.accountId ?? ''
    const refused = await grantRole(as('securityOfficer'), { accountId, grant: { role: more }, serverNow })
    expect(refused).toMatchObject({ refusal: { code: 'role.separated' } })
  })

  it('lets nobody do another’s part', async () => {
    const input = { login: 'x', displayName: 'x', serverNow }
    expect(await addAccount(as('securityOfficer'), input)).toMatchObject({ refusal: { code: 'right.denied' } })
    const accountId = founders.get('auditor')?.accountId ?? ''
    const grant = { accountId, grant: { role: 'leader' } as const, serverNow }
    expect(await grantRole(as('administrator'), grant)).toMatchObject({ refusal: { code: 'right.denied' } })
    expect(
      (await test.request({ region, accountId: founders.get('administrator')?.accountId ?? '' }, 'GET', '/api/audit'))
        .status,
    ).toBe(403)
    expect((await test.request({ region, accountId }, 'GET', '/api/audit')).status).toBe(200)
  })
})

describe('sign-in', () => {
  const signIn = (login: string, password: string) =>
    test.request(null, 'POST', '/api/session', { login, password, region: region.regionId })
  const headers = { origin: 'http://guatu.test', host: 'guatu.test', 'content-type': 'application/json' }
  async function cookieOf(login: string, password: string): Promise<string> {
    const body = JSON.stringify({ login, password, region: region.regionId })
    const answer = await test.app.request('http://guatu.test/api/session', { method: 'POST', headers, body })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  async function holderOf(cookie: string): Promise<string | null> {
    const answer = await test.app.request('http://guatu.test/api/me', { headers: { ...headers, cookie } })
    return ((await answer.json()) as { account: { login: string } | null }).account?.login ?? null
  }

  it('takes the right password and no other, and an unknown name is refused alike', async () => {
    const accountId = await person('coordinator-a', { role: 'coordinator' })
    must(
      await setPassword(as('coordinator', accountId), { password: '试验区的一句很长的口令', tokenHash: '', serverNow }),
    )
    expect((await signIn('coordinator-a', '试验区的一句很长的口令')).status).toBe(200)
    const wrong = await signIn('coordinator-a', '别的')
    const unknown = await signIn('nobody', '别的')
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ status: 401, json: { code: 'auth.wrongCredentials' } })
  })

  it('is throttled after eight failures of one name', async () => {
    for (let attempt = 0; attempt < 8; attempt += 1) expect((await signIn('tired', 'x')).status).toBe(401)
    expect(await signIn('tired', 'x')).toMatchObject({ status: 429, json: { code: 'auth.throttled' } })
  })

  it('asks for the present password before another is set, and ends the other sessions', async () => {
    const accountId = await person('changing', { role: 'inspector' })
    const context = as('inspector', accountId)
    const change = (password: string, oldPassword?: string) =>
      setPassword(context, { password, oldPassword, tokenHash: '', serverNow })
    must(await change('第一句很长很长的口令'))
    const cookie = await cookieOf('changing', '第一句很长很长的口令')
    expect(await change('第二句很长很长的口令')).toMatchObject({ refusal: { code: 'auth.oldPasswordWrong' } })
    expect(await change('第二句很长很长的口令', '猜的')).toMatchObject({ refusal: { code: 'auth.oldPasswordWrong' } })
    must(await change('第二句很长很长的口令', '第一句很长很长的口令'))
    expect(await holderOf(cookie)).toBeNull()
    expect((await signIn('changing', '第一句很长很长的口令')).status).toBe(401)
    expect((await signIn('changing', '第二句很长很长的口令')).status).toBe(200)
  })

  it('counts guesses at the present password like failures to sign in', async () => {
    const accountId = await person('guessed', { role: 'inspector' })
    const change = (oldPassword?: string) =>
      setPassword(as('inspector', accountId), {
        ...{ password: '一句很长很长的口令啊', oldPassword },
        tokenHash: '',
        serverNow,
      })
    must(await change())
    for (let attempt = 0; attempt < 8; attempt += 1)
      expect(await change('猜的')).toMatchObject({ refusal: { code: 'auth.oldPasswordWrong' } })
    expect(await change('一句很长很长的口令啊')).toMatchObject({ refusal: { code: 'auth.throttled' } })
    expect((await signIn('guessed', '一句很长很长的口令啊')).status).toBe(429)
  })

  it('takes a name in any spelling for the same account, and counts its failures together', async () => {
    const accountId = await person('Mixed', { role: 'inspector' })
    must(
      await setPassword(as('inspector', accountId), { password: '一句很长很长很长的口令', tokenHash: '', serverNow }),
    )
    for (const login of ['mixed', 'MIXED', 'ｍｉｘｅｄ', ' mixed\u3000'])
      expect((await signIn(login, '一句很长很长很长的口令')).status).toBe(200)
    for (const login of ['mixed', 'MIXED', 'ｍｉｘｅｄ', 'Mixed', 'mixeD', 'mIxed', 'miXed', 'mixEd'])
      expect((await signIn(login, 'x')).status).toBe(401)
    expect((await signIn('mixed', '一句很长很长很长的口令')).status).toBe(429)
  })

  it('refuses short passwords and says how long', async () => {
    const short = await setPassword(as('coordinator', 'a'), { password: '短', tokenHash: '', serverNow })
    expect(short).toMatchObject({ refusal: { code: 'auth.passwordTooShort', detail: { length: 10 } } })
  })

  it('ends with the account', async () => {
    const accountId = await person('leaving', { role: 'inspector' })
    expect((await test.request({ region, accountId }, 'GET', '/api/units')).status).toBe(200)
    const admin = { region, accountId: founders.get('administrator')?.accountId ?? '' }
    expect((await test.request(admin, 'POST', `/api/accounts/${accountId}/disable`)).status).toBe(200)
    expect((await test.request({ region, accountId }, 'GET', '/api/units')).status).toBe(401)
  })

  it('is refused for the last administrator’s own account', async () => {
    const accountId = founders.get('administrator')?.accountId ?? ''
    const own = await test.request({ region, accountId }, 'POST', `/api/accounts/${accountId}/disable`)
    expect(own).toMatchObject({ status: 422, json: { code: 'account.ownAccount' } })
  })
})

describe('the clock of a real region', () => {
  it('cannot be moved', async () => {
    const accountId = await person('mover', { role: 'coordinator' })
    const moved = await test.request({ region, accountId }, 'POST', '/api/region/clock', { to: '2027-01-01T00:00:00Z' })
    expect(moved).toMatchObject({ status: 422, json: { code: 'region.clockNotOwn' } })
  })
})

describe('every address of the room', () => {
  const id = '00000000-0000-7000-8000-000000000000'
  const closed: readonly (readonly [string, string, unknown?])[] = [
    ['DELETE', '/api/session'],
    ['POST', '/api/region/clock', { to: '2027-01-01T00:00:00Z' }],
    ['GET', '/api/units'],
    ['GET', '/api/accounts'],
    ['POST', '/api/accounts', { login: 'x', displayName: 'x' }],
    ['POST', `/api/accounts/${id}/link`],
    ['POST', `/api/accounts/${id}/disable`],
    ['POST', `/api/accounts/${id}/roles`, { role: 'leader' }],
    ['DELETE', `/api/roles/${id}`],
    ['POST', '/api/me/password', { password: 'x' }],
    ['GET', '/api/audit'],
  ]

  it('asks for a sign-in first', async () => {
    for (const [method, path, body] of closed) {
      expect([path, (await test.request(null, method, path, body)).status]).toEqual([path, 401])
    }
  })

  it('is refused to a reporter where it is not his', async () => {
    const accountId = await person('just-anyone', { role: 'publicReader' })
    const mine = ['/api/session', '/api/me/password']
    for (const [method, path, body] of closed.filter(([, path]) => !mine.includes(path))) {
      const answer = await test.request({ region, accountId }, method, path, body)
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    }
  })

  it('says what is wrong with bad input, and where', async () => {
    const admin = { region, accountId: founders.get('administrator')?.accountId ?? '' }
    const answer = await test.request(admin, 'POST', '/api/accounts', { login: '' })
    expect(answer).toMatchObject({ status: 400, json: { code: 'request.invalid', at: 'login' } })
  })
})
