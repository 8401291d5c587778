import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as reporting from '#app/reporting'
import type { Result } from '#core/kit'
import type { DutyRole } from '#core/plan'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

/** 2026-D07 is 1 to 10 March; it is due on Wednesday 11 March at 18:00 in Shanghai. */
const D07 = '2026-D07'
const TUESDAY = '2026-03-10T02:00:00.000Z'
const WEDNESDAY = '2026-03-11T02:00:00.000Z'
const CLOSING = '2026-03-12T02:00:00.000Z'
/** Three working days after Tuesday end on Friday 13 March at 18:00. */
const FRIDAY_EVENING = '2026-03-13T10:00:00.000Z'
const SATURDAY = '2026-03-14T02:00:00.000Z'

const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)
const said = (figure: string | null, rest: Partial<reporting.SaidBody> = {}): reporting.SaidBody => ({
  ...{ figure, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [], ...rest },
})
type ItemName = keyof ReportingPlan['items']

/** A plan with an open dekad and duties: `visits` has two leads and a supporting unit. */
async function opened(regionId: string, duties: readonly (readonly [keyof ReportingPlan['units'], DutyRole])[] = []) {
  const plan = await insertReportingPlan(test, regionId)
  await test.database.withRegion(regionId, async (tx) => {
    const rows = duties.map(([unit, role], order_no) => ({
      ...{ region_id: regionId, item_id: plan.items.visits, unit_id: plan.units[unit], role, order_no },
    }))
    if (rows.length > 0) await tx.insertInto('plan_duty').values(rows).execute()
  })
  const period = { cadenceId: plan.cadenceId, periodId: D07 }
  must(await reporting.openPeriod(plan.as('coordinator', TUESDAY), period))
  const key = (item: ItemName) => ({ ...period, itemId: plan.items[item] })
  return {
    ...{ plan, period, key, as: plan.as },
    submit: async (who: PersonName, item: ItemName, body = said('30'), now = TUESDAY, revision = 0) =>
      reporting.submitReport(plan.as(who, now), { ...key(item), revision, requestKey: null, body }),
    sign: async (who: PersonName, item: ItemName, revision = 1, now = TUESDAY) =>
      reporting.signReports(plan.as(who, now), [{ ...key(item), revision }]),
    desk: async (who: PersonName, now = TUESDAY) => must(await reporting.readDutyDesk(plan.as(who, now))),
    work: async (who: PersonName, now = TUESDAY) => must(await reporting.readMyWork(plan.as(who, now))),
    duties: async (who: PersonName, item: ItemName, now = TUESDAY) =>
      must(await reporting.readItemDuties(plan.as(who, now), { itemId: plan.items[item] })),
  }
}

