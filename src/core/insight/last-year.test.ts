import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec, decimalText } from '#core/kit'
import { monthAmounts } from './last-year.ts'

const even = Array.from({ length: 12 }, (_, index) => String((index + 1) * 2))

describe('the months of last year', () => {
  it.each<[string, readonly (string | null)[], readonly string[] | null]>([
    ['a running total', even, Array<string>(12).fill('2')],
    ['months in which nothing came', ['0', '0', ...even.slice(2)], ['0', '0', '6', ...Array<string>(9).fill('2')]],
    ['tenths', even.map((text) => `${text}.1`), ['2.1', ...Array<string>(11).fill('2')]],
    ['a month without a figure', [...even.slice(0, 5), null, ...even.slice(6)], null],
    ['no January', [null, ...even.slice(1)], null],
    ['a total that fell', [...even.slice(0, 6), '3', ...even.slice(7)], null],
    ['not a whole year', even.slice(0, 11), null],
  ])('of %s', (_, reached, amounts) => {
    expect(monthAmounts(reached)).toEqual(amounts)
  })

  it('add up to what the year reached', () => {
    const amounts = fc.array(fc.nat({ max: 100_000 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(amounts, (tenths) => {
        let sum = dec(0)
        const reached = tenths.map((amount) => {
          sum = sum.plus(dec(amount).dividedBy(10))
          return decimalText(sum)
        })
        const found = monthAmounts(reached) ?? []
        expect(found.map((amount) => dec(amount).times(10).toNumber())).toEqual(tenths)
      }),
    )
  })
})
