import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutOffOf, dueDay, dueMoment, instantAt } from './due-moment.ts'
import { dateOfDay, localDateAt } from './local-date.ts'
import { nextPeriod, periodById, periodKinds, periodOf } from './period.ts'
import { isWorkday, workCalendar } from './work-calendar.ts'

const calendar = workCalendar()

describe('dueMoment', () => {
  it.each([
    ['2025-D07', { workdays: 2, hour: 18 }, '2025-03-12T10:00:00.000Z'],
    ['2025-D03', { workdays: 1, hour: 17 }, '2025-02-05T09:00:00.000Z'],
    ['2025-M03', { workdays: -1, hour: 12, cutOffDay: 25 }, '2025-03-28T04:00:00.000Z'],
    ['2025-M02', { workdays: 0, hour: 24, cutOffDay: 25 }, '2025-02-28T16:00:00.000Z'],
    ['2025-W01', { workdays: 0, hour: 0 }, '2025-01-04T16:00:00.000Z'],
  ])('%s %o → %s', (id, rule, moment) => {
    expect(dueMoment(calendar, periodById(id), rule, 'Asia/Shanghai')).toBe(moment)
  })

  it('cuts off in the last month of a longer period', () => {
    expect(cutOffOf(periodById('2025-Q1'), { workdays: 0, hour: 18, cutOffDay: 25 })).toBe('2025-03-25')
    expect(cutOffOf(periodById('2025-M02'), { workdays: 0, hour: 18, cutOffDay: 31 })).toBe('2025-02-28')
    expect(cutOffOf(periodById('2025-D07'), { workdays: 0, hour: 18 })).toBe('2025-03-10')
  })
})

describe('due moments', () => {
  const days = fc.integer({ min: 18_000, max: 40_000 }).map(dateOfDay)
  const kinds = fc.constantFrom(...periodKinds)
  const rules = fc.record({ workdays: fc.integer({ min: -20, max: 30 }), hour: fc.integer({ min: 0, max: 23 }) })

  it('come in the order of their periods, and later with each working day', () => {
    fc.assert(
      fc.property(kinds, days, rules, (kind, day, rule) => {
        const period = periodOf(kind, day)
        const due = dueDay(calendar, period, rule)
        expect(due <= dueDay(calendar, nextPeriod(period), rule)).toBe(true)
        expect(due < dueDay(calendar, period, { ...rule, workdays: rule.workdays + 1 })).toBe(true)
      }),
    )
  })

  it('fall on a working day unless they are the last day itself', () => {
    fc.assert(
      fc.property(kinds, days, rules, (kind, day, rule) => {
        const period = periodOf(kind, day)
        const due = dueDay(calendar, period, rule)
        expect(rule.workdays === 0 ? due === period.last : isWorkday(calendar, due)).toBe(true)
      }),
    )
  })
})

describe('instantAt', () => {
  it.each([
    ['2025-07-01', 9, 'America/New_York', '2025-07-01T13:00:00.000Z'],
    ['2025-01-01', 9, 'America/New_York', '2025-01-01T14:00:00.000Z'],
    ['2025-03-09', 2, 'America/New_York', '2025-03-09T07:00:00.000Z'],
    ['2025-03-09', 3, 'America/New_York', '2025-03-09T07:00:00.000Z'],
    ['2025-11-02', 1, 'America/New_York', '2025-11-02T05:00:00.000Z'],
    ['2025-11-02', 2, 'America/New_York', '2025-11-02T07:00:00.000Z'],
    ['2025-06-01', 12, 'UTC', '2025-06-01T12:00:00.000Z'],
  ])('%s %i h in %s', (date, hour, zone, instant) => {
    expect(instantAt(date, hour, zone)).toBe(instant)
  })

  it('falls on the date that was asked for, whatever the zone', () => {
    const days = fc.integer({ min: 18_000, max: 24_000 }).map(dateOfDay)
    const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Urumqi', 'Pacific/Kiritimati')
    fc.assert(
      fc.property(days, fc.integer({ min: 4, max: 23 }), zones, (date, hour, zone) => {
        expect(localDateAt(instantAt(date, hour, zone), zone)).toBe(date)
      }),
    )
  })
})
