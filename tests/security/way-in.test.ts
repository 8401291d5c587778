import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '#adapters/http/kernel'
import { makeLinkOnMachine } from '#app/organisation'
import { allRoles, type Role, type RoleGrant } from '#core/organisation'
import { ORIGIN } from './besieged-region.ts'
import { openStory, PASSWORD, type Story } from './story.ts'

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.region.test.close())

const json = { 'content-type': 'application/json', origin: ORIGIN }
let people = 0
const anew = (...roles: RoleGrant[]) => story.region.person(`way-${(people += 1)}`, ...roles)
const codeOf = async (answer: Response): Promise<string> =>
  answer.ok ? 'in' : ((await answer.json()) as { code: string }).code
const post = (cookie: string, path: string, body: unknown = {}) =>
  story.region.raw(path, { method: 'POST', headers: { ...json, cookie }, body: JSON.stringify(body) })
const open = (token: string, code?: string) => post('', '/api/session/link', { token, code, region: 'lakeside' })
const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const link = (accountId: string) => story.send('administrator', 'POST', `/api/accounts/${accountId}/link`)
const release = (accountId: string) => story.send('securityOfficer', 'POST', `/api/accounts/${accountId}/release`)
const grant = (accountId: string, body: RoleGrant) =>
  story.send('securityOfficer', 'POST', `/api/accounts/${accountId}/roles`, body)

async function said(answer: Response): Promise<Record<string, string>> {
  const text = await answer.text()
  expect(answer.status, text).toBe(200)
  return JSON.parse(text) as Record<string, string>
}
interface Told {
  account: { accountId: string } | null
  linkNotices: { byName: string | null; usedAt: string | null }[]
}
const me = async (cookie: string): Promise<Told> =>
  (await (await story.region.raw('/api/me', { headers: { cookie } })).json()) as Told
const bound = (role: Role): RoleGrant => {
  const { planId, units } = story.region.plan
  return { role, planId, unitId: units.invest, taskForceNo: 1 }
}

/** By whose doing somebody comes in as a holder of the role, written by hand. */
const WAYS: Readonly<Record<Role, 'link' | 'both' | 'nobody'>> = {
  ...{ administrator: 'nobody', securityOfficer: 'nobody', auditor: 'nobody' },
  ...{ coordinator: 'both', inspector: 'both', leader: 'both', convener: 'both', panelMember: 'both' },
  ...{
    appealDecider: 'both',
    taskForceStaff: 'both',
    reporter: 'link',
    signer: 'link',
    respondent: 'both',
    publicReader: 'link',
  },
}

