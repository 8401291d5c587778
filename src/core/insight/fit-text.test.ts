import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, textWidth } from './fit-text.ts'

describe('fitText', () => {
  it.each([
    ['新签约亿元以上项目', 200, 12, '新签约亿元以上项目'],
    ['新签约亿元以上项目', 60, 12, '新签约亿…'],
    ['GDP增速', 12, 12, ''],
    ['', 5, 12, ''],
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

  it('never cuts what fits', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fitText(text, textWidth(text, 12), 12)).toBe(text)
      }),
    )
  })
})
