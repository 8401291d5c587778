import { describe, expect, it } from 'vitest'
import { conflictingMentions } from './mentions.ts'
import { brokenDownTo } from './statutory-guard.ts'
import { stockAndFlowPairs } from './stock-and-flow.ts'
import type { IndicatorItem, Target } from './types.ts'

const item = (itemId: string, target: Partial<Target>, rest: Partial<IndicatorItem> = {}): IndicatorItem => ({
  ...{
    kind: 'indicator',
    itemId,
    campaignNo: 1,
    path: '一',
    title: '高新技术企业',
    sentence: null,
    quote: '',
    duties: [],
  },
  ...{ openList: false, leaderInCharge: null, responsiblePerson: null, timeNodes: [], frequency: 'month' },
  ...{ accumulation: 'snapshot', origin: 'own', trajectory: { kind: 'linear' }, taskId: null, measureConfirmed: true },
  target: {
    ...{
      subject: '高新技术企业',
      kind: 'level',
      op: '>=',
      value: '118',
      valueHigh: null,
      unit: '家',
      commitment: 'firm',
    },
    ...{ measure: 'stock', baseline: null, relativeTo: null, due: '2026-12-31', ...target },
  },
  ...rest,
})

describe('one indicator, many mentions', () => {
  it.each<[string, Partial<Target>, number]>([
    ['the same figure is no conflict', {}, 0],
    ['another figure for the same is one', { value: '120' }, 1],
    ['another day is another promise', { value: '120', due: '2026-06-30' }, 0],
    ['an increment is another promise', { value: '12', kind: 'increment' }, 0],
    ['another unit cannot be compared', { value: '120', unit: '%' }, 0],
  ])('%s', (_, target, count) => {
    const one = item('a', {})
    expect(conflictingMentions(one, [one, item('b', target)])).toHaveLength(count)
  })
})

describe('a total and its increment', () => {
  it('belong together by subject, unit and day', () => {
    const stock = item('stock', { subject: '高新技术企业总数' })
    const flow = item('flow', { subject: '新增高新技术企业', kind: 'increment', measure: 'flow', value: '12' })
    const interim = item('interim', { kind: 'increment', measure: 'flow', value: '6', due: '2026-06-30' })
    expect(stockAndFlowPairs([stock, flow, interim]).map((pair) => pair.flow.itemId)).toEqual(['flow'])
  })
})

describe('a statutory series', () => {
  const kinds = new Map([
    ['澄湖镇', 'township'],
    ['区统计局', 'bureau'],
    ['青澜城投', 'stateCompany'],
    ['各镇街', 'street'],
  ])
  const duties = [...kinds.keys()].map((unit) => ({ unit, role: 'responsible' as const }))
  it('is broken down to townships and firms by lead and responsibility, not by support', () => {
    const broken = (rest: Partial<IndicatorItem>) =>
      brokenDownTo(item('a', {}, rest), (unit) => [kinds.get(unit) ?? 'other'])
    expect(broken({ origin: 'statutory', duties })).toEqual(['澄湖镇', '青澜城投', '各镇街'])
    expect(broken({ origin: 'own', duties })).toEqual([])
    expect(broken({ origin: 'statutory', duties: [{ unit: '澄湖镇', role: 'support' }] })).toEqual([])
    const mixed = brokenDownTo(item('a', {}, { origin: 'statutory', duties }), () => ['bureau', 'township'])
    expect(mixed, 'one member of a group is enough').toHaveLength(duties.length)
  })
})
