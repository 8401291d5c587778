import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChineseDigits, formatChineseNumber, parseChineseNumber } from './chinese-number.ts'

describe('parseChineseNumber', () => {
  it.each([
    ['零', 0],
    ['〇', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿三', 23],
    ['卅', 30],
    ['卌五', 45],
    ['一百二十三', 123],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百一', 110],
    ['两百三', 230],
    ['两千', 2000],
    ['两千三', 2300],
    ['三千零五十二', 3052],
    ['十万', 100_000],
    ['一万五', 15_000],
    ['一万零五', 10_005],
    ['一万零五百', 10_500],
    ['三千五百万', 35_000_000],
    ['一亿二千万', 120_000_000],
    ['一亿二', 120_000_000],
    ['三亿零二', 300_000_002],
    ['一万亿', 1_000_000_000_000],
    ['二〇二五', 2025],
    ['一九九八', 1998],
    ['壹仟贰佰叁拾肆', 1234],
    ['贰萬', 20_000],
  ])('%s = %i', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  it.each(['', '百', '一十百', '万', '一二百', '三三千', '零一百零', '甲', '十十', '一千万亿亿亿', '一百零零五十二三'])(
    'refuses %s',
    (text) => expect(parseChineseNumber(text)).toBeNull(),
  )
})

describe('formatChineseNumber', () => {
  it.each([
    [0, '零'],
    [10, '十'],
    [19, '十九'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1005, '一千零五'],
    [10_010, '一万零一十'],
    [100_000, '十万'],
    [20_300, '二万零三百'],
    [100_000_001, '一亿零一'],
  ])('%i = %s', (value, text) => {
    expect(formatChineseNumber(value)).toBe(text)
  })

  it('is read back as the same number', () => {
    const numbers = fc.oneof(fc.nat(200_000), fc.nat(Number.MAX_SAFE_INTEGER))
    fc.assert(
      fc.property(numbers, (value) => {
        expect(parseChineseNumber(formatChineseNumber(value))).toBe(value)
      }),
      { numRuns: 2000 },
    )
  })
})

it('writes years digit by digit', () => {
  expect(formatChineseDigits(2025)).toBe('二〇二五')
})
