import { describe, expect, it } from 'vitest'
import { placeValue } from './value-place.ts'

const target = { x: 756, y: 20, anchor: 'end', text: '目标 160万元', size: 12 } as const
const room = { width: 760, bottom: 190, text: '160', size: 15, taken: [target] }

describe('placeValue', () => {
  it('stands right above its dot', () => {
    expect(placeValue({ x: 400, y: 100 }, room)).toEqual({ x: 408, y: 92, anchor: 'start' })
  })

  it.each([
    ['at the end of its line, at the height of the target', { x: 734, y: 26 }],
    ['a little before it', { x: 690, y: 30 }],
    ['under the word of the target', { x: 700, y: 12 }],
  ])('does not cover the target: %s', (_, dot) => {
    const { x, y, anchor } = placeValue(dot, room)
    const left = anchor === 'start' ? x : x - 26
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left + 26).toBeLessThanOrEqual(760)
    expect(y - 13 > target.y + 3 || y + 4 < target.y - 11 || left + 26 < target.x - 72).toBe(true)
  })

  it('goes to the left of a dot at the edge', () => {
    expect(placeValue({ x: 750, y: 100 }, { ...room, taken: [] })).toEqual({ x: 742, y: 92, anchor: 'end' })
  })

  it('stays above the months', () => {
    expect(placeValue({ x: 30, y: 185 }, room).y).toBeLessThanOrEqual(190)
  })
})
