import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec, decimalText, parseDecimal } from './decimal.ts'

/** A decimal of up to nine places, written as people write it: with zeros, signs, thousands and full-width digits. */
const written = fc.record({
  units: fc.bigInt({ min: 0n, max: 10n ** 15n }),
  places: fc.integer({ min: 0, max: 9 }),
  isNegative: fc.boolean(),
  isWide: fc.boolean(),
  zeros: fc.constantFrom('', '0', '000'),
})
const exact = ({ units, places, isNegative }: { units: bigint; places: number; isNegative: boolean }): string => {
  const digits = String(units).padStart(places + 1, '0')
  const [whole, rest] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)]
  return `${isNegative ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}
const wide = (text: string): string =>
  text.replace(/[0-9.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

describe('decimals', () => {
  it('are read exactly, however they are written, and have one text', () => {
    fc.assert(
      fc.property(written, (one) => {
        const plain = exact(one)
        const [whole = '', rest] = plain.replace('-', '').split('.')
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
        const typed = `${one.isNegative ? '-' : ''}${one.zeros}${grouped}${rest === undefined ? '' : `.${rest}${one.zeros}`}`
        const read = parseDecimal(one.isWide ? wide(typed) : typed)
        if (read === null) throw new Error(`not read: ${typed}`)
        expect(decimalText(read)).toBe(decimalText(dec(plain)))
        expect(decimalText(dec(decimalText(read)))).toBe(decimalText(read))
        expect(decimalText(read)).not.toMatch(/e|\.\d*0$|\.$/)
      }),
    )
  })

  it('add and take away to the last digit', () => {
    fc.assert(
      fc.property(written, written, (a, b) => {
        const scale = 10n ** 9n
        const units = (one: typeof a): bigint => (one.isNegative ? -1n : 1n) * one.units * 10n ** BigInt(9 - one.places)
        const sum = dec(exact(a)).plus(exact(b))
        expect(sum.times(String(scale)).toFixed(0)).toBe(String(units(a) + units(b)))
        expect(sum.minus(exact(b)).eq(exact(a))).toBe(true)
      }),
    )
  })

  it.each(['', '-', '.', '1.2.3', '1e5', 'NaN', 'Infinity', '0x10', '约12', '12家', '--1'])('are not %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })
})
