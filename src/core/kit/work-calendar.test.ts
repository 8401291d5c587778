import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lunarFeasts, publishedYears } from './holidays.data.ts'
import { addDays, dateOfDay } from './local-date.ts'
import {
  addWorkdays,
  countWorkdays,
  isProvisionalYear,
  isWorkday,
  statutoryDays,
  withYears,
  workCalendar,
} from './work-calendar.ts'

const calendar = workCalendar()

describe('isWorkday', () => {
  it.each([
    ['2025-01-26', true, 'a Sunday worked before Spring Festival'],
    ['2025-01-28', false, 'New Year’s Eve'],
    ['2025-02-04', false, 'the last day off'],
    ['2025-02-08', true, 'a Saturday worked after it'],
    ['2025-10-08', false, 'National Day with Mid-Autumn'],
    ['2025-10-11', true, 'a Saturday worked after it'],
    ['2026-02-23', false, 'the ninth day off'],
    ['2025-03-05', true, 'a plain Wednesday'],
    ['2025-03-08', false, 'a plain Saturday'],
    ['2027-02-05', false, 'the eve in a year not yet published'],
    ['2027-02-08', false, 'its third day'],
    ['2027-02-09', true, 'the day after the statutory ones'],
    ['2150-10-01', false, 'a fixed day beyond the table of lunar days'],
  ])('%s: %s (%s)', (date, worked) => {
    expect(isWorkday(calendar, date)).toBe(worked)
  })

  it('says which years may still change', () => {
    expect(isProvisionalYear(calendar, 2026)).toBe(false)
    expect(isProvisionalYear(calendar, 2027)).toBe(true)
  })

  it('takes an uploaded year and a region’s own days', () => {
    const uploaded = withYears(publishedYears, [{ year: 2027, off: ['2027-02-10'], work: ['2027-02-20'] }])
    const own = workCalendar(uploaded, [{ date: '2027-03-01', work: false }])
    expect(isProvisionalYear(own, 2027)).toBe(false)
    expect(['2027-02-08', '2027-02-10', '2027-02-20', '2027-03-01'].map((date) => isWorkday(own, date))).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})

describe('statutoryDays', () => {
  it('are thirteen a year, or twelve where a lunar day meets a fixed one', () => {
    const odd = Object.keys(lunarFeasts).filter((year) => ![12, 13].includes(statutoryDays(Number(year)).length))
    expect(odd).toEqual([])
    expect(statutoryDays(2025)).toHaveLength(13)
  })

  it('are days off in every published year since the rule of thirteen days', () => {
    const worked = [2025, 2026].flatMap(statutoryDays).filter((date) => isWorkday(calendar, date))
    expect(worked).toEqual([])
  })

  it('agree with an independent lunar calendar', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
    const lunarDay = (date: string): string => lunar.format(new Date(`${date}T00:00:00Z`))
    // New moon at 23:56 (2027) and 00:07 (2030) Beijing time: the approximation in ICU falls on the other side of midnight.
    const closeToMidnight = ['2027', '2030']
    const years = Object.entries(lunarFeasts).filter(([year]) => !closeToMidnight.includes(year))
    const strange = years.filter(([year, [spring, , dragonBoat, midAutumn]]) => {
      const days = [spring, dragonBoat, midAutumn].map((day) => lunarDay(`${year}-${day}`))
      return days.join() !== '1/1,5/5,8/15'
    })
    expect(years).toHaveLength(75)
    expect(strange).toEqual([])
  })
})

describe('addWorkdays', () => {
  it.each([
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-27', 1, '2025-02-05'],
    ['2025-03-10', 2, '2025-03-12'],
    ['2025-03-07', 1, '2025-03-10'],
    ['2025-03-31', -2, '2025-03-27'],
    ['2025-03-08', 0, '2025-03-08'],
  ])('%s %i → %s', (from, count, to) => {
    expect(addWorkdays(calendar, from, count)).toBe(to)
  })

  it('lands on a working day with exactly n of them in between', () => {
    const days = fc.integer({ min: 19_400, max: 21_000 }).map(dateOfDay)
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const later = addWorkdays(calendar, from, count)
        expect(isWorkday(calendar, later)).toBe(true)
        expect(countWorkdays(calendar, addDays(from, 1), later)).toBe(count)
        const earlier = addWorkdays(calendar, from, -count)
        expect(countWorkdays(calendar, earlier, addDays(from, -1))).toBe(count)
      }),
    )
  })
})

describe('countWorkdays', () => {
  it('counts what isWorkday says, day by day, also past the table of lunar days', () => {
    const starts = fc.integer({ min: 18_900, max: 47_700 }).map(dateOfDay)
    const own = workCalendar(publishedYears, [
      { date: '2025-03-01', work: true },
      { date: '2025-03-03', work: false },
      { date: '2025-03-05', work: true },
    ])
    fc.assert(
      fc.property(fc.oneof(starts, fc.constant('2025-02-20')), fc.integer({ min: -3, max: 60 }), (from, length) => {
        const days = Array.from({ length: Math.max(0, length) }, (_, index) => addDays(from, index))
        const worked = days.filter((day) => isWorkday(own, day)).length
        expect(countWorkdays(own, from, addDays(from, length - 1))).toBe(worked)
      }),
      { numRuns: 400 },
    )
  })
})