describe.each(allRoles)('as a %s', (role) => {
  const way = WAYS[role]

  it('nobody comes in by the doing of one person who may not', async () => {
    const holder = await anew(bound(role))
    const made = await link(holder)
    if (way === 'nobody') {
      expect(await codeOf(made)).toBe('account.machineOnly')
      expect(await codeOf(await release(holder))).toBe('account.machineOnly')
      return
    }
    const { linkToken = '', needsCode } = await said(made)
    expect(needsCode).toBe(way === 'both')
    if (way === 'link') {
      expect(await codeOf(await release(holder))).toBe('account.codeNotNeeded')
      expect(await codeOf(await open(linkToken))).toBe('in')
      return
    }
    expect(await codeOf(await open(linkToken))).toBe('auth.codeNeeded')
    expect(await codeOf(await open(linkToken, '12345678'))).toBe('auth.codeNeeded')
    const { code = '' } = await said(await release(holder))
    expect(code).toMatch(/^\d{8}$/)
    expect(await codeOf(await open(linkToken))).toBe('auth.codeNeeded')
    expect(await codeOf(await open(linkToken, code === '00000000' ? '1' : '00000000'))).toBe('auth.codeWrong')
    const later = (await said(await link(holder)))['linkToken'] ?? ''
    expect(await codeOf(await open(later, code)), 'a code opens only the links it was given for').toBe(
      'auth.codeNeeded',
    )
    expect(await codeOf(await open(linkToken, code))).toBe('in')
    expect(await codeOf(await open(linkToken, code))).toBe('auth.linkInvalid')
  })

  it('nobody comes in by an entry that was made before the role', async () => {
    const holder = await anew()
    const unused = (await said(await link(holder)))['linkToken'] ?? ''
    const cookie = cookieFrom(await open((await said(await link(holder)))['linkToken'] ?? ''))
    const early = (await said(await link(holder)))['linkToken'] ?? ''
    await said(await post(cookie, '/api/me/password', { password: PASSWORD }))
    const spare = (await said(await link(holder)))['linkToken'] ?? ''
    // Nobody is granted what everybody may, nor what a secret link alone opens.
    if (role === 'publicReader' || role === 'respondent') return
    const { code } = await said(await grant(holder, bound(role)))
    const { login } = await story.region.test.database.owner
      .selectFrom('account')
      .select('login')
      .where('account_id', '=', holder)
      .executeTakeFirstOrThrow()
    const stillIn = [
      (await me(cookie)).account?.accountId === holder,
      (await post('', '/api/session', { login, password: PASSWORD, region: 'lakeside' })).ok,
      (await open(unused)).ok || (await open(early)).ok,
    ]
    expect(stillIn).toEqual(way === 'link' ? [true, true, false] : [false, false, false])
    const ways = { link: 'in', both: 'auth.codeNeeded', nobody: 'auth.linkInvalid' } as const
    expect(await codeOf(await open(spare))).toBe(ways[way])
    expect(typeof code).toBe(way === 'both' ? 'string' : 'object')
    if (way === 'both') expect(await codeOf(await open(spare, code))).toBe('in')
  })

  it('somebody comes in by a link made on the server, which the log and the holder are told of', async () => {
    const holder = await anew(bound(role))
    const login = `way-${people}`
    const context = story.region.test.contextOf(story.region.plan.region, '', [])
    const serverNow = story.region.test.house.serverNow()
    const made = await makeLinkOnMachine(context, { login, serverNow })
    if (!made.ok) throw new Error(made.refusal.code)
    const opened = await open(made.value.linkToken)
    expect((await me(cookieFrom(opened))).account?.accountId).toBe(holder)
    const rows = await sql<{ body: string }>`select body from audit where action = 'account.link'
      and object_id = ${holder} and actor_id is null`.execute(story.region.test.database.owner)
    expect(rows.rows.map(({ body }) => body)).toEqual([`{"login":"${login}","on":"server"}`])
  })
})

describe('a release code', () => {
  it('cannot be tried out: the link ends with the fifth wrong one', async () => {
    const holder = await anew({ role: 'leader' })
    const { linkToken = '' } = await said(await link(holder))
    const { code = '' } = await said(await release(holder))
    const answers = []
    for (let attempt = 0; attempt < 6; attempt += 1) answers.push(await codeOf(await open(linkToken, `0${code}`)))
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'auth.codeWrong'), 'auth.linkInvalid'])
    expect(await codeOf(await open(linkToken, code))).toBe('auth.linkInvalid')
    expect(await codeOf(await release(holder))).toBe('account.noOpenLink')
  })

  it('is nobody’s but the security officer’s to give, and not to himself', async () => {
    const holder = await anew({ role: 'leader' })
    await said(await link(holder))
    expect(await codeOf(await story.send('administrator', 'POST', `/api/accounts/${holder}/release`))).toBe(
      'right.denied',
    )
    const own = story.people.securityOfficer ?? ''
    expect(await codeOf(await story.send('securityOfficer', 'POST', `/api/accounts/${own}/release`))).toBe(
      'right.denied',
    )
  })
})

describe('the three separated persons', () => {
  it('are not put out by one another alone', async () => {
    for (const role of ['administrator', 'securityOfficer', 'auditor'] as const) {
      const holder = await anew({ role })
      const disable = () => story.send('administrator', 'POST', `/api/accounts/${holder}/disable`)
      expect(await codeOf(await disable())).toBe('account.separatedRole')
      const { rows } = await sql<{ id: string }>`select grant_id as id from account_role
        where account_id = ${holder}`.execute(story.region.test.database.owner)
      await said(await story.send('securityOfficer', 'DELETE', `/api/roles/${rows[0]?.id}`))
      expect(await codeOf(await disable())).toBe('in')
    }
  })
})

