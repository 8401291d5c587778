import { randomUUID } from 'node:crypto'
import type { Database } from '#adapters/store'
import type { IndicatorItem } from '#core/plan'

/** A region with a plan of so many indicators over so many units. */
export interface MadePlan {
  readonly regionId: string
  readonly planId: string
  /** Coordinator. */
  readonly accountId: string
}

const MADE = '2026-01-01T01:00:00.000Z'

/** Inserts a region with a published plan: a figure of each item is due every dekad, in units of equal share. */
export async function insertPlan(
  owner: Database['owner'],
  { regionId: region_id, items, units }: { regionId: string; items: number; units: number },
): Promise<MadePlan> {
  const [plan_id, account_id] = [randomUUID(), randomUUID()]
  const unitIds = Array.from({ length: units }, () => randomUUID())
  await owner
    .insertInto('region')
    .values({ region_id, name: '测速区', kind: 'county', clock_at: MADE, created_at: MADE })
    .execute()
  await owner
    .insertInto('account')
    .values({ region_id, account_id, login: 'xietiao', display_name: '综合协调组', created_at: MADE })
    .execute()
  await owner
    .insertInto('unit')
    .values(
      unitIds.map((unit_id, no) => ({
        ...{
          region_id,
          unit_id,
          kind: 'bureau',
          name: `单位${no}`,
          sort_key: `danwei${no}`,
          initials: 'dw',
          created_at: MADE,
        },
      })),
    )
    .execute()
  await insertVersion(owner, { region_id, plan_id, account_id })
  await owner
    .insertInto('plan_item')
    .values(
      Array.from({ length: items }, (_, no) => {
        const item = indicator(no)
        return {
          ...{ region_id, plan_id, item_id: item.itemId, kind: item.kind, campaign_no: null, title: item.title },
          ...{ path: item.path, search_text: item.title, order_no: no, frequency: item.frequency, added_in_version: 1 },
          ...{ origin: item.origin, reporting_unit_id: unitIds[no % units] ?? null, body: JSON.stringify(item) },
        }
      }),
    )
    .execute()
  return { regionId: region_id, planId: plan_id, accountId: account_id }
}

async function insertVersion(
  owner: Database['owner'],
  { region_id, plan_id, account_id }: { region_id: string; plan_id: string; account_id: string },
): Promise<void> {
  const document_id = randomUUID()
  await owner
    .insertInto('issued_document')
    .values({
      ...{
        region_id,
        document_id,
        file_name: '攻坚方案.docx',
        file_sha256: '0'.repeat(64),
        file_size: 1,
        source: '{}',
      },
      ...{ created_at: MADE, created_by: account_id },
    })
    .execute()
  await owner
    .insertInto('plan')
    .values({ region_id, plan_id, title: '攻坚方案', year: 2026, current_version: 1 })
    .execute()
  await owner
    .insertInto('plan_version')
    .values({
      ...{ region_id, plan_id, version: 1, document_id, content: '{}', content_hash: '0'.repeat(64) },
      ...{ published_at: MADE, published_by: account_id },
    })
    .execute()
}

function indicator(no: number): IndicatorItem {
  const title = `第${no}项走访企业`
  return {
    ...{ kind: 'indicator', itemId: randomUUID(), campaignNo: null, path: `附件/${no}`, title, sentence: null },
    ...{ quote: `${title}达到1200次。`, duties: [], openList: false, leaderInCharge: null, responsiblePerson: null },
    ...{ timeNodes: [], frequency: 'dekad', accumulation: 'yearToDate', origin: 'own', trajectory: { kind: 'linear' } },
    ...{ taskId: null, measureConfirmed: true },
    target: {
      ...{ kind: 'increment', measure: 'flow', value: '1200', unit: '次', subject: title, op: '>=', valueHigh: null },
      ...{ commitment: 'firm', baseline: null, relativeTo: null, due: '2026-12-31' },
    },
  }
}
