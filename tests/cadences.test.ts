import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as reporting from '#app/reporting'
import type { Result } from '#core/kit'
import type { Act, ActRule } from '#core/reporting'
import { actRule, dispatch, wholePlan } from './support/dispatch.ts'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const FIFTH = '2026-03-05T02:00:00.000Z'
const said = { figure: '12', noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] } as const

const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)

/** Shorthands over one plan whose dekad cadence asks everything of the plan. */
function desk(plan: ReportingPlan) {
  const office = (now = FIFTH) => plan.as('coordinator', now)
  const nameOf = new Map(Object.entries(plan.items).map(([name, itemId]) => [itemId, name]))
  const read = async (cadenceId: string, periodId: string) =>
    must(await reporting.readPeriod(office(), { cadenceId, periodId })).lines.map(({ entry }) => entry)
  return {
    office,
    add: async (name: string, scope: Pick<reporting.CadenceRow, 'campaignNo' | 'list'>, rule: Partial<ActRule>) =>
      must(
        await reporting.addCadence(office(), {
          planId: plan.planId,
          name,
          ...scope,
          acts: dispatch(rule),
          reason: '各有用途',
        }),
      ).cadenceId,
    open: async (cadenceId: string, periodId: string, now = FIFTH) =>
      must(await reporting.openPeriod(office(now), { cadenceId, periodId })),
    /** The items asked, each with its figure's period. */
    asked: async (cadenceId: string, periodId: string) =>
      (await read(cadenceId, periodId)).map((line) => `${nameOf.get(line.itemId)} ${line.figurePeriodId}`).sort(),
    lineOf: async (cadenceId: string, periodId: string, itemId: string) =>
      (await read(cadenceId, periodId)).find((line) => line.itemId === itemId),
    next: async (cadenceId: string, now = FIFTH) =>
      must(await reporting.listPeriods(office(now))).cadences.find((one) => one.cadence.cadenceId === cadenceId)
        ?.nextPeriodId,
  }
}

describe('several cadences side by side', () => {
  it('leave a list to the cadence that it has for itself', async () => {
    const plan = await insertReportingPlan(test, 'lists')
    const { add, open, asked } = desk(plan)
    const weekly = await add('周调度', { campaignNo: null, list: 'task' }, { periodKind: 'week' })
    await open(plan.cadenceId, '2026-D07')
    expect(await asked(plan.cadenceId, '2026-D07')).toEqual(['deals 2026-D07', 'visits 2026-D07'])
    await open(weekly, '2026-W10')
    expect(await asked(weekly, '2026-W10')).toEqual([])
    await open(weekly, '2026-W11')
    expect(await asked(weekly, '2026-W11')).toEqual(['park 2026-D07'])
  })

  it('leave a campaign to its own, and a list of that campaign to a narrower one', async () => {
    const plan = await insertReportingPlan(test, 'campaigns')
    const { add, open, asked } = desk(plan)
    const second = await add('第二攻坚', { campaignNo: 2, list: null }, { periodKind: 'dekad' })
    const tasks = await add('第二攻坚任务', { campaignNo: 2, list: 'task' }, { periodKind: 'dekad' })
    for (const cadenceId of [plan.cadenceId, second, tasks]) await open(cadenceId, '2026-D09')
    expect(await asked(plan.cadenceId, '2026-D09')).toEqual(['deals 2026-D09', 'visits 2026-D09'])
    expect(await asked(second, '2026-D09')).toEqual(['stock 2026-M03'])
    expect(await asked(tasks, '2026-D09')).toEqual(['park 2026-D09'])
  })

  it('never ask the same figure twice, also when they are opened at the same moment', async () => {
    const plan = await insertReportingPlan(test, 'twice')
    const { add, open, asked } = desk(plan)
    const other = await add('另一个旬调度', wholePlan, {})
    const monthly = await add('月调度', wholePlan, { periodKind: 'month' })
    await Promise.all([open(plan.cadenceId, '2026-D09'), open(other, '2026-D09'), open(monthly, '2026-M03')])
    const all = await Promise.all([
      asked(plan.cadenceId, '2026-D09'),
      asked(other, '2026-D09'),
      asked(monthly, '2026-M03'),
    ])
    expect(all.flat().sort()).toEqual(['deals 2026-D09', 'park 2026-D09', 'stock 2026-M03', 'visits 2026-D09'])
    expect(all.filter((figures) => figures.length > 0)).toHaveLength(1)
  })
})

