import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#core/kit'
import { layoutGantt } from './gantt-layout.ts'
import type { GanttGroup, GanttLayout, GanttSheet } from './gantt-layout.ts'
import { ganttWindow } from './gantt-ticks.ts'
import type { GanttScale } from './gantt-ticks.ts'

const sheet: GanttSheet = { width: 1100, nameWidth: 320, pageHeight: null, fontSize: 11 }
const labels = ['完成立项审批', '开工', '完成主体工程并通过验收备案', '竣工', 'approved by the council', '']

const groups: fc.Arbitrary<GanttGroup[]> = fc
  .array(
    fc.array(
      fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...labels), fc.option(fc.nat(400), { nil: null })), {
        maxLength: 8,
      }),
      { maxLength: 8 },
    ),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map((rows, group) => ({
      groupId: `${group}`,
      rows: rows.map((nodes, row) => ({
        rowId: `${group}/${row}`,
        start: '2026-01-01',
        end: '2026-11-30',
        nodes: nodes
          .map(([day, label, moved]) => ({
            label,
            due: addDays('2025-12-15', day),
            baselineDue: moved === null ? null : addDays('2025-12-15', moved),
            light: 'green' as const,
          }))
          .sort((a, b) => (a.due < b.due ? -1 : 1)),
      })),
    })),
  )
const scales = fc.constantFrom<GanttScale>('year', 'quarter', 'month')
const view = (scale: GanttScale) => ({ window: ganttWindow(scale, '2026-05-15'), scale, today: '2026-05-15' })

interface Box {
  readonly from: number
  readonly to: number
  readonly lane: number
}

const overlaps = (a: Box, b: Box): boolean => a.lane === b.lane && a.from < b.to && b.from < a.to

const rowsOf = (layout: GanttLayout) => layout.pages.flatMap(({ rows }) => rows)

describe('layoutGantt', () => {
  it('lets no label cover another label or a mark, and keeps all of them inside', () => {
    fc.assert(
      fc.property(groups, scales, (all, scale) => {
        for (const { marks, height } of rowsOf(layoutGantt(all, view(scale), sheet))) {
          const named: Box[] = marks.map(({ label }) => ({
            from: label.x,
            to: label.x + label.width,
            lane: label.lane,
          }))
          const points = marks.flatMap(({ x, baselineX }) => (baselineX === null ? [x] : [x, baselineX]))
          const drawn: Box[] = points.map((x) => ({ from: x - 5, to: x + 5, lane: 0 }))
          for (const [index, box] of named.entries()) {
            expect(named.slice(index + 1).some((other) => overlaps(box, other))).toBe(false)
            expect(drawn.some((mark) => overlaps(box, mark))).toBe(false)
            expect(box.from).toBeGreaterThanOrEqual(sheet.nameWidth)
            expect(box.to).toBeLessThanOrEqual(sheet.width)
            expect((box.lane + 1) * 11 * 1.7).toBeLessThanOrEqual(height + 0.01)
          }
          for (const x of points) {
            expect(x).toBeGreaterThanOrEqual(sheet.nameWidth)
            expect(x).toBeLessThanOrEqual(sheet.width)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('draws or counts every node of every row, once', () => {
    fc.assert(
      fc.property(groups, scales, (all, scale) => {
        const placed = new Map(rowsOf(layoutGantt(all, view(scale), sheet)).map((row) => [row.rowId, row]))
        for (const { rows } of all) {
          for (const { rowId, nodes } of rows) {
            const row = placed.get(rowId)
            expect((row?.marks.length ?? 0) + (row?.before ?? 0) + (row?.after ?? 0)).toBe(nodes.length)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('breaks pages between rows, repeats the heading of a campaign that runs on, and loses none', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 120, max: 500 }), (all, pageHeight) => {
        const layout = layoutGantt(all, view('year'), { ...sheet, pageHeight })
        expect(rowsOf(layout).map(({ rowId }) => rowId)).toEqual(
          all.flatMap(({ rows }) => rows.map(({ rowId }) => rowId)),
        )
        for (const { rows, headings } of layout.pages) {
          let end = layout.headHeight
          for (const block of [...headings, ...rows].sort((a, b) => a.y - b.y)) {
            expect(Math.abs(block.y - end)).toBeLessThan(0.1)
            end = block.y + block.height
          }
          if (rows.length > 1) expect(end).toBeLessThanOrEqual(pageHeight + 0.1)
          if (rows.length > 0) expect(headings[0]?.groupId).toBe(rows[0]?.groupId)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same numbers for the same plan', () => {
    fc.assert(
      fc.property(groups, scales, (all, scale) => {
        expect(layoutGantt(structuredClone(all), view(scale), sheet)).toEqual(layoutGantt(all, view(scale), sheet))
      }),
      { numRuns: 40 },
    )
  })

  it('marks months in a year, dekads in a quarter, days in a month, from edge to edge', () => {
    for (const [scale, count] of [
      ['year', 12],
      ['quarter', 9],
      ['month', 31],
    ] as const) {
      const { ticks } = layoutGantt([], view(scale), sheet)
      expect(ticks).toHaveLength(count)
      expect(ticks[0]?.x).toBe(sheet.nameWidth + 19.8)
      const last = ticks.at(-1)
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(sheet.width - 19.8, 1)
    }
  })

  it('gets two hundred tasks onto six sheets of A3, readable', () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      ...{ rowId: String(index), start: '2026-01-01', end: '2026-12-31' },
      nodes: [3, 6, 10].map((month) => ({
        label: '完成阶段任务',
        due: addDays('2026-01-10', month * 30 + (index % 20)),
        baselineDue: null,
        light: 'grey' as const,
      })),
    }))
    const layout = layoutGantt([{ groupId: 'a', rows }], view('year'), { ...sheet, width: 1500, pageHeight: 1000 })
    expect(rowsOf(layout)).toHaveLength(200)
    expect(layout.pages.length).toBeLessThanOrEqual(6)
  })
})
