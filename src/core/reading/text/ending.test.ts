import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingOf } from './ending.ts'
import { oneOf } from './one-of.ts'

describe('endingOf', () => {
  it('finds the longest word that a text ends with', () => {
    const verb = endingOf(['加', '新增加', '增加', '增至'])
    expect(verb('全区新增加')).toBe('新增加')
    expect(verb('增至')).toBe('增至')
    expect(verb('加快')).toBe('')
    expect(verb('')).toBe('')
  })

  it('finds what a pattern of the same words finds', () => {
    const word = fc
      .array(fc.constantFrom('增', '加', '到', '(', '.'), { minLength: 1, maxLength: 3 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
        fc.array(word).map((all) => all.join('')),
        (words, text) => {
          expect(endingOf(words)(text)).toBe(new RegExp(`(?:${oneOf(words)})$`).exec(text)?.[0] ?? '')
        },
      ),
    )
  })
})
