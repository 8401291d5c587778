import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { sha256Text } from '#adapters/secrets'
import type { Tables } from '#adapters/store'
import type { RoleGrant } from '#core/organisation'
import { contentOf, issuedText, itemsOf, unitNames } from './small-plan-content.ts'
import type { SmallPlan, SmallUnit } from './small-plan-content.ts'
import { insertReports } from './small-plan-reports.ts'
import type { TestHouse } from './test-house.ts'

export type { SmallPlan } from './small-plan-content.ts'

const CREATED = '2026-01-05T01:00:00.000Z'

/** Inserts the small plan into a region of its own, whose clock stands at 18:00 of 31 July 2026. */
export async function insertSmallPlan({ database }: TestHouse, regionId = 'lakeside'): Promise<SmallPlan> {
  const plan = planned(regionId)
  await database.withRegion(regionId, (tx) => insertOrganisation(tx, plan))
  await database.withRegion(regionId, (tx) => insertPlan(tx, plan))
  await database.withRegion(regionId, (tx) => insertReports(tx, plan))
  return plan
}

function planned(regionId: string): SmallPlan {
  const units = { invest: randomUUID(), build: randomUUID(), office: randomUUID() }
  const [planId, region] = [randomUUID(), { regionId, timeZone: 'Asia/Shanghai', clockAt: '2026-07-31T10:00:00.000Z' }]
  const person = (...roles: RoleGrant[]) => ({ accountId: randomUUID(), roles })
  const ids = { signed: '', industry: '', green: '', deaths: '', park: '', filing: '' }
  return {
    ...{ region, planId, units },
    items: Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()])) as SmallPlan['items'],
    people: {
      coordinator: person({ role: 'coordinator', unitId: units.office }),
      inspector: person({ role: 'inspector', unitId: units.office }),
      leader: person({ role: 'leader' }),
      auditor: person({ role: 'auditor' }),
      investReporter: person({ role: 'reporter', unitId: units.invest }),
      investSigner: person({ role: 'signer', unitId: units.invest }),
      buildReporter: person({ role: 'reporter', unitId: units.build }),
      buildSigner: person({ role: 'signer', unitId: units.build }),
      buildStaff: person({ role: 'taskForceStaff', unitId: units.build, planId, taskForceNo: 2 }),
    },
  }
}

async function insertOrganisation(tx: Transaction<Tables>, { region, units, people }: SmallPlan): Promise<void> {
  const region_id = region.regionId
  await tx
    .insertInto('region')
    .values({ region_id, name: '湖滨区', kind: 'county', clock_at: region.clockAt, created_at: CREATED })
    .execute()
  const unitRows = Object.entries(units).map(([name, unit_id]) => ({
    ...{ region_id, unit_id, sort_key: name, initials: name, created_at: CREATED },
    name: unitNames[name as SmallUnit],
    kind: 'bureau',
  }))
  await tx.insertInto('unit').values(unitRows).execute()
  const accounts = Object.entries(people).map(([login, { accountId: account_id }]) => ({
    ...{ region_id, account_id, login, display_name: login, created_at: CREATED },
  }))
  await tx.insertInto('account').values(accounts).execute()
  const grants = Object.values(people).flatMap(({ accountId, roles }) =>
    roles.map(({ role, unitId, planId, taskForceNo }) => ({
      ...{ region_id, grant_id: randomUUID(), account_id: accountId, role, granted_at: CREATED },
      ...{ unit_id: unitId ?? null, plan_id: planId ?? null, task_force_no: taskForceNo ?? null },
    })),
  )
  await tx.insertInto('account_role').values(grants).execute()
}

async function insertPlan(tx: Transaction<Tables>, plan: SmallPlan): Promise<void> {
  const { planId: plan_id, people } = plan
  const [region_id, by] = [plan.region.regionId, people.coordinator.accountId]
  const document_id = randomUUID()
  const content = JSON.stringify(contentOf(plan))
  await tx
    .insertInto('issued_document')
    .values({
      ...{ region_id, document_id, file_name: '湖滨区攻坚方案.docx', file_sha256: '0'.repeat(64), file_size: 1 },
      source: JSON.stringify({ format: 'docx', text: issuedText, blocks: [], notes: [] }),
      ...{ created_at: CREATED, created_by: by },
    })
    .execute()
  await tx
    .insertInto('plan')
    .values({ region_id, plan_id, title: '湖滨区“两大攻坚”方案', year: 2026, current_version: 1 })
    .execute()
  await tx
    .insertInto('plan_version')
    .values({
      ...{ region_id, plan_id, version: 1, document_id, content, content_hash: sha256Text(content) },
      ...{ published_at: CREATED, published_by: by },
    })
    .execute()
  await tx
    .insertInto('task_force')
    .values({ region_id, plan_id, campaign_no: 2, convener: '分管副区长', office_unit_id: plan.units.build })
    .execute()
  await insertItems(tx, plan)
}

async function insertItems(tx: Transaction<Tables>, plan: SmallPlan): Promise<void> {
  const region_id = plan.region.regionId
  const unitIdOf = (name: string) =>
    Object.entries(plan.units).find(([key]) => unitNames[key as SmallUnit] === name)?.[1]
  const items = itemsOf(plan.items)
  await tx
    .insertInto('plan_item')
    .values(
      items.map((item, index) => ({
        ...{ region_id, plan_id: plan.planId, item_id: item.itemId, kind: item.kind, campaign_no: item.campaignNo },
        ...{
          title: item.title,
          path: item.path,
          search_text: `${item.title} xqy`,
          order_no: index,
          frequency: item.frequency,
        },
        origin: item.kind === 'indicator' ? item.origin : 'own',
        reporting_unit_id: unitIdOf(item.duties[0]?.unit ?? '') ?? null,
        ...{ body: JSON.stringify(item), added_in_version: 1 },
      })),
    )
    .execute()
  const duties = items.flatMap((item) =>
    item.duties.map(({ unit, role }, order_no) => ({
      ...{ region_id, item_id: item.itemId, unit_id: unitIdOf(unit) ?? '', role, order_no },
    })),
  )
  await tx.insertInto('plan_duty').values(duties).execute()
}
