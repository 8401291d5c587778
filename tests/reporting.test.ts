import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffAttachment } from '#adapters/files'
import { ATTACHMENT_LIMIT_BYTES } from '#app/kit'
import * as reporting from '#app/reporting'
import type { Result } from '#core/kit'
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
const BEFORE = '2026-03-10T02:00:00.000Z'
const AFTER = '2026-03-11T10:00:01.000Z'
const CLOSING = '2026-03-12T02:00:00.000Z'

const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)
const codes = (outcomes: readonly reporting.ReportOutcome[]): readonly string[] =>
  outcomes.map(({ result }) => code(result))

const said = (figure: string | null, rest: Partial<reporting.SaidBody> = {}): reporting.SaidBody => ({
  ...{ figure, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [], ...rest },
})

/** Shorthands over one plan. */
function desk(plan: ReportingPlan) {
  const key = (item: keyof ReportingPlan['items'], periodId = D07) => ({
    ...{ cadenceId: plan.cadenceId, periodId, itemId: plan.items[item] },
  })
  const period = (periodId = D07) => ({ cadenceId: plan.cadenceId, periodId })
  return {
    ...{ key, period },
    open: (periodId = D07, now = BEFORE) => reporting.openPeriod(plan.as('coordinator', now), period(periodId)),
    submit: (
      who: PersonName,
      item: keyof ReportingPlan['items'],
      body: reporting.SaidBody,
      { now = BEFORE, revision = 0, requestKey = null as string | null, periodId = D07 } = {},
    ) => reporting.submitReport(plan.as(who, now), { ...key(item, periodId), revision, requestKey, body }),
    sign: async (who: PersonName, item: keyof ReportingPlan['items'], revision: number, now = BEFORE, periodId = D07) =>
      must(await reporting.signReports(plan.as(who, now), [{ ...key(item, periodId), revision }])),
    accept: async (
      who: PersonName,
      item: keyof ReportingPlan['items'],
      revision: number,
      now = AFTER,
      periodId = D07,
    ) => must(await reporting.acceptReports(plan.as(who, now), [{ ...key(item, periodId), revision }])),
  }
}

/** Submits, signs and accepts one report. */
async function carry(
  plan: ReportingPlan,
  item: 'visits' | 'deals' | 'park' | 'stock',
  body: reporting.SaidBody,
  periodId = D07,
  now = BEFORE,
): Promise<void> {
  const { submit, sign, accept } = desk(plan)
  const trade = item === 'visits' || item === 'deals'
  const people = trade
    ? (['tradeReporter', 'tradeSigner', 'officeStaff'] as const)
    : (['buildReporter', 'buildSigner', 'coordinator'] as const)
  must(await submit(people[0], item, body, { periodId, now }))
  expect(codes(await sign(people[1], item, 1, now, periodId))).toEqual(['accepted'])
  expect(codes(await accept(people[2], item, 2, now, periodId))).toEqual(['accepted'])
}

describe('opening a period', () => {
  it('asks each unit only for what has a figure due, and fixes the due moment by the work calendar', async () => {
    const plan = await insertReportingPlan(test, 'opening')
    const { open, period } = desk(plan)
    const preview = must(await reporting.previewPeriod(plan.as('coordinator', BEFORE), period()))
    expect(preview).toEqual({ dueAt: '2026-03-11T10:00:00.000Z', items: 3, units: 2, unowned: [] })
    expect(must(await open())).toEqual(preview)
    expect(code(await open())).toBe('period.alreadyOpen')
    // The last dekad of March also asks for the month; statutory figures are never asked, nor the yearly one.
    expect(must(await open('2026-D09'))).toMatchObject({ items: 4, dueAt: '2026-04-01T10:00:00.000Z' })
  })

  it('moves the due moment with the region’s own calendar and over the statutory holidays', async () => {
    const plan = await insertReportingPlan(test, 'calendar')
    const { period } = desk(plan)
    const ask = async (periodId: string) =>
      must(await reporting.previewPeriod(plan.as('coordinator', BEFORE), period(periodId))).dueAt
    // 30 April is followed by the Labour Day holiday of 2026.
    expect(await ask('2026-D12')).toBe('2026-05-06T10:00:00.000Z')
    await test.database.withRegion('calendar', (tx) =>
      tx.insertInto('calendar_override').values({ region_id: 'calendar', day: '2026-03-11', kind: 'rest' }).execute(),
    )
    expect(await ask(D07)).toBe('2026-03-12T10:00:00.000Z')
  })

  it('refuses what is no dekad, and anyone but the coordinator', async () => {
    const plan = await insertReportingPlan(test, 'refusing')
    const { open, period } = desk(plan)
    expect(code(await open('2026-M03'))).toBe('period.unknownId')
    expect(code(await open('2026-D37'))).toBe('period.unknownId')
    for (const person of ['tradeReporter', 'tradeSigner', 'officeStaff', 'inspector'] as const) {
      expect(code(await reporting.openPeriod(plan.as(person, BEFORE), period()))).toBe('right.denied')
    }
  })
})

