import { afterAll, beforeAll, expect, it } from 'vitest'
import * as plans from '#app/plan'
import * as reporting from '#app/reporting'
import type { Result } from '#core/kit'
import { insertReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const TUESDAY = '2026-03-10T02:00:00.000Z'
const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)

/** What became of the one report of a batch. */
const outcome = async (batch: Promise<Result<readonly reporting.ReportOutcome[]>>): Promise<Result<unknown>> =>
  must(await batch)[0]?.result ?? { ok: true, value: null }

it('the coordinating office sees every sub-plan, and writes nothing that is theirs to say', async () => {
  const plan = await insertReportingPlan(test, 'overall')
  const { items, units, cadenceId } = plan
  const office = plan.as('coordinator', TUESDAY)
  const period = { cadenceId, periodId: '2026-D07' }
  must(await reporting.openPeriod(office, period))
  const { lines } = must(await reporting.readPeriod(office, period))
  const seen = new Set(lines.map(({ entry }) => entry.item.campaignNo))
  expect([...seen].sort(), 'sheets of both campaigns').toEqual([1, 2])
  const listed = must(await plans.listItems(office, { planId: plan.planId, filter: {} }))
  expect(listed).toHaveLength(Object.keys(items).length)

  const visits = { ...period, itemId: items.visits, revision: 0 }
  const body = { figure: '30', noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] } as const
  const step = { title: '走访', responsible: '', dueOn: '2026-06-30', doneOn: null }
  const mine = { itemId: items.visits, unitId: units.trade }
  const tried: Readonly<Record<string, Promise<Result<unknown>>>> = {
    draft: reporting.saveDraft(office, { ...visits, body }),
    report: reporting.submitReport(office, { ...visits, requestKey: null, body }),
    signature: outcome(reporting.signReports(office, [{ ...visits, revision: 1 }])),
    measure: plans.addMeasure(office, { ...mine, ...step }),
    receipt: plans.receivePlan(office, { planId: plan.planId, version: 1, unitId: units.trade }),
    notOurs: reporting.disputeDuty(office, { ...mine, proposedUnitId: null, reason: '应由住建局承担' }),
    blockage: reporting.raiseBlockage(office, {
      ...{ ...mine, what: '缺资金', needs: '请协调', needsUnitId: null, by: null },
    }),
  }
  const answers = await Promise.all(Object.entries(tried).map(async ([deed, made]) => [deed, code(await made)]))
  expect(answers.filter(([, answer]) => answer !== 'right.denied')).toEqual([])
  const after = must(await reporting.readPeriod(office, period)).lines.map(({ entry }) => entry.report)
  expect(after.every((report) => report === null)).toBe(true)
})
