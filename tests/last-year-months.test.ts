import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { proposeSchedule, readSchedule } from '#app/insight'
import { decideLink } from '#app/plan'
import { acceptReports, openPeriod, type ReportOutcome, signReports, submitReports } from '#app/reporting'
import { periodById, type Result } from '#core/kit'
import { defaultThresholds, type IndicatorItem } from '#core/plan'
import { insertReportingPlan, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const done = (result: Result<readonly ReportOutcome[]>) =>
  must(result).map(({ key, result: one }) => ({ ...key, revision: must(one).revision }))

const amounts = ['8', '5', '12', '10', '11', '9', '7', '13', '15', '10', '12', '14']
const NEW_YEAR = '2027-01-10T02:00:00.000Z'

/** The last dekad of a month, in which the visits so far are told and accepted. */
async function tellMonth(plan: ReportingPlan, month: number): Promise<void> {
  const periodId = `2026-D${String(month * 3).padStart(2, '0')}`
  const { first, last } = periodById(periodId)
  const { cadenceId, items, as } = plan
  must(await openPeriod(as('coordinator', `${first}T02:00:00.000Z`), { cadenceId, periodId }))
  const figure = String(amounts.slice(0, month).reduce((sum, amount) => sum + Number(amount), 0))
  const said = { noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [], evidence: [] } as const
  const input = { cadenceId, periodId, itemId: items.visits, revision: 0, requestKey: null, body: { ...said, figure } }
  const at = `${last}T02:00:00.000Z`
  const sent = done(await submitReports(as('tradeReporter', at), [input]))
  done(await acceptReports(as('officeStaff', at), done(await signReports(as('tradeSigner', at), sent))))
}

/** The plan of the next year with the visits alone. */
async function insertNextYear({ regionId: region_id, planId, items, people }: ReportingPlan): Promise<string> {
  const { owner } = test.database
  const [plan_id, item_id] = [randomUUID(), randomUUID()]
  const before = await owner
    .selectFrom('plan_item')
    .selectAll()
    .where('item_id', '=', items.visits)
    .executeTakeFirstOrThrow()
  const version = await owner
    .selectFrom('plan_version')
    .selectAll()
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow()
  const item = (typeof before.body === 'string' ? JSON.parse(before.body) : before.body) as IndicatorItem
  const body: IndicatorItem = { ...item, itemId: item_id, target: { ...item.target, due: '2027-12-31' } }
  const head = { title: '青澜区2027年攻坚方案', year: 2027, current_version: 1 }
  await owner
    .insertInto('plan')
    .values({ region_id, plan_id, ...head })
    .execute()
  const { document_id, content_hash } = version
  const content = JSON.stringify({ campaigns: [], thresholds: defaultThresholds })
  await owner.updateTable('plan_version').set({ content }).where('plan_id', '=', planId).execute()
  const published = { published_at: NEW_YEAR, published_by: people.coordinator.accountId }
  await owner
    .insertInto('plan_version')
    .values({ region_id, plan_id, version: 1, document_id, content, content_hash, ...published })
    .execute()
  const { title, path, search_text, order_no, frequency, origin, reporting_unit_id, kind, campaign_no } = before
  const row = { title, path, search_text, order_no, frequency, origin, reporting_unit_id, kind, campaign_no }
  await owner
    .insertInto('plan_item')
    .values({ ...row, region_id, plan_id, item_id, body: JSON.stringify(body), added_in_version: 1 })
    .execute()
  return item_id
}

it('the months of a linked item of last year are offered once all twelve are known, with where they are from', async () => {
  const plan = await insertReportingPlan(test, 'last-year')
  for (let month = 1; month <= 11; month += 1) await tellMonth(plan, month)
  const itemId = await insertNextYear(plan)
  const coordinator = plan.as('coordinator', NEW_YEAR)
  const offered = async () => must(await readSchedule(coordinator, { itemId })).lastYear
  expect(await offered(), 'nobody has confirmed that it is the same').toBeNull()
  must(await decideLink(coordinator, { earlierItemId: plan.items.visits, laterItemId: itemId, confirm: true }))
  expect(await offered(), 'December is not known').toBeNull()
  await tellMonth(plan, 12)
  expect(await offered()).toEqual({
    ...{ itemId: plan.items.visits, title: '走访企业', planTitle: '青澜区攻坚方案', year: 2026, months: amounts },
  })
  const asked = {
    ...{
      itemId,
      effectiveFrom: '2027-01-10',
      reason: '按上年各月安排',
      source: '《青澜区攻坚方案》“走访企业”各月完成数',
    },
    body: { part: 'trajectory', trajectory: { kind: 'seasonal', monthShares: amounts } } as const,
  }
  must(await proposeSchedule(plan.as('tradeReporter', NEW_YEAR), asked))
})