describe('submit, sign, accept', () => {
  it('goes its way through three persons, and through nobody else', async () => {
    const plan = await insertReportingPlan(test, 'way')
    const { open, submit, sign, accept } = desk(plan)
    must(await open())
    for (const person of ['buildReporter', 'tradeSigner', 'coordinator', 'officeStaff'] as const) {
      expect(code(await submit(person, 'visits', said('12')))).toBe('right.denied')
    }
    expect(must(await submit('tradeBoth', 'visits', said('12')))).toEqual({
      state: 'submitted',
      revision: 1,
      late: false,
    })
    expect(code(await submit('tradeSecond', 'visits', said('13'), { revision: 1 }))).toBe('report.cannotSubmit')
    expect(codes(await sign('tradeBoth', 'visits', 1))).toEqual(['report.ownReport'])
    expect(codes(await sign('buildSigner', 'visits', 1))).toEqual(['right.denied'])
    expect(codes(await accept('officeStaff', 'visits', 1))).toEqual(['report.notSigned'])
    expect(codes(await sign('tradeSigner', 'visits', 1))).toEqual(['accepted'])
    expect(codes(await accept('coordinator', 'visits', 2))).toEqual(['right.denied'])
    expect(codes(await accept('buildStaff', 'visits', 2))).toEqual(['right.denied'])
    expect(codes(await accept('officeStaff', 'visits', 2))).toEqual(['accepted'])
    expect(codes(await accept('officeStaff', 'visits', 3))).toEqual(['report.cannotAccept'])
  })

  it('is accepted by the coordinator where the office sits in the reporting unit', async () => {
    const plan = await insertReportingPlan(test, 'inside')
    const { open, submit, sign, accept } = desk(plan)
    must(await open())
    must(await submit('buildReporter', 'park', said(null, { claim: 'onPace' })))
    expect(codes(await sign('buildSigner', 'park', 1))).toEqual(['accepted'])
    expect(codes(await accept('buildStaff', 'park', 2))).toEqual(['report.insideOwnUnit'])
    expect(codes(await accept('coordinator', 'park', 2))).toEqual(['accepted'])
  })

  it('is late by the region’s clock, one second after the due moment', async () => {
    const plan = await insertReportingPlan(test, 'late')
    const { open, submit } = desk(plan)
    must(await open())
    expect(must(await submit('tradeReporter', 'visits', said('1'), { now: '2026-03-11T10:00:00.000Z' })).late).toBe(
      false,
    )
    expect(must(await submit('tradeReporter', 'deals', said('1'), { now: AFTER })).late).toBe(true)
  })

  it('answers a retried request alike and writes nothing again', async () => {
    const plan = await insertReportingPlan(test, 'retry')
    const { open, submit, sign } = desk(plan)
    must(await open())
    const first = must(await submit('tradeReporter', 'visits', said('7'), { requestKey: 'k-1' }))
    expect(must(await submit('tradeReporter', 'visits', said('7'), { requestKey: 'k-1' }))).toEqual(first)
    await sign('tradeSigner', 'visits', 1)
    expect(must(await submit('tradeReporter', 'visits', said('7'), { requestKey: 'k-1' }))).toMatchObject({
      state: 'signed',
    })
    expect(await auditActions('retry')).toEqual(['cadence.add', 'period.open', 'report.sign', 'report.submit'])
    const both = await Promise.all([1, 2].map(() => submit('tradeReporter', 'deals', said('3'), { requestKey: 'k-2' })))
    expect(both.map(must)).toEqual([
      { state: 'submitted', revision: 1, late: false },
      { state: 'submitted', revision: 1, late: false },
    ])
  })

  it('lets one of two people at once through; the other sees the first’s change', async () => {
    const plan = await insertReportingPlan(test, 'two')
    const { open, submit, key } = desk(plan)
    must(await open())
    const both = await Promise.all([
      submit('tradeReporter', 'visits', said('7')),
      submit('tradeSecond', 'visits', said('8')),
    ])
    expect(both.map(code).sort()).toEqual(['accepted', 'report.cannotSubmit'])
    must(await reporting.saveDraft(plan.as('tradeReporter', BEFORE), { ...key('deals'), revision: 0, body: said('1') }))
    expect(code(await submit('tradeSecond', 'deals', said('2')))).toBe('object.changedMeanwhile')
    expect(code(await submit('tradeSecond', 'deals', said('2'), { revision: 1 }))).toBe('accepted')
  })

  it('checks what is said before it takes it', async () => {
    const plan = await insertReportingPlan(test, 'checks')
    const { open, submit } = desk(plan)
    must(await open())
    expect(code(await submit('tradeReporter', 'visits', said(null)))).toBe('report.figureMissing')
    expect(code(await submit('tradeReporter', 'visits', said('十二')))).toBe('report.figureNotNumber')
    expect(code(await submit('tradeReporter', 'visits', said(null, { noChange: true })))).toBe('report.nothingToRepeat')
    expect(code(await submit('buildReporter', 'park', said('3', { claim: 'onPace' })))).toBe('report.figureNotAsked')
    expect(code(await submit('buildReporter', 'park', said(null)))).toBe('report.claimMissing')
    expect(code(await submit('buildReporter', 'park', said(null, { claim: 'done' })))).toBe('report.doneNeedsEvidence')
    expect(code(await submit('tradeReporter', 'gdp', said('6.1')))).toBe('object.notFound')
    expect(code(await submit('tradeReporter', 'visits', said(' 1,234.50 ')))).toBe('accepted')
    const [line] = must(await reporting.readMyWork(plan.as('tradeReporter', BEFORE))).underWay
    expect(line?.report?.body.figure).toBe('1234.5')
  })

  it('is returned with a reason and a due moment of its own, and is then not late', async () => {
    const plan = await insertReportingPlan(test, 'return')
    const { open, submit, sign, accept, key } = desk(plan)
    must(await open())
    must(await submit('tradeReporter', 'visits', said('12')))
    await sign('tradeSigner', 'visits', 1)
    const back = { ...key('visits'), revision: 2, reason: '与台账不符', dueAt: '2026-03-13T10:00:00.000Z' }
    expect(code(await reporting.returnReport(plan.as('officeStaff', AFTER), { ...back, reason: ' ' }))).toBe(
      'report.returnReasonMissing',
    )
    expect(code(await reporting.returnReport(plan.as('officeStaff', AFTER), { ...back, dueAt: BEFORE }))).toBe(
      'report.returnDuePast',
    )
    expect(code(await reporting.returnReport(plan.as('tradeReporter', AFTER), back))).toBe('report.ownReport')
    must(await reporting.returnReport(plan.as('officeStaff', AFTER), back))
    const [line] = must(await reporting.readMyWork(plan.as('tradeReporter', AFTER))).toReport.filter(
      (entry) => entry.itemId === plan.items.visits,
    )
    expect(line?.report).toMatchObject({ state: 'returned', returnReason: '与台账不符' })
    const again = await submit('tradeReporter', 'visits', said('11'), { now: CLOSING, revision: 3 })
    expect(must(again)).toEqual({ state: 'submitted', revision: 4, late: false })
    await sign('tradeSigner', 'visits', 4, CLOSING)
    expect(codes(await accept('officeStaff', 'visits', 5, CLOSING))).toEqual(['accepted'])
  })

  it('is withdrawn by whoever submitted it, until it is signed', async () => {
    const plan = await insertReportingPlan(test, 'withdraw')
    const { open, submit, sign, key } = desk(plan)
    must(await open())
    must(await submit('tradeReporter', 'visits', said('12'), { requestKey: 'k' }))
    const withdraw = (who: PersonName, revision: number) =>
      reporting.withdrawReport(plan.as(who, BEFORE), { ...key('visits'), revision })
    expect(code(await withdraw('tradeSecond', 1))).toBe('right.denied')
    expect(code(await withdraw('tradeReporter', 1))).toBe('accepted')
    expect(code(await submit('tradeReporter', 'visits', said('13'), { revision: 2, requestKey: 'k' }))).toBe('accepted')
    await sign('tradeSigner', 'visits', 3)
    expect(code(await withdraw('tradeReporter', 4))).toBe('report.cannotWithdraw')
  })
})

