import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RoleGrant } from '#core/organisation'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

const PERIOD = '2026-D21'
let test: TestHouse
let plan: SmallPlan
let cadenceId: string
let names = 0

beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())
beforeEach(async () => {
  plan = await insertSmallPlan(test, `lakeside${(names += 1)}`)
  const cadence = test.database.owner.selectFrom('cadence').select('cadence_id')
  const own = cadence.where('region_id', '=', plan.region.regionId)
  cadenceId = (await own.executeTakeFirstOrThrow()).cadence_id
  officer = await person('officer', { role: 'securityOfficer' })
  await ok(plan.people.coordinator.accountId, 'POST', `/api/cadences/${cadenceId}/periods/${PERIOD}/open`)
})
let officer: string

/** A person with these roles, as sessions find them. */
async function person(name: string, ...roles: RoleGrant[]): Promise<string> {
  const { regionId: region_id } = plan.region
  const [account_id, at] = [randomUUID(), '2026-01-05T01:00:00Z']
  const account = { region_id, account_id, login: name, display_name: name, created_at: at }
  await test.database.owner.insertInto('account').values(account).execute()
  for (const { role, unitId } of roles) {
    const grant = { region_id, grant_id: randomUUID(), account_id, role, unit_id: unitId ?? null, granted_at: at }
    await test.database.owner.insertInto('account_role').values(grant).execute()
  }
  return account_id
}
const moveTo = (clock_at: string) =>
  test.database.owner.updateTable('region').set({ clock_at }).where('region_id', '=', plan.region.regionId).execute()
/** The morning of a day in the region. */
const morningOf = (day: string) => moveTo(`${day}T01:00:00.000Z`)

const call = async (accountId: string, method: string, path: string, body?: unknown) => {
  const { status, json } = await test.request({ region: plan.region, accountId }, method, path, body)
  return { status, json: json as Record<string, unknown> & { code?: string } }
}
const ok = async (accountId: string, method: string, path: string, body?: unknown) => {
  const { status, json } = await call(accountId, method, path, body)
  expect([path, status, json.code]).toEqual([path, 200, undefined])
  return json
}

interface Holding {
  readonly roles: { grantId: string; role: string }[]
  readonly inHand: { kind: string; title: string }[]
}
const holdingOf = async (accountId: string) =>
  (await ok(accountId, 'GET', `/api/accounts/${accountId}/in-hand`)) as unknown as Holding
const grantOf = async (accountId: string, role: string): Promise<string> =>
  (await holdingOf(accountId)).roles.find((one) => one.role === role)?.grantId ?? ''

async function handOver(from: string, to: string, onDate: string, role = 'reporter'): Promise<string> {
  const body = { fromAccountId: from, toAccountId: to, onDate, note: '轮岗', postIds: [] }
  const made = await ok(from, 'POST', '/api/handovers', { ...body, grantIds: [await grantOf(from, role)] })
  return String(made['handoverId'])
}
const decide = (kind: 'handovers' | 'delegations', id: string, confirm = true) =>
  call(officer, 'POST', `/api/${kind}/${id}/decision`, { confirm })
async function lend(holderId: string, toAccountId: string, from: string, last: string, role = 'signer') {
  const body = { grantId: await grantOf(holderId, role), holderId, toAccountId, from, last, reason: '休假' }
  return String((await ok(holderId, 'POST', '/api/delegations', body))['delegationId'])
}

const said = { figure: '30', noChange: false, claim: 'onPace', paragraph: '', blockage: null, nodesDone: [] }
const key = () => ({ cadenceId, periodId: PERIOD, itemId: plan.items.signed })
async function outcome(accountId: string, path: string, reports: object[]): Promise<string> {
  const { status, json } = await call(accountId, 'POST', path, { reports })
  if (status !== 200) return json.code ?? String(status)
  const [first] = json['outcomes'] as { done: { state: string } }[]
  return first?.done.state ?? ''
}
const submit = (accountId: string, revision = 0) =>
  outcome(accountId, '/api/reports/submit', [{ ...key(), revision, said }])
