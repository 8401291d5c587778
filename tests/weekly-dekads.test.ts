import { afterAll, beforeAll, expect, it } from 'vitest'
import * as reporting from '#app/reporting'
import { dispatch, wholePlan } from './support/dispatch.ts'
import { insertReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

it('asks an item of a weekly rhythm for each dekad once: in the week that ends it, and of this year’s dekads only', async () => {
  const plan = await insertReportingPlan(test, 'weekly')
  const { planId, items, cadenceId: dekads } = plan
  const before = plan.as('coordinator', '2025-12-22T02:00:00.000Z')
  const add = async (name: string, list: 'indicator' | null) =>
    must(
      await reporting.addCadence(before, {
        ...{ planId, name, ...wholePlan, list, acts: dispatch({ periodKind: 'week' }), reason: '按周调度' },
      }),
    ).cadenceId
  const weekly = await add('指标周调度', 'indicator')
  const later = plan.as('coordinator', '2026-03-05T02:00:00.000Z')
  const asked = async (cadenceId: string, periodId: string) => {
    must(await reporting.openPeriod(later, { cadenceId, periodId }))
    const { lines } = must(await reporting.readPeriod(later, { cadenceId, periodId }))
    return lines.flatMap(({ entry }) => (entry.itemId === items.visits ? [entry.figurePeriodId] : []))
  }
  const weeks: (readonly [string, readonly string[]])[] = []
  for (const week of ['01', '02', '03', '04', '05', '06', '07', '08', '09'])
    weeks.push([week, await asked(weekly, `2026-W${week}`)])
  expect(weeks).toEqual([
    ['01', []],
    ['02', ['2026-D01']],
    ['03', []],
    ['04', ['2026-D02']],
    ['05', ['2026-D03']],
    ['06', []],
    ['07', ['2026-D04']],
    ['08', ['2026-D05']],
    ['09', ['2026-D06']],
  ])
  expect(await asked(dekads, '2026-D04'), 'the dekad rhythm of the plan leaves it to its own').toEqual([])
  const second = await add('另一周调度', null)
  expect(await asked(second, '2026-W08'), 'no second rhythm asks it again').toEqual([])
})
