import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: SmallPlan

beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
})
afterAll(() => test.close())

type Person = keyof SmallPlan['people']
const as = (person: Person) => ({ region: plan.region, accountId: plan.people[person].accountId })
const scheduleOf = (item: keyof SmallPlan['items'], rest = '') => `/api/items/${plan.items[item]}/schedule${rest}`

const stages = [
  { label: '完成招标', output: '中标通知书', workdays: 30, weight: '1' },
  { label: '竣工验收', output: '验收报告', workdays: 20, weight: '2' },
]
const nodes = [
  { label: '主体完工', due: '2026-06-20', output: '', weight: '1' },
  { label: '竣工验收', due: '2026-11-30', output: '验收报告', weight: '1' },
]
const change = {
  body: { part: 'nodes', start: null, nodes },
  effectiveFrom: '2026-07-31',
  reason: '补列节点',
  source: null,
}

describe('the endpoints of schedules', () => {
  it.each([
    ['GET', ''],
    ['POST', '/preview'],
    ['POST', '/backwards'],
    ['POST', '/changes'],
  ])('%s schedule%s asks for a session', async (method, rest) => {
    expect(await test.request(null, method, scheduleOf('park', rest), method === 'GET' ? undefined : {})).toMatchObject(
      { status: 401 },
    )
  })

  it.each<[string, string, unknown]>([
    ['POST', '/preview', { trajectory: { kind: 'zigzag' } }],
    ['POST', '/backwards', { deadline: 'tomorrow', start: null, stages }],
    ['POST', '/backwards', { deadline: '2026-11-30', start: null, stages: [{ ...stages[0], workdays: 0 }] }],
    ['POST', '/changes', { ...change, body: { part: 'nodes' } }],
  ])('%s schedule%s refuses what it cannot read: %j', async (method, rest, body) => {
    expect(await test.request(as('buildReporter'), method, scheduleOf('park', rest), body)).toMatchObject({
      status: 400,
    })
  })

  it('know no item that is not there', async () => {
    const path = '/api/items/00000000-0000-4000-8000-000000000000/schedule'
    expect(await test.request(as('leader'), 'GET', path)).toMatchObject({
      status: 404,
      json: { code: 'object.notFound' },
    })
    const decision = '/api/schedule-changes/00000000-0000-4000-8000-000000000000/decision'
    const body = { approve: true, note: '' }
    expect(await test.request(as('coordinator'), 'POST', decision, body)).toMatchObject({ status: 404 })
  })

  it('draw a trajectory before it is asked for, and say which point is wrong', async () => {
    const drawn = await test.request(as('investReporter'), 'POST', scheduleOf('signed', '/preview'), {
      trajectory: { kind: 'workdays' },
    })
    expect(drawn).toMatchObject({ status: 200, json: { rows: { quarter: [{}, {}, {}, { asked: '60', pace: '1' }] } } })
    const wrong = await test.request(as('investReporter'), 'POST', scheduleOf('signed', '/preview'), {
      trajectory: { kind: 'stated', points: [{ on: '2026-06-30', value: '0.5' }] },
    })
    expect(wrong).toMatchObject({ status: 422, json: { code: 'schedule.endMissed', at: 'points.0' } })
  })

  it('work nodes out backwards, and say what cannot be kept', async () => {
    const worked = await test.request(as('buildReporter'), 'POST', scheduleOf('park', '/backwards'), {
      ...{ deadline: '2026-08-31', start: null, stages },
    })
    expect(worked).toMatchObject({
      status: 200,
      json: {
        nodes: [{ label: '完成招标' }, { label: '竣工验收', due: '2026-08-31' }],
        findings: [{ code: 'beginsTooEarly', label: '完成招标' }],
      },
    })
  })

  it('take a change by the unit, refuse it to others, and let the coordinator decide', async () => {
    const propose = (person: Person) => test.request(as(person), 'POST', scheduleOf('park', '/changes'), change)
    expect(await propose('investReporter')).toMatchObject({ status: 403 })
    const proposed = await propose('buildReporter')
    expect(proposed.status).toBe(200)
    const { changeId } = proposed.json as { changeId: string }
    const waiting = await test.request(as('coordinator'), 'GET', '/api/schedule-changes')
    expect(waiting).toMatchObject({ status: 200, json: { changes: [{ changeId, title: '产业园一期主体工程' }] } })
    const decide = (person: Person) =>
      test.request(as(person), 'POST', `/api/schedule-changes/${changeId}/decision`, { approve: true, note: '' })
    expect(await decide('buildSigner')).toMatchObject({ status: 403 })
    expect(await decide('coordinator')).toMatchObject({ status: 200, json: { ok: true } })
  })

  it('show the Gantt, narrowed by its query', async () => {
    const all = await test.request(as('leader'), 'GET', '/api/gantt')
    expect(all).toMatchObject({ status: 200, json: { rows: [{ title: '编制项目储备清单' }, { nodes: [{}, {}] }] } })
    const late = await test.request(as('leader'), 'GET', '/api/gantt?late=true')
    expect(late).toMatchObject({ status: 200, json: { rows: [] } })
    expect(await test.request(as('leader'), 'GET', '/api/gantt?campaignNo=second')).toMatchObject({ status: 400 })
  })
})

describe('approved nodes', () => {
  /** The nodes that a sheet of June offers to be reported as done. */
  async function nodesOnSheet(): Promise<readonly string[]> {
    const { accountId, roles } = plan.people.coordinator
    const { cadence_id: cadenceId } = await test.database.owner
      .selectFrom('cadence')
      .select('cadence_id')
      .where('region_id', '=', plan.region.regionId)
      .executeTakeFirstOrThrow()
    const key = { cadenceId, periodId: '2026-D18', itemId: plan.items.park }
    const context = test.contextOf(plan.region, accountId, roles)
    const [entry] = await context.read((stores) => stores.reports.entries({ keys: [key] }))
    return (entry?.item.timeNodes ?? []).map(({ label, due }) => `${due} ${label}`)
  }

  it('can be reported as done: the sheet holds the same nodes as the page', async () => {
    expect(await nodesOnSheet()).toEqual(['2026-06-20 主体完工', '2026-11-30 竣工验收'])
  })

  it('give way to an amended plan that names others', async () => {
    const renamed = [{ label: '整体完工', due: '2026-12-20' }]
    await test.database.withRegion(plan.region.regionId, async (tx) => {
      const row = await tx
        .selectFrom('plan_item')
        .select('body')
        .where('item_id', '=', plan.items.park)
        .executeTakeFirstOrThrow()
      const body = JSON.stringify({ ...(row.body as object), timeNodes: renamed })
      await tx.updateTable('plan_item').set({ body }).where('item_id', '=', plan.items.park).execute()
    })
    const view = await test.request(as('leader'), 'GET', scheduleOf('park'))
    expect(view).toMatchObject({ json: { nodes: { nodes: [{ label: '整体完工' }] } } })
    expect(await nodesOnSheet()).toEqual(['2026-12-20 整体完工'])
  })
})
