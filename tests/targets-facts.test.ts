import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readItem, readTarget } from '#app/insight'
import * as reporting from '#app/reporting'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { CLOSING, code, IN_MARCH, marchDesk, restate, said } from './support/target-steps.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

type ItemName = keyof ReportingPlan['items']

/** States a fact and has it approved by somebody else. */
async function settle(
  plan: ReportingPlan,
  item: ItemName,
  fact: Parameters<typeof reporting.stateTargetFact>[1]['fact'],
  now = IN_MARCH,
) {
  const stated = { itemId: plan.items[item], fact, document: '会议纪要〔2026〕2号' }
  const { factId } = must(await reporting.stateTargetFact(plan.as('coordinator', now), stated))
  must(await reporting.decideTargetFact(plan.as('deputyCoordinator', now), { factId, approve: true }))
}

const release = (plan: ReportingPlan, item: ItemName, periodId: string, figure: string, now: string) =>
  reporting.importReleases(plan.as('coordinator', now), {
    ...{ body: '区统计局', document: `统计月报 ${periodId}`, releasedOn: now.slice(0, 10) },
    figures: [{ itemId: plan.items[item], periodId, value: figure, estimate: false }],
  })

const lightOf = async (plan: ReportingPlan, item: ItemName, now: string, who: PersonName = 'coordinator') =>
  must(await readItem(plan.as(who, now), { itemId: plan.items[item] }))

