import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptReports, addCadence, openPeriod, returnReport, signReports, submitReports } from '#app/reporting'
import * as reporting from '#app/reporting'
import type { WantedAct } from '#core/reporting'
import { readWorkbook, writeWorkbook } from '#adapters/files'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

const PERIOD = '2026-D07'
const at = (day: string, hour = 9): string =>
  new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

async function opened(name: string): Promise<ReportingPlan> {
  const plan = await insertReportingPlan(test, name)
  must(await openPeriod(plan.as('coordinator', at('2026-03-02')), { cadenceId: plan.cadenceId, periodId: PERIOD }))
  return plan
}

const body = { figure: '10', noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [], evidence: [] }
type Item = 'visits' | 'deals'
const keyOf = (plan: ReportingPlan, item: Item) => ({
  ...{ cadenceId: plan.cadenceId, periodId: PERIOD, itemId: plan.items[item] },
})
/** One report on its way; answers its revision. */
async function submit(plan: ReportingPlan, item: Item, now: string, revision = 0): Promise<void> {
  const [sent] = must(
    await submitReports(plan.as('tradeReporter', now), [{ ...keyOf(plan, item), revision, requestKey: null, body }]),
  )
  expect(sent?.result).toMatchObject({ ok: true })
}
const sign = async (plan: ReportingPlan, item: Item, now: string, revision: number) =>
  expect(must(await signReports(plan.as('tradeSigner', now), [{ ...keyOf(plan, item), revision }]))[0]?.result.ok).toBe(
    true,
  )
const take = async (plan: ReportingPlan, item: Item, now: string, revision: number) =>
  expect(
    must(await acceptReports(plan.as('officeStaff', now), [{ ...keyOf(plan, item), revision }]))[0]?.result.ok,
  ).toBe(true)

describe('how sheets are answered', () => {
  it('is counted by unit, acceptor and period; what is not due yet is not counted', async () => {
    const plan = await opened('answering')
    const early = must(await reporting.readAnswering(plan.as('inspector', at('2026-03-05')), {}))
    expect(early.whole).toMatchObject({ due: 0, completeness: null })
    await submit(plan, 'visits', at('2026-03-10', 10))
    await sign(plan, 'visits', at('2026-03-10', 11), 1)
    await take(plan, 'visits', at('2026-03-11', 10), 2)
    await submit(plan, 'deals', at('2026-03-12', 10))
    await sign(plan, 'deals', at('2026-03-12', 10), 1)
    const back = { ...keyOf(plan, 'deals'), revision: 2, reason: '缺依据', dueAt: at('2026-03-13', 18) }
    must(await returnReport(plan.as('officeStaff', at('2026-03-12', 12)), back))
    await submit(plan, 'deals', at('2026-03-12', 15), 3)
    await sign(plan, 'deals', at('2026-03-12', 16), 4)
    const view = must(await reporting.readAnswering(plan.as('coordinator', at('2026-03-13', 16)), { periodId: PERIOD }))
    const trade = view.units.find(({ unitName }) => unitName === '区商务局')
    expect(trade).toMatchObject({
      // What came back has a due moment of its own, and it was mended inside it.
      ...{ due: 2, answered: 2, inTime: 2, returned: 1 },
      ...{ completeness: '100', timeliness: '100', returnRate: '50', silentPeriods: [] },
    })
    const build = view.units.find(({ unitName }) => unitName === '区住建局')
    expect(build).toMatchObject({ answered: 0, completeness: '0', silentPeriods: [PERIOD] })
    expect(view.units[0], 'least complete first').toBe(build)
    const office = view.offices.find(({ officeName }) => officeName.startsWith('区政府办'))
    expect(office, '11:00 to 10:00 next day is seven hours; the other waits for eight').toMatchObject({
      ...{ decided: 1, waiting: 1, medianHours: '7', worstHours: '8' },
    })
    expect(view.periods.map(({ periodId }) => periodId)).toEqual([PERIOD])
  })

  it('leaves as a workbook with the same figures', async () => {
    const plan = await opened('workbook')
    const exported = must(await reporting.exportAnswering(plan.as('coordinator', at('2026-03-13')), {}))
    const [units, offices, periods] = must(await readWorkbook(await writeWorkbook(exported.workbook)))
    const cells = units?.rows.map((row) => row.cells.slice(0, 3)) ?? []
    expect(cells).toContainEqual(['区商务局', '2', '0'])
    expect([units?.name, offices?.name, periods?.name]).toEqual(['按单位', '按认可方', '按期'])
  })
})

describe('the burden account', () => {
  const note = (plan: ReportingPlan, person: PersonName, seconds: number, answers: object) =>
    reporting.noteFormTime(plan.as(person, at('2026-03-10')), { cadenceId: plan.cadenceId, seconds, answers })

  it('says who asked, from which sentence, of how many units, and for how long, once enough have answered', async () => {
    const plan = await opened('account')
    for (const seconds of [60, 60, 120]) must(await note(plan, 'tradeReporter', seconds, { indicator: 2 }))
    const view = async () => must(await reporting.readBurden(plan.as('buildSigner', at('2026-03-10')), {}))
    const found = await view()
    const visits = found.fields.find(({ title }) => title === '走访企业')
    expect(visits).toMatchObject({ quote: '走访企业。', units: 1, asks: 1, medianSeconds: 30 })
    expect(visits?.askerName).toContain('旬调度')
    expect(found.lines.find(({ unitName }) => unitName === '区商务局')).toMatchObject({ asks: 2, minutes: '1' })
    expect(found.months).toMatchObject([{ month: '2026-M03', units: 2 }])
    const task = found.fields.find(({ kind }) => kind === 'task')
    expect(task?.medianSeconds, 'too few answers to speak for the form').toBeNull()
  })

  it('keeps counts only: no row and no log entry tells a person, a unit or a moment', async () => {
    const plan = await opened('nobody')
    const { owner } = test.database
    const logged = async () =>
      (await owner.selectFrom('audit').select('action').where('region_id', '=', 'nobody').execute()).length
    const before = await logged()
    must(await note(plan, 'tradeReporter', 47, { indicator: 1 }))
    must(await note(plan, 'buildReporter', 46, { indicator: 1, task: 0 }))
    const rows = await owner.selectFrom('form_time').selectAll().where('region_id', '=', 'nobody').execute()
    expect(rows).toEqual([
      { region_id: 'nobody', cadence_id: plan.cadenceId, form: 'indicator', seconds: 50, answers: 2 },
    ])
    expect(await logged()).toBe(before)
    expect(await note(plan, 'inspector', 10, { indicator: 1 })).toMatchObject({ refusal: { code: 'right.denied' } })
  })
})