describe('no change', () => {
  it('repeats a running total, counts 0 for a figure of the period, keeps a blockage, for many items in one request', async () => {
    const plan = await insertReportingPlan(test, 'same')
    const { open, key, period } = desk(plan)
    must(await open())
    await carry(plan, 'visits', said('40'))
    await carry(plan, 'deals', said('5'))
    const blockage = { what: '用地未批', needs: '区自然资源局', by: '2026-04-01' }
    await carry(plan, 'park', said(null, { claim: 'blocked', blockage }))
    must(await reporting.closePeriod(plan.as('coordinator', CLOSING), period()))
    must(await reporting.sealPeriod(plan.as('coordinator', CLOSING), period()))
    must(await open('2026-D08', CLOSING))
    const asked = (['visits', 'deals'] as const).map((item) => ({
      ...key(item, '2026-D08'),
      revision: 0,
      requestKey: 'n',
    }))
    expect(codes(must(await reporting.submitNoChange(plan.as('tradeReporter', CLOSING), asked)))).toEqual([
      'accepted',
      'accepted',
    ])
    const park = [{ ...key('park', '2026-D08'), revision: 0, requestKey: 'n' }]
    expect(codes(must(await reporting.submitNoChange(plan.as('buildReporter', CLOSING), park)))).toEqual(['accepted'])
    for (const item of ['visits', 'deals'] as const) await desk(plan).sign('tradeSigner', item, 1, CLOSING, '2026-D08')
    for (const item of ['visits', 'deals'] as const)
      await desk(plan).accept('officeStaff', item, 2, CLOSING, '2026-D08')
    await desk(plan).sign('buildSigner', 'park', 1, CLOSING, '2026-D08')
    await desk(plan).accept('coordinator', 'park', 2, CLOSING, '2026-D08')
    const next = '2026-03-25T02:00:00.000Z'
    must(await reporting.closePeriod(plan.as('coordinator', next), period('2026-D08')))
    must(await reporting.sealPeriod(plan.as('coordinator', next), period('2026-D08')))
    const payload = await sealedPayload('same', 2)
    const figures = Object.fromEntries(
      payload.counted.map((report) => [report.itemId, [report.figure, report.noChange, report.claim]]),
    )
    expect(figures).toEqual({
      [plan.items.visits]: ['40', true, null],
      [plan.items.deals]: ['0', true, null],
      [plan.items.park]: [null, true, 'blocked'],
    })
    must(await open('2026-D09', next))
    const due = must(await reporting.readMyWork(plan.as('tradeReporter', next))).toReport
    expect(due.find((entry) => entry.itemId === plan.items.visits)?.last).toMatchObject({ value: '40', noChanges: 1 })
    const blocked = must(await reporting.readMyWork(plan.as('buildReporter', next))).toReport
    expect(blocked.find((entry) => entry.itemId === plan.items.park)?.last?.blockage).toEqual(blockage)
  })

  it('reads in a sealed period as it was sealed, whatever is corrected before it afterwards', async () => {
    const plan = await insertReportingPlan(test, 'reread')
    const { open, key, period, sign, accept } = desk(plan)
    must(await open())
    await carry(plan, 'visits', said('40'))
    must(await reporting.closePeriod(plan.as('coordinator', CLOSING), period()))
    must(await reporting.sealPeriod(plan.as('coordinator', CLOSING), period()))
    must(await open('2026-D08', CLOSING))
    const same = [{ ...key('visits', '2026-D08'), revision: 0, requestKey: 'n' }]
    must(await reporting.submitNoChange(plan.as('tradeReporter', CLOSING), same))
    await sign('tradeSigner', 'visits', 1, CLOSING, '2026-D08')
    await accept('officeStaff', 'visits', 2, CLOSING, '2026-D08')
    const next = '2026-03-25T02:00:00.000Z'
    const lastOf = async (now: string) =>
      must(await reporting.readPeriod(plan.as('coordinator', now), period('2026-D08')))
        .lines.map(({ entry }) => entry)
        .find((entry) => entry.itemId === plan.items.visits)?.last?.value
    const correct = async (newFigure: string, now: string) => {
      const ask = { ...key('visits'), newFigure, newClaim: null, reason: '重复计入' }
      const { correctionId } = must(await reporting.makeCorrection(plan.as('coordinator', now), ask))
      must(await reporting.decideCorrection(plan.as('deputyCoordinator', now), { correctionId, approve: true }))
    }
    await correct('39', CLOSING)
    expect(await lastOf(next), 'corrected before the seal').toBe('39')
    must(await reporting.closePeriod(plan.as('coordinator', next), period('2026-D08')))
    must(await reporting.sealPeriod(plan.as('coordinator', next), period('2026-D08')))
    const after = '2026-03-26T02:00:00.000Z'
    await correct('38', after)
    expect(await lastOf(after), 'corrected after the seal').toBe('39')
  })
})