const sign = (accountId: string, revision: number) => outcome(accountId, '/api/reports/sign', [{ ...key(), revision }])
const reportRow = () =>
  test.database.owner
    .selectFrom('report')
    .select(['state', 'submitted_by', 'submitted_for', 'signed_by', 'signed_for'])
    .where('region_id', '=', plan.region.regionId)
    .where('period_id', '=', PERIOD)
    .where('item_id', '=', plan.items.signed)
    .executeTakeFirst()
const work = async (accountId: string) => {
  const { toReport } = (await ok(accountId, 'GET', '/api/reporting/work')) as { toReport: { unitName: string }[] }
  return toReport.map(({ unitName }) => unitName)
}

describe('a handover', () => {
  it('passes the role on the day that was named: not before, and without a gap', async () => {
    const { investReporter, investSigner } = plan.people
    const from = investReporter.accountId
    const to = await person('newcomer')
    const { inHand } = await holdingOf(from)
    expect(
      inHand.map(({ kind }) => kind),
      'what is open goes along',
    ).toContain('toReport')
    const handoverId = await handOver(from, to, '2026-08-01')
    expect((await call(to, 'GET', '/api/reporting/work')).json).not.toMatchObject({ toReport: [{}] })
    expect(await decide('handovers', handoverId)).toMatchObject({ status: 200, json: { code: null } })
    expect((await decide('handovers', handoverId)).json.code).toBe('handover.decided')

    expect(await submit(to), 'not before the day').toContain('right.denied')
    expect((await work(from)).length).toBeGreaterThan(0)
    await moveTo('2026-07-31T16:00:00.000Z')
    expect((await ok(from, 'GET', '/api/me'))['roles'], 'his rights end that day').toEqual([])
    expect(await submit(from)).toContain('right.denied')
    expect(new Set(await work(to)), 'the successor sees what is open').toEqual(new Set(['区招商局']))
    expect(await submit(to)).toContain('submitted')
    expect(await sign(investSigner.accountId, 1)).toContain('signed')
    expect(await reportRow()).toMatchObject({ state: 'signed', submitted_by: to, submitted_for: null })
  })

  it('loses nothing: what was begun goes on, what was done stays under its name', async () => {
    const { investReporter } = plan.people
    const to = await person('newcomer')
    expect(await submit(investReporter.accountId)).toContain('submitted')
    await decide('handovers', await handOver(investReporter.accountId, to, '2026-08-01'))
    await morningOf('2026-08-01')
    const { json } = await call(to, 'GET', `/api/items/${plan.items.signed}`)
    expect(JSON.stringify(json['history'])).toContain('investReporter')
    const withdrawn = await call(to, 'POST', '/api/reports/withdraw', { ...key(), revision: 1 })
    expect(withdrawn, 'taken back by the successor').toMatchObject({ status: 200 })
    expect(await submit(to, 2)).toContain('submitted')
  })

  it('waits for the security officer, who may refuse it, and may be taken back until then', async () => {
    const { investReporter, buildReporter, coordinator } = plan.people
    const to = await person('newcomer')
    const refused = await handOver(investReporter.accountId, to, '2026-07-31')
    for (const who of [investReporter.accountId, coordinator.accountId, to])
      expect((await call(who, 'POST', `/api/handovers/${refused}/decision`, { confirm: true })).status).toBe(403)
    expect((await decide('handovers', refused, false)).status).toBe(200)
    expect(await submit(to)).toContain('right.denied')
    const taken = await handOver(investReporter.accountId, to, '2026-07-31')
    const foreign = await call(buildReporter.accountId, 'POST', `/api/handovers/${taken}/withdraw`)
    expect(foreign.status).toBe(403)
    await ok(investReporter.accountId, 'POST', `/api/handovers/${taken}/withdraw`)
    expect((await decide('handovers', taken)).json.code).toBe('handover.decided')
    const seen = (await ok(buildReporter.accountId, 'GET', '/api/successions'))['handovers']
    expect(seen, 'nobody else’s affair').toEqual([])
    expect((await ok(coordinator.accountId, 'GET', '/api/successions'))['handovers']).toMatchObject([
      { outcome: 'withdrawn', roles: [{ role: 'reporter', unitName: '区招商局' }] },
      { outcome: 'refused' },
    ])
  })

  it('is refused where it makes no sense, with the reason', async () => {
    const { investReporter, buildReporter, coordinator } = plan.people
    const from = investReporter.accountId
    const to = await person('newcomer')
    const grantIds = [await grantOf(from, 'reporter')]
    const body = { fromAccountId: from, toAccountId: to, onDate: '2026-08-01', note: '', grantIds, postIds: [] }
    const refusal = async (part: object, by = from) =>
      (await call(by, 'POST', '/api/handovers', { ...body, ...part })).json.code
    expect(await refusal({ toAccountId: from })).toBe('handover.toSelf')
    expect(await refusal({ onDate: '2026-07-30' })).toBe('handover.past')
    expect(await refusal({ grantIds: [] })).toBe('handover.nothing')
    expect(await refusal({ grantIds: [randomUUID()] })).toBe('handover.notHeld')
    expect(await refusal({ toAccountId: randomUUID() })).toBe('account.notFound')
    expect(await refusal({ onDate: '8月1日' })).toBe('request.invalid')
    expect(await refusal({}, buildReporter.accountId), 'not what is another’s').toBe('right.denied')
    expect((await call(coordinator.accountId, 'POST', '/api/handovers', body)).status, 'for one who has left').toBe(200)
    expect((await call(officer, 'POST', '/api/handovers', { ...body, fromAccountId: officer })).status).toBe(403)
  })

  it('lets the successor close what the predecessor ordered', async () => {
    const { leader } = plan.people
    const to = await person('nextLeader')
    const reporter = plan.people.investReporter.accountId
    const asked = { text: '请专题研究。', unitId: plan.units.invest, itemId: plan.items.signed }
    const { orderId } = await ok(leader.accountId, 'POST', '/api/orders', asked)
    await decide('handovers', await handOver(leader.accountId, to, '2026-08-01', 'leader'))
    await morningOf('2026-08-01')
    await ok(reporter, 'POST', `/api/orders/${orderId}/acknowledgement`, { revision: 1 })
    await ok(reporter, 'POST', `/api/orders/${orderId}/reply`, { revision: 2, text: '已研究。' })
    const other = await person('otherLeader', { role: 'leader' })
    const close = (by: string) => call(by, 'POST', `/api/orders/${orderId}/close`, { revision: 3 })
    expect((await close(other)).status, 'who neither ordered nor followed').toBe(403)
    expect((await close(to)).status).toBe(200)
    const row = await test.database.owner
      .selectFrom('account_role')
      .select(['held_before', 'from_on'])
      .where('account_id', '=', to)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ held_before: [leader.accountId], from_on: '2026-08-01' })
  })
})

