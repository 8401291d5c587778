import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { sha256Text } from '#adapters/secrets'
import type { Tables } from '#adapters/store'
import type { Context } from '#app/kit'
import { addCadence } from '#app/reporting'
import type { RoleGrant } from '#core/organisation'
import type { IndicatorItem, PlanItem, Target } from '#core/plan'
import { dispatch, wholePlan } from './dispatch.ts'
import type { TestHouse } from './test-house.ts'

/**
 * A plan of five items over three units, with a dekad cadence and nothing reported yet. Campaign 1 has its office in the
 * government office (which reports nothing), campaign 2 in the building bureau itself.
 */
export interface ReportingPlan {
  readonly regionId: string
  readonly planId: string
  readonly cadenceId: string
  readonly units: Readonly<Record<UnitName, string>>
  readonly items: Readonly<Record<ItemName, string>>
  readonly people: Readonly<Record<PersonName, { readonly accountId: string; readonly roles: readonly RoleGrant[] }>>
  /** A context of one of the people at a moment of the region's clock. */
  as(person: PersonName, now: string): Context
}

type UnitName = 'trade' | 'build' | 'office'
type ItemName = 'visits' | 'deals' | 'park' | 'stock' | 'gdp' | 'spill'
export type PersonName =
  | 'coordinator'
  | 'deputyCoordinator'
  | 'inspector'
  | 'tradeReporter'
  | 'tradeSecond'
  | 'tradeSigner'
  | 'tradeBoth'
  | 'buildReporter'
  | 'buildSigner'
  | 'officeStaff'
  | 'buildStaff'

const CREATED = '2026-01-05T01:00:00.000Z'
const itemNames: readonly ItemName[] = ['visits', 'deals', 'park', 'stock', 'gdp', 'spill']

/** Inserts the plan into a region of its own and adds its cadence: due one working day after the period, at 18:00. */
export async function insertReportingPlan(
  test: Pick<TestHouse, 'database' | 'contextOf'>,
  regionId: string,
): Promise<ReportingPlan> {
  const planId = randomUUID()
  const units = { trade: randomUUID(), build: randomUUID(), office: randomUUID() }
  const items = Object.fromEntries(itemNames.map((name) => [name, randomUUID()])) as ReportingPlan['items']
  const people = peopleOf(planId, units)
  const as = (person: PersonName, now: string): Context =>
    test.contextOf(
      { regionId, timeZone: 'Asia/Shanghai', clockAt: now },
      people[person].accountId,
      people[person].roles,
    )
  const plan = { regionId, planId, units, items, people }
  await test.database.withRegion(regionId, async (tx) => {
    await insertPeople(tx, plan)
    await insertPlanRows(tx, plan)
  })
  // Tests open its periods themselves; those of the clock say so.
  const rhythm = { planId, name: '旬调度', ...wholePlan, acts: dispatch(), opensByItself: false }
  const cadence = await addCadence(as('coordinator', CREATED), rhythm)
  if (!cadence.ok) throw new Error(cadence.refusal.code)
  return { ...plan, cadenceId: cadence.value.cadenceId, as }
}

type Rows = Omit<ReportingPlan, 'cadenceId' | 'as'>

function peopleOf(planId: string, { trade, build, office }: ReportingPlan['units']): ReportingPlan['people'] {
  const person = (...roles: RoleGrant[]) => ({ accountId: randomUUID(), roles })
  return {
    coordinator: person({ role: 'coordinator' }),
    deputyCoordinator: person({ role: 'coordinator' }),
    inspector: person({ role: 'inspector' }),
    tradeReporter: person({ role: 'reporter', unitId: trade }),
    tradeSecond: person({ role: 'reporter', unitId: trade }),
    tradeSigner: person({ role: 'signer', unitId: trade }),
    tradeBoth: person({ role: 'reporter', unitId: trade }, { role: 'signer', unitId: trade }),
    buildReporter: person({ role: 'reporter', unitId: build }),
    buildSigner: person({ role: 'signer', unitId: build }),
    officeStaff: person({ role: 'taskForceStaff', unitId: office, planId, taskForceNo: 1 }),
    buildStaff: person({ role: 'taskForceStaff', unitId: build, planId, taskForceNo: 2 }),
  }
}

async function insertPeople(tx: Transaction<Tables>, { regionId: region_id, units, people }: Rows): Promise<void> {
  const region = { region_id, name: '青澜区', kind: 'county', clock_at: CREATED, created_at: CREATED }
  await tx.insertInto('region').values(region).execute()
  const names = { trade: '区商务局', build: '区住建局', office: '区政府办' }
  await tx
    .insertInto('unit')
    .values(
      Object.entries(units).map(([name, unit_id]) => ({
        ...{ region_id, unit_id, kind: 'bureau', sort_key: name, initials: name, created_at: CREATED },
        name: names[name as UnitName],
      })),
    )
    .execute()
  await tx
    .insertInto('account')
    .values(
      Object.entries(people).map(([login, { accountId: account_id }]) => ({
        ...{ region_id, account_id, login, display_name: login, created_at: CREATED },
      })),
    )
    .execute()
  await tx
    .insertInto('account_role')
    .values(
      Object.values(people).flatMap(({ accountId: account_id, roles }) =>
        roles.map(({ role, unitId, planId, taskForceNo }) => ({
          ...{ region_id, grant_id: randomUUID(), account_id, role, granted_at: CREATED, unit_id: unitId ?? null },
          ...{ plan_id: planId ?? null, task_force_no: taskForceNo ?? null },
        })),
      ),
    )
    .execute()
}