describe('a cadence that is changed', () => {
  it('goes on from the next period, asks nothing again, and knows what was answered before', async () => {
    const plan = await insertReportingPlan(test, 'changing')
    const { office, open, asked, next, lineOf } = desk(plan)
    const { cadenceId, items } = plan
    await open(cadenceId, '2026-D07')
    const key = { cadenceId, periodId: '2026-D07', itemId: items.visits }
    must(
      await reporting.submitReport(plan.as('tradeReporter', FIFTH), {
        ...key,
        revision: 0,
        requestKey: null,
        body: said,
      }),
    )
    must(await reporting.signReports(plan.as('tradeSigner', FIFTH), [{ ...key, revision: 1 }]))
    must(await reporting.acceptReports(plan.as('officeStaff', FIFTH), [{ ...key, revision: 2 }]))
    const change = { cadenceId, name: '周调度', acts: dispatch({ periodKind: 'week', dueWorkdays: 0, dueHour: 12 }) }
    expect(must(await reporting.changeCadence(office(), change))).toEqual({ cadenceId, from: '2026-03-11' })
    expect(code(await reporting.changeCadence(office(), change))).toBe('cadence.changesNothing')
    expect(await next(cadenceId)).toBe('2026-W11')
    expect(await open(cadenceId, '2026-W11')).toMatchObject({ items: 0, dueAt: '2026-03-15T04:00:00.000Z' })
    await open(cadenceId, '2026-W12')
    expect(await asked(cadenceId, '2026-W12')).toEqual(['deals 2026-D08', 'park 2026-D08', 'visits 2026-D08'])
    expect((await lineOf(cadenceId, '2026-W12', items.visits))?.last).toMatchObject({
      figurePeriodId: '2026-D07',
      value: '12',
    })
    expect(code(await reporting.openPeriod(office(), { cadenceId, periodId: '2026-D08' }))).toBe('period.unknownId')
  })

  it('ends with what was asked', async () => {
    const plan = await insertReportingPlan(test, 'ending')
    const { office, open, next } = desk(plan)
    const { cadenceId } = plan
    await open(cadenceId, '2026-D07')
    expect(must(await reporting.endCadence(office(), { cadenceId }))).toEqual({ endsOn: '2026-03-10' })
    expect(code(await reporting.endCadence(office(), { cadenceId }))).toBe('cadence.ended')
    expect(await next(cadenceId)).toBeNull()
    expect(code(await reporting.openPeriod(office(), { cadenceId, periodId: '2026-D08' }))).toBe('period.unknownId')
    expect(code(await reporting.closePeriod(office('2026-03-12T02:00:00Z'), { cadenceId, periodId: '2026-D07' }))).toBe(
      'accepted',
    )
  })

  it('is for the coordinator alone', async () => {
    const plan = await insertReportingPlan(test, 'whose')
    const { cadenceId, planId } = plan
    for (const person of ['tradeReporter', 'officeStaff', 'inspector'] as const) {
      const who = plan.as(person, FIFTH)
      const added = await reporting.addCadence(who, { planId, name: 'x', ...wholePlan, acts: dispatch() })
      const changed = await reporting.changeCadence(who, { cadenceId, name: 'x', acts: dispatch() })
      const ended = await reporting.endCadence(who, { cadenceId })
      expect([added, changed, ended].map(code)).toEqual(['right.denied', 'right.denied', 'right.denied'])
    }
  })
})

