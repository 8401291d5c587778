import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workCalendar } from '#core/kit'
import { defaultThresholds } from '#core/plan'
import type { Target } from '#core/plan'
import { askedCurve } from './asked-curve.ts'
import { attainmentBasis } from './attainment.ts'
import { projectedEnd } from './forecast.ts'
import type { Figure, IndicatorInput } from './types.ts'

const target = (parts: Partial<Target> = {}): Target => ({
  subject: '税收收入',
  kind: 'level',
  op: '>=',
  value: '1200',
  valueHigh: null,
  unit: '万元',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2025-12-31',
  ...parts,
})

const figures = (...values: string[]): Figure[] =>
  values.map((value, index) => {
    const month = String(index + 1).padStart(2, '0')
    return { periodId: `2025-M${month}`, asOf: `2025-${month}-28`, value, verifiedBy: null }
  })

const input = (parts: Partial<IndicatorInput>): IndicatorInput => ({
  basis: 'live',
  clock: '2025-12-31',
  frequency: 'month',
  nodes: [],
  claim: null,
  silentRun: 0,
  target: target(),
  accumulation: 'yearToDate',
  trajectory: { kind: 'stated', points: Array.from({ length: 11 }, (_, index) => stated(index)) },
  span: { from: '2025-01-01', to: '2025-12-31' },
  thresholds: defaultThresholds,
  calendar: workCalendar(),
  figures: [],
  redLineEvents: [],
  ...parts,
})

/** A tenth of the way by the 28th of each month, so that the figures below lie on round paces. */
function stated(index: number): { on: string; value: string } {
  return { on: `2025-${String(index + 1).padStart(2, '0')}-28`, value: String(Math.min(10, index + 1) / 10) }
}

describe('projectedEnd', () => {
  it('needs three figures', () => {
    expect(projectedEnd(input({ figures: figures('100', '200') }))).toBeNull()
    expect(projectedEnd(input({ figures: figures('100', '200', '300') }))).not.toBeNull()
  })

  it('carries an even trend to the due day without any spread', () => {
    expect(projectedEnd(input({ figures: figures('120', '240', '360') }))).toEqual({
      end: '1200',
      low: '1200',
      high: '1200',
      meets: true,
      figures: 3,
    })
  })

  it('follows the last trend, and spreads by what past trends missed', () => {
    // Slopes per tenth: 100, then 200; the last three figures give 150 a tenth, seven tenths to go; past miss 100 a tenth.
    expect(projectedEnd(input({ figures: figures('100', '200', '400') }))).toEqual({
      end: '1450',
      low: '750',
      high: '2150',
      meets: true,
      figures: 3,
    })
  })

  it('runs by days where the trajectory stands still', () => {
    const end = projectedEnd(input({ trajectory: { kind: 'step' }, figures: figures('28', '59', '87') }))
    expect(end?.end).toBe('365')
  })

  it('takes rates as the mean of the last three', () => {
    const growth = target({ kind: 'growth', value: '6', unit: '%' })
    const end = projectedEnd(input({ target: growth, accumulation: 'snapshot', figures: figures('9', '5', '6', '7') }))
    expect(end).toMatchObject({ end: '6', low: '5.3333', high: '6.6667', meets: true, figures: 4 })
  })

  it('does not project what only happens or is judged on a day', () => {
    const once = target({ measure: 'once', op: '>', value: '0' })
    expect(projectedEnd(input({ target: once, figures: figures('0', '0', '0') }))).toBeNull()
  })

  it('always lies inside its own spread', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }).map(String), { minLength: 3, maxLength: 12 })
    const trajectories = fc.constantFrom({ kind: 'linear' } as const, { kind: 'step' } as const)
    fc.assert(
      fc.property(values, trajectories, (all, trajectory) => {
        const end = projectedEnd(input({ figures: figures(...all), trajectory }))
        expect(end && Number(end.low) <= Number(end.end) && Number(end.end) <= Number(end.high)).toBe(true)
      }),
    )
  })
})

describe('askedCurve', () => {
  it('draws a step as one', () => {
    const curve = askedCurve(input({ trajectory: { kind: 'step' } }))
    expect(curve.slice(-2)).toEqual([
      { on: '2025-12-30', value: '0' },
      { on: '2025-12-31', value: '1200' },
    ])
  })

  it('is flat for a rate and empty without a value', () => {
    const growth = target({ kind: 'growth', value: '6', unit: '%' })
    expect(new Set(askedCurve(input({ target: growth })).map((point) => point.value))).toEqual(new Set(['6']))
    expect(askedCurve(input({ target: target({ value: null }) }))).toEqual([])
  })

  it('runs down where less is better', () => {
    const reduce = target({ measure: 'reduce', op: '=', value: '0', baseline: '100', unit: '户' })
    const values = askedCurve(input({ target: reduce, trajectory: { kind: 'linear' } })).map((point) =>
      Number(point.value),
    )
    expect(values[0]).toBe(100)
    expect(values.at(-1)).toBe(0)
    expect(values).toEqual([...values].sort((a, b) => b - a))
  })
})

describe('attainmentBasis', () => {
  it.each<[string, Partial<IndicatorInput>, object]>([
    ['way', { figures: figures('100') }, { kind: 'way', moved: '100', asked: '120' }],
    ['met', { figures: figures('1200') }, { kind: 'verdict', met: true }],
    [
      'a step before its day',
      { trajectory: { kind: 'step' }, figures: figures('100') },
      { kind: 'leftOut', because: 'notDue' },
    ],
    ['no figure, nothing due', {}, { kind: 'leftOut', because: 'notDue' }],
    ['silent without any figure', { silentRun: 1 }, { kind: 'verdict', met: false }],
    [
      'silent: the last figure against today’s pace',
      { figures: figures('100'), silentRun: 1 },
      { kind: 'way', moved: '100', asked: '1200' },
    ],
    [
      'rate',
      { target: target({ kind: 'growth', value: '6' }), figures: figures('5') },
      { kind: 'rate', gap: '1', stated: '6' },
    ],
    [
      'stock without baseline',
      { target: target({ measure: 'stock' }), figures: figures('5') },
      { kind: 'leftOut', because: 'unknown' },
    ],
    ['cap kept', { target: target({ measure: 'cap' }), figures: figures('5') }, { kind: 'verdict', met: true }],
    [
      'rank before its day',
      { target: target({ kind: 'rank', value: '3' }), figures: figures('5') },
      { kind: 'leftOut', because: 'notDue' },
    ],
    [
      'red line broken without a figure',
      { target: target({ kind: 'redLine', value: null }), redLineEvents: ['2025-02-01'] },
      { kind: 'verdict', met: false },
    ],
  ])('%s', (_name, parts, basis) => {
    expect(attainmentBasis(input(parts))).toEqual(basis)
  })
})
