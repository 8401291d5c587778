import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, countWorkdays, dateOfDay, dayNumber, dec, lastDayOfMonth, workCalendar } from '#core/kit'
import type { Target, Trajectory } from '#core/plan'
import { checkTrajectory } from './check-trajectory.ts'
import { exactPaceAt, paceAt, targetSpan } from './pace.ts'
import { amountAt, askedOn, trajectoryTable } from './trajectory-table.ts'

const calendar = workCalendar()
const span = { from: '2026-01-01', to: '2026-12-31' }
const target: Target = {
  subject: '一般公共预算收入',
  kind: 'level',
  op: '>=',
  value: '218.7',
  valueHigh: null,
  unit: '亿元',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2026-12-31',
}

/** A span within some years around a leap day, and a trajectory of any kind that fits it. */
const spans = fc
  .tuple(fc.integer({ min: dayNumber('2023-06-01'), max: dayNumber('2024-12-01') }), fc.integer({ min: 30, max: 420 }))
  .map(([from, days]) => ({ from: dateOfDay(from), to: dateOfDay(from + days) }))

const points = (from: string, to: string, days: readonly number[], shares: readonly number[]) => {
  const length = dayNumber(to) - dayNumber(from)
  const ons = [...new Set(days.map((day) => addDays(from, day % length)))].sort()
  const values = shares.slice(0, ons.length).sort((a, b) => a - b)
  const stated = ons.slice(0, values.length).map((on, index) => ({
    on,
    value: dec(values[index] ?? 0)
      .dividedBy(1000)
      .toFixed(),
  }))
  return [...stated, { on: to, value: '1' }]
}

const cases = spans.chain((own) =>
  fc
    .record({
      days: fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
      shares: fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
      months: fc
        .array(fc.nat(50), { minLength: 12, maxLength: 12 })
        .filter((months) => months.some((month) => month > 0)),
      kind: fc.constantFrom('linear', 'workdays', 'seasonal', 'stated', 'step', 'oneStep'),
    })
    .map(({ days, shares, months, kind }): { span: typeof own; trajectory: Trajectory } => {
      const stated = points(own.from, own.to, days, shares)
      const all: Record<typeof kind, Trajectory> = {
        linear: { kind: 'linear' },
        workdays: { kind: 'workdays' },
        seasonal: { kind: 'seasonal', monthShares: months.map(String) },
        stated: { kind: 'stated', points: stated },
        step: { kind: 'step', points: stated },
        oneStep: { kind: 'step' },
      }
      return { span: own, trajectory: all[kind] }
    }),
)

