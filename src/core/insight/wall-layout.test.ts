import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparkline } from './sparkline.ts'
import { layoutWall } from './wall-layout.ts'
import type { Rect, WallGroup, WallLayout } from './wall-layout.ts'

const groups = (...sizes: number[]): WallGroup[] =>
  sizes.map((size, index) => ({
    groupId: `campaign ${index + 1}`,
    itemIds: Array.from({ length: size }, (_, item) => `${index + 1}/${item + 1}`),
  }))

const all = (layout: WallLayout): Rect[] => [...layout.headings, ...layout.cells]

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height - 0.001 && b.y < a.y + a.height - 0.001

const anyOverlap = (rects: readonly Rect[]): boolean =>
  rects.some((a, index) => rects.slice(index + 1).some((b) => overlap(a, b)))

describe('layoutWall', () => {
  it.each([
    ['seven campaigns', groups(40, 35, 30, 30, 25, 22, 18)],
    ['one long campaign', groups(170, 10, 10, 10)],
    ['thirty small ones', groups(...Array.from({ length: 30 }, () => 7))],
  ])('fits 200 items of %s on 1920 × 1080 below a heading of 96', (_name, campaigns) => {
    const layout = layoutWall(campaigns, { width: 1920, height: 984 })
    expect(layout.fits).toBe(true)
    expect(layout.cells.length).toBeGreaterThanOrEqual(200)
    expect(layout.rowHeight).toBeGreaterThanOrEqual(24)
    expect(Math.min(...layout.cells.map((cell) => cell.width))).toBeGreaterThanOrEqual(180)
  })

  it('says when rows would become unreadable, and keeps them readable', () => {
    const layout = layoutWall(groups(900), { width: 800, height: 600 })
    expect(layout.fits).toBe(false)
    expect(layout.rowHeight).toBe(18)
    expect(layout.cells).toHaveLength(900)
  })

  it('does not let rounding push rows into each other', () => {
    expect(anyOverlap(all(layoutWall(groups(39), { width: 320, height: 748 })))).toBe(false)
  })

  it('lays nothing out for nothing', () => {
    expect(layoutWall(groups(0, 0), { width: 100, height: 100 }).cells).toEqual([])
  })

  it('shows every item once, inside the wall, without overlap, each under a heading of its campaign', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 9 })
    const sides = fc.integer({ min: 320, max: 2600 })
    fc.assert(
      fc.property(sizes, sides, fc.integer({ min: 300, max: 1400 }), (counts, width, height) => {
        const campaigns = groups(...counts)
        const layout = layoutWall(campaigns, { width, height })
        expect(layout.cells.map((cell) => cell.itemId)).toEqual(campaigns.flatMap((group) => group.itemIds))
        expect(anyOverlap(all(layout))).toBe(false)
        const outside = all(layout).filter(
          (rect) =>
            rect.x < 0 || rect.x + rect.width > width + 0.01 || (layout.fits && rect.y + rect.height > height + 0.01),
        )
        expect(outside).toEqual([])
        const headed = layout.cells.every((cell) =>
          layout.headings.some((head) => head.x === cell.x && head.y < cell.y && head.groupId === cell.groupId),
        )
        expect(headed).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('sparkline', () => {
  const box = { span: { from: '2025-01-01', to: '2025-12-31' }, width: 104, height: 24, padding: 2 }

  it('puts figures and the asked line on the same scale', () => {
    const drawn = sparkline({
      ...box,
      figures: [
        { on: '2025-12-31', value: '100' },
        { on: '2025-01-01', value: '0' },
      ],
      asked: [
        { on: '2025-01-01', value: '0' },
        { on: '2025-12-31', value: '200' },
      ],
    })
    expect(drawn).toEqual({
      figurePath: 'M2 22L102 12',
      askedPath: 'M2 22L102 2',
      dots: [
        { x: 2, y: 22 },
        { x: 102, y: 12 },
      ],
      low: 0,
      high: 200,
    })
  })

  it('draws a flat line in the middle, and nothing for nothing', () => {
    expect(sparkline({ ...box, figures: [{ on: '2025-06-30', value: '5' }], asked: [] }).dots[0]?.y).toBe(12)
    expect(sparkline({ ...box, figures: [], asked: [] })).toMatchObject({ figurePath: '', askedPath: '' })
  })

  it('never leaves its box', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -1e6, max: 1e6 })))
    fc.assert(
      fc.property(points, (all) => {
        const figures = all.map(([month, value]) => ({
          on: `2025-${String(month).padStart(2, '0')}-15`,
          value: String(value),
        }))
        const { dots } = sparkline({ ...box, figures, asked: [] })
        expect(dots.every(({ x, y }) => x >= 2 && x <= 102 && y >= 2 && y <= 22)).toBe(true)
      }),
    )
  })
})
