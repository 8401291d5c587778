import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '#adapters/files'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: ReportingPlan
beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertReportingPlan(test, 'days')
  await moveClock('2026-12-20T02:00:00.000Z')
  for (const id of ['2026-D35', '2026-D36']) {
    const opened = await send('coordinator', 'POST', `/api/cadences/${plan.cadenceId}/periods/${id}/open`)
    if (opened.status !== 200) throw new Error(JSON.stringify(opened.json))
  }
})
afterAll(() => test.close())

async function moveClock(to: string): Promise<void> {
  await test.database.owner.updateTable('region').set({ clock_at: to }).where('region_id', '=', 'days').execute()
}
function send(who: PersonName | null, method: string, path: string, body?: unknown) {
  const region = { regionId: 'days', timeZone: 'Asia/Shanghai', clockAt: null }
  return test.request(who && { region, accountId: plan.people[who].accountId }, method, path, body)
}
const file = (name: string, content: BlobPart): FormData => {
  const form = new FormData()
  form.set('file', new File([content], name))
  return form
}
const dueAt = async (periodId: string): Promise<unknown> => {
  const answer = await send('coordinator', 'GET', `/api/cadences/${plan.cadenceId}/periods/${periodId}`)
  return (answer.json as { period: { dueAt: string } }).period.dueAt
}

/** A notice that gives the first four days of the year and takes a Sunday for them. */
const NOTICE =
  '日期,安排,名称\n2027-01-01,放假,元旦\n2027/1/2,放假,元旦\n2027年1月4日,放假,元旦\n2027-01-10,上班,元旦调休\n'