describe('files', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const typeByContent = sniffAttachment

  it('hang on a report that is not submitted, typed by content, once per content', async () => {
    const plan = await insertReportingPlan(test, 'files')
    const { open, submit, key } = desk(plan)
    must(await open())
    const as = plan.as('buildReporter', BEFORE)
    const file = { ...key('park'), bytes: png, fileName: '封顶.png', typeByContent }
    const attached = must(await reporting.attachFile(as, file))
    expect(attached.revision).toBe(1)
    expect(must(await reporting.attachFile(as, file))).toEqual(attached)
    expect(code(await reporting.attachFile(as, { ...file, bytes: new Uint8Array([0x4d, 0x5a, 0x90, 0]) }))).toBe(
      'reader.attachmentType',
    )
    expect(code(await reporting.attachFile(plan.as('tradeReporter', BEFORE), file))).toBe('right.denied')
    const over = { ...file, bytes: new Uint8Array(ATTACHMENT_LIMIT_BYTES + 1) }
    expect(code(await reporting.attachFile(as, over))).toBe('request.tooLarge')
    const other = must(await reporting.attachFile(as, { ...file, bytes: new Uint8Array([...png, 1]) }))
    const removed = await reporting.removeAttachment(as, { ...key('park'), attachmentId: other.attachmentId })
    expect([other.revision, must(removed).revision]).toEqual([2, 3])
    const done = said(null, { claim: 'done', nodesDone: ['主体封顶'] })
    must(await submit('buildReporter', 'park', done, { revision: 3 }))
    expect(code(await reporting.attachFile(as, file))).toBe('report.cannotSave')
    const read = must(await reporting.readAttachment(plan.as('coordinator', BEFORE), attached))
    expect([...read.bytes]).toEqual([...png])
    expect(read.fileName).toBe('封顶.png')
  })
})