describe('a delegation', () => {
  it('lets the stand-in act on its days only, and says for whom', async () => {
    const { investReporter, investSigner } = plan.people
    const deputy = await person('deputy')
    const delegationId = await lend(investSigner.accountId, deputy, '2026-08-01', '2026-08-03')
    expect(await submit(investReporter.accountId)).toContain('submitted')
    await morningOf('2026-08-01')
    expect(await sign(deputy, 1), 'not before it is confirmed').toContain('right.denied')
    await moveTo('2026-07-31T15:59:00.000Z')
    expect((await decide('delegations', delegationId)).status).toBe(200)
    expect(await sign(deputy, 1), 'not the evening before').toContain('right.denied')
    await morningOf('2026-08-03')
    expect(await sign(deputy, 1)).toContain('signed')
    expect(await reportRow()).toMatchObject({ signed_by: deputy, signed_for: investSigner.accountId })
    const { json } = await call(deputy, 'GET', `/api/items/${plan.items.signed}`)
    expect(JSON.stringify(json['history'])).toMatch(/"name":"deputy"[^}]*"forName":"investSigner"/)
    const logged = await test.database.owner
      .selectFrom('audit')
      .select('body')
      .where('region_id', '=', plan.region.regionId)
      .where('action', '=', 'report.sign')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(logged.body)).toMatchObject({ for: investSigner.accountId })
    await morningOf('2026-08-04')
    expect((await ok(deputy, 'GET', '/api/me'))['roles']).toEqual([])
  })

  it('never makes one hand of two: who reported does not sign through it', async () => {
    const { investReporter, investSigner } = plan.people
    await decide(
      'delegations',
      await lend(investSigner.accountId, investReporter.accountId, '2026-07-31', '2026-08-05'),
    )
    expect(await submit(investReporter.accountId)).toContain('submitted')
    expect(await sign(investReporter.accountId, 1)).toContain('report.ownReport')
    const gaps = (await ok(investReporter.accountId, 'GET', '/api/me/signing-gaps'))['gaps']
    expect(gaps, 'the holder can still sign').toEqual([])
    expect(await sign(investSigner.accountId, 1)).toContain('signed')
  })

  it('does not let the absent sign what was reported in his stead', async () => {
    const both = await person(
      'both',
      { role: 'reporter', unitId: plan.units.invest },
      { role: 'signer', unitId: plan.units.invest },
    )
    const deputy = await person('deputy')
    await decide('delegations', await lend(both, deputy, '2026-07-31', '2026-08-05', 'reporter'))
    expect(await submit(deputy)).toContain('submitted')
    expect(await reportRow()).toMatchObject({ submitted_by: deputy, submitted_for: both })
    expect(await sign(both, 1)).toContain('right.denied')
    expect(await sign(plan.people.investSigner.accountId, 1)).toContain('signed')
  })

  it('ends at once when its giver says so, and with the role that it lends', async () => {
    const { investSigner, buildSigner } = plan.people
    const deputy = await person('deputy')
    const roles = async () => ((await ok(deputy, 'GET', '/api/me'))['roles'] as unknown[]).length
    const first = await lend(investSigner.accountId, deputy, '2026-07-31', '2026-08-20')
    await decide('delegations', first)
    expect(await roles()).toBe(1)
    expect((await call(buildSigner.accountId, 'POST', `/api/delegations/${first}/end`)).status).toBe(403)
    await ok(investSigner.accountId, 'POST', `/api/delegations/${first}/end`)
    expect(await roles()).toBe(0)
    expect((await call(investSigner.accountId, 'POST', `/api/delegations/${first}/end`)).json.code).toBe(
      'delegation.notLiving',
    )

    await decide('delegations', await lend(investSigner.accountId, deputy, '2026-07-31', '2026-08-20'))
    expect(await roles()).toBe(1)
    const next = await person('nextSigner')
    await decide('handovers', await handOver(investSigner.accountId, next, '2026-08-02', 'signer'))
    await morningOf('2026-08-02')
    expect(await roles(), 'nothing is lent that is not held').toBe(0)
  })

  it('is refused for wrong days, for others’ roles and for what is itself lent', async () => {
    const { investSigner, investReporter } = plan.people
    const deputy = await person('deputy')
    const grantId = await grantOf(investSigner.accountId, 'signer')
    const body = { grantId, holderId: investSigner.accountId, toAccountId: deputy, reason: '' }
    const refusal = async (from: string, last: string, by = investSigner.accountId, part = {}) =>
      (await call(by, 'POST', '/api/delegations', { ...body, from, last, ...part })).json.code
    expect(await refusal('2026-08-05', '2026-08-04')).toBe('delegation.datesWrong')
    expect(await refusal('2026-08-01', '2026-12-31')).toBe('delegation.tooLong')
    expect(await refusal('2026-08-01', '2026-08-02', investReporter.accountId)).toBe('right.denied')
    const own = { holderId: investReporter.accountId }
    expect(await refusal('2026-08-01', '2026-08-02', investReporter.accountId, own)).toBe('handover.notHeld')
    await decide('delegations', await lend(investSigner.accountId, deputy, '2026-07-31', '2026-08-20'))
    const roles = (await call(deputy, 'GET', `/api/accounts/${deputy}/in-hand`)).json
    expect(roles, 'what is lent is not his to pass on').toMatchObject({ roles: [] })
  })
})

describe('one person in several units', () => {
  it('has one account, and his work names the unit of every line', async () => {
    const { units } = plan
    const twice = await person(
      'twice',
      { role: 'reporter', unitId: units.invest },
      { role: 'reporter', unitId: units.build },
    )
    expect(new Set(await work(twice))).toEqual(new Set(['区招商局', '区住建局']))
    for (const [person, unit] of [
      ['investReporter', '区招商局'],
      ['buildReporter', '区住建局'],
    ] as const)
      expect(new Set(await work(plan.people[person].accountId))).toEqual(new Set([unit]))
    expect(await submit(twice)).toBe('submitted')
    expect(await sign(plan.people.buildSigner.accountId, 1), 'a unit’s report is signed in that unit').toBe(
      'right.denied',
    )
  })
})