describe('the work calendar', () => {
  it('says of a year that is not published that it is provisional, and so are the due moments in it', async () => {
    expect((await send('tradeReporter', 'GET', '/api/work-calendar/2026')).json).toMatchObject({ isProvisional: false })
    const year = await send('tradeReporter', 'GET', '/api/work-calendar/2027')
    expect(year.json).toMatchObject({ isProvisional: true, loaded: null })
    expect((year.json as { days: { source: string }[] }).days.every(({ source }) => source === 'statutory')).toBe(true)
    const calendar = await send('inspector', 'GET', '/api/calendar?from=2026-12-01&to=2027-01-31')
    const acts = (calendar.json as { acts: { periodId: string; isProvisional: boolean }[] }).acts
    expect(acts.find(({ periodId }) => periodId === '2026-D35')).toMatchObject({ isProvisional: false })
    expect(acts.find(({ periodId }) => periodId === '2026-D36')).toMatchObject({ isProvisional: true })
  })

  it('is read on trial first: what changes, what moves with it, and nothing is written', async () => {
    expect(await dueAt('2026-D36')).toBe('2027-01-04T10:00:00.000Z')
    const trial = await send('coordinator', 'POST', '/api/work-calendar/preview', file('通知.csv', NOTICE))
    expect(trial).toMatchObject({ status: 200, json: { years: [2027], problems: [] } })
    const { days, moved } = trial.json as { days: { date: string; work: boolean; name: string }[]; moved: unknown }
    expect(days.filter(({ date }) => date < '2027-02-01')).toEqual([
      { date: '2027-01-04', work: false, name: '元旦' },
      { date: '2027-01-10', work: true, name: '元旦调休' },
    ])
    // A notice without Spring Festival has people work on it: the trial shows it before it is loaded.
    expect(days.filter(({ work, date }) => work && date.startsWith('2027-02')).length).toBeGreaterThan(0)
    expect(moved).toEqual([
      {
        ...{ cadenceId: plan.cadenceId, cadenceName: '旬调度', periodId: '2026-D36' },
        ...{ from: '2027-01-04T10:00:00.000Z', dueAt: '2027-01-05T10:00:00.000Z' },
      },
    ])
    expect(await dueAt('2026-D36')).toBe('2027-01-04T10:00:00.000Z')
  })

  it('names the row of every mistake and loads nothing while there is one', async () => {
    const faulty = '日期,安排\n2027-02-30,放假\n2027-02-06,大概放假\n\n2027-02-07,放假\n2027-02-07,上班\n'
    const trial = await send('coordinator', 'POST', '/api/work-calendar/preview', file('错.csv', faulty))
    expect((trial.json as { problems: { row: number }[] }).problems.map(({ row }) => row)).toEqual([2, 3, 6])
    expect(await send('coordinator', 'POST', '/api/work-calendar', file('错.csv', faulty))).toMatchObject({
      ...{ status: 422, json: { code: 'calendar.fileFaulty', detail: { count: 3, row: 2 } } },
    })
    expect(await send('coordinator', 'POST', '/api/work-calendar', file('空.csv', '日期,安排\n'))).toMatchObject({
      json: { code: 'calendar.noDays' },
    })
    expect(await send('tradeReporter', 'POST', '/api/work-calendar', file('通知.csv', NOTICE))).toMatchObject({
      status: 403,
    })
  })

  it('reads the same notice as xlsx and as JSON', async () => {
    const columns = ['日期', '安排', '名称'].map((header) => ({ header, width: 12, kind: 'text' as const }))
    const rows = [['2027-01-01', '放假', '元旦']]
    const workbook = await writeWorkbook({ author: '', date: '2026-11-05', sheets: [{ name: '2027', columns, rows }] })
    const json = JSON.stringify({ year: 2027, days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] })
    for (const body of [file('通知.xlsx', workbook.slice().buffer), file('2027.json', json)]) {
      const trial = await send('coordinator', 'POST', '/api/work-calendar/preview', body)
      expect(trial).toMatchObject({ status: 200, json: { years: [2027], problems: [] } })
    }
    const broken = file('2027.json', '{"days": 1}')
    expect(await send('coordinator', 'POST', '/api/work-calendar/preview', broken)).toMatchObject({
      json: { code: 'calendar.fileKind' },
    })
  })

  it('once loaded moves the open periods that are not due yet, and no other', async () => {
    await moveClock('2027-01-02T02:00:00.000Z')
    const before = await dueAt('2026-D35')
    const loaded = await send('coordinator', 'POST', '/api/work-calendar', file('通知.csv', NOTICE))
    expect((loaded.json as { moved: { periodId: string }[] }).moved.map(({ periodId }) => periodId)).toEqual([
      '2026-D36',
    ])
    expect([await dueAt('2026-D35'), await dueAt('2026-D36')]).toEqual([before, '2027-01-05T10:00:00.000Z'])
    expect((await send('inspector', 'GET', '/api/work-calendar/2027')).json).toMatchObject({
      ...{ isProvisional: false, loaded: { fileName: '通知.csv', loadedByName: 'coordinator' } },
    })
  })

  it('lets a region have days of its own and take them back', async () => {
    const day = '/api/work-calendar/days/2027-01-05'
    const set = await send('coordinator', 'PUT', day, { work: false, name: '区庆' })
    expect(set.json).toMatchObject({ moved: [{ periodId: '2026-D36', dueAt: '2027-01-06T10:00:00.000Z' }] })
    expect(await dueAt('2026-D36')).toBe('2027-01-06T10:00:00.000Z')
    expect(
      ((await send('inspector', 'GET', '/api/work-calendar/2027')).json as { days: unknown[] }).days,
    ).toContainEqual({
      ...{ date: '2027-01-05', work: false, name: '区庆', source: 'own' },
    })
    expect((await send('coordinator', 'PUT', day, { work: null, name: '' })).status).toBe(200)
    expect(await dueAt('2026-D36')).toBe('2027-01-05T10:00:00.000Z')
    expect((await send('coordinator', 'PUT', day, { work: null, name: '' })).status).toBe(404)
    expect((await send('officeStaff', 'PUT', day, { work: true, name: '' })).status).toBe(403)
  })
})

