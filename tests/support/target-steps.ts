import { randomUUID } from 'node:crypto'
import { sha256Text } from '#adapters/secrets'
import * as reporting from '#app/reporting'
import { canonicalJson, type Result } from '#core/kit'
import type { IndicatorItem, PlanItem, Target } from '#core/plan'
import type { PersonName, ReportingPlan } from './reporting-plan.ts'
import type { TestHouse } from './test-house.ts'
import { must } from './must.ts'

/** 2026-D09 is 21 to 31 March: dekad and month are due in it. */
export const MARCH = '2026-D09'
export const IN_MARCH = '2026-03-31T02:00:00.000Z'
export const CLOSING = '2026-04-02T02:00:00.000Z'

/** The code of a refusal, or `accepted`. */
export const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)

/** Said of one figure. */
export const said = (figure: string | null, rest: Partial<reporting.SaidBody> = {}): reporting.SaidBody => ({
  ...{ figure, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [], ...rest },
})

type ItemName = keyof ReportingPlan['items']

interface ItemChange {
  readonly target?: Partial<Target>
  readonly item?: Partial<IndicatorItem>
}

/** Gives the plan a version that standings can be read from, and changes items of it as a plan would have stated them. */
export async function restate(
  test: TestHouse,
  plan: ReportingPlan,
  changes: Partial<Record<ItemName, ItemChange>>,
): Promise<void> {
  const { owner } = test.database
  const content = { campaigns: [], thresholds: { lagShare: '0.1', lagUnits: '1', growthPoints: '0.5' } }
  await owner
    .updateTable('plan_version')
    .set({ content: JSON.stringify(content), content_hash: sha256Text(canonicalJson(content)) })
    .where('region_id', '=', plan.regionId)
    .execute()
  for (const [name, change] of Object.entries(changes) as [ItemName, ItemChange][]) {
    const itemId = plan.items[name]
    const { body } = await owner
      .selectFrom('plan_item')
      .select('body')
      .where('item_id', '=', itemId)
      .executeTakeFirstOrThrow()
    const item = body as unknown as PlanItem
    if (item.kind !== 'indicator') continue
    const next: IndicatorItem = { ...item, ...change.item, target: { ...item.target, ...change.target } }
    await owner
      .updateTable('plan_item')
      .set({ body: JSON.stringify(next), title: next.title, origin: next.origin, frequency: next.frequency })
      .where('item_id', '=', itemId)
      .execute()
  }
}

/** Shorthands over one plan in March. */
export function marchDesk(plan: ReportingPlan) {
  const key = (item: ItemName) => ({ cadenceId: plan.cadenceId, periodId: MARCH, itemId: plan.items[item] })
  const period = { cadenceId: plan.cadenceId, periodId: MARCH }
  return {
    key,
    open: async () => must(await reporting.openPeriod(plan.as('coordinator', IN_MARCH), period)),
    submit: (who: PersonName, item: ItemName, body: reporting.SaidBody, revision = 0) =>
      reporting.submitReport(plan.as(who, IN_MARCH), { ...key(item), revision, requestKey: randomUUID(), body }),
    sign: async (who: PersonName, item: ItemName, revision: number) =>
      code(first(must(await reporting.signReports(plan.as(who, IN_MARCH), [{ ...key(item), revision }])))),
    accept: async (who: PersonName, item: ItemName, revision: number) =>
      code(first(must(await reporting.acceptReports(plan.as(who, IN_MARCH), [{ ...key(item), revision }])))),
    async seal(at = CLOSING) {
      must(await reporting.closePeriod(plan.as('coordinator', at), period))
      return must(await reporting.sealPeriod(plan.as('coordinator', at), period))
    },
  }
}

function first(outcomes: readonly reporting.ReportOutcome[]): Result<unknown> {
  const [outcome] = outcomes
  if (!outcome) throw new Error('no outcome')
  return outcome.result
}
