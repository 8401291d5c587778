import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { sha256Text } from '#adapters/secrets'
import type { Tables } from '#adapters/store'
import { periodById } from '#core/kit'
import { makeSeal, sealedReport } from '#core/reporting'
import type { Claim, ReportState, Seal } from '#core/reporting'
import { itemsOf } from './small-plan-content.ts'
import type { SmallItem, SmallPerson, SmallPlan, SmallUnit } from './small-plan-content.ts'

const CREATED = '2026-01-05T01:00:00.000Z'

/** A report to insert; `figure` null with `noChange` or for tasks. */
interface Told {
  readonly item: SmallItem
  readonly unit: SmallUnit
  readonly figure?: string
  readonly noChange?: boolean
  readonly claim?: Claim
  readonly state?: ReportState
  readonly nodesDone?: readonly string[]
  readonly paragraph?: string
}

/** Months of the year's first half, in the dekad that ends each; `null` = asked and silent. */
const halfYear: readonly (readonly [string, readonly (Told | readonly [SmallItem, SmallUnit])[]])[] = [
  [
    '2026-D12',
    [
      { item: 'signed', unit: 'invest', figure: '18', claim: 'onPace' },
      { item: 'green', unit: 'build', figure: '3.5' },
      { item: 'deaths', unit: 'build', figure: '0' },
      { item: 'park', unit: 'build', claim: 'onPace' },
      { item: 'filing', unit: 'invest', claim: 'onPace' },
    ],
  ],
  [
    '2026-D15',
    [
      { item: 'signed', unit: 'invest', figure: '22', claim: 'onPace' },
      { item: 'green', unit: 'build', noChange: true },
      { item: 'deaths', unit: 'build', figure: '1' },
      { item: 'park', unit: 'build', claim: 'blocked' },
      ['filing', 'invest'],
    ],
  ],
  [
    '2026-D18',
    [
      { item: 'signed', unit: 'invest', figure: '26', claim: 'onPace', paragraph: '本月新签约4个。' },
      { item: 'green', unit: 'build', figure: '2.5' },
      { item: 'deaths', unit: 'build', noChange: true },
      { item: 'park', unit: 'build', claim: 'done', nodesDone: ['主体完工'] },
      ['filing', 'invest'],
    ],
  ],
]

const releases = [
  ['2026-M02', '8.4'],
  ['2026-M03', '8.1'],
  ['2026-M04', '7.2'],
  ['2026-M05', '6.6'],
  ['2026-M06', '6.1'],
] as const

/** Inserts cadence, periods, sheets, accepted reports, seals and releases. */
export async function insertReports(tx: Transaction<Tables>, plan: SmallPlan): Promise<void> {
  const [region_id, by] = [plan.region.regionId, plan.people.coordinator.accountId]
  const cadence_id = randomUUID()
  await tx
    .insertInto('cadence')
    .values({
      ...{ region_id, cadence_id, plan_id: plan.planId, name: '旬调度', created_at: CREATED, created_by: by },
    })
    .execute()
  await tx
    .insertInto('cadence_act')
    .values({
      ...{ region_id, cadence_id, act: 'dispatch', from_day: '2026-01-01', period_kind: 'dekad', due_workdays: 1 },
      ...{ due_hour: 18, set_at: CREATED, set_by: by },
    })
    .execute()
  let seal: Seal | null = null
  for (const [periodId, told] of halfYear)
    seal = await insertPeriod(tx, plan, { cadence_id, periodId, told, last: seal })
  await tx
    .insertInto('release_figure')
    .values(
      releases.map(([period_id, value], index) => ({
        ...{
          region_id,
          item_id: plan.items.industry,
          period_id,
          value,
          body: '区统计局',
          document: `统计月报${index + 2}`,
        },
        released_on: `2026-0${index + 3}-20`,
        ...{ imported_at: `2026-0${index + 3}-20T08:00:00.000Z`, imported_by: by },
      })),
    )
    .execute()
}

interface PeriodToInsert {
  readonly cadence_id: string
  readonly periodId: string
  readonly told: (typeof halfYear)[number][1]
  readonly last: Seal | null
}