describe('what is stated of a target beside the plan', () => {
  it('counts from the approval of another person on: a baseline turns met-or-not into progress', async () => {
    const plan = await insertReportingPlan(test, 'baseline')
    const stock = { kind: 'level', measure: 'stock', value: '24', unit: '家' } as const
    await restate(test, plan, { visits: { item: { accumulation: 'snapshot' }, target: stock } })
    const { open, submit, sign, accept } = marchDesk(plan)
    await open()
    must(await submit('tradeReporter', 'visits', said('21')))
    await sign('tradeSigner', 'visits', 1)
    await accept('officeStaff', 'visits', 2)
    expect((await lightOf(plan, 'visits', CLOSING)).live.progress).toMatchObject({ share: null, note: 'noBaseline' })
    const fact = { kind: 'baseline', value: '20' } as const
    const stated = { itemId: plan.items.visits, fact, document: '2025年统计公报' }
    const { factId } = must(await reporting.stateTargetFact(plan.as('tradeReporter', IN_MARCH), stated))
    expect((await lightOf(plan, 'visits', CLOSING)).live.progress.share).toBeNull()
    const decide = (who: PersonName) => reporting.decideTargetFact(plan.as(who, IN_MARCH), { factId, approve: true })
    expect(code(await decide('tradeReporter'))).toBe('targetFact.ownStatement')
    expect(code(await decide('tradeSigner'))).toBe('right.denied')
    expect(code(await decide('coordinator'))).toBe('accepted')
    expect(code(await decide('deputyCoordinator'))).toBe('targetFact.alreadyDecided')
    expect((await lightOf(plan, 'visits', CLOSING)).live.progress.share).toBe('0.25')
  })

  it.each([
    ['without a document', { kind: 'baseline', value: '1' }, ' ', 'targetFact.documentMissing'],
    ['without a number', { kind: 'baseline', value: '约二十' }, '公报', 'targetFact.figureInvalid'],
    [
      'for a stage outside the year',
      { kind: 'milestone', on: '2027-03-31', value: '1' },
      '公报',
      'targetFact.dateOutside',
    ],
    [
      'for a long plan due this year',
      { kind: 'longTerm', due: '2026-06-30', plan: '', value: '1' },
      '公报',
      'targetFact.longTermNotLater',
    ],
    [
      'of what nothing is compared with',
      { kind: 'counterpart', itemId: null, seriesId: null },
      '公报',
      'targetFact.notRelative',
    ],
  ] as const)('is refused %s', async (_, fact, document, refusal) => {
    const plan = await insertReportingPlan(test, `fact-${refusal.split('.')[1]?.toLowerCase()}`)
    const stated = { itemId: plan.items.visits, fact, document }
    expect(code(await reporting.stateTargetFact(plan.as('coordinator', IN_MARCH), stated))).toBe(refusal)
  })

  it('makes a stage overdue from its own day, not from the year’s end', async () => {
    const plan = await insertReportingPlan(test, 'stages')
    await restate(test, plan, {})
    await settle(plan, 'visits', { kind: 'milestone', on: '2026-03-31', value: '40' })
    const { open, submit, sign, accept } = marchDesk(plan)
    await open()
    must(await submit('tradeReporter', 'visits', said('35')))
    await sign('tradeSigner', 'visits', 1)
    await accept('officeStaff', 'visits', 2)
    const rules = async (now: string) => (await lightOf(plan, 'visits', now)).live.why.map(({ rule }) => rule)
    expect(await rules(IN_MARCH)).not.toContain('milestoneMissed')
    expect(await rules('2026-04-02T02:00:00.000Z')).toContain('milestoneMissed')
    expect(await rules('2026-04-20T02:00:00.000Z')).toContain('milestoneFarMissed')
    const view = must(await readTarget(plan.as('coordinator', CLOSING), { itemId: plan.items.visits }))
    expect(view.milestones).toEqual([{ on: '2026-03-31', value: '40', state: 'overdue' }])
  })

  it('shows a multi-year target beside the year’s own', async () => {
    const plan = await insertReportingPlan(test, 'long-term')
    await restate(test, plan, {})
    await settle(plan, 'visits', { kind: 'longTerm', due: '2030-12-31', plan: '“十五五”规划', value: '900' })
    const view = must(await readTarget(plan.as('tradeSigner', IN_MARCH), { itemId: plan.items.visits }))
    expect(view.longTerm).toEqual([{ due: '2030-12-31', plan: '“十五五”规划', value: '900' }])
  })

  it('holds a total against its baseline and increment', async () => {
    const plan = await insertReportingPlan(test, 'stock-and-flow')
    const one = { subject: '高新技术企业', unit: '家' } as const
    await restate(test, plan, {
      visits: { item: { title: '高新技术企业' }, target: { ...one, kind: 'increment', measure: 'flow', value: '2' } },
      deals: {
        item: { title: '高新技术企业总数', accumulation: 'snapshot' },
        target: { ...one, subject: '高新技术企业总数', kind: 'level', measure: 'stock', value: '25', baseline: '22' },
      },
    })
    const view = must(await readTarget(plan.as('coordinator', IN_MARCH), { itemId: plan.items.deals }))
    expect(view.stockFlow?.findings).toEqual([
      { of: 'promise', baseline: '22', added: '2', expected: '24', stated: '25' },
    ])
    await settle(plan, 'deals', { kind: 'baseline', value: '23' })
    const again = must(await readTarget(plan.as('coordinator', IN_MARCH), { itemId: plan.items.visits }))
    expect(again.stockFlow?.findings).toEqual([])
  })
})