describe('closing and sealing', () => {
  it('counts what is accepted; in time but waiting is pending, the rest is silent', async () => {
    const plan = await insertReportingPlan(test, 'closing')
    const { open, submit, sign, period } = desk(plan)
    must(await open())
    await carry(plan, 'visits', said('40'))
    must(await submit('tradeReporter', 'deals', said('2')))
    await sign('tradeSigner', 'deals', 1)
    expect(code(await reporting.closePeriod(plan.as('coordinator', BEFORE), period()))).toBe('period.notDue')
    expect(code(await reporting.closePeriod(plan.as('officeStaff', CLOSING), period()))).toBe('right.denied')
    expect(code(await reporting.sealPeriod(plan.as('coordinator', CLOSING), period()))).toBe('period.notClosed')
    const both = await Promise.all(
      (['coordinator', 'deputyCoordinator'] as const).map((who) =>
        reporting.closePeriod(plan.as(who, CLOSING), period()),
      ),
    )
    expect(both.map(code).sort()).toEqual(['accepted', 'period.notOpen'])
    expect(both.find((result) => result.ok)).toMatchObject({ value: { counted: 1, pending: 1, silent: 1 } })
    expect(code(await submit('buildReporter', 'park', said(null, { claim: 'onPace' }), { now: CLOSING }))).toBe(
      'report.periodClosed',
    )
    const overview = must(await reporting.readPeriod(plan.as('coordinator', CLOSING), period()))
    expect(
      overview.units.map(({ unitName, lines, accepted, waiting, silent }) => [
        unitName,
        lines,
        accepted,
        waiting,
        silent,
      ]),
    ).toEqual([
      ['区住建局', 1, 0, 0, 1],
      ['区商务局', 2, 1, 1, 0],
    ])
    const seals = await Promise.all(
      (['coordinator', 'deputyCoordinator'] as const).map((who) =>
        reporting.sealPeriod(plan.as(who, CLOSING), period()),
      ),
    )
    expect(seals.map(code).sort()).toEqual(['accepted', 'period.alreadySealed'])
    const payload = await sealedPayload('closing', 1)
    expect([payload.counted.length, payload.pending.length, payload.silent.length]).toEqual([1, 1, 1])
    expect(code(await submit('buildReporter', 'park', said(null, { claim: 'onPace' }), { now: CLOSING }))).toBe(
      'report.alreadySealed',
    )
  })

  it('never loses an acceptance to a seal made at the same moment', async () => {
    const plan = await insertReportingPlan(test, 'race')
    const { open, submit, sign, period, key } = desk(plan)
    must(await open())
    for (const item of ['visits', 'deals'] as const) {
      must(await submit('tradeReporter', item, said('2')))
      await sign('tradeSigner', item, 1)
    }
    must(await reporting.closePeriod(plan.as('coordinator', CLOSING), period()))
    const [accepted] = await Promise.all([
      reporting.acceptReports(
        plan.as('officeStaff', CLOSING),
        (['visits', 'deals'] as const).map((item) => ({ ...key(item), revision: 2 })),
      ),
      reporting.sealPeriod(plan.as('coordinator', CLOSING), period()),
    ])
    const inTime = codes(must(accepted)).filter((outcome) => outcome === 'accepted').length
    expect((await sealedPayload('race', 1)).counted.length).toBe(inTime)
  })

  it('hangs seals on one chain in order of closing', async () => {
    const plan = await insertReportingPlan(test, 'chain')
    const { open, period } = desk(plan)
    must(await open(D07))
    must(await open('2026-D08'))
    const later = '2026-03-24T02:00:00.000Z'
    must(await reporting.closePeriod(plan.as('coordinator', CLOSING), period(D07)))
    must(await reporting.closePeriod(plan.as('coordinator', later), period('2026-D08')))
    expect(code(await reporting.sealPeriod(plan.as('coordinator', later), period('2026-D08')))).toBe('period.sealOrder')
    const first = must(await reporting.sealPeriod(plan.as('coordinator', later), period(D07)))
    const second = must(await reporting.sealPeriod(plan.as('coordinator', later), period('2026-D08')))
    expect([first.seq, second.seq]).toEqual([1, 2])
    expect((await sealedPayload('chain', 2)).previousHash).toBe(first.hash)
  })
})