describe('the holder of an account', () => {
  const enter = async (holder: string) => cookieFrom(await open((await said(await link(holder)))['linkToken'] ?? ''))

  it('is told of a link made for him, and whoever came in by it cannot take the trace away', async () => {
    const holder = await anew(bound('reporter'))
    const first = await enter(holder)
    expect((await me(first)).linkNotices, 'not of the one he began with').toEqual([])
    await said(await post(first, '/api/me/password', { password: PASSWORD }))
    const intruder = await enter(holder)
    expect((await me(first)).account, 'the holder is put out, and notices').toBeNull()
    await said(await post(intruder, '/api/me/link-notices/seen'))
    const login = `way-${people}`
    const again = cookieFrom(await post('', '/api/session', { login, password: PASSWORD, region: 'lakeside' }))
    const told = (await me(again)).linkNotices
    expect(told).toMatchObject([{ byName: 'story-administrator' }])
    expect(told[0]?.usedAt).not.toBeNull()
    await said(await post(again, '/api/me/link-notices/seen'))
    expect((await me(again)).linkNotices).toEqual([])
  })

  it('sets a new password by a link without the lost one', async () => {
    const holder = await anew(bound('reporter'))
    await said(await post(await enter(holder), '/api/me/password', { password: PASSWORD }))
    const other = { password: `${PASSWORD}二` }
    const login = `way-${people}`
    const byPassword = cookieFrom(await post('', '/api/session', { login, password: PASSWORD, region: 'lakeside' }))
    expect(await codeOf(await post(byPassword, '/api/me/password', other))).toBe('auth.oldPasswordWrong')
    const byLink = await enter(holder)
    expect(await codeOf(await post(byLink, '/api/me/password', other))).toBe('in')
    expect(byLink.startsWith(sessionCookie)).toBe(true)
  })
})

describe('roles at the same moment', () => {
  it('never make one person of two separated ones', async () => {
    const pairs: readonly (readonly [Role, Role])[] = [
      ...(['auditor', 'administrator'].map((role) => ['securityOfficer', role]) as [Role, Role][]),
      ...([
        ['auditor', 'coordinator'],
        ['coordinator', 'administrator'],
      ] as [Role, Role][]),
    ]
    for (const pair of pairs) {
      const holder = await anew()
      const { owner } = story.region.test.database
      // A first connection holds the account while the two grants reach it, so that neither is through before the other begins.
      const answers = await owner.transaction().execute(async (tx) => {
        await sql`select from account where account_id = ${holder} for no key update`.execute(tx)
        const both = pair.map((role) => grant(holder, { role }))
        await waiting(2)
        return both
      })
      const codes = await Promise.all((await Promise.all(answers)).map(codeOf))
      expect(codes.toSorted()).toEqual(['in', 'role.separated'])
    }
  })

  /** Until so many connections wait for a lock. */
  async function waiting(count: number): Promise<void> {
    const { owner } = story.region.test.database
    for (;;) {
      const found = await sql<{ waiting: string }>`select count(*) as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
      if (Number(found.rows[0]?.waiting) >= count) return
    }
  }
})

describe('an account’s name', () => {
  it.each([['аdmin'], ['admin\u200b'], ['story\u202e'], ['ѕtory-leader']])(
    'is not %j, which looks like another',
    async (login) => {
      const answer = await story.send('administrator', 'POST', '/api/accounts', { login, displayName: 'x' })
      expect(await codeOf(answer)).toBe('account.loginUnclear')
    },
  )

  it.each([['Story-Leader'], ['ＳＴＯＲＹ－leader'], [' story-leader\u3000']])('%j is taken already', async (login) => {
    const answer = await story.send('administrator', 'POST', '/api/accounts', { login, displayName: 'x' })
    expect(await codeOf(answer)).toBe('account.alreadyExists')
  })
})
