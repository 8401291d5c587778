import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPeriod, raiseBlockage, raiseOverdueBlockages, signReports, submitReports } from '#app/reporting'
import * as supervision from '#app/supervision'
import { proposedRules } from '#core/supervision'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

/** The dekad of 1 to 10 March 2026 is due on Wednesday the 11th, 18:00. */
const [OPENED, REMINDER, URGING, WARNING] = ['2026-03-02', '2026-03-10', '2026-03-12', '2026-03-16']
const at = (day: string, hour = 9): string =>
  new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()
const SERVER_NOW = '2026-07-31T12:00:00.000Z'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

/** A region with published rules and the dekad open. */
async function region(name: string): Promise<ReportingPlan> {
  const plan = await insertReportingPlan(test, name)
  must(await supervision.publishRules(plan.as('coordinator', at('2026-01-06')), { version: 0, rules: proposedRules }))
  must(await openPeriod(plan.as('coordinator', at(OPENED)), { cadenceId: plan.cadenceId, periodId: '2026-D07' }))
  return plan
}

/** The product itself, which acts for nobody. */
const machine = (plan: ReportingPlan, now: string) =>
  test.contextOf({ regionId: plan.regionId, timeZone: 'Asia/Shanghai', clockAt: now }, '', [])
const run = async (plan: ReportingPlan, now: string) =>
  must(await supervision.runNotices(machine(plan, now), { serverNow: SERVER_NOW }))
const inbox = async (plan: ReportingPlan, person: PersonName) =>
  must(await supervision.listNotices(plan.as(person, at(WARNING, 18)), {})).notices
const levels = async (plan: ReportingPlan, person: PersonName) =>
  (await inbox(plan, person)).map(({ level, matters }) => [level, matters.map(({ kind, count }) => `${kind} ${count}`)])

describe('levels run by themselves', () => {
  it('reminder, urging, warning: one message per person and moment, never twice, the warning with a copy', async () => {
    const plan = await region('levels')
    expect(await run(plan, at(OPENED))).toEqual({ notices: 0, deliveries: 0 })
    expect((await run(plan, at(REMINDER, 8))).notices, 'before the chosen hour').toBe(0)
    const first = await run(plan, at(REMINDER))
    expect(first.notices).toBeGreaterThan(2)
    expect(await run(plan, at(REMINDER)), 'again at the same moment').toEqual({ notices: 0, deliveries: 0 })
    expect(await run(plan, at(REMINDER, 15)), 'at the next moment').toEqual({ notices: 0, deliveries: 0 })
    expect(await levels(plan, 'tradeReporter')).toEqual([['reminder', ['report 2']]])
    expect(await levels(plan, 'coordinator')).toEqual([])
    expect((await run(plan, at('2026-03-14', 10))).notices, 'a Saturday').toBe(0)
    await run(plan, at(URGING))
    await run(plan, at(WARNING))
    expect((await levels(plan, 'tradeReporter')).map(([level]) => level)).toEqual(['warning', 'urging', 'reminder'])
    const [copy] = await inbox(plan, 'coordinator')
    expect(copy?.matters.map(({ unitName, isCopy, level }) => [unitName, isCopy, level])).toContainEqual([
      ...['区商务局', true, 'warning'],
    ])
    expect(copy?.matters[0]).toMatchObject({ dueAt: at('2026-03-11', 18), workdays: 3, rulesVersion: 1 })
  })

  it('speak of what is still owed, to whoever owes it now', async () => {
    const plan = await region('owed')
    const key = (item: 'visits' | 'deals') => ({
      cadenceId: plan.cadenceId,
      periodId: '2026-D07',
      itemId: plan.items[item],
    })
    const body = {
      figure: '10',
      noChange: false,
      claim: null,
      paragraph: '',
      blockage: null,
      nodesDone: [],
      evidence: [],
    }
    const input = { ...key('visits'), revision: 0, requestKey: null, body }
    const [sent] = must(await submitReports(plan.as('tradeReporter', at('2026-03-09')), [input]))
    expect(sent?.result).toMatchObject({ ok: true })
    await run(plan, at(REMINDER))
    expect(await levels(plan, 'tradeReporter')).toEqual([['reminder', ['report 1']]])
    expect(await levels(plan, 'tradeSigner')).toEqual([['reminder', ['sign 1']]])
    must(await signReports(plan.as('tradeSigner', at(REMINDER, 16)), [{ ...key('visits'), revision: 1 }]))
    await run(plan, at(URGING))
    expect((await levels(plan, 'tradeSigner')).map(([level]) => level)).toEqual(['reminder'])
    expect(await levels(plan, 'officeStaff')).toEqual([['urging', ['accept 1']]])
  })

  it('write nothing that was not announced: no rules, or rules published after the sheet was given', async () => {
    const plan = await insertReportingPlan(test, 'unannounced')
    must(await openPeriod(plan.as('coordinator', at(OPENED)), { cadenceId: plan.cadenceId, periodId: '2026-D07' }))
    expect((await run(plan, at(URGING))).notices).toBe(0)
    must(await supervision.publishRules(plan.as('coordinator', at(URGING, 10)), { version: 0, rules: proposedRules }))
    expect((await run(plan, at(WARNING))).notices).toBe(0)
  })

  it('run at once in several processes, and after one that was cut short, without loss or repetition', async () => {
    const plan = await region('several')
    const cut = machine(plan, at(REMINDER))
    const failing: typeof cut = {
      ...cut,
      transact: (work) =>
        cut.transact(async (stores) => {
          await work(stores)
          throw new Error('cut short before the commit')
        }),
    }
    await expect(supervision.runNotices(failing, { serverNow: SERVER_NOW })).rejects.toThrow('cut short')
    expect(await inbox(plan, 'tradeReporter')).toEqual([])
    const rounds = await Promise.all([1, 2, 3, 4].map(() => run(plan, at(REMINDER))))
    const written = rounds.map(({ notices }) => notices).filter((count) => count > 0)
    expect(await levels(plan, 'tradeReporter')).toEqual([['reminder', ['report 2']]])
    expect(await levels(plan, 'buildReporter')).toHaveLength(1)
    expect(written.length).toBeGreaterThan(0)
  })

  it('keep to the hours that a person has chosen', async () => {
    const plan = await region('hours')
    must(
      await supervision.setNoticePreference(plan.as('tradeReporter', at(OPENED)), { mailAddress: null, hours: [16] }),
    )
    await run(plan, at(REMINDER))
    expect(await levels(plan, 'tradeReporter')).toEqual([])
    expect(await levels(plan, 'tradeSecond')).toHaveLength(1)
    await run(plan, at(REMINDER, 16))
    expect(await levels(plan, 'tradeReporter')).toHaveLength(1)
    expect(await levels(plan, 'tradeSecond')).toHaveLength(1)
    const night = await supervision.setNoticePreference(plan.as('tradeReporter', at(OPENED)), {
      ...{ mailAddress: null, hours: [22] },
    })
    expect(night).toMatchObject({ ok: false, refusal: { code: 'escalation.hoursNotOpen' } })
  })
})

