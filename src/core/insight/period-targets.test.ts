import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#core/kit'
import type { Dec } from '#core/kit'
import type { Target } from '#core/plan'
import { checkPeriodTargets, divide, periodTargetTable, respread } from './period-targets.ts'

const span = { from: '2026-01-01', to: '2026-06-30' }
const target: Target = {
  subject: '新签约亿元以上项目',
  kind: 'level',
  op: '>=',
  value: '60',
  valueHigh: null,
  unit: '个',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2026-06-30',
}
const months = (...amounts: string[]) => ({
  kind: 'month' as const,
  amounts: amounts.map((amount, index) => ({ periodId: `2026-M0${index + 1}`, amount })),
})
const plain = (values: readonly Dec[]) => values.map((value) => value.toFixed())
const sum = (values: readonly Dec[]) => values.reduce((all, value) => all.plus(value), dec(0))

describe('respread', () => {
  it('lays what was missed on the periods that are left, by their planned figures', () => {
    const planned = ['10', '10', '10', '10', '10', '10'].map(dec)
    expect(plain(respread(planned, [dec(4), dec(8)], dec(60), true).asked)).toEqual([
      '10',
      '12',
      '12',
      '12',
      '12',
      '12',
    ])
  })

  it('takes off what was done beforehand, and asks for nothing more than the whole', () => {
    const planned = ['10', '20', '30'].map(dec)
    expect(plain(respread(planned, [dec(35)], dec(60), true).asked)).toEqual(['10', '10', '15'])
    expect(plain(respread(planned, [dec(70)], dec(60), true).asked)).toEqual(['10', '0', '0'])
  })

  it('says what can no longer be spread', () => {
    expect(respread([dec(5), dec(5)], [dec(5), dec(2)], dec(10), true).unplaced.toFixed()).toBe('3')
  })

  const cases = fc.record({
    places: fc.constantFrom(0, 1, 2),
    planned: fc.array(fc.nat(500), { minLength: 1, maxLength: 36 }),
    done: fc.array(fc.nat(500), { maxLength: 36 }),
  })

  it('always adds up to the target exactly, whole things in whole numbers', () => {
    fc.assert(
      fc.property(cases, ({ places, planned: raw, done: rawDone }) => {
        const scale = (value: number) => dec(value).dividedBy(10 ** places)
        const planned = raw.map(scale)
        const length = sum(planned)
        const done = rawDone.slice(0, planned.length).map(scale)
        const { asked, unplaced } = respread(planned, done, length, places === 0)
        const [past, left] = [sum(done), asked.slice(done.length)]
        expect(asked).toHaveLength(planned.length)
        expect(asked.every((value) => value.gte(0) && value.decimalPlaces() <= places)).toBe(true)
        if (past.lte(length)) expect(past.plus(sum(left)).plus(unplaced).toFixed()).toBe(length.toFixed())
        else expect(sum(left).isZero()).toBe(true)
        if (done.length === 0) expect(plain(asked)).toEqual(plain(planned))
      }),
    )
  })

  it('asks a period for exactly what was planned while nothing was missed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), fc.nat(12), (raw, over) => {
        const planned = raw.map((value) => dec(value))
        const done = planned.slice(0, Math.min(over, planned.length))
        expect(plain(respread(planned, done, sum(planned), true).asked)).toEqual(plain(planned))
      }),
    )
  })
})

describe('divide', () => {
  it('gives the parts that lost most one more each', () => {
    expect(plain(divide(dec(10), [dec(1), dec(1), dec(1)], 0))).toEqual(['4', '3', '3'])
    expect(plain(divide(dec(1), [dec(0), dec(0)], 1))).toEqual(['0.5', '0.5'])
  })
})

describe('checkPeriodTargets', () => {
  const item = { target, frequency: 'month' as const, span }
  it.each<[string, ReturnType<typeof months> | { kind: 'dekad'; amounts: [] }, string | null]>([
    ['takes all of the way', months('5', '5', '10', '10', '15', '15'), null],
    ['refuses less than the way', months('5', '5', '10', '10', '15', '14'), 'schedule.amountsMissTarget'],
    ['refuses a period too few', months('5', '5', '10', '10', '30'), 'schedule.periodsDiffer'],
    ['refuses half a project', months('5.5', '4.5', '10', '10', '15', '15'), 'schedule.amountNotWhole'],
    ['refuses less than nothing', months('-5', '15', '10', '10', '15', '15'), 'schedule.amountNotFigure'],
    ['refuses dekads where figures come by month', { kind: 'dekad', amounts: [] }, 'schedule.finerThanFigures'],
  ])('%s', (_name, asked, code) => {
    const checked = checkPeriodTargets(asked, item)
    expect(checked.ok ? null : checked.refusal.code).toBe(code)
  })
})

describe('periodTargetTable', () => {
  it('shows asked, done, missed and what was carried over', () => {
    const readings = [
      { asOf: '2026-01-31', value: dec(4) },
      { asOf: '2026-02-28', value: dec(12) },
    ]
    const table = periodTargetTable(months('10', '10', '10', '10', '10', '10'), { target, span }, readings)
    expect(table?.rows.slice(0, 3)).toEqual([
      { periodId: '2026-M01', on: '2026-01-31', planned: '10', asked: '10', carried: '0', done: '4', missed: '6' },
      { periodId: '2026-M02', on: '2026-02-28', planned: '10', asked: '12', carried: '2', done: '8', missed: '4' },
      { periodId: '2026-M03', on: '2026-03-31', planned: '10', asked: '12', carried: '2', done: null, missed: null },
    ])
    expect(table).toMatchObject({ length: '60', done: '12', unplaced: '0' })
  })
})
