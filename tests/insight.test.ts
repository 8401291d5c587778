import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ItemView, readItem, readWall, type WallFilters, type WallView } from '#app/insight'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: SmallPlan
let other: SmallPlan

beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
  other = await insertSmallPlan(test, 'hillside')
})
afterAll(() => test.close())

type Person = keyof SmallPlan['people']
const contextOf = (person: Person, own = plan) =>
  test.contextOf(own.region, own.people[person].accountId, own.people[person].roles)
const as = (person: Person) => ({ region: plan.region, accountId: plan.people[person].accountId })

async function wallOf(filters: WallFilters = {}, own = plan): Promise<WallView> {
  const wall = await readWall(contextOf('coordinator', own), filters)
  if (!wall.ok) throw new Error(wall.refusal.code)
  return wall.value
}

async function itemOf(name: keyof SmallPlan['items'], own = plan): Promise<ItemView> {
  const item = await readItem(contextOf('coordinator', own), { itemId: own.items[name] })
  if (!item.ok) throw new Error(item.refusal.code)
  return item.value
}

const titles = (wall: WallView) => wall.items.map((item) => item.title)

describe('the wall', () => {
  it('derives both lights of every item, with the rule that decides', async () => {
    const wall = await wallOf()
    expect(
      wall.items.map(({ title, light, officialLight, why }) => [title, light, officialLight, why[0]?.rule]),
    ).toEqual([
      ['新签约亿元以上项目', 'yellow', 'yellow', 'lagging'],
      ['规模以上工业增加值增速', 'red', 'red', 'growthFarBehind'],
      ['编制项目储备清单', 'red', 'red', 'silentFurther'],
      ['新增公园绿地面积', 'green', 'green', 'onPace'],
      ['生产安全事故死亡人数', 'green', 'green', 'capWithinPace'],
      ['产业园一期主体工程', 'green', 'green', 'nodesKept'],
    ])
  })

  it('shows what is asked beside what is reached, at the reference date of the latest figure', async () => {
    const [signed] = (await wallOf()).items
    expect(signed).toMatchObject({ actual: '26', asked: '29', lag: '3', asOf: '2026-06-30', ageDays: 31 })
    expect(signed).toMatchObject({ claim: 'onPace', claimDiffers: 'over', unitName: '区招商局', silentRun: 0 })
  })

  it('sums the figures of periods, with no change as nothing', async () => {
    const green = (await wallOf()).items.find((item) => item.title === '新增公园绿地面积')
    expect(green).toMatchObject({ actual: '6', share: '0.5' })
  })

  it('rolls campaigns up by colour, never into one colour', async () => {
    const { campaigns, whole } = await wallOf()
    expect(campaigns.map(({ name, convener, live }) => [name, convener, live.count, live.lights.red])).toEqual([
      ['招商引资攻坚', null, 3, 2],
      ['项目建设攻坚', '分管副区长', 3, 0],
    ])
    expect(whole.lights).toEqual({ red: 2, yellow: 1, green: 3, blue: 0, grey: 0 })
  })

  it('puts red before yellow among the exceptions, and says the grounds', async () => {
    const { exceptions, items } = await wallOf()
    const named = exceptions.map(({ itemId, grounds }) => [
      items.find((item) => item.itemId === itemId)?.title,
      grounds,
    ])
    expect(named).toEqual([
      ['编制项目储备清单', ['red', 'silent']],
      ['规模以上工业增加值增速', ['red', 'earlyWarning', 'firm']],
      ['新签约亿元以上项目', ['yellow', 'overclaimed', 'earlyWarning', 'firm']],
    ])
  })

  it.each<[WallFilters, readonly string[]]>([
    [{ campaignNo: 2 }, ['新增公园绿地面积', '生产安全事故死亡人数', '产业园一期主体工程']],
    [{ light: 'red', kind: 'indicator' }, ['规模以上工业增加值增速']],
    [{ kind: 'task' }, ['编制项目储备清单', '产业园一期主体工程']],
    [{ text: '绿地' }, ['新增公园绿地面积']],
    [{ text: 'XQY', light: 'yellow' }, ['新签约亿元以上项目']],
    [{ text: '没有的词' }, []],
  ])('narrows to %j', async (filters, expected) => {
    const wall = await wallOf(filters)
    expect(titles(wall)).toEqual(expected)
    expect(wall.whole.count).toBe(6)
  })

  it('narrows to a unit by any of its duties', async () => {
    expect(titles(await wallOf({ unitId: plan.units.invest }))).toHaveLength(3)
  })

  it('is refused to those whose part it is not', async () => {
    expect(await readWall(contextOf('auditor'), {})).toMatchObject({ ok: false, refusal: { code: 'right.denied' } })
  })

  it('shows nothing of another region', async () => {
    const wall = await readWall(contextOf('coordinator', other), { planId: plan.planId })
    expect(wall).toMatchObject({ ok: false, refusal: { code: 'insight.notFound' } })
    expect((await wallOf({}, other)).plans.map((choice) => choice.planId)).toEqual([other.planId])
  })
})

