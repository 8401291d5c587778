import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, textWidth } from './fit-text.ts'

describe('fitText', () => {
  it.each([
    ['新签约亿元以上项目', 200, 12, '新签约亿元以上项目'],
    ['新签约亿元以上项目', 60, 12, '新签约亿…'],
    ['GDP增速', 12, 12, ''],
    ['', 5, 12, ''],
    ['已完成 1,234 户', 72, 12, '已完成…'],
    ['已完成 1,234 户', 84, 12, '已完成 1,234…'],
    ['欠序时12.5%，实际', 66, 12, '欠序时…'],
    ['欠序时12.5%，实际', 86, 12, '欠序时12.5%…'],
  ])('cuts %s to %i at %i', (text, width, size, expected) => {
    expect(fitText(text, width, size)).toBe(expected)
  })

  const texts = fc.string({ unit: 'grapheme' })

  it('never exceeds its width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 400 }), (text, width) => {
        expect(textWidth(fitText(text, width, 12), 12)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('cuts no number', () => {
    const number = fc.integer({ min: 10, max: 9_999_999 }).map((value) => value.toLocaleString('en-US'))
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 160 }), (figure, width) => {
        const said = fitText(`已完成${figure}户，应完成${figure}户`, width, 12)
        expect((said.match(/[\d,]+/g) ?? []).every((one) => one === figure)).toBe(true)
      }),
    )
  })

  it('never cuts what fits', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fitText(text, textWidth(text, 12), 12)).toBe(text)
      }),
    )
  })
})
