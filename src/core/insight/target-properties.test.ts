import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec, workCalendar } from '#core/kit'
import { defaultThresholds } from '#core/plan'
import type { Measure, Operator, Target, TargetKind } from '#core/plan'
import { milestoneReasons } from './milestones.ts'
import { cappedShare, progressAt } from './progress.ts'
import type { Reading } from './reading.ts'
import { distanceTo, isInside, targetRegion } from './target-region.ts'
import type { IndicatorInput } from './types.ts'

const decimal = fc.integer({ min: -20_000, max: 20_000 }).map((value) => dec(value).dividedBy(100).toFixed())
const kinds: readonly TargetKind[] = [
  ...(['level', 'increment', 'growth', 'decline', 'rank', 'relative', 'redLine', 'qualitative', 'coverage'] as const),
]
const measures: readonly Measure[] = ['flow', 'stock', 'reduce', 'hold', 'cap', 'once']
const operators: readonly Operator[] = ['>=', '<=', '>', '<', '=', '~']

const anyTarget: fc.Arbitrary<Target> = fc.record({
  subject: fc.constant('指标'),
  kind: fc.constantFrom(...kinds),
  op: fc.constantFrom(...operators),
  value: fc.option(decimal),
  valueHigh: fc.constant(null),
  unit: fc.constantFrom('%', '家', '亿元'),
  commitment: fc.constant('firm' as const),
  measure: fc.constantFrom(...measures),
  baseline: fc.option(decimal),
  relativeTo: fc.constant(null),
  due: fc.constant('2026-12-31'),
})

const reading = (value: string): Reading => ({
  ...{ value: dec(value), asOf: '2026-06-30', periodId: '2026-M06', comparedWith: '3', verified: false },
})

/** The two readings, the one nearer to the region first; null where they are as far, or stand on different sides of a band. */
function byDistance(target: Target, a: string, b: string): readonly [string, string] | null {
  const region = targetRegion(target, '3')
  if (region === null) return null
  const [x, y] = [distanceTo(region, dec(a)), distanceTo(region, dec(b))]
  const isBand = region.low !== null && region.high !== null
  if (x.eq(y) || isBand) return null
  return x.lt(y) ? [a, b] : [b, a]
}

describe('progress of every kind, measure and operator', () => {
  it('is never better for a reading farther from the target, nor met outside of it', () => {
    fc.assert(
      fc.property(anyTarget, decimal, decimal, (target, a, b) => {
        const region = targetRegion(target, '3')
        const pair = byDistance(target, a, b)
        if (region === null || pair === null) return
        const [near, far] = pair.map((value) => progressAt(target, region, reading(value)))
        const [shareNear, shareFar] = [near && cappedShare(near), far && cappedShare(far)]
        if (shareNear && shareFar) expect(shareFar.lte(shareNear)).toBe(true)
        expect(far?.met).not.toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('brings between 0 and 1 to a roll-up, and nothing that is not a number', () => {
    fc.assert(
      fc.property(anyTarget, decimal, (target, value) => {
        const progress = progressAt(target, targetRegion(target, '3'), reading(value))
        expect(JSON.stringify(progress)).not.toMatch(/NaN|Infinity/)
        const share = cappedShare(progress)
        if (share !== null) expect(share.gte(0) && share.lte(1)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives the growth gap exactly: target less actual, in points', () => {
    fc.assert(
      fc.property(decimal, decimal, (value, actual) => {
        const target: Target = { ...plain, kind: 'growth', unit: '%', value }
        const { gap } = progressAt(target, targetRegion(target), reading(actual))
        expect(gap).toBe(dec(value).minus(actual).toFixed())
      }),
    )
  })

  it('takes 左右 where more is better as met from 95 % of the value up, without a miss by overshooting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 200_000 }), (value, actual) => {
        const target: Target = { ...plain, op: '~', value: String(value) }
        const region = targetRegion(target)
        if (region === null) throw new Error('a value gives a region')
        expect(isInside(region, dec(actual))).toBe(dec(actual).gte(dec(value).times('0.95')))
      }),
    )
  })
})

const plain: Target = {
  ...{ subject: '指标', kind: 'level', op: '>=', value: '100', valueHigh: null, unit: '家', commitment: 'firm' },
  ...{ measure: 'flow', baseline: null, relativeTo: null, due: '2026-12-31' },
}

const calendar = workCalendar()

describe('stage dates', () => {
  const input = (target: Target, clock: string, milestone: string): IndicatorInput => ({
    ...{ basis: 'live', clock, frequency: 'month', nodes: [], claim: null, silentRun: 0, target, figures: [] },
    ...{ accumulation: 'yearToDate', trajectory: { kind: 'linear' }, span: { from: '2026-01-01', to: '2026-12-31' } },
    ...{ thresholds: defaultThresholds, calendar, redLineEvents: [] },
    milestones: [{ on: '2026-06-30', value: milestone }],
  })

  it('say nothing until their day, and never worse of a reading nearer to the stage', () => {
    const worse = { yellow: 1, red: 2 } as const
    const weight = (target: Target, clock: string, milestone: string, value: string): number => {
      const [reason] = milestoneReasons(input(target, clock, milestone), [reading(value)])
      return reason ? worse[reason.light as keyof typeof worse] : 0
    }
    fc.assert(
      fc.property(anyTarget, decimal, decimal, decimal, (target, milestone, a, b) => {
        expect(weight(target, '2026-06-30', milestone, a)).toBe(0)
        const pair = byDistance({ ...target, value: milestone }, a, b)
        if (pair === null || target.kind === 'relative') return
        const [near, far] = pair
        for (const clock of ['2026-07-01', '2026-08-15'])
          expect(weight(target, clock, milestone, far)).toBeGreaterThanOrEqual(weight(target, clock, milestone, near))
      }),
      { numRuns: 2000 },
    )
  })
})
