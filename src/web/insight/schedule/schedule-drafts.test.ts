import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, overlaid, pastedCells, shareOf, stepsOf, sumOf } from './schedule-drafts.ts'

const ends = (base: string, target: string) => ({ base, target, counted: false })

describe('a typed amount', () => {
  it('comes back from its share as it was typed', () => {
    const tenths = fc.integer({ min: 1, max: 99_999 }).map((value) => (value / 10).toFixed(1))
    fc.assert(
      fc.property(tenths, tenths, (amount, target) => {
        const own = ends('0', target)
        expect(Number(amountOf(shareOf(amount, own) ?? '', own))).toBe(Number(amount))
      }),
    )
  })

  it('may fall from its baseline', () => {
    const own = ends('80', '20')
    expect(shareOf('50', own)).toBe('0.5')
    expect(amountOf('0.5', own)).toBe('50')
    expect(stepsOf(['65', '20'], own)).toEqual(['15', '45'])
  })

  it('is no share where it is no number', () => {
    expect(shareOf('一半', ends('0', '60'))).toBeNull()
    expect(sumOf(['3', '', '４.5'])).toBe('7.5')
  })
})

describe('a pasted column', () => {
  it('is laid over the cells from where it was pasted', () => {
    expect(pastedCells('1\n2\n3\n')).toEqual(['1', '2', '3'])
    expect(pastedCells('12.5')).toBeNull()
    expect(overlaid(['a', 'b', 'c'], 1, ['x', 'y', 'z'])).toEqual(['a', 'x', 'y'])
  })
})
