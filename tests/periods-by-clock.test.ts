import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as reporting from '#app/reporting'
import type { ActRule } from '#core/reporting'
import { dispatch, wholePlan } from './support/dispatch.ts'
import { insertReportingPlan, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const at = (day: string, hour = 9): string =>
  new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()
const FIFTH = at('2026-03-05')

/** A plan of 2026 whose dekads the clock opens from a day on; `clock` is the product itself at a moment. */
async function clocked(regionId: string, { from = FIFTH, timeZone = 'Asia/Shanghai' } = {}) {
  const plan = await insertReportingPlan(test, regionId)
  const { cadenceId } = plan
  const change = (on: boolean, now: string, rule: Partial<ActRule> = {}) =>
    reporting.changeCadence(plan.as('coordinator', now), {
      ...{ cadenceId, name: '旬调度', acts: dispatch(rule), opensByItself: on },
    })
  must(await change(true, from))
  return {
    plan,
    change,
    clock: async (now: string) =>
      must(await reporting.openDuePeriods(test.contextOf({ regionId, timeZone, clockAt: now }, '', []))).opened,
    open: (periodId: string, now: string) => reporting.openPeriod(plan.as('coordinator', now), { cadenceId, periodId }),
    periods: (now: string) => periodsOf(plan, cadenceId, now),
    opensNext: async (now: string) => (await overview(plan, cadenceId, now)).opensNext,
  }
}

async function overview(plan: ReportingPlan, cadenceId: string, now: string): Promise<reporting.CadenceOverview> {
  const { cadences } = must(await reporting.listPeriods(plan.as('coordinator', now)))
  const found = cadences.find(({ cadence }) => cadence.cadenceId === cadenceId)
  if (!found) throw new Error('there is no such cadence')
  return found
}

/** Each period with its due moment, oldest first. */
async function periodsOf(plan: ReportingPlan, cadenceId: string, now: string): Promise<readonly string[]> {
  const { periods } = await overview(plan, cadenceId, now)
  return periods.map(({ periodId, dueAt }) => `${periodId} ${new Date(dueAt).toISOString()}`).reverse()
}

describe('a period opens by the clock', () => {
  it('when its first day begins in the region, once, as an act of the product for whoever set the rhythm up', async () => {
    const { plan, clock, periods } = await clocked('first-day')
    expect(await clock('2026-03-10T15:59:59.000Z'), 'the last second of the dekad before').toBe(0)
    expect(await clock('2026-03-10T16:00:00.000Z')).toBe(1)
    expect(await clock(at('2026-03-12'))).toBe(0)
    expect(await periods(at('2026-03-12'))).toEqual([`2026-D08 ${at('2026-03-23', 18)}`])
    const key = { cadenceId: plan.cadenceId, periodId: '2026-D08' }
    const read = must(await reporting.readPeriod(plan.as('coordinator', at('2026-03-12')), key))
    expect(read.lines.map(({ entry }) => entry.item.title).sort()).toEqual(['产业园一期', '新签约项目', '走访企业'])
    expect(read.burden).toMatchObject({ askedBy: 'coordinator', lines: 3 })
    const logged = await test.database.owner
      .selectFrom('audit')
      .select(['action', 'actor_id', 'object_id'])
      .where('region_id', '=', plan.regionId)
      .where('action', '=', 'period.open')
      .execute()
    expect(logged).toEqual([{ action: 'period.open', actor_id: null, object_id: `${plan.cadenceId}/2026-D08` }])
  })

  it.each([
    ['Asia/Shanghai', '2026-03-31T15:59:59.000Z', '2026-03-31T16:00:00.000Z'],
    ['America/New_York', '2026-04-01T03:59:59.000Z', '2026-04-01T04:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-03-31T09:59:59.000Z', '2026-03-31T10:00:00.000Z'],
  ])('at midnight of the month’s end in %s', async (timeZone, before, after) => {
    const region = `zone-${timeZone.slice(-4).toLowerCase()}`
    const { clock } = await clocked(region, { from: at('2026-03-25'), timeZone })
    expect(await clock(before)).toBe(0)
    expect(await clock(after)).toBe(1)
  })

  it('on a holiday like on any day, due by the working days around it', async () => {
    const { clock, periods } = await clocked('holidays', { from: at('2026-04-25') })
    expect(await clock(at('2026-05-01', 0))).toBe(1)
    expect(await clock(at('2026-05-11', 0))).toBe(1)
    expect(await clock(at('2026-05-21', 0))).toBe(1)
    expect(await periods(at('2026-05-21'))).toEqual([
      `2026-D13 ${at('2026-05-11', 18)}`,
      `2026-D14 ${at('2026-05-21', 18)}`,
      `2026-D15 ${at('2026-06-01', 18)}`,
    ])
  })

  it('to the end of the plan’s year and not beyond', async () => {
    const { clock, opensNext } = await clocked('year-end', { from: at('2026-12-15') })
    expect(await opensNext(at('2026-12-15'))).toEqual({ periodId: '2026-D36', day: '2026-12-21' })
    expect(await clock(at('2026-12-21', 0))).toBe(1)
    expect(await opensNext(at('2026-12-21'))).toBeNull()
    expect(await clock(at('2027-01-01', 0))).toBe(0)
    expect(await clock(at('2027-01-20'))).toBe(0)
  })

  it('once, also where several processes look at the same moment', async () => {
    const { clock, periods } = await clocked('at-once')
    const opened = await Promise.all([1, 2, 3, 4].map(() => clock(at('2026-03-11'))))
    expect(opened.toSorted()).toEqual([0, 0, 0, 1])
    expect(await periods(at('2026-03-11'))).toHaveLength(1)
  })
})

describe('after a standstill', () => {
  it('of three weeks what was due in between is opened too, and nobody is late for what he was asked too late', async () => {
    const { plan, clock, periods } = await clocked('three-weeks')
    expect(await clock(at('2026-03-11'))).toBe(1)
    expect(await clock(at('2026-04-05', 11)), 'a Sunday, the next working day is the seventh').toBe(2)
    const late = [`2026-D08 ${at('2026-03-23', 18)}`, `2026-D09 ${at('2026-04-07', 18)}`]
    expect(await periods(at('2026-04-05'))).toEqual([...late, `2026-D10 ${at('2026-04-13', 18)}`])
    const own = { date: '2026-04-07', work: false, name: '本区放假' }
    const { moved } = must(await reporting.setOwnDay(plan.as('coordinator', at('2026-04-06')), own))
    expect(
      moved.map(({ periodId, dueAt }) => `${periodId} ${dueAt}`),
      'counted from the opening',
    ).toEqual([`2026-D09 ${at('2026-04-08', 18)}`])
  })

  it('of half a year only what ended within the last month is', async () => {
    const { clock, periods } = await clocked('half-a-year', { from: at('2026-01-06') })
    expect(await clock(at('2026-07-25'))).toBe(4)
    expect((await periods(at('2026-07-25'))).map((line) => line.slice(0, 8))).toEqual([
      ...['2026-D18', '2026-D19', '2026-D20', '2026-D21'],
    ])
  })
})

describe('a person', () => {
  it('opens the period that had begun already, and any other ahead of its time', async () => {
    const { clock, open, opensNext } = await clocked('ahead')
    expect(await clock(FIFTH), 'begun before the rhythm was told to open by itself').toBe(0)
    expect(await opensNext(FIFTH)).toEqual({ periodId: '2026-D08', day: '2026-03-11' })
    must(await open('2026-D07', FIFTH))
    must(await open('2026-D08', FIFTH))
    expect(await opensNext(FIFTH)).toEqual({ periodId: '2026-D09', day: '2026-03-21' })
    expect(await clock(at('2026-03-11'))).toBe(0)
    expect(await clock(at('2026-03-21'))).toBe(1)
  })

  it('may have a rhythm open by hand only, from any day on', async () => {
    const { clock, change, opensNext } = await clocked('by-hand')
    must(await change(false, at('2026-03-10')))
    expect(await change(false, at('2026-03-10'))).toMatchObject({ refusal: { code: 'cadence.changesNothing' } })
    expect(await opensNext(at('2026-03-10'))).toBeNull()
    expect(await clock(at('2026-03-11'))).toBe(0)
    must(await change(true, at('2026-03-12')))
    expect(await clock(at('2026-03-12'))).toBe(0)
    expect(await clock(at('2026-03-21'))).toBe(1)
  })

  it('who changes the rhythm in between is followed by the clock', async () => {
    const { clock, change, periods } = await clocked('changing')
    await clock(at('2026-03-11'))
    must(await change(true, at('2026-03-12'), { periodKind: 'month' }))
    expect(await clock(at('2026-03-31')), 'a month of which a dekad has been asked').toBe(0)
    expect(await clock(at('2026-04-01'))).toBe(1)
    expect((await periods(at('2026-04-01'))).map((line) => line.slice(0, 8))).toEqual(['2026-D08', '2026-M04'])
  })

  it('who sets a rhythm up has it open by itself unless he says otherwise', async () => {
    const { plan, clock } = await clocked('new')
    const { planId } = plan
    const tasks = { planId, name: '任务', campaignNo: null, list: 'task', acts: dispatch(), reason: '另报' } as const
    const office = plan.as('coordinator', FIFTH)
    const own = must(await reporting.addCadence(office, { ...tasks, startsOn: '2026-03-11' }))
    const byHand = must(await reporting.addCadence(office, { ...tasks, name: '手工', opensByItself: false }))
    expect(await clock(at('2026-03-11', 0))).toBe(2)
    expect(await periodsOf(plan, own.cadenceId, at('2026-03-11'))).toHaveLength(1)
    expect(await periodsOf(plan, byHand.cadenceId, at('2026-03-11'))).toEqual([])
  })
})

describe('what is refused or asks nothing is passed over', () => {
  it('a dekad without a figure due, and a plan that is closed with its accounts', async () => {
    const { plan, clock } = await clocked('passed-over')
    const stock = { planId: plan.planId, name: '月度指标', ...wholePlan, campaignNo: 2, list: 'indicator' } as const
    const narrow = { ...stock, acts: dispatch(), reason: '另报' }
    const { cadenceId } = must(await reporting.addCadence(plan.as('coordinator', FIFTH), narrow))
    expect(await clock(at('2026-03-11')), 'the monthly indicator alone is not due yet').toBe(1)
    expect(await clock(at('2026-03-21'))).toBe(2)
    expect(await periodsOf(plan, cadenceId, at('2026-03-21'))).toEqual([`2026-D09 ${at('2026-04-01', 18)}`])
    const { regionId: region_id, planId: plan_id, people } = plan
    const closed = { region_id, plan_id, seal_seq: 1, body: '[]', closed_at: FIFTH }
    await test.database.owner
      .insertInto('final_account')
      .values([1, 2].map((campaign_no) => ({ ...closed, campaign_no, closed_by: people.coordinator.accountId })))
      .execute()
    expect(await clock(at('2026-04-01'))).toBe(0)
  })
})