describe('several leads', () => {
  it('the first reports until the office chooses; the chosen one gets the open lines, with reason and history', async () => {
    const { plan, key, as, submit, duties, work } = await opened('leads', [
      ['trade', 'lead'],
      ['build', 'lead'],
    ])
    expect((await duties('coordinator', 'visits')).reporting).toMatchObject({ basis: 'firstNamed' })
    const choose = (who: PersonName, unitId: string, reason = '由住建局统一填报') =>
      reporting.chooseReporting(as(who, TUESDAY), { itemId: plan.items.visits, unitId, reason })
    expect(code(await choose('tradeReporter', plan.units.build))).toBe('right.denied')
    expect(code(await choose('coordinator', plan.units.build))).toBe('right.denied')
    expect(code(await choose('officeStaff', plan.units.office))).toBe('duty.notALead')
    expect(code(await choose('officeStaff', plan.units.build, ' '))).toBe('duty.reasonMissing')
    expect(must(await choose('officeStaff', plan.units.build))).toEqual({ movedLines: 1 })
    expect(code(await choose('officeStaff', plan.units.build))).toBe('duty.sameUnit')
    expect(code(await submit('tradeReporter', 'visits'))).toBe('right.denied')
    expect((await work('buildReporter')).toReport.map(({ itemId }) => itemId)).toContain(plan.items.visits)
    expect(code(await submit('buildReporter', 'visits'))).toBe('accepted')
    const after = await duties('officeStaff', 'visits')
    expect(after.reporting).toMatchObject({ unitName: '区住建局', basis: 'choice' })
    expect(after.changes).toMatchObject([
      {
        kind: 'choice',
        fromUnitName: '区商务局',
        toUnitName: '区住建局',
        reason: '由住建局统一填报',
        fromDate: '2026-03-10',
      },
    ])
    // A second choice back again rests on the same text.
    must(await choose('officeStaff', plan.units.trade, '恢复'))
    expect((await duties('officeStaff', 'visits')).changes.map(({ insteadOf }) => insteadOf)).toEqual([
      plan.units.trade,
      plan.units.trade,
    ])
    const [line] = await as('coordinator', TUESDAY).read((stores) => stores.reports.entries({ keys: [key('visits')] }))
    expect(line?.unitId, 'what is submitted stays with who submitted it').toBe(plan.units.build)
  })

  it('the office is asked on its desk who reports and signs, and can settle on the one that is named first', async () => {
    const { plan, as, desk, duties } = await opened('asked', [
      ['trade', 'lead'],
      ['build', 'lead'],
      ['office', 'support'],
    ])
    const [open, ...others] = (await desk('officeStaff')).toChoose
    expect(open).toMatchObject({ itemTitle: '走访企业', unitName: '区商务局' })
    expect(open?.leads.map(({ unitName }) => unitName)).toEqual(['区商务局', '区住建局'])
    expect(others).toEqual([])
    for (const who of ['tradeSigner', 'inspector', 'coordinator', 'buildStaff'] as const)
      expect((await desk(who)).toChoose, `${who} is not asked`).toEqual([])
    const choose = () =>
      reporting.chooseReporting(as('officeStaff', TUESDAY), {
        ...{ itemId: plan.items.visits, unitId: plan.units.trade, reason: '仍由商务局填报' },
      })
    must(await choose())
    expect(code(await choose())).toBe('duty.sameUnit')
    expect((await desk('officeStaff')).toChoose).toEqual([])
    expect((await duties('officeStaff', 'visits')).reporting).toMatchObject({ unitName: '区商务局', basis: 'choice' })
  })

  it('the others countersign what the one has signed; a new signature asks anew', async () => {
    const { plan, key, as, submit, sign, desk } = await opened('countersign', [
      ['trade', 'lead'],
      ['build', 'lead'],
    ])
    const voice = (who: PersonName, revision: number, answer: 'agrees' | 'objects' = 'agrees', note = '') =>
      reporting.giveVoices(as(who, TUESDAY), [{ ...key('visits'), unitId: plan.units.build, revision, answer, note }])
    must(await submit('tradeReporter', 'visits'))
    expect(code(await voice('buildSigner', 1))).toBe('voice.notSigned')
    expect((await desk('buildSigner')).toHear).toEqual([])
    await sign('tradeSigner', 'visits')
    expect((await desk('buildSigner')).toHear).toMatchObject([{ own: { kind: 'countersign', state: 'waiting' } }])
    expect((await desk('buildReporter')).toHear, 'a signer countersigns').toEqual([])
    expect(code(await voice('buildReporter', 2))).toBe('right.denied')
    expect(code(await voice('tradeSigner', 2))).toBe('right.denied')
    expect(code(await voice('buildSigner', 1))).toBe('object.changedMeanwhile')
    expect(code(await voice('buildSigner', 2, 'objects'))).toBe('voice.reasonMissing')
    expect(must(await voice('buildSigner', 2))).toEqual({ given: 1 })
    expect(must(await voice('buildSigner', 2)), 'a retry keeps nothing more').toEqual({ given: 0 })
    expect((await desk('buildSigner')).toHear).toEqual([])
    const returned = { ...key('visits'), revision: 2, reason: '数据不符', dueAt: FRIDAY_EVENING }
    must(await reporting.returnReport(as('officeStaff', TUESDAY), returned))
    must(await submit('tradeReporter', 'visits', said('31'), WEDNESDAY, 3))
    await sign('tradeSigner', 'visits', 4, WEDNESDAY)
    expect((await desk('buildSigner', WEDNESDAY)).toHear).toMatchObject([{ own: { state: 'waiting' } }])
    expect((await desk('buildSigner', SATURDAY)).toHear, 'three working days are not over').toMatchObject([
      { own: { state: 'waiting' } },
    ])
    expect((await desk('buildSigner', '2026-03-17T02:00:00.000Z')).toHear).toMatchObject([{ own: { state: 'silent' } }])
  })
})

