import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatch, wholePlan } from './support/dispatch.ts'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: ReportingPlan
let period: string
beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertReportingPlan(test, 'routes')
  period = `/api/cadences/${plan.cadenceId}/periods/2026-D07`
  await moveClock('2026-03-10T02:00:00.000Z')
  const opened = await send('coordinator', 'POST', `${period}/open`)
  if (opened.status !== 200) throw new Error(JSON.stringify(opened.json))
})
afterAll(() => test.close())

async function moveClock(to: string): Promise<void> {
  await test.database.owner.updateTable('region').set({ clock_at: to }).where('region_id', '=', 'routes').execute()
}

const region = () => ({ regionId: 'routes', timeZone: 'Asia/Shanghai', clockAt: null })
function send(who: PersonName | null, method: string, path: string, body?: unknown) {
  const as = who && { region: region(), accountId: plan.people[who].accountId }
  return test.request(as, method, path, body)
}
const shown = (item: keyof ReportingPlan['items'], revision = 0) => ({
  ...{ cadenceId: plan.cadenceId, periodId: '2026-D07', itemId: plan.items[item], revision },
})
const said = (figure: string | null) => ({
  ...{ figure, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] },
})

describe('every address of the room', () => {
  const id = '00000000-0000-7000-8000-000000000000'
  const key = { cadenceId: id, periodId: '2026-D07', itemId: id, revision: 0 }
  const valid: readonly (readonly [string, string, unknown?])[] = [
    ['GET', '/api/reporting/work'],
    ['POST', '/api/reports/submit', { reports: [{ ...key, said: said('1') }] }],
    ['POST', '/api/reports/no-change', { reports: [key] }],
    ['PUT', '/api/reports/draft', { ...key, said: said('1') }],
    ['POST', '/api/reports/withdraw', key],
    ['POST', '/api/reports/sign', { reports: [key] }],
    ['POST', '/api/reports/accept', { reports: [key] }],
    ['POST', '/api/reports/return', { ...key, reason: '缺依据', dueAt: '2026-03-13T10:00:00Z' }],
    ['DELETE', `/api/reports/files/${id}?cadenceId=${id}&periodId=2026-D07&itemId=${id}`],
    ['GET', `/api/reports/files/${id}`],
    ['GET', '/api/cadences'],
    ['POST', '/api/cadences', { planId: id, name: '旬调度', ...wholePlan, acts: dispatch() }],
    ['GET', `/api/cadences/${id}/periods/2026-D07`],
    ['GET', `/api/cadences/${id}/periods/2026-D07/preview`],
    ['POST', `/api/cadences/${id}/periods/2026-D07/open`],
    ['POST', `/api/cadences/${id}/periods/2026-D07/close`],
    ['POST', `/api/cadences/${id}/periods/2026-D07/seal`],
    ['GET', '/api/corrections'],
    ['POST', '/api/corrections', { ...key, newFigure: '1', newClaim: null, reason: '笔误' }],
    ['POST', `/api/corrections/${id}/decision`, { approve: true }],
    ['GET', '/api/releases'],
    [
      'POST',
      '/api/releases',
      {
        ...{ body: '统计局', document: '公报', releasedOn: '2026-03-01' },
        figures: [{ itemId: id, periodId: '2026', value: '1', estimate: false }],
      },
    ],
    ['POST', `/api/items/${id}/verifications`, { periodId: null, basis: 'inspector', note: '抽查' }],
    ['POST', `/api/items/${id}/red-line-events`, { happenedOn: '2026-03-01', note: '事件' }],
    ['GET', `/api/items/${id}/history`],
  ]

  it('asks for a sign-in first', async () => {
    for (const [method, path, body] of valid) {
      expect([path, (await send(null, method, path, body)).status]).toEqual([path, 401])
    }
  })

  it('says 404 or 403 for what is not there, and never breaks', async () => {
    for (const [method, path, body] of valid) {
      const answer = await send('inspector', method, path, body)
      expect([method, path, answer.status < 500]).toEqual([method, path, true])
    }
  })

  it('refuses bad input with 400 and the place', async () => {
    const bad: readonly (readonly [string, string, unknown])[] = [
      ['POST', '/api/reports/submit', { reports: [] }],
      ['POST', '/api/reports/submit', { reports: [{ ...key, cadenceId: 'x', said: said('1') }] }],
      ['POST', '/api/reports/submit', { reports: [{ ...key, said: { ...said('1'), paragraph: 'a\u0000b' } }] }],
      ['POST', '/api/reports/submit', { reports: [{ ...key, said: { ...said('1'), paragraph: '\ud800' } }] }],
      ['POST', '/api/reports/submit', { reports: [{ ...key, said: { ...said('1'), claim: 'fine' } }] }],
      ['POST', '/api/reports/sign', {}],
      ['POST', '/api/reports/return', { ...key, reason: 'x', dueAt: 'tomorrow' }],
      ['POST', '/api/cadences', { planId: id, name: 'x', ...wholePlan, acts: dispatch({ dueHour: 24 }) }],
      ['POST', '/api/releases', { body: '', document: '', releasedOn: '2026-13-01', figures: [] }],
    ]
    for (const [method, path, body] of bad) {
      const answer = await send('tradeReporter', method, path, body)
      expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), 400])
    }
  })
})

