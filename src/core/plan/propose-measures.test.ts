import { describe, expect, it } from 'vitest'
import { type FigurePlan, proposeFigures } from './propose-measures.ts'
import { targetWords } from './target-words.ts'
import type { Target } from './types.ts'

const plain: Target = {
  ...{ subject: '新建公园', kind: 'level', op: '>=', value: '30', valueHigh: null, unit: '个', commitment: 'firm' },
  ...{ measure: 'flow', baseline: null, relativeTo: null, due: '2026-12-31' },
}

const cases: readonly (readonly [string, Partial<Target>, string, Partial<FigurePlan>])[] = [
  [
    'GDP comes quarterly from the statistics bureau',
    { subject: '地区生产总值', kind: 'growth', unit: '%' },
    '',
    { origin: 'statutory', frequency: 'quarter', accumulation: 'snapshot' },
  ],
  [
    'energy per unit of GDP is not GDP',
    { subject: '单位地区生产总值能耗', kind: 'decline', unit: '%' },
    '',
    { origin: 'statutory', frequency: 'quarter' },
  ],
  [
    'R&D comes once a year',
    { subject: '全社会研发经费投入强度', unit: '%', measure: 'stock' },
    '',
    { origin: 'statutory', frequency: 'year' },
  ],
  [
    'a count of firms is the unit’s own',
    { subject: '规模以上工业企业', kind: 'increment', unit: '家' },
    '',
    { origin: 'own', frequency: 'dekad' },
  ],
  [
    'value added of industry is statutory',
    { subject: '规模以上工业增加值', kind: 'growth', unit: '%' },
    '',
    { origin: 'statutory', frequency: 'month' },
  ],
  [
    'exports are the customs’',
    { subject: '外贸进出口总额', unit: '亿元' },
    '',
    { origin: 'official', frequency: 'month' },
  ],
  ['a count of exporters is not', { subject: '进出口实绩企业', kind: 'increment', unit: '家' }, '', { origin: 'own' }],
  [
    'a running total for amounts of the year',
    { unit: '万元' },
    '',
    { accumulation: 'yearToDate', frequency: 'dekad', trajectory: { kind: 'linear' } },
  ],
  ['ten things or fewer step on the due date', { value: '10' }, '', { trajectory: { kind: 'step' } }],
  ['eleven do not', { value: '11' }, '', { trajectory: { kind: 'linear' } }],
  ['recognised figures step', { value: '60' }, '认定省级园区60个', { trajectory: { kind: 'step' } }],
  [
    'a cap runs with the year even when it is small',
    { value: '3', measure: 'cap', op: '<=', unit: '人' },
    '',
    { trajectory: { kind: 'linear' }, accumulation: 'yearToDate' },
  ],
  [
    'a breakthrough steps',
    { measure: 'once', value: '0' },
    '',
    { trajectory: { kind: 'step' }, accumulation: 'snapshot' },
  ],
  [
    'rates are read monthly',
    { unit: '%', measure: 'hold', subject: '办结率' },
    '',
    { frequency: 'month', accumulation: 'snapshot' },
  ],
  ['rankings are read quarterly', { kind: 'rank', measure: 'hold', unit: '位' }, '', { frequency: 'quarter' }],
]

describe('how figures are made', () => {
  it.each(cases)('%s', (_, target, quote, expected) => {
    expect(proposeFigures({ ...plain, ...target }, quote, 'dekad')).toMatchObject(expected)
  })
})

describe('a target in words', () => {
  it.each<[Partial<Target>, string, string]>([
    [
      { kind: 'growth', value: '6.5', unit: '%', op: '~', commitment: 'strive' },
      '力争增长6.5%左右',
      'strive: grow ≈ 6.5%',
    ],
    [{ op: '<=', value: '3', unit: '人' }, '3人以内', '≤ 3人'],
    [{ value: '60', valueHigh: '80' }, '60—80个', '60–80个'],
    [{ kind: 'rank', value: '3', unit: '位' }, '前3位', 'top 3'],
    [{ kind: 'redLine' }, '不得发生', 'must not happen'],
    [{ kind: 'coverage', value: null }, '全覆盖', 'full coverage'],
  ])('%j', (target, zh, en) => expect(targetWords({ ...plain, ...target })).toEqual({ zh, en }))
})
