import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOfDay, workCalendar } from '#core/kit'
import type { Target, Trajectory } from '#core/plan'
import { defaultTrajectory, isCounted, paceAt, targetSpan } from './pace.ts'

const calendar = workCalendar()
const year = { from: '2025-01-01', to: '2025-12-31' }
const months = ['1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '1', '9']

const target = (parts: Partial<Target>): Target => ({
  subject: '规上工业企业',
  kind: 'increment',
  op: '>=',
  value: '20',
  valueHigh: null,
  unit: '家',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2025-12-31',
  ...parts,
})

describe('paceAt', () => {
  it.each<[string, Trajectory, string, string]>([
    ['linear counts days, both ends included', { kind: 'linear' }, '2025-01-10', '0.027397'],
    ['linear at half year', { kind: 'linear' }, '2025-06-30', '0.49589'],
    ['workdays stand still over Spring Festival', { kind: 'workdays' }, '2025-02-04', '0.076613'],
    ['seasonal follows last year’s months', { kind: 'seasonal', monthShares: months }, '2025-11-30', '0.55'],
    ['seasonal inside a month runs by days', { kind: 'seasonal', monthShares: months }, '2025-12-10', '0.695161'],
    ['seasonal without any share is linear', { kind: 'seasonal', monthShares: [] }, '2025-06-30', '0.49589'],
    ['stated meets its points', { kind: 'stated', points: [{ on: '2025-03-31', value: '0.4' }] }, '2025-03-31', '0.4'],
    [
      'stated runs straight in between',
      { kind: 'stated', points: [{ on: '2025-03-31', value: '0.4' }] },
      '2025-02-14',
      '0.2',
    ],
    ['step asks for nothing before its day', { kind: 'step' }, '2025-12-30', '0'],
    ['step asks for all on its day', { kind: 'step' }, '2025-12-31', '1'],
  ])('%s', (_name, trajectory, on, pace) => {
    expect(paceAt(trajectory, year, on, calendar).toFixed()).toBe(pace)
  })

  const trajectories = fc.constantFrom<Trajectory>(
    { kind: 'linear' },
    { kind: 'workdays' },
    { kind: 'step' },
    { kind: 'seasonal', monthShares: months },
    {
      kind: 'stated',
      points: [
        { on: '2025-03-31', value: '0.2' },
        { on: '2025-09-30', value: '0.7' },
      ],
    },
  )

  it('is 0 before the span, 1 from its last day on, and never falls', () => {
    const days = fc.integer({ min: 20_000, max: 20_600 })
    const lengths = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(
        trajectories,
        days,
        lengths,
        days,
        fc.integer({ min: 0, max: 50 }),
        (trajectory, from, length, on, later) => {
          const span = { from: dateOfDay(from), to: dateOfDay(from + length) }
          const first = paceAt(trajectory, span, dateOfDay(on), calendar)
          const second = paceAt(trajectory, span, dateOfDay(on + later), calendar)
          expect(second.gte(first)).toBe(true)
          expect(on >= from || first.isZero()).toBe(true)
          expect(on < from + length || first.eq(1)).toBe(true)
        },
      ),
    )
  })
})

describe('defaultTrajectory', () => {
  it.each<[string, Partial<Target>, Parameters<typeof defaultTrajectory>[1], Trajectory['kind']]>([
    ['a flow', {}, {}, 'linear'],
    ['ten counted things', { value: '10' }, {}, 'step'],
    ['ten of a money unit', { value: '10', unit: '亿元' }, {}, 'linear'],
    ['a figure that another body recognises', {}, { recognised: true }, 'step'],
    ['a flow whose last year is known', {}, { lastYearMonths: months }, 'seasonal'],
    ['a stock whose last year is known', { measure: 'stock' }, { lastYearMonths: months }, 'linear'],
    ['a small cap', { measure: 'cap', value: '3' }, {}, 'linear'],
    ['a rank', { kind: 'rank', value: '3', unit: '名' }, {}, 'step'],
    ['a first time', { measure: 'once', op: '>', value: '0', unit: '亿元' }, {}, 'step'],
  ])('%s', (_name, parts, known, kind) => {
    expect(defaultTrajectory(target(parts), known).kind).toBe(kind)
  })
})

describe('isCounted', () => {
  it.each([
    [{ unit: '家', value: '24' }, true],
    [{ unit: '万户', value: '2' }, false],
    [{ unit: '家', value: '2.5' }, false],
    [{ unit: '%', value: '95' }, false],
    [{ unit: '家', value: null }, false],
    [{ unit: '家', value: '24', baseline: '20.5' }, false],
  ])('%o → %s', (parts, counted) => {
    expect(isCounted(target(parts))).toBe(counted)
  })
})

it('starts the span of a target on 1 January of the plan’s year, whenever it is due', () => {
  expect(targetSpan(target({ due: '2025-09-30' }), 2025)).toEqual({ from: '2025-01-01', to: '2025-09-30' })
  expect(targetSpan(target({ due: '2027-12-31' }), 2025)).toEqual({ from: '2025-01-01', to: '2027-12-31' })
})
