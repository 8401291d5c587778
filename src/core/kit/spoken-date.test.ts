import { describe, expect, test } from 'vitest'
import { spokenDate } from './spoken-date.ts'

const here = { timeZone: 'Asia/Shanghai', year: '2026' }

describe('a day or a moment is said as people of the region say it', () => {
  test.each([
    ['2026-04-10', '4月10日', '10 Apr'],
    ['2025-12-31', '2025年12月31日', '31 Dec 2025'],
    ['2026-04-10T09:00:00.000Z', '4月10日 17:00', '10 Apr, 17:00'],
    // Midnight has passed in the region, and with it the year.
    ['2025-12-31T16:30:00Z', '1月1日 00:30', '1 Jan, 00:30'],
    ['2026-12-31T16:30:00+00:00', '2027年1月1日 00:30', '1 Jan 2027, 00:30'],
    ['2026年4月', '2026年4月', '2026年4月'],
    ['2026-04', '2026-04', '2026-04'],
    ['2026-13-40', '2026-13-40', '2026-13-40'],
    ['', '', ''],
  ])('%s', (value, zh, en) => {
    const said = (language: 'zh' | 'en') => spokenDate(value, { ...here, language })
    expect([said('zh'), said('en')]).toEqual([zh, en])
  })

  test('the year is said where nobody knows which one it is', () => {
    expect(spokenDate('2026-04-10', { ...here, language: 'zh', year: null })).toBe('2026年4月10日')
  })
})
