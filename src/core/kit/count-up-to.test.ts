import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countUpTo } from './count-up-to.ts'

it('counts what a filter would count, in any ascending list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: -10, max: 10 }), (numbers, limit) => {
      const ascending = numbers.toSorted((a, b) => a - b)
      expect(countUpTo(ascending, limit, (n) => n)).toBe(numbers.filter((n) => n <= limit).length)
    }),
  )
})
