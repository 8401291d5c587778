import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#core/kit'
import type { Target } from '#core/plan'
import { cappedShare, growthAttainment, progressAt, shareBesideLight } from './progress.ts'
import type { Reading } from './reading.ts'
import { readingsOf } from './reading.ts'
import { rollUp } from './roll-up.ts'
import { directionOf, distanceTo, isInside, targetRegion } from './target-region.ts'
import type { Figure, LightRule, Progress } from './types.ts'

const target = (parts: Partial<Target>): Target => ({
  subject: '实有经营主体',
  kind: 'level',
  op: '>=',
  value: '100',
  valueHigh: null,
  unit: '户',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2025-12-31',
  ...parts,
})

const reading = (value: string): Reading => ({
  value: dec(value),
  asOf: '2025-06-30',
  periodId: '2025-M06',
  comparedWith: null,
  verified: false,
})

const progress = (goal: Target, value: string): Progress => progressAt(goal, targetRegion(goal), reading(value))

describe('progressAt', () => {
  it.each<[string, Partial<Target>, string, Partial<Progress>]>([
    ['flow', {}, '40', { met: false, share: '0.4' }],
    ['over-attainment is shown', {}, '130', { met: true, share: '1.3' }],
    ['stock from its baseline', { measure: 'stock', baseline: '80' }, '85', { met: false, share: '0.25' }],
    ['stock that fell below its baseline', { measure: 'stock', baseline: '80' }, '70', { met: false, share: '-0.5' }],
    ['stock already there', { measure: 'stock', baseline: '120' }, '110', { met: true, share: '1' }],
    ['stock already there and lost again', { measure: 'stock', baseline: '120' }, '90', { met: false, share: '0' }],
    ['stock without baseline', { measure: 'stock' }, '90', { met: false, share: null, note: 'noBaseline' }],
    ['reduce to zero', { measure: 'reduce', op: '=', value: '0', baseline: '50' }, '20', { met: false, share: '0.6' }],
    [
      'a fall by an amount',
      { kind: 'decline', measure: 'reduce', value: '3', baseline: '40', unit: '微克/立方米' },
      '38.5',
      { met: false, share: '0.5' },
    ],
    [
      'a fall by per cent',
      { kind: 'decline', measure: 'reduce', value: '10', baseline: '40', unit: '%' },
      '36',
      { met: true, share: '1' },
    ],
    [
      'a fall by points',
      { kind: 'decline', measure: 'reduce', value: '10', baseline: '40', unit: '个百分点' },
      '35',
      { met: false, share: '0.5' },
    ],
    [
      'a fall that is reported as such',
      { kind: 'decline', measure: 'reduce', value: '3', unit: '%' },
      '2',
      { met: false, gap: '1' },
    ],
    [
      'growth: the gap in points',
      { kind: 'growth', value: '6', unit: '%' },
      '4.5',
      { met: false, gap: '1.5', share: '0.75' },
    ],
    ['growth over target', { kind: 'growth', value: '6', unit: '%' }, '7.2', { met: true, gap: '-1.2', share: '1.2' }],
    ['cap: the used share', { measure: 'cap', value: '4' }, '1', { met: true, share: null, used: '0.25' }],
    ['cap of none', { measure: 'cap', value: '0' }, '0', { met: true, used: null }],
    ['hold', { measure: 'hold', value: '95' }, '94', { met: false, share: null }],
    ['once', { measure: 'once', op: '>', value: '0' }, '0.5', { met: true, share: '1' }],
    ['range from its low end', { value: '2', valueHigh: '3' }, '2', { met: true, share: '1' }],
    ['over, not from', { op: '>', value: '100' }, '100', { met: false, share: '1' }],
    ['about is met from 95 %', { op: '~', value: '100' }, '95', { met: true, share: '0.95' }],
    ['about is never missed by more', { op: '~', value: '100' }, '140', { met: true, share: '1.4' }],
  ])('%s', (_name, parts, value, expected) => {
    expect(progress(target(parts), value)).toMatchObject(expected)
  })

  it('knows nothing without a figure, or without the other figure of a relative target', () => {
    expect(progressAt(target({}), targetRegion(target({})), null).note).toBe('noFigure')
    const relative = target({ kind: 'relative', value: null, op: '>' })
    expect(progressAt(relative, targetRegion(relative), reading('1')).note).toBe('noComparison')
  })

  it('is capped between 0 and 1 in every roll-up', () => {
    const values = fc.integer({ min: -500, max: 500 }).map(String)
    fc.assert(
      fc.property(
        values,
        fc.option(values),
        fc.constantFrom('flow', 'stock', 'reduce', 'cap', 'once', 'hold'),
        (value, baseline, measure) => {
          const share = cappedShare(progress(target({ measure, baseline }), value))
          expect(share === null || (share.gte(0) && share.lte(1))).toBe(true)
        },
      ),
    )
  })
})

describe('growthAttainment', () => {
  it.each([
    ['1.5', '6', '0.75'],
    ['0.6', '2', '0.8'],
    ['9', '6', '0'],
    ['-0.6', '6', '1.1'],
    ['1', '-2', '0.666667'],
  ])('gap %s of %s → %s', (gap, stated, share) => {
    expect(growthAttainment(dec(gap), dec(stated)).toDecimalPlaces(6).toFixed()).toBe(share)
  })
})

