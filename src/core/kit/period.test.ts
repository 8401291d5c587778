import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay, weekday } from './local-date.ts'
import {
  comparePeriods,
  daysInPeriod,
  nextPeriod,
  parentPeriod,
  parsePeriod,
  periodById,
  periodKinds,
  periodOf,
  periodWords,
  periodsEndingIn,
  previousPeriod,
  shiftPeriod,
} from './period.ts'

const days = fc.integer({ min: 0, max: 47_000 }).map(dateOfDay)
const kinds = fc.constantFrom(...periodKinds)

describe('periodOf', () => {
  it.each([
    ['day', '2025-03-05', '2025-03-05', '2025-03-05', '2025-03-05'],
    ['week', '2025-03-05', '2025-W10', '2025-03-03', '2025-03-09'],
    ['week', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
    ['week', '2027-01-03', '2026-W53', '2026-12-28', '2027-01-03'],
    ['week', '2021-01-01', '2020-W53', '2020-12-28', '2021-01-03'],
    ['twoWeek', '2025-01-01', '2025-F01', '2024-12-30', '2025-01-12'],
    ['twoWeek', '2025-01-13', '2025-F03', '2025-01-13', '2025-01-26'],
    ['dekad', '2025-01-10', '2025-D01', '2025-01-01', '2025-01-10'],
    ['dekad', '2025-01-31', '2025-D03', '2025-01-21', '2025-01-31'],
    ['dekad', '2025-03-05', '2025-D07', '2025-03-01', '2025-03-10'],
    ['dekad', '2024-02-29', '2024-D06', '2024-02-21', '2024-02-29'],
    ['dekad', '2025-12-31', '2025-D36', '2025-12-21', '2025-12-31'],
    ['month', '2025-03-31', '2025-M03', '2025-03-01', '2025-03-31'],
    ['quarter', '2025-03-31', '2025-Q1', '2025-01-01', '2025-03-31'],
    ['halfYear', '2025-07-01', '2025-H2', '2025-07-01', '2025-12-31'],
    ['year', '2025-07-01', '2025', '2025-01-01', '2025-12-31'],
  ] as const)('%s of %s is %s', (kind, date, id, first, last) => {
    expect(periodOf(kind, date)).toEqual({ id, kind, first, last })
  })

  it('counts two weeks from the Monday that the cadence names', () => {
    expect(periodOf('twoWeek', '2025-03-16', '2025-03-10').first).toBe('2025-03-10')
    expect(periodOf('twoWeek', '2025-03-09', '2025-03-10').first).toBe('2025-02-24')
    expect(() => periodOf('twoWeek', '2025-03-09', '2025-03-11')).toThrow('Monday')
  })

  it('holds its date, and its id reads back as itself', () => {
    fc.assert(
      fc.property(kinds, days, (kind, date) => {
        const period = periodOf(kind, date)
        expect(period.first <= date && date <= period.last).toBe(true)
        expect(parsePeriod(period.id)).toEqual(period)
      }),
    )
  })

  it('tiles time: the next begins the day after, the previous ends the day before, ids sort in order', () => {
    fc.assert(
      fc.property(kinds, days, (kind, date) => {
        const period = periodOf(kind, date)
        const next = nextPeriod(period)
        expect(next.first).toBe(addDays(period.last, 1))
        expect(previousPeriod(next)).toEqual(period)
        expect(period.id < next.id).toBe(true)
        expect(comparePeriods(period, next)).toBeLessThan(0)
      }),
    )
  })

  it('has a 53rd week exactly where a year begins on a Thursday, or as a leap year on a Wednesday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1970, max: 2100 }), (year) => {
        const leap = addDays(`${year}-02-28`, 1).endsWith('29')
        const first = weekday(`${year}-01-01`)
        expect(parsePeriod(`${year}-W53`) !== null).toBe(first === 4 || (leap && first === 3))
      }),
      { numRuns: 131 },
    )
  })

  it('shifts by n as n times one', () => {
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: -40, max: 40 }), (kind, date, steps) => {
        const period = periodOf(kind, date)
        let walked = period
        for (let index = 0; index < Math.abs(steps); index += 1)
          walked = steps < 0 ? previousPeriod(walked) : nextPeriod(walked)
        expect(shiftPeriod(period, steps)).toEqual(walked)
      }),
    )
  })
})

describe('parsePeriod', () => {
  it.each([
    '2025-D00',
    '2025-D37',
    '2025-W53',
    '2025-M13',
    '2025-Q5',
    '2025-H3',
    '2025-D7',
    '2025-02-29',
    '2025-X01',
    '',
  ])('refuses %s', (id) => expect(parsePeriod(id)).toBeNull())

  it('throws where an id of our own is broken', () => {
    expect(() => periodById('2025-D37')).toThrow('2025-D37')
  })
})

describe('the tree of periods', () => {
  it('leads a dekad to its month, quarter, half year and year', () => {
    const path: string[] = []
    for (let at = parsePeriod('2025-D26'); at; at = parentPeriod(at)) path.push(at.id)
    expect(path).toEqual(['2025-D26', '2025-M09', '2025-Q3', '2025-H2', '2025'])
  })

  it('knows no month of a week', () => {
    expect(parentPeriod(periodOf('week', '2025-03-05'))).toBeNull()
  })

  it('has 36 dekads in every year, which fill it', () => {
    for (const year of [2024, 2025]) {
      const dekads = periodsEndingIn('dekad', `${year}-01-01`, `${year}-12-31`)
      expect(dekads).toHaveLength(36)
      expect(dekads.reduce((sum, period) => sum + daysInPeriod(period), 0)).toBe(year === 2024 ? 366 : 365)
    }
  })
})

describe('periodWords', () => {
  it.each([
    ['2025-D07', '2025年3月上旬'],
    ['2025-D36', '2025年12月下旬'],
    ['2025-Q3', '2025年三季度'],
    ['2025-H1', '2025年上半年'],
    ['2025-W01', '2025年第1周'],
    ['2025-M11', '2025年11月'],
    ['2025', '2025年'],
  ])('calls %s %s', (id, words) => {
    expect(periodWords(periodById(id)).zh).toBe(words)
  })
})