describe('a report by its way over HTTP', () => {
  it('is submitted, signed, accepted, closed and sealed; each of many answered for itself', async () => {
    const refused = await send('buildReporter', 'POST', '/api/reports/submit', {
      reports: [{ ...shown('visits'), said: said('12') }],
    })
    expect(refused).toMatchObject({ status: 403, json: { code: 'right.denied' } })
    const reports = [
      { ...shown('visits'), said: said('12') },
      { ...shown('deals'), said: said('不详') },
    ]
    const answer = await send('tradeReporter', 'POST', '/api/reports/submit', { reports })
    expect(answer).toMatchObject({
      status: 200,
      json: {
        outcomes: [
          { done: { state: 'submitted', revision: 1, late: false }, problem: null },
          {
            done: null,
            problem: { code: 'report.figureNotNumber', title: '“不详”不是数值，请只填数字。', at: 'figure' },
          },
        ],
      },
    })
    const work = await send('tradeSigner', 'GET', '/api/reporting/work')
    expect(work.json).toMatchObject({
      toReport: [],
      toSign: [{ item: { title: '走访企业' }, report: { figure: '12' } }],
    })
    expect(await send('tradeSigner', 'POST', '/api/reports/sign', { reports: [shown('visits', 1)] })).toMatchObject({
      status: 200,
    })
    const stale = await send('officeStaff', 'POST', '/api/reports/accept', { reports: [shown('visits', 1)] })
    expect(stale).toMatchObject({ status: 409, json: { code: 'object.changedMeanwhile' } })
    expect(await send('officeStaff', 'POST', '/api/reports/accept', { reports: [shown('visits', 2)] })).toMatchObject({
      status: 200,
    })
    expect(await send('coordinator', 'POST', `${period}/close`)).toMatchObject({
      status: 422,
      json: { code: 'period.notDue' },
    })
    await moveClock('2026-03-12T02:00:00.000Z')
    expect(await send('coordinator', 'POST', `${period}/close`)).toMatchObject({
      status: 200,
      json: { counted: 1, pending: 0, silent: 2 },
    })
    const sealed = await send('coordinator', 'POST', `${period}/seal`)
    expect(sealed).toMatchObject({ status: 200, json: { seq: 1 } })
    const periods = await send('inspector', 'GET', '/api/cadences')
    expect(periods.json).toMatchObject({ head: sealed.json, cadences: [{ nextPeriodId: '2026-D08' }] })
  })

  it('takes a file by its content and gives it back under its name', async () => {
    await moveClock('2026-03-12T02:00:00.000Z')
    expect((await send('coordinator', 'POST', `/api/cadences/${plan.cadenceId}/periods/2026-D08/open`)).status).toBe(
      200,
    )
    const form = new FormData()
    form.set('cadenceId', plan.cadenceId)
    form.set('periodId', '2026-D08')
    form.set('itemId', plan.items.park)
    form.set('file', new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], '验收.pdf'))
    const attached = await send('buildReporter', 'POST', '/api/reports/files', form)
    expect(attached).toMatchObject({
      status: 200,
      json: { fileName: '验收.pdf', mediaType: 'application/pdf', sizeBytes: 6 },
    })
    const { attachmentId } = attached.json as { attachmentId: string }
    expect((await send('officeStaff', 'GET', `/api/reports/files/${attachmentId}`)).status).toBe(200)
    form.set('file', new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 1])], '验收.pdf'))
    expect(await send('buildReporter', 'POST', '/api/reports/files', form)).toMatchObject({
      json: { code: 'reader.attachmentType' },
    })
  })
})