describe('supporting units', () => {
  it('confirm or object within three working days; after that silence is consent, and shown', async () => {
    const { plan, key, as, submit, sign, desk, duties } = await opened('support', [
      ['trade', 'lead'],
      ['build', 'support'],
      ['office', 'participate'],
    ])
    must(await submit('tradeReporter', 'visits'))
    await sign('tradeSigner', 'visits')
    const [asked, ...others] = (await desk('buildReporter')).toHear
    expect(asked?.own).toMatchObject({ kind: 'support', state: 'waiting', dueAt: FRIDAY_EVENING })
    expect(others).toEqual([])
    const say = (answer: 'agrees' | 'objects', note: string, now = TUESDAY) =>
      reporting.giveVoices(as('buildReporter', now), [
        { ...key('visits'), unitId: plan.units.build, revision: 2, answer, note },
      ])
    must(await say('objects', '其中3家未到访'))
    const heard = (await duties('officeStaff', 'visits')).heard
    expect(heard).toMatchObject([
      { periodId: D07, voices: [{ unitName: '区住建局', state: 'objects', note: '其中3家未到访' }] },
    ])
    must(await say('agrees', '', WEDNESDAY))
    expect((await duties('officeStaff', 'visits')).heard[0]?.voices).toMatchObject([{ state: 'agrees' }])
  })

  it('a silent one no longer stands in its list once its days are over', async () => {
    const { submit, sign, desk, duties } = await opened('consent', [
      ['trade', 'lead'],
      ['build', 'support'],
    ])
    must(await submit('tradeReporter', 'visits'))
    await sign('tradeSigner', 'visits')
    expect((await desk('buildReporter', SATURDAY)).toHear).toEqual([])
    expect((await duties('officeStaff', 'visits', SATURDAY)).heard[0]?.voices).toMatchObject([{ state: 'silent' }])
  })
})