describe('relative targets', () => {
  const relative = {
    kind: 'relative',
    measure: 'hold',
    op: '>',
    value: null,
    unit: '%',
    relativeTo: '全市平均',
  } as const

  it('are unknown until the other figure is there', async () => {
    const plan = await insertReportingPlan(test, 'relative')
    await restate(test, plan, { gdp: { target: relative } })
    const [q1, q2] = ['2026-04-20T02:00:00.000Z', '2026-07-20T02:00:00.000Z']
    must(await release(plan, 'gdp', '2026-Q1', '6.1', q1))
    const first = async (now: string) => (await lightOf(plan, 'gdp', now)).live
    expect((await first(q1)).why[0]).toMatchObject({ rule: 'unknown', inputs: { missing: 'comparison' } })
    const series = { name: '全市地区生产总值增速', unit: '%', body: '市统计局' }
    const { seriesId } = must(await reporting.addComparison(plan.as('coordinator', q1), series))
    expect(code(await reporting.addComparison(plan.as('coordinator', q1), series))).toBe('comparison.nameTaken')
    await settle(plan, 'gdp', { kind: 'counterpart', itemId: null, seriesId }, q1)
    expect((await first(q1)).why[0]?.rule).toBe('unknown')
    const take = (periodId: string, figure: string, now: string) =>
      reporting.importComparison(plan.as('coordinator', now), {
        ...{ seriesId, document: '全市统计月报', releasedOn: now.slice(0, 10), figures: [{ periodId, value: figure }] },
      })
    must(await take('2026-Q1', '5.9', q1))
    expect((await first(q1)).progress.met).toBe(true)
    must(await release(plan, 'gdp', '2026-Q2', '5.5', q2))
    expect((await first(q2)).why[0]?.rule).toBe('unknown')
    must(await take('2026-Q2', '5.8', q2))
    expect((await first(q2)).progress.met).toBe(false)
  })

  it('may be compared with another indicator of the plan', async () => {
    const plan = await insertReportingPlan(test, 'relative-own')
    const series = { origin: 'statutory', frequency: 'quarter', accumulation: 'snapshot' } as const
    const growth = { kind: 'growth', measure: 'flow', value: '5', unit: '%' } as const
    await restate(test, plan, { gdp: { target: relative }, stock: { item: series, target: growth } })
    const now = '2026-04-20T02:00:00.000Z'
    must(await release(plan, 'gdp', '2026-Q1', '6.1', now))
    must(await release(plan, 'stock', '2026-Q1', '6.4', now))
    await settle(plan, 'gdp', { kind: 'counterpart', itemId: plan.items.stock, seriesId: null }, now)
    const view = must(await readTarget(plan.as('coordinator', now), { itemId: plan.items.gdp }))
    expect(view.comparison?.dates).toEqual([{ asOf: '2026-03-31', periodId: '2026-Q1', own: '6.1', other: '6.4' }])
    expect((await lightOf(plan, 'gdp', now)).live.progress.met).toBe(false)
  })
})

describe('red lines', () => {
  it('turn red at one event, and green again only by an approved revocation', async () => {
    const plan = await insertReportingPlan(test, 'red-line')
    await restate(test, plan, {})
    const itemId = plan.items.spill
    const event = { itemId, happenedOn: '2026-03-30', note: '市生态环境局通报' }
    const { eventId } = must(await reporting.recordRedLineEvent(plan.as('inspector', IN_MARCH), event))
    expect((await lightOf(plan, 'spill', IN_MARCH)).live.light).toBe('red')
    const ask = (who: PersonName, reason: string) =>
      reporting.revokeRedLineEvent(plan.as(who, CLOSING), { eventId, reason })
    expect(code(await ask('buildSigner', '误报'))).toBe('right.denied')
    expect(code(await ask('buildReporter', ' '))).toBe('redLine.reasonMissing')
    expect(code(await ask('buildReporter', '复核后不属重大事件'))).toBe('accepted')
    expect(code(await ask('coordinator', '再次'))).toBe('redLine.revocationWaits')
    expect((await lightOf(plan, 'spill', CLOSING)).live.light).toBe('red')
    const decide = (who: PersonName) => reporting.decideRevocation(plan.as(who, CLOSING), { eventId, approve: true })
    expect(code(await decide('inspector'))).toBe('right.denied')
    expect(code(await decide('coordinator'))).toBe('accepted')
    expect((await lightOf(plan, 'spill', CLOSING)).live.light).not.toBe('red')
    expect(code(await ask('coordinator', '再次'))).toBe('redLine.alreadyRevoked')
    const view = must(await readTarget(plan.as('coordinator', CLOSING), { itemId }))
    expect(view.redLine?.events[0]).toMatchObject({
      note: '市生态环境局通报',
      revocation: { reason: '复核后不属重大事件' },
    })
  })
})