describe('the calendar of due acts', () => {
  const acts: readonly { readonly act: Act; readonly rule: ActRule }[] = [
    ...dispatch(),
    { act: 'circular', rule: actRule({ periodKind: 'month', dueWorkdays: 5, goesTo: '各单位' }) },
    { act: 'monthlyReport', rule: actRule({ periodKind: 'month', dueWorkdays: -1, cutOffDay: 25 }) },
    { act: 'review', rule: actRule({ periodKind: 'month', months: [3, 9], dueWorkdays: 5 }) },
  ]
  const seen = async (plan: ReportingPlan, who: PersonName, now: string, from = '2026-03-01', to = '2026-04-30') => {
    const { acts: due, overdue } = must(await reporting.readCalendar(plan.as(who, now), { from, to }))
    const words = ({ act, periodId, state, own }: reporting.SeenAct) =>
      [act, periodId, state, ...(own ? [`${own.answered}/${own.lines} ${own.state}`] : [])].join(' ')
    return { due: due.map(words), overdue: overdue.map(words) }
  }

  it('shows every act coming, due, overdue and done, and each unit what it is asked', async () => {
    const plan = await insertReportingPlan(test, 'due-acts')
    const { cadenceId } = plan
    const { office, open } = desk(plan)
    must(await reporting.changeCadence(office('2026-01-05T02:00:00Z'), { cadenceId, name: '旬调度', acts }))
    expect((await seen(plan, 'tradeReporter', FIFTH)).due).toEqual([
      'dispatch 2026-D06 overdue 0/2 overdue',
      'circular 2026-M02 due',
      'dispatch 2026-D07 coming 0/2 coming',
      'dispatch 2026-D08 coming 0/2 coming',
      'monthlyReport 2026-M03 coming',
      'dispatch 2026-D09 coming 0/2 coming',
      'circular 2026-M03 coming',
      'review 2026-M03 coming',
      'dispatch 2026-D10 coming 0/2 coming',
      'dispatch 2026-D11 coming 0/2 coming',
      'monthlyReport 2026-M04 coming',
    ])
    await open(cadenceId, '2026-D07')
    const key = { cadenceId, periodId: '2026-D07', itemId: plan.items.visits }
    const who = plan.as('tradeReporter', FIFTH)
    must(await reporting.submitReport(who, { ...key, revision: 0, requestKey: null, body: said }))
    must(await reporting.signReports(plan.as('tradeSigner', FIFTH), [{ ...key, revision: 1 }]))
    expect((await seen(plan, 'tradeReporter', FIFTH)).due).toContain('dispatch 2026-D07 due 1/2 due')
    const later = '2026-03-13T02:00:00Z'
    expect((await seen(plan, 'tradeReporter', later)).due).toContain('dispatch 2026-D07 overdue 1/2 overdue')
    expect((await seen(plan, 'buildReporter', later)).due).toContain('dispatch 2026-D07 overdue 0/1 overdue')
    expect((await seen(plan, 'inspector', later, '2026-03-12')).overdue).toEqual([
      ...['monthlyReport 2026-M01 overdue', 'circular 2026-M01 overdue', 'monthlyReport 2026-M02 overdue'],
      ...['circular 2026-M02 overdue', 'dispatch 2026-D07 overdue'],
    ])
    must(await reporting.closePeriod(office(later), { cadenceId, periodId: '2026-D07' }))
    expect((await seen(plan, 'tradeReporter', later)).due).toContain('dispatch 2026-D07 done 1/2 done')
  })

  it('has it said once, with what was done, that an act was held', async () => {
    const plan = await insertReportingPlan(test, 'held')
    const { cadenceId } = plan
    const { office } = desk(plan)
    must(await reporting.changeCadence(office('2026-01-05T02:00:00Z'), { cadenceId, name: '旬调度', acts }))
    const circular = { cadenceId, act: 'circular', periodId: '2026-M02', note: '通报第2期，3月4日印发' } as const
    expect(code(await reporting.holdAct(plan.as('tradeReporter', FIFTH), circular))).toBe('right.denied')
    expect(code(await reporting.holdAct(office(), { ...circular, note: ' ' }))).toBe('act.noteMissing')
    expect(code(await reporting.holdAct(office(), { ...circular, act: 'dispatch', periodId: '2026-D07' }))).toBe(
      'act.collects',
    )
    expect(code(await reporting.holdAct(office(), { ...circular, periodId: '2026-M04' }))).toBe('act.tooEarly')
    expect(code(await reporting.holdAct(office(), { ...circular, act: 'review', periodId: '2026-M04' }))).toBe(
      'object.notFound',
    )
    must(await reporting.holdAct(office(), circular))
    expect(code(await reporting.holdAct(office(), circular))).toBe('act.alreadyDone')
    const { acts: due } = must(
      await reporting.readCalendar(plan.as('buildReporter', FIFTH), { from: '2026-03-01', to: '2026-03-31' }),
    )
    expect(due.find(({ act }) => act === 'circular')).toMatchObject({
      ...{ periodId: '2026-M02', state: 'done', doneNote: circular.note, goesTo: '各单位' },
    })
  })

  it('knows a reconciliation that is closed and a quarter that is evaluated without being told', async () => {
    const plan = await insertReportingPlan(test, 'shown')
    const { cadenceId, planId: plan_id, units, people } = plan
    const anchor = '2026-02-02'
    const wanted = [
      ...dispatch(),
      { act: 'reconciliation' as const, rule: actRule({ periodKind: 'twoWeek', anchor }) },
      { act: 'review' as const, rule: actRule({ periodKind: 'quarter' }) },
    ]
    must(
      await reporting.changeCadence(plan.as('coordinator', '2026-01-05T02:00:00Z'), {
        cadenceId,
        name: '旬调度',
        acts: wanted,
      }),
    )
    const [region_id, at, by] = ['shown', '2026-03-02T02:00:00Z', people.coordinator.accountId]
    const round = (name: string, period_id: string, state: string) => ({
      ...{ region_id, reconciliation_id: randomUUID(), plan_id, cadence_id: cadenceId, name, period_id, state },
      ...{ first_unit_id: units.trade, second_unit_id: units.build, figure_unit: '万元', due_on: '2026-03-03' },
      ...{ opened_at: at, opened_by: by, closed_at: state === 'closed' ? at : null },
    })
    const rounds = [
      ...[round('支付', '2026-F06', 'closed'), round('投资', '2026-F06', 'closed')],
      ...[round('支付', '2026-F08', 'closed'), round('投资', '2026-F08', 'open')],
    ]
    await test.database.withRegion(region_id, async (tx) => {
      await tx.insertInto('reconciliation').values(rounds).execute()
      const run = { region_id, run_id: randomUUID(), plan_id, scheme_id: randomUUID(), scheme_version: 1 }
      const result = { inputs: '[]', result: '{}', result_hash: '', seal_head: '', run_at: at, run_by: by }
      await tx
        .insertInto('score_run')
        .values({ ...run, ...result, evaluation_period: '2026-Q1' })
        .execute()
    })
    const { due } = await seen(plan, 'inspector', FIFTH, '2026-02-01')
    expect(due.filter((words) => !words.startsWith('dispatch'))).toEqual([
      ...['reconciliation 2026-F04 overdue', 'reconciliation 2026-F06 done'],
      ...['reconciliation 2026-F08 overdue', 'reconciliation 2026-F10 coming'],
      ...['reconciliation 2026-F12 coming', 'review 2026-Q1 done', 'reconciliation 2026-F14 coming'],
      'reconciliation 2026-F16 coming',
    ])
  })
})