describe('orders and problems', () => {
  it('have their own days; an interview is proposed with its grounds and never happens by itself', async () => {
    const plan = await region('orders')
    const given = { text: '请抓紧开工。', unitId: plan.units.build, replyBy: '2026-03-12' }
    must(await supervision.issueOrder(plan.as('inspector', at('2026-03-09')), given))
    await run(plan, at('2026-03-12'))
    const kinds = (await inbox(plan, 'buildSigner')).flatMap(({ matters }) =>
      matters.map(({ kind, level }) => [kind, level]),
    )
    expect(kinds).toContainEqual(['acknowledge', 'urging'])
    await run(plan, at('2026-03-16'))
    expect((await inbox(plan, 'inspector'))[0]?.matters).toMatchObject([{ kind: 'acknowledge', isCopy: true }])
    const proposals = async (day: string) =>
      must(await supervision.listProposals(plan.as('coordinator', at(day)))).filter(
        ({ place }) => place.kind === 'order',
      )
    expect(await proposals('2026-03-17')).toEqual([])
    expect(await proposals('2026-03-24')).toMatchObject([
      { measure: 'interview', grounds: ['warningUnanswered'], unitName: '区住建局', warnedOn: '2026-03-16' },
    ])
    const orders = must(await supervision.listOrders(plan.as('coordinator', at('2026-03-24')), {}))
    expect(orders).toHaveLength(1)
  })
})

describe('a blockage', () => {
  it('goes up a level by itself when its days are over, and the next level is told in its turn', async () => {
    const plan = await region('blockages')
    const asked = { itemId: plan.items.visits, unitId: plan.units.trade, what: '用地指标未落实', needs: '区住建局' }
    const place = { needsUnitId: plan.units.build, by: null }
    must(await raiseBlockage(plan.as('tradeReporter', at('2026-03-03')), { ...asked, ...place }))
    const ahead = async (person: PersonName, on: string) =>
      must(await supervision.readRules(plan.as(person, at(on)))).ahead.filter(({ kind }) => kind === 'unblock')
    const [first] = await ahead('buildReporter', '2026-03-03')
    expect(first).toMatchObject({ unitName: '区住建局', subject: '用地指标未落实', isCopy: false })
    const day = (first?.dueAt ?? '').slice(0, 10)
    expect(must(await raiseOverdueBlockages(machine(plan, at(day, 8))))).toEqual({ raised: 0 })
    await run(plan, at(day, 10))
    expect((await inbox(plan, 'buildReporter')).flatMap(({ matters }) => matters.map(({ kind }) => kind))).toContain(
      'unblock',
    )
    expect(must(await raiseOverdueBlockages(machine(plan, at(day, 23))))).toEqual({ raised: 1 })
    expect(must(await raiseOverdueBlockages(machine(plan, at(day, 23))))).toEqual({ raised: 0 })
    expect(await ahead('buildReporter', day)).toEqual([])
    expect(await ahead('officeStaff', day)).toMatchObject([{ subject: '用地指标未落实', isCopy: false }])
  })
})

