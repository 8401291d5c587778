import type { DutyRole } from '#core/plan'
import type { FoundAssignment, ReadingContext, Recogniser } from '../kernel.ts'
import type { Paragraph } from '../tree/paragraphs.ts'
import { numberedHeadingAt, pathOf } from '../tree/tree.ts'
import { splitUnits } from '../units/units.ts'

const HEADS: readonly (readonly [RegExp, DutyRole])[] = [
  [/牵头|主办|总牵头/, 'lead'],
  [/配合|协办|协助/, 'support'],
  [/参与|参加/, 'participate'],
  [/责任(?:单位|部门|主体|处室|科室)|落实单位|承办单位|完成单位|实施单位/, 'responsible'],
]
const HEAD_ROWS = 2
/** A column of persons names no unit: 牵头领导, 责任人. */
const PERSON_HEAD = /领导|责任人|负责人|联系人|同志/

interface Table {
  readonly cells: Paragraph[]
  readonly columns: Map<number, DutyRole>
  headRow: number
}

function roleOf(head: string): DutyRole | null {
  if (head.length > 14 || PERSON_HEAD.test(head)) return null
  return HEADS.find(([pattern]) => pattern.test(head))?.[1] ?? null
}

/** Tables whose head row names a column of responsible units. */
function tables({ tree }: ReadingContext): Table[] {
  const found = new Map<number, Table>()
  for (const paragraph of tree.paragraphs) {
    if (!paragraph.cell) continue
    const table = found.get(paragraph.cell.table) ?? { cells: [], columns: new Map<number, DutyRole>(), headRow: -1 }
    found.set(paragraph.cell.table, table)
    const { row, column } = paragraph.cell
    const role = row < HEAD_ROWS ? roleOf(tree.text.slice(paragraph.start, paragraph.end)) : null
    if (role) {
      table.columns.set(column, role)
      table.headRow = row
    }
    table.cells.push(paragraph)
  }
  return [...found.values()].filter((table) => table.columns.size > 0)
}

function addRow({ tree, draft, trace }: ReadingContext, table: Table, cells: readonly Paragraph[]): void {
  const named = cells.flatMap((cell) => {
    const role = table.columns.get(cell.cell?.column ?? -1)
    return role ? splitUnits(tree.text, cell.start, cell.end).map((piece) => ({ cell, piece, role })) : []
  })
  const first = named[0]
  const last = named[named.length - 1]
  if (!first || !last) return
  const found: FoundAssignment = {
    at: first.cell.start,
    end: last.cell.end,
    rule: 'responsibility.cell',
    implied: ['role'],
    path: pathOf(numberedHeadingAt(tree, first.cell.start)),
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
    for (const table of tables(context)) {
      const rows = new Map<number, Paragraph[]>()
      for (const cell of table.cells) {
        const row = cell.cell?.row ?? 0
        if (row <= table.headRow) continue
        const list = rows.get(row)
        if (list) list.push(cell)
        else rows.set(row, [cell])
      }
      for (const cells of rows.values()) addRow(context, table, cells)
    }
  },
}
