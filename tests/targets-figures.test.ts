import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sniffAttachment } from '#adapters/files'
import { sha256Text } from '#adapters/secrets'
import { withRegionRecords } from '#adapters/store'
import { readItem, readTarget } from '#app/insight'
import * as reporting from '#app/reporting'
import type { RateParts } from '#core/reporting'
import { insertReportingPlan, type ReportingPlan } from './support/reporting-plan.ts'
import { code, IN_MARCH, marchDesk, restate, said } from './support/target-steps.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const row = (name: string, rest: Partial<reporting.RecognitionInput> = {}): reporting.RecognitionInput => ({
  ...{ name, disclosure: 'internal', body: '市统计局', document: '', filedOn: '2026-02-10', admittedOn: null },
  ...{ recognisedOn: null, ...rest },
})
const recognised = { admittedOn: '2026-02-20', recognisedOn: '2026-03-12', document: '市统字〔2026〕9号' } as const

const add = (
  plan: ReportingPlan,
  input: reporting.RecognitionInput,
  who: 'tradeReporter' | 'buildReporter' = 'tradeReporter',
) => reporting.addRecognition(plan.as(who, IN_MARCH), { itemId: plan.items.visits, ...input })

describe('what another body decides', () => {
  it('counts recognised rows only, and only after the acceptor has looked at their documents', async () => {
    const plan = await insertReportingPlan(test, 'recognised')
    await restate(test, plan, { visits: { item: { recognised: true }, target: { value: '3', unit: '家' } } })
    const { open, submit, sign, accept } = marchDesk(plan)
    await open()
    const { rowId } = must(await add(plan, row('区甲电子公司', recognised)))
    must(await add(plan, row('区乙食品公司', { admittedOn: '2026-03-01' })))
    must(await add(plan, row('区丙机械公司')))
    expect(code(await submit('tradeReporter', 'visits', said('3')))).toBe('report.figureFollowsRows')
    expect(must(await submit('tradeReporter', 'visits', said(null))).state).toBe('submitted')
    expect(await sign('tradeSigner', 'visits', 1)).toBe('accepted')
    expect(await accept('officeStaff', 'visits', 2)).toBe('report.rowsNotLookedAt')
    must(await reporting.lookAtRecognitions(plan.as('officeStaff', IN_MARCH), { rowIds: [rowId] }))
    expect(await accept('officeStaff', 'visits', 2)).toBe('accepted')
    const view = must(await readTarget(plan.as('tradeReporter', IN_MARCH), { itemId: plan.items.visits }))
    expect(view.recognised?.funnel).toEqual({ filed: 3, admitted: 2, recognised: 1, lookedAt: 1 })
    const item = must(
      await readItem(plan.as('tradeReporter', '2026-04-01T02:00:00.000Z'), { itemId: plan.items.visits }),
    )
    expect(item.live.actual).toBe('1')
    expect(item.history[0]?.verifiedBy).toBe('document')
  })

  it('lets nobody look at the document of a row that he entered himself, nor inside the own unit', async () => {
    const plan = await insertReportingPlan(test, 'looking')
    await restate(test, plan, { visits: { item: { recognised: true } } })
    const { rowId } = must(await add(plan, row('区甲电子公司', recognised)))
    const look = (who: Parameters<ReportingPlan['as']>[0]) =>
      reporting.lookAtRecognitions(plan.as(who, IN_MARCH), { rowIds: [rowId] })
    expect(code(await look('tradeReporter'))).toBe('right.denied')
    expect(code(await look('tradeSigner'))).toBe('right.denied')
    expect(code(await look('buildStaff'))).toBe('right.denied')
    expect(code(await look('officeStaff'))).toBe('accepted')
    expect(code(await add(plan, row('区丁公司'), 'buildReporter'))).toBe('right.denied')
  })

  it('keeps a row that was looked at, and takes it out with a reason only through the acceptor', async () => {
    const plan = await insertReportingPlan(test, 'standing-row')
    await restate(test, plan, { visits: { item: { recognised: true } } })
    const { rowId } = must(await add(plan, row('区甲电子公司', recognised)))
    const change = { rowId, revision: 1, ...row('区甲电子有限公司', recognised) }
    expect(code(await reporting.changeRecognition(plan.as('tradeReporter', IN_MARCH), change))).toBe('accepted')
    expect(code(await reporting.changeRecognition(plan.as('tradeSecond', IN_MARCH), change))).toBe(
      'object.changedMeanwhile',
    )
    must(await reporting.lookAtRecognitions(plan.as('officeStaff', IN_MARCH), { rowIds: [rowId] }))
    const late = { ...change, revision: 3 }
    expect(code(await reporting.changeRecognition(plan.as('tradeReporter', IN_MARCH), late))).toBe(
      'recognition.lookedAt',
    )
    const out = (who: 'tradeReporter' | 'officeStaff', reason: string) =>
      reporting.withdrawRecognition(plan.as(who, IN_MARCH), { rowId, reason })
    expect(code(await out('tradeReporter', '重复'))).toBe('recognition.lookedAt')
    expect(code(await out('officeStaff', ' '))).toBe('recognition.reasonMissing')
    expect(code(await out('officeStaff', '文件已撤销'))).toBe('accepted')
    expect(code(await out('officeStaff', '再来一次'))).toBe('recognition.withdrawn')
  })

  it.each([
    ['no document', { ...recognised, document: ' ' }, 'recognition.documentMissing'],
    ['dates against their order', { ...recognised, admittedOn: '2026-03-20' }, 'recognition.dateOrder'],
    ['a day ahead', { ...recognised, recognisedOn: '2026-04-20' }, 'recognition.dateInvalid'],
    ['no body', { ...recognised, body: '' }, 'recognition.bodyMissing'],
    ['no name', { ...recognised, name: '' }, 'recognition.nameMissing'],
  ])('refuses a row with %s', async (what, part, refusal) => {
    const plan = await insertReportingPlan(test, `row-${refusal.split('.')[1]?.toLowerCase()}`)
    await restate(test, plan, { visits: { item: { recognised: true } } })
    expect(code(await add(plan, row(what, part)))).toBe(refusal)
  })

  it('shows restricted names and their documents only to those who handle them', async () => {
    const plan = await insertReportingPlan(test, 'restricted-names')
    await restate(test, plan, { visits: { item: { recognised: true } } })
    const { rowId } = must(await add(plan, row('区甲电子公司', { ...recognised, disclosure: 'restricted' })))
    const bytes = new TextEncoder().encode('%PDF-1.7\n%%EOF')
    const upload = {
      owner: 'recognition',
      ownerId: rowId,
      bytes,
      fileName: '文件.pdf',
      typeByContent: sniffAttachment,
    } as const
    const file = must(await reporting.attachTargetFile(plan.as('tradeReporter', IN_MARCH), upload))
    const seen = async (who: Parameters<ReportingPlan['as']>[0]) => {
      const view = must(await readTarget(plan.as(who, IN_MARCH), { itemId: plan.items.visits }))
      const read = await reporting.readTargetFile(plan.as(who, IN_MARCH), { attachmentId: file.attachmentId })
      return [view.recognised?.rows[0]?.name, code(read)]
    }
    expect(await seen('tradeSigner')).toEqual(['区甲电子公司', 'accepted'])
    expect(await seen('officeStaff')).toEqual(['区甲电子公司', 'accepted'])
    expect(await seen('buildReporter')).toEqual([null, 'object.notFound'])
  })

  it('stands a total on its baseline, and waits for one', async () => {
    const plan = await insertReportingPlan(test, 'recognised-total')
    const total = { kind: 'level', measure: 'stock', value: '24', unit: '家' } as const
    await restate(test, plan, { visits: { item: { recognised: true, accumulation: 'snapshot' }, target: total } })
    const { open, submit } = marchDesk(plan)
    await open()
    must(await add(plan, row('区甲电子公司', recognised)))
    expect(code(await submit('tradeReporter', 'visits', said(null)))).toBe('recognition.baselineMissing')
    const fact = { kind: 'baseline', value: '22' } as const
    const stated = { itemId: plan.items.visits, fact, document: '2025年统计公报' }
    const { factId } = must(await reporting.stateTargetFact(plan.as('tradeReporter', IN_MARCH), stated))
    must(await reporting.decideTargetFact(plan.as('coordinator', IN_MARCH), { factId, approve: true }))
    expect(code(await submit('tradeReporter', 'visits', said('1')))).toBe('report.figureFollowsRows')
    expect(code(await submit('tradeReporter', 'visits', said('23')))).toBe('accepted')
  })
})

