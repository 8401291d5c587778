import type { RoleGrant } from '#core/organisation'
import { defaultThresholds } from '#core/plan'
import type { Duty, IndicatorItem, PlanContent, PlanItem, Target, TaskItem } from '#core/plan'
import type { TestRegion } from './test-house.ts'

/**
 * A plan of six items in a region of its own, half-way through its year, inserted as rows: what a wall, an item's page and
 * supervision need, without the rooms that write plans and reports.
 */
export interface SmallPlan {
  readonly region: TestRegion
  readonly planId: string
  readonly items: Readonly<Record<SmallItem, string>>
  readonly units: Readonly<Record<SmallUnit, string>>
  readonly people: Readonly<Record<SmallPerson, { readonly accountId: string; readonly roles: readonly RoleGrant[] }>>
}

export type SmallUnit = 'invest' | 'build' | 'office'
export type SmallItem = 'signed' | 'industry' | 'green' | 'deaths' | 'park' | 'filing'
export type SmallPerson =
  | 'coordinator'
  | 'inspector'
  | 'leader'
  | 'auditor'
  | 'investReporter'
  | 'investSigner'
  | 'buildReporter'
  | 'buildSigner'
  | 'buildStaff'

export const unitNames: Readonly<Record<SmallUnit, string>> = {
  invest: '区招商局',
  build: '区住建局',
  office: '区政府办',
}

const sentences: Readonly<Record<SmallItem, string>> = {
  signed: '全年新签约亿元以上项目60个。',
  industry: '规模以上工业增加值增长8%以上。',
  green: '新增公园绿地面积12公顷。',
  deaths: '生产安全事故死亡人数控制在3人以内。',
  park: '6月20日前完成产业园一期主体工程。',
  filing: '编制项目储备清单，由区招商局牵头，区住建局配合。',
}

export const issuedText = `一、招商引资攻坚\n${sentences.signed}${sentences.industry}\n${sentences.filing}\n二、项目建设攻坚\n${sentences.green}${sentences.deaths}\n${sentences.park}\n`

function base(itemId: string, name: SmallItem, title: string, campaignNo: number, lead: SmallUnit) {
  const sentence = sentences[name]
  const start = issuedText.indexOf(sentence)
  const duties: Duty[] = [{ unit: unitNames[lead], role: 'lead' }]
  return {
    ...{ itemId, campaignNo, title, path: `附件${campaignNo}/一`, quote: sentence, duties, openList: false },
    sentence: { start, end: start + sentence.length },
    leaderInCharge: '分管副区长',
    responsiblePerson: `${unitNames[lead]}局长`,
    timeNodes: [],
    frequency: 'month' as const,
  }
}

const plainTarget = {
  valueHigh: null,
  commitment: 'firm',
  baseline: null,
  relativeTo: null,
  due: '2026-12-31',
} as const

function indicator(
  own: ReturnType<typeof base>,
  target: Omit<Target, keyof typeof plainTarget | 'subject'>,
  rest: Partial<Pick<IndicatorItem, 'origin' | 'accumulation'>> = {},
): IndicatorItem {
  return {
    ...own,
    kind: 'indicator',
    target: { ...plainTarget, ...target, subject: own.title },
    accumulation: rest.accumulation ?? 'yearToDate',
    origin: rest.origin ?? 'own',
    trajectory: target.kind === 'growth' ? { kind: 'step' } : { kind: 'linear' },
    taskId: null,
    measureConfirmed: true,
  }
}

export function itemsOf(ids: SmallPlan['items']): readonly PlanItem[] {
  const flow = { op: '>=', measure: 'flow' } as const
  const park: TaskItem = {
    ...base(ids.park, 'park', '产业园一期主体工程', 2, 'build'),
    kind: 'task',
    timeNodes: [{ label: '主体完工', due: '2026-06-20' }],
  }
  return [
    indicator(base(ids.signed, 'signed', '新签约亿元以上项目', 1, 'invest'), {
      ...flow,
      ...{ kind: 'level', value: '60', unit: '个' },
    }),
    indicator(
      base(ids.industry, 'industry', '规模以上工业增加值增速', 1, 'invest'),
      { ...flow, kind: 'growth', value: '8', unit: '%' },
      { origin: 'statutory', accumulation: 'snapshot' },
    ),
    { ...base(ids.filing, 'filing', '编制项目储备清单', 1, 'invest'), kind: 'task' },
    indicator(
      base(ids.green, 'green', '新增公园绿地面积', 2, 'build'),
      { ...flow, kind: 'increment', value: '12', unit: '公顷' },
      { accumulation: 'perPeriod' },
    ),
    indicator(base(ids.deaths, 'deaths', '生产安全事故死亡人数', 2, 'build'), {
      ...{ kind: 'level', op: '<=', measure: 'cap', value: '3', unit: '人' },
    }),
    park,
  ]
}

export function contentOf({ items }: SmallPlan): PlanContent {
  const meta = {
    title: '湖滨区“两大攻坚”方案',
    framework: null,
    docNumber: null,
    issuer: null,
    issuedOn: null,
    year: 2026,
  }
  const campaigns = [
    { no: 1, name: '招商引资攻坚', annex: 1 },
    { no: 2, name: '项目建设攻坚', annex: 2 },
  ]
  const empty = { headings: [], units: [], taskForces: [] }
  return { meta, campaigns, ...empty, items: itemsOf(items), thresholds: defaultThresholds }
}