describe('what lies ahead', () => {
  it('is told to both sides before anything comes', async () => {
    const plan = await region('ahead')
    const days = [
      { level: 'reminder', on: REMINDER },
      { level: 'urging', on: URGING },
      { level: 'warning', on: WARNING },
    ]
    const doer = must(await supervision.readRules(plan.as('tradeReporter', at('2026-03-03'))))
    expect(doer.ahead).toMatchObject([{ kind: 'report', unitName: '区商务局', isCopy: false, days }])
    expect(doer).toMatchObject({ mayPublish: false, rules: { version: 1, hours: [9, 15] } })
    const asker = must(await supervision.readRules(plan.as('coordinator', at('2026-03-03'))))
    expect(asker.ahead.filter(({ isCopy }) => isCopy).map(({ unitName }) => unitName)).toContain('区商务局')
    const other = must(await supervision.readRules(plan.as('buildReporter', at('2026-03-03'))))
    expect(other.ahead.map(({ unitName }) => unitName)).toEqual(['区住建局'])
  })

  it('tells only days that are still to come, and nothing of a matter whose every level has been told', async () => {
    const plan = await region('to-come')
    const ahead = async (on: string, hour: number) =>
      must(await supervision.readRules(plan.as('tradeReporter', at(on, hour)))).ahead
    const [urging, warning] = [
      { level: 'urging', on: URGING },
      { level: 'warning', on: WARNING },
    ]
    expect(await ahead('2026-03-11', 17)).toMatchObject([{ isOverdue: false, days: [urging, warning] }])
    expect(await ahead('2026-03-11', 19)).toMatchObject([{ isOverdue: true, days: [urging, warning] }])
    expect(await ahead(WARNING, 9)).toMatchObject([{ isOverdue: true, days: [warning] }])
    expect(await ahead('2026-03-17', 9)).toEqual([])
  })

  it('names the unit that is held up where the need names none', async () => {
    const plan = await region('unnamed-need')
    const asked = { itemId: plan.items.visits, unitId: plan.units.trade, what: '用地指标未落实', needs: '请专班协调' }
    const place = { needsUnitId: null, by: null }
    must(await raiseBlockage(plan.as('tradeReporter', at('2026-03-03')), { ...asked, ...place }))
    const { ahead } = must(await supervision.readRules(plan.as('officeStaff', at('2026-03-03'))))
    expect(ahead.filter(({ kind }) => kind === 'unblock')).toMatchObject([
      { unitName: '区商务局', subject: '用地指标未落实' },
    ])
  })

  it('of two who publish at once one is refused; unsound rules are refused', async () => {
    const plan = await region('publishing')
    const publish = (version: number) =>
      supervision.publishRules(plan.as('coordinator', at('2026-03-03')), { version, rules: proposedRules })
    const answers = await Promise.all([publish(1), publish(1)])
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await publish(0)).toMatchObject({ refusal: { code: 'escalation.changedMeanwhile' } })
  })
})

describe('the inbox', () => {
  it('counts what is unread, filters, and marks as read only what is one’s own', async () => {
    const plan = await region('inbox')
    await run(plan, at(REMINDER))
    await run(plan, at(URGING))
    const reader = plan.as('tradeReporter', at(WARNING))
    expect(must(await supervision.countUnread(reader)).unread).toBe(2)
    const [latest] = must(await supervision.listNotices(reader, { unread: true, level: 'urging' })).notices
    expect(latest).toMatchObject({ level: 'urging', readAt: null })
    const stranger = plan.as('buildReporter', at(WARNING))
    const mark = (context: typeof reader, noticeIds: readonly string[] | null) =>
      supervision.markNoticesRead(context, { noticeIds })
    expect(must(await mark(stranger, [latest?.noticeId ?? ''])).marked).toBe(0)
    expect(must(await mark(reader, [latest?.noticeId ?? ''])).marked).toBe(1)
    expect(must(await supervision.countUnread(reader)).unread).toBe(1)
    expect(must(await mark(reader, null)).marked).toBe(1)
  })
})