describe('rates', () => {
  const parts: RateParts = {
    ...{ numerator: '48', denominator: '64', keptBy: '区卫健局', asOf: '2026-03-31', document: '家庭医生签约台账' },
    uncovered: [],
  }
  const asRate = { kind: 'level', measure: 'stock', value: '90', unit: '%' } as const

  it('are never bare, and follow from their parts', async () => {
    const plan = await insertReportingPlan(test, 'rates')
    await restate(test, plan, { visits: { item: { accumulation: 'snapshot' }, target: asRate } })
    const { open, submit, sign, accept } = marchDesk(plan)
    await open()
    expect(code(await submit('tradeReporter', 'visits', said('75')))).toBe('report.barePercentage')
    expect(code(await submit('tradeReporter', 'visits', said('80', { parts })))).toBe('report.figureFollowsParts')
    const zero = { ...parts, denominator: '0' }
    expect(code(await submit('tradeReporter', 'visits', said(null, { parts: zero })))).toBe(
      'report.denominatorNotPositive',
    )
    expect(code(await submit('tradeReporter', 'visits', said(null, { parts })))).toBe('accepted')
    expect(await sign('tradeSigner', 'visits', 1)).toBe('accepted')
    expect(await accept('officeStaff', 'visits', 2)).toBe('accepted')
    const view = must(await readTarget(plan.as('tradeReporter', IN_MARCH), { itemId: plan.items.visits }))
    expect(view.rate).toMatchObject({ figure: '75', parts: { numerator: '48', denominator: '64' } })
  })

  it('of full coverage name who is not covered', async () => {
    const plan = await insertReportingPlan(test, 'coverage')
    const target = { ...asRate, kind: 'coverage', value: '100' } as const
    await restate(test, plan, { visits: { item: { accumulation: 'snapshot' }, target } })
    const { open, submit } = marchDesk(plan)
    await open()
    const with63 = (uncovered: readonly string[]) => said(null, { parts: { ...parts, numerator: '63', uncovered } })
    expect(code(await submit('tradeReporter', 'visits', with63([])))).toBe('report.uncoveredMissing')
    expect(code(await submit('tradeReporter', 'visits', with63(['第一社区', '第二社区'])))).toBe(
      'report.uncoveredTooMany',
    )
    expect(code(await submit('tradeReporter', 'visits', with63(['第一社区'])))).toBe('accepted')
  })

  it('stay with the seal: a part that is changed by hand is found', async () => {
    const plan = await insertReportingPlan(test, 'sealed-rate')
    await restate(test, plan, { visits: { item: { accumulation: 'snapshot' }, target: asRate } })
    const { open, submit, sign, accept, seal } = marchDesk(plan)
    await open()
    must(await submit('tradeReporter', 'visits', said(null, { parts })))
    await sign('tradeSigner', 'visits', 1)
    await accept('officeStaff', 'visits', 2)
    await seal()
    expect(await proof(plan)).toEqual([])
    await test.database.owner
      .updateTable('report')
      .set({ parts: JSON.stringify({ ...parts, denominator: '640' }) })
      .where('region_id', '=', plan.regionId)
      .where('item_id', '=', plan.items.visits)
      .execute()
    expect(await proof(plan)).toEqual(['proof.reportChanged'])
  })
})

async function proof(plan: ReportingPlan): Promise<readonly string[]> {
  const options = { regionId: plan.regionId, sha256: sha256Text, checkFile: () => Promise.resolve('intact' as const) }
  const found = await withRegionRecords(test.database, options, (records) =>
    reporting.verifyRegion(records, { sha256: sha256Text }),
  )
  return found.findings.map(({ code: name }) => name)
}