describe('"not ours"', () => {
  const dispute = (plan: ReportingPlan, who: PersonName, now = TUESDAY, rest: Partial<{ reason: string }> = {}) =>
    reporting.disputeDuty(plan.as(who, now), {
      ...{ itemId: plan.items.visits, unitId: plan.units.trade, proposedUnitId: plan.units.build },
      ...{ reason: '职责已划转', ...rest },
    })

  it('is an answer: not silent, not asked again, and decided by the office within its days, then by the coordinator', async () => {
    const { plan, period, as, work, desk } = await opened('notours')
    expect(code(await dispute(plan, 'buildReporter'))).toBe('right.denied')
    expect(code(await dispute(plan, 'tradeReporter', TUESDAY, { reason: '' }))).toBe('dispute.reasonMissing')
    must(await dispute(plan, 'tradeReporter'))
    expect(code(await dispute(plan, 'tradeSigner'))).toBe('dispute.alreadyOpen')
    const mine = await work('tradeReporter')
    expect(mine.toReport.map(({ itemId }) => itemId)).not.toContain(plan.items.visits)
    expect(mine.underWay).toMatchObject([{ itemId: plan.items.visits, dispute: { state: 'open' } }])
    expect((await desk('officeStaff')).toArbitrate).toMatchObject([{ reason: '职责已划转', arbiter: 'withOffice' }])
    expect((await desk('coordinator')).toArbitrate).toEqual([])
    expect((await desk('coordinator', SATURDAY)).toArbitrate).toMatchObject([{ arbiter: 'withCoordinator' }])
    expect((await desk('officeStaff', SATURDAY)).toArbitrate, 'it has gone up').toEqual([])
    const settled = must(await reporting.closePeriod(as('coordinator', CLOSING), period))
    expect(settled, 'deals and park are silent, visits waits for its arbiter').toMatchObject({ pending: 1 })
  })

  it('given to another unit: the open line goes along, the text stays, the change is dated and has its reason', async () => {
    const { plan, as, work, desk, duties } = await opened('given')
    must(await dispute(plan, 'tradeReporter'))
    const [open] = (await desk('officeStaff')).toArbitrate
    const decide = (who: PersonName, toUnitId: string | null, revision = 1, reason = '按三定方案') =>
      reporting.arbitrateDispute(as(who, WEDNESDAY), { disputeId: open?.disputeId ?? '', revision, toUnitId, reason })
    expect(code(await decide('coordinator', plan.units.build))).toBe('right.denied')
    expect(code(await decide('officeStaff', plan.units.trade))).toBe('dispute.sameUnit')
    expect(code(await decide('officeStaff', plan.units.build, 1, ''))).toBe('dispute.decisionReasonMissing')
    expect(code(await decide('officeStaff', plan.units.build, 7))).toBe('object.changedMeanwhile')
    expect(must(await decide('officeStaff', plan.units.build))).toEqual({ movedLines: 1 })
    expect(code(await decide('officeStaff', null))).toBe('dispute.alreadyDecided')
    expect((await work('buildReporter')).toReport.map(({ itemId }) => itemId)).toContain(plan.items.visits)
    const after = await duties('inspector', 'visits')
    expect(after.reporting).toMatchObject({ unitName: '区住建局', basis: 'arbitration' })
    expect(after.disputes).toMatchObject([{ state: 'assigned', decisionReason: '按三定方案', toUnitName: '区住建局' }])
    expect(after.changes).toMatchObject([{ kind: 'arbitration', insteadOf: plan.units.trade }])
  })

  it('kept: the unit reports after all and is not late until its own due moment', async () => {
    const { plan, as, submit, work, desk } = await opened('kept')
    must(await dispute(plan, 'tradeReporter'))
    const [open] = (await desk('officeStaff')).toArbitrate
    // Decided on Wednesday evening after the line was due; one working day is given: Thursday 18:00.
    const evening = '2026-03-11T11:00:00.000Z'
    const kept = { disputeId: open?.disputeId ?? '', revision: 1, toUnitId: null, reason: '仍由商务局负责' }
    must(await reporting.arbitrateDispute(as('officeStaff', evening), kept))
    expect((await work('tradeReporter', evening)).toReport.map(({ itemId }) => itemId)).toContain(plan.items.visits)
    const sent = must(await submit('tradeReporter', 'visits', said('30'), '2026-03-12T09:00:00.000Z'))
    expect(sent.late).toBe(false)
  })

  it('can be taken back by its unit until it is decided', async () => {
    const { plan, as, work, desk } = await opened('back')
    const { disputeId } = must(await dispute(plan, 'tradeReporter'))
    const withdraw = (who: PersonName) => reporting.withdrawDispute(as(who, TUESDAY), { disputeId, revision: 1 })
    expect(code(await withdraw('buildReporter'))).toBe('right.denied')
    must(await withdraw('tradeSigner'))
    expect(code(await withdraw('tradeReporter'))).toBe('dispute.alreadyDecided')
    expect((await desk('officeStaff')).toArbitrate).toEqual([])
    expect((await work('tradeReporter')).toReport.map(({ itemId }) => itemId)).toContain(plan.items.visits)
  })
})

