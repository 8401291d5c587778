import { decideSchedule, planBackwards, proposeSchedule } from '#app/insight'
import { stageSets } from '#core/insight'
import type { ScheduleBody } from '#core/insight'
import { dec, decimalText, invariant, type LocalDate } from '#core/kit'
import type { PlanItem, TrajectoryPoint } from '#core/plan'
import type { Cast } from './cast.ts'
import { momentOf, type SamplePerson, type Stage, told } from './sample-region.ts'

/** An item with the unit that reports it. */
export interface ReportedItem {
  readonly item: PlanItem
  readonly reportingUnitId: string | null
}

/** Tourists of last year by month, in ten thousands: Spring Festival, May, summer and National Day stand out. */
export const touristsOf2025 = ['33', '55', '21', '29', '53', '23', '35', '41', '16', '51', '14', '20']

/** Contracts by month: five in the first quarter, twelve by June, eighteen by September. */
const contractsByMonth = ['1', '2', '2', '2', '2', '3', '2', '2', '2', '2', '2', '2']

const point = (on: LocalDate, reached: string, target: string): TrajectoryPoint => ({
  on,
  value: decimalText(dec(reached).dividedBy(target).toDecimalPlaces(12)),
})

type Told = readonly [subject: string, body: ScheduleBody, reason: string, source?: string]

/** What units ask for in January, once the plan is out: how their year is to run. */
const january: readonly Told[] = [
  [
    '游客',
    { part: 'trajectory', trajectory: { kind: 'seasonal', monthShares: touristsOf2025 } },
    '接待量随节假日起伏，按上年各月安排序时。',
    '2025年文化和旅游统计月报表1',
  ],
  [
    '亿元以上产业项目签约',
    {
      part: 'trajectory',
      trajectory: {
        kind: 'stated',
        points: [
          point('2026-03-31', '5', '24'),
          point('2026-06-30', '12', '24'),
          point('2026-09-30', '18', '24'),
          point('2026-12-31', '24', '24'),
        ],
      },
    },
    '按季度招商活动安排分点确定。',
  ],
  [
    '亿元以上产业项目签约',
    {
      ...{ part: 'periodTargets', kind: 'month' },
      amounts: contractsByMonth.map((amount, index) => ({
        periodId: `2026-M${String(index + 1).padStart(2, '0')}`,
        amount,
      })),
    },
    '以月保季，逐月分解签约任务。',
  ],
  [
    '省级专精特新中小企业',
    {
      part: 'trajectory',
      trajectory: { kind: 'step', points: [point('2026-06-30', '4', '10'), point('2026-12-31', '10', '10')] },
    },
    '省里一年认定两批，按批次分步。',
  ],
  ['农村公路', { part: 'trajectory', trajectory: { kind: 'workdays' } }, '施工按工作日推进。'],
]

/** Tells how the year is to run: asked for by the units, approved by the coordinator; and nodes worked out backwards. */
export async function tellSchedules(stage: Stage, cast: Cast, items: readonly ReportedItem[]): Promise<void> {
  for (const [subject, body, reason, source] of january) {
    const found = items.find(({ item }) => item.title === subject && item.kind === 'indicator')
    if (!found) continue
    await propose(stage, cast, found, { on: '2026-01-22', body, reason, source: source ?? null }, '2026-01-01')
  }
  const bare = items.find(
    ({ item, reportingUnitId }) => item.kind === 'task' && item.timeNodes.length === 0 && reportingUnitId !== null,
  )
  if (bare) await tellBackwards(stage, cast, bare)
}

/** A task without nodes gets them from its deadline: stages of a special campaign, by the work calendar. */
async function tellBackwards(stage: Stage, cast: Cast, found: ReportedItem): Promise<void> {
  const set = stageSets.find(({ id }) => id === 'campaign')
  invariant(set, 'no stages of a campaign')
  const asked = { itemId: found.item.itemId, deadline: '2026-11-30', start: null, stages: set.stages }
  const worked = told(await planBackwards(stage(cast.coordinator, momentOf('2026-03-02')), asked), 'schedule backwards')
  const body = { part: 'nodes', start: worked.begins, nodes: worked.nodes } as const
  await propose(
    stage,
    cast,
    found,
    { on: '2026-03-02', body, reason: '从完成期限倒排工期。', source: null },
    '2026-03-02',
  )
}

/** In July a node moves, and a unit that is stuck asks for a later way, which waits for the coordinator. */
export async function tellMovedSchedules(stage: Stage, cast: Cast, items: readonly ReportedItem[]): Promise<void> {
  const moving = items.find(({ item }) => item.kind !== 'indicator' && item.timeNodes.some(({ due }) => isMoved(due)))
  if (moving) {
    const nodes = moving.item.timeNodes.map(({ label, due }) => ({
      ...{ label, due: isMoved(due) ? later(due) : due, output: '', weight: '1' },
    }))
    const change = {
      body: { part: 'nodes', start: null, nodes } as const,
      reason: '前置审批延后，节点顺延。',
      source: null,
    }
    await propose(stage, cast, moving, { on: '2026-07-15', ...change }, '2026-07-15')
  }
  const stuck = items.find(({ item }) => item.title === '污水管网' && item.kind === 'indicator')
  if (!stuck || stuck.item.kind !== 'indicator') return
  const target = stuck.item.target.value ?? '1'
  const points = [point('2026-09-30', dec(target).times('0.6').toFixed(), target), point('2026-12-31', target, target)]
  const asked = {
    ...{ itemId: stuck.item.itemId, effectiveFrom: '2026-08-01', source: null },
    ...{ body: { part: 'trajectory', trajectory: { kind: 'stated', points } } as const },
    reason: '汛期无法开挖，申请四季度集中施工。',
  }
  told(await proposeSchedule(stage(asker(cast, stuck), momentOf('2026-07-30', '16:00')), asked), 'ask for a later way')
}

/** A node of the autumn that has not been reached yet. */
const isMoved = (due: LocalDate): boolean => due >= '2026-09-01' && due <= '2026-10-31'

const later = (due: LocalDate): LocalDate => due.replace(/^2026-(09|10)-\d\d$/, '2026-11-30')

interface ToldChange {
  readonly on: LocalDate
  readonly body: ScheduleBody
  readonly reason: string
  readonly source: string | null
}

/** Asked for in the morning by the unit, approved in the afternoon. */
async function propose(
  stage: Stage,
  cast: Cast,
  found: ReportedItem,
  { on, ...change }: ToldChange,
  effectiveFrom: LocalDate,
): Promise<void> {
  const asked = { itemId: found.item.itemId, effectiveFrom, ...change }
  const step = `schedule of ${found.item.title}`
  const { changeId } = told(await proposeSchedule(stage(asker(cast, found), momentOf(on, '10:00')), asked), step)
  const decision = { changeId, approve: true, note: '同意' }
  told(await decideSchedule(stage(cast.coordinator, momentOf(on, '15:00')), decision), `approve the ${step}`)
}

/** The reporter of the item's unit. */
function asker(cast: Cast, { item, reportingUnitId }: ReportedItem): SamplePerson {
  const reporter = cast.reporters.get(reportingUnitId ?? '')
  invariant(reporter, `${item.title} has no reporter`)
  return reporter
}
