import { describe, expect, it } from 'vitest'
import type { SheetLine } from '#adapters/http/contract/reporting'
import { groupSheet } from './sheet-groups.ts'

const NOW = '2026-07-31T01:00:00Z'
const [SOON, PAST] = ['2026-08-03T09:00:00Z', '2026-07-21T09:00:00Z']

/** A line as far as grouping looks at it. */
function line(itemId: string, unitId: string, more: Partial<SheetLine> = {}): SheetLine {
  const known = { cadenceId: 'c', periodId: '2026-D21', itemId, unitId, dueAt: SOON, report: null, dispute: null }
  return { ...known, ...more } as SheetLine
}

const shape = (lines: readonly SheetLine[]) =>
  groupSheet(lines, NOW).map(({ standing, first, own }) => [
    `${standing} ${first.unitId} ${first.periodId}`,
    own.map(({ itemId }) => itemId).join(''),
  ])

describe('groups of a sheet', () => {
  it('keeps the units of one account apart, whatever the order of their lines', () => {
    expect(shape([line('1', 'x'), line('2', 'y'), line('3', 'x'), line('4', 'y')])).toEqual([
      ['toReport x 2026-D21', '13'],
      ['toReport y 2026-D21', '24'],
    ])
  })

  it('puts what came back first, then what is past due', () => {
    const returned = { report: { state: 'returned' } } as Partial<SheetLine>
    expect(
      shape([line('1', 'x'), line('2', 'y', { dueAt: PAST, periodId: '2026-D20' }), line('3', 'y', returned)]),
    ).toEqual([
      ['reportAgain y 2026-D21', '3'],
      ['overdue y 2026-D20', '2'],
      ['toReport x 2026-D21', '1'],
    ])
  })

  it('goes by the moment of its own that an arbitration gave', () => {
    const kept = { dueAt: PAST, dispute: { reportDueAt: SOON } } as Partial<SheetLine>
    expect(shape([line('1', 'x', kept)])).toEqual([['toReport x 2026-D21', '1']])
  })
})