describe('a blockage', () => {
  const blocked = said('30', {
    claim: 'blocked',
    blockage: { what: '用地手续未批', needs: '请区住建局协调', by: '2026-03-20' },
  })

  it('is raised when the report leaves its unit, and lives on until its outcome is recorded', async () => {
    const { plan, as, submit, sign, desk, duties } = await opened('blocked')
    must(await submit('tradeReporter', 'visits', blocked))
    expect((await desk('buildReporter')).toAnswer, 'nothing has left the unit yet').toEqual([])
    await sign('tradeSigner', 'visits')
    const [asked] = (await desk('buildReporter')).toAnswer
    expect(asked).toMatchObject({
      what: '用地手续未批',
      needsUnitName: '区住建局',
      by: '2026-03-20',
      levelName: 'withUnit',
    })
    const act = (who: PersonName, action: 'answer' | 'escalate' | 'resolve', revision: number, now = TUESDAY) =>
      reporting.actOnBlockage(as(who, now), { blockageId: asked?.blockageId ?? '', revision, action, note: '已办' })
    expect(code(await act('tradeReporter', 'answer', 1))).toBe('right.denied')
    expect(code(await act('buildReporter', 'escalate', 1))).toBe('right.denied')
    expect(code(await act('tradeReporter', 'escalate', 1))).toBe('blockage.waitForAnswer')
    expect((await desk('tradeReporter', SATURDAY)).ownBlockages).toMatchObject([{ overdue: true }])
    // Unanswered in its days: up one level, which has days of its own.
    expect(must(await act('tradeReporter', 'escalate', 1, SATURDAY))).toMatchObject({ state: 'open', level: 1 })
    expect((await desk('buildReporter', SATURDAY)).toAnswer).toEqual([])
    expect((await desk('officeStaff', SATURDAY)).toAnswer).toMatchObject([
      { levelName: 'withOffice', levelDueAt: '2026-03-18T10:00:00.000Z', overdue: false },
    ])
    expect(code(await act('officeStaff', 'answer', 1, SATURDAY))).toBe('object.changedMeanwhile')
    must(await act('officeStaff', 'answer', 2, SATURDAY))
    expect(must(await act('tradeReporter', 'escalate', 3, SATURDAY)), 'answered, but not enough').toMatchObject({
      level: 2,
    })
    must(await act('coordinator', 'answer', 4, SATURDAY))
    must(await act('tradeReporter', 'resolve', 5, SATURDAY))
    expect(code(await act('tradeReporter', 'resolve', 6, SATURDAY))).toBe('blockage.closed')
    const { blockages } = await duties('inspector', 'visits', SATURDAY)
    expect(blockages).toMatchObject([{ state: 'resolved', outcome: '已办' }])
    expect(blockages[0]?.events.map(({ action }) => action)).toEqual([
      ...['raise', 'escalate', 'answer', 'escalate', 'answer', 'resolve'],
    ])
    expect(plan.units.trade).toBe(blockages[0]?.unitId)
  })

  it('of a report that goes on being blocked stays one; nobody is passed over who can answer', async () => {
    const { plan, as, submit, sign, desk } = await opened('once')
    must(await submit('tradeReporter', 'visits', blocked))
    await sign('tradeSigner', 'visits')
    const raise = (needs: string, item: ItemName = 'visits') =>
      reporting.raiseBlockage(as('tradeSigner', TUESDAY), {
        ...{ itemId: plan.items[item], unitId: plan.units.trade, what: '缺资金', needs, needsUnitId: null, by: null },
      })
    expect(code(await raise('请区住建局支持'))).toBe('blockage.alreadyOpen')
    expect(must(await raise('请上级支持', 'deals')), 'no unit is named: the office answers').toMatchObject({
      level: 1,
    })
    expect(code(await raise('', 'deals'))).toBe('report.blockageIncomplete')
    expect((await desk('officeStaff')).toAnswer).toMatchObject([{ needsUnitName: null, levelName: 'withOffice' }])
  })
})