describe('every trajectory', () => {
  it('begins at nothing, never falls, and ends at the target on its due day, leap years or not', () => {
    fc.assert(
      fc.property(cases, fc.nat(500), fc.nat(60), ({ span: own, trajectory }, day, more) => {
        const [on, later] = [addDays(own.from, day), addDays(own.from, day + more)]
        const at = (date: string) => exactPaceAt(trajectory, own, date, calendar)
        expect(at(addDays(own.from, -1)).isZero()).toBe(true)
        expect(at(own.to).eq(1)).toBe(true)
        expect(at(later).gte(at(on))).toBe(true)
        expect(at(on).lte(1)).toBe(true)
      }),
    )
  })

  it('is accepted as it was made, and moves by steps on its nodes only', () => {
    fc.assert(
      fc.property(cases, ({ span: own, trajectory }) => {
        expect(checkTrajectory(trajectory, { ...target, due: own.to }, own).ok).toBe(true)
        if (trajectory.kind !== 'step') return
        const nodes = new Set([own.to, ...(trajectory.points ?? []).map(({ on }) => on)])
        for (let on = own.from; on < own.to; on = addDays(on, 1)) {
          const [before, now] = [
            exactPaceAt(trajectory, own, on, calendar),
            exactPaceAt(trajectory, own, addDays(on, 1), calendar),
          ]
          if (!now.eq(before)) expect(nodes).toContain(addDays(on, 1))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('by working days stands still on days off, and moves by the same on each worked day', () => {
    fc.assert(
      fc.property(spans, fc.nat(400), (own, day) => {
        const on = addDays(own.from, day)
        if (on >= own.to) return
        const all = countWorkdays(calendar, own.from, own.to)
        const expected = dec(countWorkdays(calendar, own.from, on))
          .dividedBy(all)
          .toDecimalPlaces(6)
        expect(paceAt({ kind: 'workdays' }, own, on, calendar).toFixed()).toBe(expected.toFixed())
      }),
    )
  })

  it('gives 29 February its day', () => {
    const leap = { from: '2024-01-01', to: '2024-12-31' }
    expect(paceAt({ kind: 'linear' }, leap, '2024-02-29', calendar).toFixed()).toBe('0.163934')
    const onlyFebruary = Array.from({ length: 12 }, (_, month) => (month === 1 ? '1' : '0'))
    const inFebruary = (on: string) =>
      paceAt({ kind: 'seasonal', monthShares: onlyFebruary }, leap, on, calendar).toFixed()
    expect([inFebruary('2024-02-28'), inFebruary('2024-02-29')]).toEqual(['0.965517', '1'])
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29')
  })
})

describe('checkTrajectory names the point', () => {
  const stated = (...list: [string, string][]): Trajectory => ({
    kind: 'stated',
    points: list.map(([on, value]) => ({ on, value })),
  })
  it.each<[string, Trajectory, string, string | undefined]>([
    ['outside the span', stated(['2025-12-31', '0.1'], ['2026-12-31', '1']), 'schedule.pointOutside', 'points.0.on'],
    ['no date', stated(['2026-02-30', '0.1'], ['2026-12-31', '1']), 'schedule.pointOutside', 'points.0.on'],
    [
      'out of order',
      stated(['2026-06-30', '0.5'], ['2026-06-30', '0.6'], ['2026-12-31', '1']),
      'schedule.pointOrder',
      'points.1.on',
    ],
    [
      'falling',
      stated(['2026-03-31', '0.5'], ['2026-06-30', '0.4'], ['2026-12-31', '1']),
      'schedule.pointFalls',
      'points.1.value',
    ],
    [
      'more than the target',
      stated(['2026-03-31', '1.1'], ['2026-12-31', '1']),
      'schedule.pointNotShare',
      'points.0.value',
    ],
    [
      'not ending at the target',
      stated(['2026-06-30', '0.5'], ['2026-12-31', '0.9']),
      'schedule.endMissed',
      'points.1',
    ],
    ['ending early', stated(['2026-06-30', '1']), 'schedule.endMissed', 'points.0'],
    ['empty', stated(), 'schedule.noPoints', undefined],
    ['eleven months', { kind: 'seasonal', monthShares: Array(11).fill('1') }, 'schedule.monthsNotTwelve', undefined],
    [
      'a month in words',
      { kind: 'seasonal', monthShares: ['1', '一', ...Array(10).fill('1')] },
      'schedule.monthNotFigure',
      'monthShares.1',
    ],
    ['a year of nothing', { kind: 'seasonal', monthShares: Array(12).fill('0') }, 'schedule.monthsAllZero', undefined],
  ])('%s', (_name, trajectory, code, at) => {
    const checked = checkTrajectory(trajectory, target, span)
    expect(checked.ok ? null : [checked.refusal.code, checked.refusal.at]).toEqual([code, at])
  })

  it('refuses a rate, which has no way', () => {
    const growth: Target = { ...target, kind: 'growth', unit: '%', value: '6' }
    expect(checkTrajectory({ kind: 'linear' }, growth, span)).toMatchObject({ refusal: { code: 'schedule.noWay' } })
  })
})

describe('what is asked', () => {
  it('is the stated amount to the digit, though its share never ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (a, b) => {
        const [part, whole] = [dec(Math.min(a, b)).dividedBy(10), dec(Math.max(a, b)).dividedBy(10)]
        const share = part.dividedBy(whole).toDecimalPlaces(12).toFixed()
        const trajectory: Trajectory = {
          kind: 'stated',
          points: [
            { on: '2026-06-30', value: share },
            { on: '2026-12-31', value: '1' },
          ],
        }
        const own = { ...target, value: whole.toFixed() }
        expect(askedOn({ target: own, trajectory, span, calendar }, '2026-06-30')?.toFixed()).toBe(part.toFixed())
      }),
    )
  })

  it('is a third of 24 things as 8, not 7', () => {
    const things: Target = { ...target, unit: '家', value: '24' }
    expect(amountAt(things, dec(1).dividedBy(3).toDecimalPlaces(12))?.toFixed()).toBe('8')
  })

  it('stands in a table by dekad, month and quarter, and the last line is the target', () => {
    const input = { target: { ...target, due: '2026-11-15' }, trajectory: { kind: 'workdays' } as const, calendar }
    const own = targetSpan(input.target, 2026)
    for (const [kind, lines] of [
      ['dekad', 32],
      ['month', 11],
      ['quarter', 4],
    ] as const) {
      const table = trajectoryTable({ ...input, span: own }, kind)
      expect(table).toHaveLength(lines)
      expect(table.at(-1)).toMatchObject({ on: '2026-11-15', pace: '1', asked: '218.7' })
    }
  })
})
