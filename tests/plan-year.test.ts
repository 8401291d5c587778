import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeOfficialDocx } from '#adapters/files'
import * as plans from '#app/plan'
import type { Result } from '#core/kit'
import { insertReportingPlan, type PersonName, type ReportingPlan } from './support/reporting-plan.ts'
import { textOfDocx } from './support/small-docx.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const NOW = '2026-03-10T02:00:00.000Z'
const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)

async function laid(regionId: string): Promise<ReportingPlan> {
  const plan = await insertReportingPlan(test, regionId)
  const rows = [
    { item_id: plan.items.visits, unit_id: plan.units.trade, role: 'lead', order_no: 0 },
    { item_id: plan.items.visits, unit_id: plan.units.build, role: 'support', order_no: 1 },
  ]
  await test.database.withRegion(regionId, (tx) =>
    tx
      .insertInto('plan_duty')
      .values(rows.map((row) => ({ region_id: regionId, ...row })))
      .execute(),
  )
  return plan
}

describe('a unit’s own year', () => {
  it('lists everything that all plans ask of it, with its strongest duty', async () => {
    const plan = await laid('year')
    const year = must(await plans.readYearPlan(plan.as('buildReporter', NOW), { unitId: plan.units.build }))
    expect(year).toMatchObject({ unitName: '区住建局', isOwn: true })
    const items = year.parts.flatMap((part) => part.items)
    expect(items.map(({ item, role, reports }) => [item.title, role, reports])).toEqual([
      ['走访企业', 'support', false],
      ['产业园一期', 'responsible', true],
      ['在建工地', 'responsible', true],
      ['重大污染事件', 'responsible', true],
    ])
    const seen = must(await plans.readYearPlan(plan.as('inspector', NOW), { unitId: plan.units.trade }))
    expect(seen.isOwn).toBe(false)
    expect(seen.parts[0]?.items[0]).toMatchObject({ role: 'lead', reports: true })
  })

  it('goes out as a Word file with duties, targets, what was signed for and the unit’s own measures', async () => {
    const plan = await laid('paper')
    const { build: unitId } = plan.units
    const [item] =
      must(await plans.readYearPlan(plan.as('buildReporter', NOW), { unitId })).parts[0]?.items.slice(1) ?? []
    const measure = { itemId: item?.item.itemId ?? '', unitId, title: '编制周计划', responsible: '工程科' }
    must(await plans.addMeasure(plan.as('buildReporter', NOW), { ...measure, dueOn: '2026-03-31', doneOn: null }))
    const words = async () => {
      const file = must(await plans.yearPlanDocx(plan.as('inspector', NOW), { unitId }, writeOfficialDocx))
      expect(file.fileName).toBe('区住建局年度计划.docx')
      return textOfDocx(file.bytes)
    }
    const before = await words()
    for (const said of ['区住建局年度计划', '走访企业', '配合', '产业园一期', '责任、填报', '尚未签收'])
      expect(before).toContain(said)
    expect(before).toContain('编制周计划（工程科，2026年3月31日前）')
    must(await plans.receivePlan(plan.as('buildSigner', NOW), { planId: plan.planId, version: 1, unitId }))
    const after = await words()
    expect(after).toContain('2026年3月10日签收第1版')
    expect(after).not.toContain('尚未签收')
  })

  it('is signed for by version; the coordinator sees who has not', async () => {
    const plan = await laid('receipts')
    const { planId, units } = plan
    const sign = (who: PersonName, unitId: string, version = 1) =>
      plans.receivePlan(plan.as(who, NOW), { planId, version, unitId })
    expect(code(await sign('buildReporter', units.trade))).toBe('right.denied')
    expect(code(await sign('tradeSigner', units.trade, 2))).toBe('plan.receiptOutdated')
    must(await sign('tradeSigner', units.trade))
    must(await sign('tradeReporter', units.trade))
    const log = await test.database.owner
      .selectFrom('audit')
      .select('actor_id')
      .where('region_id', '=', 'receipts')
      .where('action', '=', 'plan.receive')
      .execute()
    expect(log, 'signed twice, it changes nothing').toEqual([{ actor_id: plan.people.tradeSigner.accountId }])
    expect(code(await plans.listReceipts(plan.as('tradeSigner', NOW), { planId }))).toBe('right.denied')
    const before = must(await plans.listReceipts(plan.as('coordinator', NOW), { planId }))
    expect(before.units.map(({ unitName, isCurrent }) => [unitName, isCurrent])).toEqual([
      ['区住建局', false],
      ['区商务局', true],
    ])
    await test.database.withRegion('receipts', async (tx) => {
      const first = await tx.selectFrom('plan_version').selectAll().executeTakeFirstOrThrow()
      const next = { ...first, version: 2, content: JSON.stringify(first.content) }
      await tx.insertInto('plan_version').values(next).execute()
      await tx.updateTable('plan').set({ current_version: 2 }).execute()
    })
    const year = must(await plans.readYearPlan(plan.as('tradeSigner', NOW), { unitId: units.trade }))
    expect(year.parts[0], 'the new version is not signed for yet').toMatchObject({
      plan: { version: 2 },
      receipt: { version: 1 },
    })
    const after = must(await plans.listReceipts(plan.as('coordinator', NOW), { planId }))
    expect(after.units.every(({ isCurrent }) => !isCurrent)).toBe(true)
  })

  it('holds its own measures below an item; the item itself is the plan’s', async () => {
    const plan = await laid('measures')
    const { units, items } = plan
    const said = { title: '每月走访10家', responsible: '企业服务科科长', dueOn: '2026-06-30', doneOn: null }
    const add = (who: PersonName, unitId: string, itemId = items.visits, rest = {}) =>
      plans.addMeasure(plan.as(who, NOW), { unitId, itemId, ...said, ...rest })
    expect(code(await add('buildReporter', units.trade))).toBe('right.denied')
    expect(code(await add('buildReporter', units.build, items.deals))).toBe('measure.noDuty')
    expect(code(await add('tradeReporter', units.trade, items.visits, { title: ' ' }))).toBe('measure.titleMissing')
    expect(code(await add('tradeReporter', units.trade, items.visits, { doneOn: '2026-03-11' }))).toBe(
      'measure.doneInFuture',
    )
    const { measureId } = must(await add('tradeReporter', units.trade))
    must(await add('buildReporter', units.build))
    const change = (who: PersonName, revision: number, next: Partial<typeof said> | null) =>
      plans.changeMeasure(plan.as(who, NOW), { measureId, revision, said: next && { ...said, ...next } })
    expect(code(await change('buildReporter', 1, {}))).toBe('right.denied')
    must(await change('tradeSigner', 1, { title: '每月走访12家' }))
    expect(code(await change('tradeReporter', 1, {})), 'the second sees that it was changed').toBe(
      'object.changedMeanwhile',
    )
    const read = async () =>
      must(await plans.readYearPlan(plan.as('tradeReporter', NOW), { unitId: units.trade }))
        .parts.flatMap((part) => part.items)
        .flatMap(({ item, measures }) => measures.map((measure) => [item.quote, measure.title]))
    expect(await read()).toEqual([['走访企业。', '每月走访12家']])
    must(await change('tradeReporter', 2, null))
    expect(await read()).toEqual([])
  })
})