describe('targetRegion', () => {
  it('has no distance inside, and some outside unless on an open end', () => {
    const goals = fc.record({
      op: fc.constantFrom('>=', '<=', '>', '<', '=', '~'),
      measure: fc.constantFrom('flow', 'stock', 'reduce', 'hold', 'cap', 'once'),
      kind: fc.constantFrom('level', 'growth', 'decline', 'rank', 'redLine', 'coverage'),
      value: fc.integer({ min: 0, max: 50 }).map(String),
    })
    fc.assert(
      fc.property(goals, fc.integer({ min: -60, max: 60 }), (parts, value) => {
        const region = targetRegion(target(parts))
        if (region === null) throw new Error('a region is expected')
        const distance = distanceTo(region, dec(value))
        const inside = isInside(region, dec(value))
        const onOpenEnd = distance.isZero() && (region.lowOpen || region.highOpen)
        expect(inside ? distance.isZero() : distance.gt(0) || onOpenEnd).toBe(true)
      }),
    )
  })

  it.each([
    [{}, 'more'],
    [{ op: '<=' }, 'less'],
    [{ op: '=', value: '0' }, 'less'],
    [{ measure: 'reduce', op: '=' }, 'less'],
    [{ measure: 'hold', op: '=' }, 'band'],
    [{ kind: 'rank', op: '>=' }, 'less'],
    [{ kind: 'redLine', value: null }, 'less'],
  ] as const)('%o: %s is better', (parts, direction) => {
    const region = targetRegion(target(parts))
    expect(region && directionOf(region)).toBe(direction)
  })
})

describe('readingsOf', () => {
  const figure = (month: string, value: string, verified = false): Figure => ({
    periodId: `2025-M${month}`,
    asOf: `2025-${month}-28`,
    value,
    verifiedBy: verified ? 'document' : null,
  })
  const values = (goal: Target, accumulation: 'yearToDate' | 'perPeriod' | 'snapshot') =>
    readingsOf(goal, accumulation, [figure('02', '3'), figure('01', '5')]).map((one) => one.value.toFixed())

  it('takes running totals and states as they are, in order of date', () => {
    expect(values(target({}), 'yearToDate')).toEqual(['5', '3'])
    expect(values(target({}), 'snapshot')).toEqual(['5', '3'])
  })

  it('adds up figures of periods, from the baseline where a state is promised', () => {
    expect(values(target({}), 'perPeriod')).toEqual(['5', '8'])
    expect(values(target({ measure: 'stock', baseline: '100' }), 'perPeriod')).toEqual(['105', '108'])
    expect(values(target({ measure: 'reduce', baseline: '100' }), 'perPeriod')).toEqual(['95', '92'])
    expect(values(target({ measure: 'stock' }), 'perPeriod')).toEqual([])
  })

  it('does not add up what has no sum', () => {
    expect(values(target({ measure: 'hold' }), 'perPeriod')).toEqual(['5', '3'])
    expect(values(target({ kind: 'growth' }), 'perPeriod')).toEqual(['5', '3'])
  })

  it('calls a sum verified only where all of it is', () => {
    const sums = readingsOf(target({}), 'perPeriod', [
      figure('01', '1', true),
      figure('02', '1'),
      figure('03', '1', true),
    ])
    expect(sums.map((one) => one.verified)).toEqual([true, false, false])
  })
})

describe('rollUp', () => {
  const item = (
    light: 'red' | 'green' | 'blue' | 'grey',
    share: string | null,
    weight = '1',
    met: boolean | null = null,
  ) => ({
    standing: { light, progress: { met, share, gap: null, used: null, note: null } },
    weight,
  })

  it('counts lights and weighs capped shares', () => {
    const sum = rollUp([
      item('blue', '1.5'),
      item('red', '0.25', '3'),
      item('green', null, '1', true),
      item('grey', null),
    ])
    expect(sum).toEqual({
      count: 4,
      lights: { blue: 1, green: 1, yellow: 0, red: 1, grey: 1 },
      progress: '0.55',
      leftOut: 1,
    })
  })

  it('has no progress where nothing can be told', () => {
    expect(rollUp([]).progress).toBeNull()
    expect(rollUp([item('grey', null)]).progress).toBeNull()
  })
})

describe('shareBesideLight', () => {
  const shown = (own: Progress, rule: LightRule = 'farBehind') =>
    shareBesideLight({ progress: own, why: [{ rule, light: 'red', inputs: {}, periodId: null }] })
  const nodes: Progress = { met: false, share: '1', gap: null, used: null, note: null }

  it.each<[string, Partial<Target>, string, string | null]>([
    ['a flow says how far it is', {}, '40', '0.4'],
    ['a cap says what is used', { measure: 'cap', op: '<=' }, '40', '0.4'],
    ['a rate says its gap in points, no percent', { kind: 'growth', measure: 'hold', value: '12' }, '10', null],
    ['a state has none', { measure: 'hold' }, '90', null],
    ['a rank has none', { kind: 'rank', op: '<=', value: '3' }, '4', null],
  ])('%s', (_, parts, value, expected) => {
    expect(shown(progress(target(parts), value))).toBe(expected)
  })

  it('a task says its nodes, but not where its indicators decide the light', () => {
    expect(shown(nodes, 'nodesKept')).toBe('1')
    expect(shown(nodes, 'indicatorOfTask')).toBeNull()
  })
})
