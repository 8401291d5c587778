import { groupBy } from '#core/kit'
import type { DutyRole } from '#core/plan'
import type { FoundAssignment, ReadingContext, Recogniser } from '../kernel.ts'
import { HEAD_ROWS, type TableCell, tablesIn } from '../tree/table-cells.ts'
import { dutyHeadingAt, pathOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { splitUnits } from '../units/units.ts'
import type { UnitPiece } from '../units/units.ts'

const HEADS: readonly (readonly [RegExp, DutyRole])[] = [
  [/牵头|主办|总牵头/, 'lead'],
  [/配合|协办|协助/, 'support'],
  [/参与|参加/, 'participate'],
  [/责任(?:单位|部门|主体|处室|科室)|落实单位|承办单位|完成单位|实施单位/, 'responsible'],
]
/** A column of persons names no unit: 牵头领导, 责任人. */
const PERSON_HEAD = /领导|责任人|负责人|联系人|同志/

interface Columns {
  readonly roles: ReadonlyMap<number, DutyRole>
  readonly headRow: number
}

function roleOf(head: string): DutyRole | null {
  if (head.length > 14 || PERSON_HEAD.test(head)) return null
  return HEADS.find(([pattern]) => pattern.test(head))?.[1] ?? null
}

/** The columns of responsible units that a head row names; null where none does. */
function columnsOf({ text }: PlanTree, cells: readonly TableCell[]): Columns | null {
  const roles = new Map<number, DutyRole>()
  let headRow = -1
  for (const { cell, start, end } of cells) {
    const role = cell.row < HEAD_ROWS ? roleOf(text.slice(start, end)) : null
    if (role === null) continue
    roles.set(cell.column, role)
    headRow = cell.row
  }
  return roles.size > 0 ? { roles, headRow } : null
}

/** —, / and 无 stand in a cell where nobody is named. */
const NOBODY = /^(?:[^\u4e00-\u9fff]*|无)$/

function addRow({ tree, draft, trace }: ReadingContext, roles: Columns['roles'], cells: readonly TableCell[]): void {
  const isNamed = ({ start, end }: UnitPiece) => !NOBODY.test(tree.text.slice(start, end))
  const named = cells.flatMap((one) => {
    const role = roles.get(one.cell.column)
    const pieces = role ? splitUnits(tree.text, one.start, one.end) : []
    return role ? pieces.filter(isNamed).map((piece) => ({ cell: one, piece, role })) : []
  })
  const first = named[0]
  const last = named[named.length - 1]
  if (!first || !last) return
  const found: FoundAssignment = {
    at: first.cell.start,
    end: last.cell.end,
    rule: 'responsibility.cell',
    implied: ['role'],
    path: pathOf(dutyHeadingAt(tree, first.cell.start)),
    duties: named.map(({ piece, role }) => ({ at: piece.start, end: piece.end, role })),
    openList: named.some(({ piece }) => piece.open),
    form: 'cell',
  }
  draft.assignments.push(found)
  trace?.({ rule: found.rule, at: found.at, end: found.end, detail: `${named.length} units` })
}

/** Rows of a task table: columns known by their heads (牵头单位, 责任单位, 配合单位). */
export const responsibilityCell: Recogniser = {
  id: 'responsibility.cell',
  recognise(context) {
    for (const cells of tablesIn(context.tree.paragraphs)) {
      const columns = columnsOf(context.tree, cells)
      if (!columns) continue
      const rows = groupBy(
        cells.filter(({ cell }) => cell.row > columns.headRow),
        ({ cell }) => cell.row,
      )
      for (const row of rows.values()) addRow(context, columns.roles, row)
    }
  },
}