describe('a correction after the seal', () => {
  it('moves the live light once it is approved, and leaves the official one to the next seal', async () => {
    const row = {
      ...{ region_id: 'hillside', correction_id: randomUUID(), seal_seq: 3, item_id: other.items.signed },
      ...{ old_figure: '26', new_figure: '31', old_claim: 'onPace', new_claim: 'onPace', reason: '漏报5个' },
      ...{ made_at: '2026-07-20T01:00:00.000Z', made_by: other.people.investReporter.accountId },
    }
    const { withRegion } = test.database
    await withRegion('hillside', (tx) => tx.insertInto('correction').values(row).execute())
    expect((await itemOf('signed', other)).line).toMatchObject({ light: 'yellow', actual: '26' })
    const approval = { approved_at: '2026-07-21T01:00:00.000Z', approved_by: other.people.coordinator.accountId }
    await withRegion('hillside', (tx) => tx.updateTable('correction').set(approval).execute())
    const item = await itemOf('signed', other)
    expect(item.line).toMatchObject({ light: 'green', officialLight: 'yellow', actual: '31' })
    expect(item.history[0]?.corrections).toMatchObject([
      { oldFigure: '26', newFigure: '31', made: { name: 'investReporter' }, approved: { name: 'coordinator' } },
    ])
  })
})

describe('a verification', () => {
  it('turns a kept task blue, live at once', async () => {
    const row = {
      ...{ region_id: 'hillside', verification_id: randomUUID(), item_id: other.items.park, basis: 'inspector' },
      ...{ note: '现场核实', verified_at: '2026-07-10T01:00:00.000Z' },
      verified_by: other.people.inspector.accountId,
    }
    await test.database.withRegion('hillside', (tx) => tx.insertInto('verification').values(row).execute())
    const item = await itemOf('park', other)
    expect(item.line).toMatchObject({ light: 'blue', officialLight: 'green' })
    expect(item.verifications).toMatchObject([{ basis: 'inspector', by: { name: 'inspector', unitName: '区政府办' } }])
  })
})

describe('the page of an item', () => {
  it('shows the sentence in its paragraph', async () => {
    expect((await itemOf('industry')).sentence).toMatchObject({
      before: '全年新签约亿元以上项目60个。',
      sentence: '规模以上工业增加值增长8%以上。',
      after: '',
      fileName: '湖滨区攻坚方案.docx',
    })
  })

  it('says where every figure comes from', async () => {
    const { history } = await itemOf('signed')
    expect(
      history.map(({ figurePeriodId, figure, accumulated, seal }) => [figurePeriodId, figure, accumulated, seal?.seq]),
    ).toEqual([
      ['2026-M06', '26', '26', 3],
      ['2026-M05', '22', '22', 2],
      ['2026-M04', '18', '18', 1],
    ])
    expect(history[0]?.report).toMatchObject({
      unitName: '区招商局',
      paragraph: '本月新签约4个。',
      submitted: { name: 'investReporter', unitName: '区招商局' },
      signed: { name: 'investSigner' },
      decided: { name: 'coordinator', unitName: '区政府办' },
    })
  })

  it('takes statutory figures from releases, with their document', async () => {
    const { history, line } = await itemOf('industry')
    expect(line).toMatchObject({ actual: '6.1', light: 'red' })
    expect(history[0]).toMatchObject({
      verifiedBy: 'release',
      release: { body: '区统计局', document: '统计月报6' },
      report: null,
    })
  })

  it('draws the line that was asked for, and projects the end from three figures on', async () => {
    const { chart } = await itemOf('signed')
    expect(chart).toMatchObject({ target: '60', unit: '个', span: { from: '2026-01-01', to: '2026-12-31' } })
    expect(chart?.figures).toHaveLength(3)
    expect(chart?.asked.at(-1)).toEqual({ on: '2026-12-31', value: '60' })
    expect(chart?.projected).toMatchObject({ meets: false, figures: 3 })
  })

  it('names who answers', async () => {
    const { people } = await itemOf('park')
    expect(people).toMatchObject({
      campaignName: '项目建设攻坚',
      convener: '分管副区长',
      officeUnitName: '区住建局',
      reportingUnit: { name: '区住建局' },
      duties: [{ unit: '区住建局', role: 'lead' }],
    })
  })

  it('is not found across regions', async () => {
    const item = await readItem(contextOf('coordinator', other), { itemId: plan.items.signed })
    expect(item).toMatchObject({ ok: false, refusal: { code: 'object.notFound' } })
  })
})

describe('over HTTP', () => {
  it.each<[string, Person | null, string, number]>([
    ['without signing in', null, '/api/wall', 401],
    ['as somebody whose part it is not', 'auditor', '/api/wall', 403],
    ['with a light that does not exist', 'leader', '/api/wall?light=purple', 400],
    ['with a plan that does not exist', 'leader', `/api/wall?planId=${randomUUID()}`, 404],
    ['as a leader', 'leader', '/api/wall?light=red', 200],
    ['without signing in', null, `/api/items/${randomUUID()}`, 401],
    ['with an id that is none', 'leader', '/api/items/17', 400],
    ['with an item that does not exist', 'leader', `/api/items/${randomUUID()}`, 404],
  ])('answers %s (%s) %s with %i', async (_, person, path, status) => {
    expect(await test.request(person && as(person), 'GET', path)).toMatchObject({ status })
  })

  it('sends an item with the fields that the page shows', async () => {
    const answer = await test.request(as('leader'), 'GET', `/api/items/${plan.items.signed}`)
    expect(answer).toMatchObject({
      status: 200,
      json: { item: { promise: { measure: 'flow', trajectory: 'linear' } }, line: { light: 'yellow' } },
    })
  })
})