describe('correction after the seal', () => {
  it('is made by the unit, approved by another person, and leaves the seal as it was', async () => {
    const plan = await insertReportingPlan(test, 'correct')
    const { open, period } = desk(plan)
    must(await open())
    await carry(plan, 'visits', said('40'))
    const ask = { ...period(), itemId: plan.items.visits, newFigure: '38', newClaim: null, reason: '重复计入两次' }
    expect(code(await reporting.makeCorrection(plan.as('tradeReporter', CLOSING), ask))).toBe('correction.notSealed')
    must(await reporting.closePeriod(plan.as('coordinator', CLOSING), period()))
    must(await reporting.sealPeriod(plan.as('coordinator', CLOSING), period()))
    expect(code(await reporting.makeCorrection(plan.as('buildReporter', CLOSING), ask))).toBe('right.denied')
    const { correctionId } = must(await reporting.makeCorrection(plan.as('coordinator', CLOSING), ask))
    const decide = (who: PersonName) =>
      reporting.decideCorrection(plan.as(who, CLOSING), { correctionId, approve: true })
    expect(code(await decide('coordinator'))).toBe('correction.ownCorrection')
    expect(code(await decide('officeStaff'))).toBe('right.denied')
    expect(code(await decide('deputyCoordinator'))).toBe('accepted')
    expect(code(await decide('deputyCoordinator'))).toBe('correction.alreadyDecided')
    const history = must(await reporting.readHistory(plan.as('tradeReporter', CLOSING), { itemId: plan.items.visits }))
    expect(history.corrections).toMatchObject([
      { oldFigure: '40', newFigure: '38', madeByName: 'coordinator', approvedByName: 'deputyCoordinator' },
    ])
    expect((await sealedPayload('correct', 1)).counted[0]?.figure).toBe('40')
    must(await open('2026-D08', CLOSING))
    const due = must(await reporting.readMyWork(plan.as('tradeReporter', CLOSING))).toReport
    expect(due.find((entry) => entry.itemId === plan.items.visits)?.last?.value).toBe('38')
  })
})