describe('released series', () => {
  it('keep their sealed figure when the release is replaced later', async () => {
    const plan = await insertReportingPlan(test, 'sealed-release')
    await restate(test, plan, { gdp: { item: { frequency: 'month' } } })
    const { open, seal } = marchDesk(plan)
    await open()
    must(await release(plan, 'gdp', '2026-M02', '6.2', IN_MARCH))
    await seal()
    must(await release(plan, 'gdp', '2026-M02', '5.1', '2026-04-10T02:00:00.000Z'))
    const view = await lightOf(plan, 'gdp', '2026-04-11T02:00:00.000Z')
    expect([view.live.actual, view.official?.actual]).toEqual(['5.1', '6.2'])
  })

  it('keep the unit’s own estimate apart, and score and rank beside the figure', async () => {
    const plan = await insertReportingPlan(test, 'estimates')
    await restate(test, plan, {})
    const april = '2026-04-20T02:00:00.000Z'
    const itemId = plan.items.gdp
    const estimate = { itemId, periodId: '2026-Q1', value: '6.4', basis: '税收和用电推算' }
    expect(code(await reporting.stateEstimate(plan.as('buildReporter', IN_MARCH), estimate))).toBe('right.denied')
    must(await reporting.stateEstimate(plan.as('tradeReporter', IN_MARCH), estimate))
    expect((await lightOf(plan, 'gdp', IN_MARCH)).live.actual).toBeNull()
    const figure = { itemId, periodId: '2026-Q1', value: '6.1', estimate: false, score: '88.5', rank: 3, rankOf: 9 }
    const published = { body: '市统计局', document: '季报', releasedOn: '2026-04-20', figures: [figure] }
    must(await reporting.importReleases(plan.as('coordinator', april), published))
    expect(code(await reporting.stateEstimate(plan.as('tradeReporter', april), estimate))).toBe('estimate.released')
    const view = must(await readTarget(plan.as('coordinator', april), { itemId }))
    expect(view.released?.estimates[0]).toMatchObject({ value: '6.4', released: '6.1' })
    expect(view.released?.measured).toEqual([{ periodId: '2026-Q1', value: '6.1', score: '88.5', rank: 3, rankOf: 9 }])
    const wrong = { ...published, figures: [{ ...figure, rank: 12 }] }
    expect(code(await reporting.importReleases(plan.as('coordinator', april), wrong))).toBe('release.rankInvalid')
  })

  it('are due by the calendar of the region’s own list', async () => {
    const plan = await insertReportingPlan(test, 'series-list')
    await restate(test, plan, {})
    const late = '2026-04-28T02:00:00.000Z'
    const missing = async () =>
      must(await readTarget(plan.as('coordinator', late), { itemId: plan.items.gdp })).released?.next
    expect(await missing()).toMatchObject({ periodId: '2026-Q1', isMissing: true })
    const entry = {
      ...({ names: ['地区生产总值'], except: [], origin: 'statutory', frequency: 'quarter' } as const),
      ...{ monthsAfter: 2, day: 10, januaryWithFebruary: false },
    }
    const change = (who: PersonName, body: typeof entry) =>
      reporting.changeOfficialSeries(plan.as(who, late), { name: '', entry: body })
    expect(code(await change('tradeReporter', entry))).toBe('right.denied')
    expect(code(await change('coordinator', { ...entry, day: 40 }))).toBe('series.calendarInvalid')
    expect(code(await change('coordinator', entry))).toBe('accepted')
    expect(await missing()).toMatchObject({ periodId: '2026-Q1', isMissing: false })
    const list = must(await reporting.listOfficialSeries(plan.as('tradeReporter', late)))
    expect(list[0]).toMatchObject({ names: ['地区生产总值'], isOwn: true })
  })
})