describe('a calendar feed', () => {
  const make = async (who: PersonName, unitId: string | null = null) => {
    const made = await send(who, 'POST', '/api/calendar-feeds', { unitId })
    expect(made.status).toBe(200)
    return made.json as { feedId: string; path: string }
  }
  const read = async (path: string) => {
    const answer = await send(null, 'GET', path)
    if (answer.status !== 200) return answer.status
    const calendar = new ICAL.Component(ICAL.parse(String(answer.json)))
    return calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      title: String(event.getFirstPropertyValue('summary')),
      at: String(event.getFirstPropertyValue('dtstart')),
    }))
  }
  const openOnes = async (path: string) => {
    const events = await read(path)
    return typeof events === 'number' ? events : events.filter(({ uid }) => uid.includes('2026-D36'))
  }

  it('shows a unit what it is asked, under an address that ends when it is ended', async () => {
    const { path, feedId } = await make('tradeReporter', plan.units.trade)
    const uid = `dispatch-${plan.cadenceId}-2026-D36@days.guatu`
    const event = { uid, title: '旬调度填报截止：2026年12月下旬，2项', at: '2027-01-05T10:00:00Z' }
    expect(await openOnes(path)).toEqual([event])
    await send('coordinator', 'PUT', '/api/work-calendar/days/2027-01-05', { work: false, name: '' })
    expect(await openOnes(path)).toEqual([{ ...event, at: '2027-01-06T10:00:00Z' }])
    await send('coordinator', 'PUT', '/api/work-calendar/days/2027-01-05', { work: null, name: '' })
    expect((await openOnes(`${path}?language=en`)) as unknown).toMatchObject([
      { uid, title: '旬调度: 2 reports due, 2026-12 dekad 3' },
    ])
    expect((await send('tradeSigner', 'DELETE', `/api/calendar-feeds/${feedId}`)).status).toBe(404)
    expect((await send('tradeReporter', 'DELETE', `/api/calendar-feeds/${feedId}`)).status).toBe(200)
    expect(await read(path)).toBe(404)
  })

  it('shows a person his own, and a coordinator every act', async () => {
    const own = await make('buildReporter')
    expect((await openOnes(own.path)) as unknown).toMatchObject([{ title: '旬调度填报截止：2026年12月下旬，3项' }])
    const all = await make('coordinator')
    expect((await openOnes(all.path)) as unknown).toMatchObject([{ title: '旬调度·调度截止：2026年12月下旬' }])
    expect((await send('buildReporter', 'GET', '/api/calendar-feeds')).json).toMatchObject({
      feeds: [{ feedId: own.feedId, unitId: null }],
    })
  })

  it('ends with the account and with the last role in the unit; a wrong address and another region show nothing', async () => {
    expect(
      (await send('buildReporter', 'POST', '/api/calendar-feeds', { unitId: plan.units.trade })).json,
    ).toMatchObject({
      code: 'feed.notYourUnit',
    })
    const { path } = await make('tradeSecond', plan.units.trade)
    expect(await read(path.replace('/days/', '/nowhere/'))).toBe(404)
    expect(await read(`${path}x`)).toBe(404)
    const { accountId } = plan.people.tradeSecond
    const { owner } = test.database
    await owner
      .updateTable('account_role')
      .set({ revoked_at: '2027-01-01T00:00:00Z' })
      .where('account_id', '=', accountId)
      .execute()
    expect(await read(path)).toBe(404)
    await owner.updateTable('account_role').set({ revoked_at: null }).where('account_id', '=', accountId).execute()
    expect(await read(path)).not.toBe(404)
    await owner
      .updateTable('account')
      .set({ disabled_at: '2027-01-01T00:00:00Z' })
      .where('account_id', '=', accountId)
      .execute()
    expect(await read(path)).toBe(404)
  })
})