describe('releases, verification, red lines', () => {
  it('takes statutory figures from a release only, all of it or nothing', async () => {
    const plan = await insertReportingPlan(test, 'release')
    const now = '2026-04-20T02:00:00.000Z'
    const source = { body: '市统计局', document: '一季度统计公报', releasedOn: '2026-04-18' }
    const gdp = { itemId: plan.items.gdp, periodId: '2026-Q1', value: '6.2', estimate: false }
    const take = (figures: readonly (typeof gdp)[], who: PersonName = 'coordinator', rest = {}) =>
      reporting.importReleases(plan.as(who, now), { ...source, ...rest, figures })
    expect(code(await take([gdp], 'tradeReporter'))).toBe('right.denied')
    expect(code(await take([{ ...gdp, itemId: plan.items.visits }]))).toBe('release.ownFigure')
    expect(code(await take([{ ...gdp, periodId: '2026-M03' }]))).toBe('release.periodKind')
    expect(code(await take([{ ...gdp, periodId: '2026-Q2' }]))).toBe('release.periodNotOver')
    expect(code(await take([gdp, { ...gdp, value: '约6' }]))).toBe('release.figureNotNumber')
    expect(code(await take([gdp], 'coordinator', { releasedOn: '2026-05-01' }))).toBe('release.dateInFuture')
    expect(must(await take([gdp]))).toEqual({ imported: 1 })
    expect(must(await take([{ ...gdp, value: '6.30' }]))).toEqual({ imported: 1 })
    const [series] = must(await reporting.listSeries(plan.as('coordinator', now)))
    expect(series?.latest).toMatchObject({
      value: '6.3',
      periodId: '2026-Q1',
      body: '市统计局',
      releasedOn: '2026-04-18',
    })
    const log = await auditBodies('release', 'release.import')
    expect(log.map((body) => body['before'])).toHaveLength(2)
    expect(log.map((body) => body['before'])).toEqual(
      expect.arrayContaining([null, { value: '6.2', estimate: false, document: '一季度统计公报' }]),
    )
  })

  it('is verified outside the reporting unit, in one’s own role', async () => {
    const plan = await insertReportingPlan(test, 'verify')
    const input = { itemId: plan.items.visits, periodId: null, basis: 'inspector' as const, note: '现场抽查20户' }
    expect(code(await reporting.verifyFigure(plan.as('tradeReporter', CLOSING), input))).toBe('right.denied')
    expect(code(await reporting.verifyFigure(plan.as('coordinator', CLOSING), input))).toBe('verification.notYourRole')
    expect(code(await reporting.verifyFigure(plan.as('inspector', CLOSING), { ...input, note: '' }))).toBe(
      'verification.noteMissing',
    )
    must(await reporting.verifyFigure(plan.as('inspector', CLOSING), input))
    const spill = { itemId: plan.items.spill, happenedOn: '2026-03-02', note: '河道油污' }
    expect(
      code(await reporting.recordRedLineEvent(plan.as('inspector', CLOSING), { ...spill, itemId: plan.items.visits })),
    ).toBe('redLine.notRedLine')
    must(await reporting.recordRedLineEvent(plan.as('inspector', CLOSING), spill))
    const history = must(await reporting.readHistory(plan.as('coordinator', CLOSING), { itemId: plan.items.spill }))
    expect(history.redLineEvents).toMatchObject([{ happenedOn: '2026-03-02', note: '河道油污' }])
  })
})

async function auditActions(regionId: string): Promise<readonly string[]> {
  const rows = await test.database.owner
    .selectFrom('audit')
    .select('action')
    .where('region_id', '=', regionId)
    .execute()
  return rows.map((row) => row.action).sort()
}

async function auditBodies(regionId: string, action: string): Promise<readonly Record<string, unknown>[]> {
  const rows = await test.database.owner
    .selectFrom('audit')
    .select('body')
    .where('region_id', '=', regionId)
    .where('action', '=', action)
    .execute()
  return rows.map((row) => JSON.parse(row.body) as Record<string, unknown>)
}

interface Payload {
  readonly previousHash: string
  readonly counted: readonly { itemId: string; figure: string | null; noChange: boolean; claim: string | null }[]
  readonly pending: readonly unknown[]
  readonly silent: readonly unknown[]
}

async function sealedPayload(regionId: string, seq: number): Promise<Payload> {
  const row = await test.database.owner
    .selectFrom('seal')
    .select('payload')
    .where('region_id', '=', regionId)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.payload) as Payload
}