async function insertPlanRows(tx: Transaction<Tables>, plan: Rows): Promise<void> {
  const { regionId: region_id, planId: plan_id, units, people } = plan
  const document_id = randomUUID()
  const by = people.coordinator.accountId
  await tx
    .insertInto('issued_document')
    .values({
      ...{ region_id, document_id, file_name: '青澜区攻坚方案.docx', file_sha256: '0'.repeat(64), file_size: 1 },
      ...{ source: '{}', created_at: CREATED, created_by: by },
    })
    .execute()
  await tx
    .insertInto('plan')
    .values({ region_id, plan_id, title: '青澜区攻坚方案', year: 2026, current_version: 1 })
    .execute()
  await tx
    .insertInto('plan_version')
    .values({
      ...{ region_id, plan_id, version: 1, document_id, content: '{}', content_hash: sha256Text('{}') },
      ...{ published_at: CREATED, published_by: by },
    })
    .execute()
  await tx
    .insertInto('task_force')
    .values([
      { region_id, plan_id, campaign_no: 1, office_unit_id: units.office },
      { region_id, plan_id, campaign_no: 2, office_unit_id: units.build },
    ])
    .execute()
  const unitOf: Readonly<Record<ItemName, UnitName>> = {
    ...{ visits: 'trade', deals: 'trade', park: 'build', stock: 'build', gdp: 'trade', spill: 'build' },
  }
  await tx
    .insertInto('plan_item')
    .values(
      planItems(plan.items).map(([name, item], order_no) => ({
        ...{
          region_id,
          plan_id,
          item_id: item.itemId,
          kind: item.kind,
          campaign_no: item.campaignNo,
          title: item.title,
        },
        ...{ path: item.path, search_text: item.title, order_no, frequency: item.frequency, added_in_version: 1 },
        origin: item.kind === 'indicator' ? item.origin : 'own',
        reporting_unit_id: units[unitOf[name]],
        body: JSON.stringify(item),
      })),
    )
    .execute()
}

function planItems(items: ReportingPlan['items']): readonly (readonly [ItemName, PlanItem])[] {
  const base = (name: ItemName, title: string, campaignNo: number, frequency: PlanItem['frequency']) => ({
    ...{ itemId: items[name], campaignNo, path: `附件${campaignNo}/一`, title, sentence: null, quote: `${title}。` },
    ...{ duties: [], openList: false, leaderInCharge: null, responsiblePerson: null, timeNodes: [], frequency },
  })
  const indicator = (
    own: ReturnType<typeof base>,
    target: Pick<Target, 'kind' | 'measure' | 'value' | 'unit'>,
    rest: Pick<IndicatorItem, 'accumulation' | 'origin'>,
  ): IndicatorItem => ({
    ...{ ...own, ...rest, kind: 'indicator', trajectory: { kind: 'linear' }, taskId: null, measureConfirmed: true },
    target: {
      ...{ ...target, subject: own.title, op: '>=', valueHigh: null, commitment: 'firm', baseline: null },
      ...{ relativeTo: null, due: '2026-12-31' },
    },
  })
  const count = { kind: 'increment', measure: 'flow', value: '120', unit: '次' } as const
  const timeNodes = [{ label: '主体封顶', due: '2026-03-31' }]
  return [
    ['visits', indicator(base('visits', '走访企业', 1, 'dekad'), count, { accumulation: 'yearToDate', origin: 'own' })],
    ['deals', indicator(base('deals', '新签约项目', 1, 'dekad'), count, { accumulation: 'perPeriod', origin: 'own' })],
    ['park', { ...base('park', '产业园一期', 2, 'dekad'), kind: 'task', timeNodes }],
    ['stock', indicator(base('stock', '在建工地', 2, 'month'), count, { accumulation: 'snapshot', origin: 'own' })],
    [
      'gdp',
      indicator(
        base('gdp', '地区生产总值增速', 1, 'quarter'),
        { kind: 'growth', measure: 'flow', value: '6.5', unit: '%' },
        { accumulation: 'snapshot', origin: 'statutory' },
      ),
    ],
    [
      'spill',
      indicator(
        base('spill', '重大污染事件', 2, 'year'),
        { kind: 'redLine', measure: 'hold', value: '0', unit: '起' },
        { accumulation: 'snapshot', origin: 'own' },
      ),
    ],
  ]
}