describe('asking twice', () => {
  const dispatch: WantedAct = {
    act: 'dispatch',
    rule: {
      ...{ periodKind: 'month', months: [], anchor: null, dueWorkdays: 1, dueHour: 18, cutOffDay: null, goesTo: '' },
    },
  }
  const wanted = (plan: ReportingPlan, reason?: string) => ({
    ...{ planId: plan.planId, name: '月调度', campaignNo: null, list: null, acts: [dispatch] },
    ...(reason === undefined ? {} : { reason }),
  })

  it('shows the twin and demands a reason, which stays with it', async () => {
    const plan = await insertReportingPlan(test, 'twins')
    const coordinator = plan.as('coordinator', at('2026-03-02'))
    const found = must(await reporting.findTwins(coordinator, { planId: plan.planId, campaignNo: null, list: null }))
    expect(found.map(({ asked, other, because }) => [asked.title, other.cadenceName, because])).toContainEqual([
      ...['走访企业', '旬调度', 'sameItem'],
    ])
    expect(
      found.map(({ asked }) => asked.title),
      'a series is asked of nobody',
    ).not.toContain('地区生产总值增速')
    expect(await addCadence(coordinator, wanted(plan))).toMatchObject({ refusal: { code: 'ask.twin', at: 'reason' } })
    expect(await addCadence(coordinator, wanted(plan, '  '))).toMatchObject({ refusal: { code: 'ask.twin' } })
    must(await addCadence(coordinator, wanted(plan, '市里按月要数，口径相同')))
    const { twins } = must(await reporting.readBurden(plan.as('tradeReporter', at('2026-03-03')), {}))
    expect(twins).toHaveLength(found.length)
    expect(twins[0]).toMatchObject({
      ...{ place: expect.any(String), otherPlace: expect.any(String) },
      cadenceName: '月调度',
      reason: '市里按月要数，口径相同',
      decidedByName: 'coordinator',
    })
  })

  it('holds a rhythm that only read until now and begins to ask; its own dispatch is no twin of itself', async () => {
    const plan = await insertReportingPlan(test, 'begins')
    const coordinator = plan.as('coordinator', at('2026-03-02'))
    const circular = { ...dispatch, act: 'circular' as const }
    const { cadenceId } = must(await addCadence(coordinator, { ...wanted(plan), acts: [circular] }))
    const change = (acts: readonly (typeof dispatch | typeof circular)[], reason?: string) =>
      reporting.changeCadence(coordinator, { cadenceId, name: '月调度', acts, ...(reason ? { reason } : {}) })
    expect(await change([circular, dispatch])).toMatchObject({ refusal: { code: 'ask.twin', at: 'reason' } })
    must(await change([circular, dispatch], '月报要全年数'))
    const { twins } = must(await reporting.readBurden(plan.as('tradeReporter', at('2026-03-03')), {}))
    expect(twins.some(({ reason }) => reason === '月报要全年数')).toBe(true)
    must(await change([dispatch]))
  })

  it('asks no reason where an act only reads, nor of a list with a rhythm of its own', async () => {
    const plan = await insertReportingPlan(test, 'no-twins')
    const coordinator = plan.as('coordinator', at('2026-03-02'))
    const circular = { ...wanted(plan), acts: [{ ...dispatch, act: 'circular' as const }] }
    expect((await addCadence(coordinator, circular)).ok).toBe(true)
    expect((await addCadence(coordinator, { ...wanted(plan), list: 'task' as const })).ok).toBe(true)
  })
})

describe('the addresses', () => {
  it('answer whoever may, and refuse everybody else', async () => {
    const plan = await opened('addresses')
    const region = { regionId: 'addresses', timeZone: 'Asia/Shanghai', clockAt: null }
    const send = (who: PersonName | null, method: string, path: string, sent?: unknown) =>
      test.request(who && { region, accountId: plan.people[who].accountId }, method, path, sent)
    for (const path of ['/api/answering', '/api/burden', '/api/burden/forms', '/api/answering.xlsx']) {
      expect((await send(null, 'GET', path)).status).toBe(401)
      expect((await send('tradeReporter', 'GET', path)).status).toBe(200)
    }
    expect((await send('tradeReporter', 'GET', '/api/burden?month=July')).status).toBe(400)
    const twins = `/api/twin-asks?planId=${plan.planId}`
    expect((await send('coordinator', 'GET', twins)).json).toHaveProperty('twins')
    expect((await send('tradeReporter', 'GET', twins)).status).toBe(403)
    const time = { cadenceId: plan.cadenceId, seconds: 30, answers: { indicator: 1 } }
    expect((await send('tradeReporter', 'POST', '/api/burden/form-time', time)).status).toBe(200)
    expect((await send('tradeReporter', 'POST', '/api/burden/form-time', { ...time, seconds: -1 })).status).toBe(400)
  })
})
