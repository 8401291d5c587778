import type { SheetLine } from '#adapters/http/contract/reporting'
import { keyOf } from './drafts.ts'

/** Why lines stand together: sent back, past due, or simply due. */
export type Standing = 'reportAgain' | 'overdue' | 'toReport'

/** Lines that are answered together: of one unit in one period. */
export interface SheetGroup {
  readonly key: string
  readonly standing: Standing
  readonly first: SheetLine
  readonly own: SheetLine[]
}

const ORDER: readonly Standing[] = ['reportAgain', 'overdue', 'toReport']

/** What came back first, then what is past due, then what is due; each unit and period by itself, in the order of the plan. */
export function groupSheet(lines: readonly SheetLine[], now: string): readonly SheetGroup[] {
  const found = new Map<string, SheetGroup>()
  const units = [...new Set(lines.map(({ unitId }) => unitId))]
  for (const line of lines) {
    const key = keyOf({ ...line, itemId: '' })
    const standing = standingOf(line, now)
    const name = `${standing} ${line.unitId} ${key}`
    const group = found.get(name)
    if (group) group.own.push(line)
    else found.set(name, { key, standing, first: line, own: [line] })
  }
  const place = ({ first }: SheetGroup) => units.indexOf(first.unitId)
  return [...found.values()].sort(
    (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || place(a) - place(b),
  )
}

/** An item that the unit has to keep after "not ours" is due by its own moment. */
function standingOf({ report, dueAt, dispute }: SheetLine, now: string): Standing {
  if (report?.state === 'returned') return 'reportAgain'
  return Date.parse(now) > Date.parse(dispute?.reportDueAt ?? dueAt) ? 'overdue' : 'toReport'
}
