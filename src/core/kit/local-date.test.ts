import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDateAt } from './local-date.ts'

describe('localDateAt', () => {
  it.each([
    ['2026-03-31T15:59:59.999Z', 'Asia/Shanghai', '2026-03-31'],
    ['2026-03-31T16:00:00Z', 'Asia/Shanghai', '2026-04-01'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
    ['2026-06-30T18:14:59Z', 'Asia/Kathmandu', '2026-06-30'],
    ['2026-06-30T18:15:00Z', 'Asia/Kathmandu', '2026-07-01'],
  ])('%s in %s is %s', (instant, timeZone, day) => {
    expect(localDateAt(instant, timeZone)).toBe(day)
  })

  it('says what the clocks of the zone show, asked once or again', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia']
    const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, timeZone) => {
        const shown = new Intl.DateTimeFormat('en-CA', {
          timeZone,
          ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
        }).format(instant)
        expect(localDateAt(instant, timeZone)).toBe(shown)
        expect(localDateAt(instant.toISOString(), timeZone)).toBe(shown)
      }),
      { numRuns: 300 },
    )
  })
})