/** One period with its asks and reports, all accepted, sealed three days after its end. */
async function insertPeriod(
  tx: Transaction<Tables>,
  plan: SmallPlan,
  { cadence_id, periodId: period_id, told, last }: PeriodToInsert,
): Promise<Seal> {
  const region_id = plan.region.regionId
  const period = periodById(period_id)
  const [due_at, sealed_at] = [`${period.last}T15:00:00.000Z`, `${period.last}T16:00:00.000Z`]
  const by = plan.people.coordinator.accountId
  const figure_period_id = `2026-M${period.last.slice(5, 7)}`
  await tx
    .insertInto('period')
    .values({ region_id, cadence_id, period_id, state: 'sealed', opened_at: due_at, opened_by: by, due_at })
    .execute()
  const asked = told.map((one) => ('item' in one ? { item: one.item, unit: one.unit } : { item: one[0], unit: one[1] }))
  const line = { region_id, cadence_id, period_id, figure_period_id }
  await tx
    .insertInto('sheet_line')
    .values(asked.map(({ item, unit }) => ({ ...line, item_id: plan.items[item], unit_id: plan.units[unit] })))
    .execute()
  const reports = told.flatMap((one) => ('item' in one ? [reportRow(one, plan, line, due_at)] : []))
  await tx.insertInto('report').values(reports).execute()
  const seal = sealOf(plan, { ...line, closedAt: sealed_at }, told, reports, last)
  await tx
    .insertInto('seal')
    .values({
      ...{ region_id, cadence_id, period_id, seq: seal.seq, payload: seal.payload, hash: seal.hash },
      ...{ previous_hash: seal.previousHash, sealed_at, sealed_by: by },
    })
    .execute()
  return seal
}

type Line = { region_id: string; cadence_id: string; period_id: string; figure_period_id: string }

function reportRow(told: Told, { items, units, people }: SmallPlan, line: Line, at: string) {
  const [reporter, signer] = [
    people[`${told.unit}Reporter` as SmallPerson],
    people[`${told.unit}Signer` as SmallPerson],
  ]
  return {
    ...{ ...line, item_id: items[told.item], unit_id: units[told.unit], report_id: randomUUID() },
    ...{ state: told.state ?? 'accepted', revision: 3, figure: told.figure ?? null, no_change: told.noChange ?? false },
    ...{
      claim: told.claim ?? null,
      paragraph: told.paragraph ?? '',
      node_labels_done: JSON.stringify(told.nodesDone ?? []),
    },
    ...{ submitted_at: at, submitted_by: reporter.accountId, signed_at: at, signed_by: signer.accountId },
    ...{ decided_at: at, decided_by: people.coordinator.accountId, changed_at: at, changed_by: reporter.accountId },
  }
}

function sealOf(
  plan: SmallPlan,
  line: Line & { closedAt: string },
  told: PeriodToInsert['told'],
  reports: readonly ReturnType<typeof reportRow>[],
  last: Seal | null,
): Seal {
  const items = new Map(itemsOf(plan.items).map((item) => [item.itemId, item]))
  const counted = reports.map((report) => {
    const item = items.get(report.item_id)
    const accumulation = item?.kind === 'indicator' ? item.accumulation : null
    const figure = report.no_change && accumulation === 'perPeriod' ? '0' : report.no_change ? '1' : report.figure
    const place = { itemId: report.item_id, unitId: report.unit_id, figurePeriodId: line.figure_period_id }
    const body = {
      ...{ figure: report.figure, noChange: report.no_change, claim: report.claim, paragraph: report.paragraph },
      ...{ blockage: null, nodesDone: JSON.parse(report.node_labels_done) as string[], evidence: [] },
    }
    return sealedReport({ ...place, reportId: report.report_id, accumulation, figure, late: false }, body, sha256Text)
  })
  const silent = told.flatMap((one) =>
    'item' in one ? [] : [{ itemId: plan.items[one[0]], unitId: plan.units[one[1]] }],
  )
  const head = {
    regionId: line.region_id,
    cadenceId: line.cadence_id,
    periodId: line.period_id,
    closedAt: line.closedAt,
  }
  return makeSeal({ ...head, planVersions: [], counted, pending: [], silent }, last, sha256Text)
}
