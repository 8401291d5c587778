import { groupBy } from '#core/kit'
import type { FoundTaskForce, Recogniser } from '../kernel.ts'
import { gapsIn } from '../tree/gaps.ts'
import { HEAD_ROWS, type TableCell, tablesIn } from '../tree/table-cells.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { postHolders } from '../units/post-holders.ts'

const HEADS = {
  name: /^(?:工作)?(?:专班|推进组|小组|工作组|组别|组)(?:名称)?$|^名称$/,
  convener: /^(?:总)?(?:召集人|组长|牵头领导|指挥长)$/,
  deputies: /^副(?:召集人|组长|指挥长)$/,
  members: /^(?:成员|组成)(?:单位|人员)?$/,
  office: /^(?:专班)?办公室(?:设在|所在单位)?$/,
} as const

type Column = keyof typeof HEADS

interface Columns {
  readonly at: ReadonlyMap<number, Column>
  readonly headRow: number
}

/** The columns of a table whose heads say who convenes and who belongs to each body; null where they do not. */
function columnsOf({ text }: PlanTree, cells: readonly TableCell[]): Columns | null {
  const at = new Map<number, Column>()
  let headRow = 0
  for (const { cell, start, end } of cells.filter((one) => one.cell.row < HEAD_ROWS)) {
    const words = text.slice(start, end)
    const found = Object.entries(HEADS).find(([, head]) => head.test(words))?.[0] as Column | undefined
    if (!found) continue
    at.set(cell.column, found)
    if (found === 'convener') headRow = cell.row
  }
  const named = new Set(at.values())
  return named.has('convener') && (named.has('members') || named.has('deputies')) ? { at, headRow } : null
}

function forceOf(tree: PlanTree, row: readonly TableCell[], columns: Columns['at']): FoundTaskForce | null {
  const cellOf = (column: Column) => row.find(({ cell }) => columns.get(cell.column) === column)
  const wordsOf = (one: TableCell | undefined) =>
    one && one.end > one.start ? quoteOf(tree, one.start, one.end) : null
  const holders = (one: TableCell | undefined) =>
    one
      ? postHolders(tree.text, one.start, one.end, gapsIn(tree, one.start, one.end)).map(({ start, end }) =>
          quoteOf(tree, start, end),
        )
      : []
  const convener = wordsOf(cellOf('convener'))
  const [first, last] = [row[0], row[row.length - 1]]
  if (!first || !last || convener === null) return null
  return {
    ...{ at: first.start, end: last.end, rule: 'taskForce.table', implied: [], campaign: 0, convener },
    path: pathOf(headingAt(tree, first.start)),
    name: wordsOf(cellOf('name')) ?? '',
    deputies: holders(cellOf('deputies')),
    members: holders(cellOf('members')),
    office: wordsOf(cellOf('office')),
  }
}

/** Rows of a table of bodies: 专班名称, 召集人, 副召集人, 成员单位, 办公室 as its heads. */
export const taskForceTable: Recogniser = {
  id: 'taskForce.table',
  recognise({ tree, draft, trace }) {
    for (const cells of tablesIn(tree.paragraphs)) {
      const columns = columnsOf(tree, cells)
      if (!columns) continue
      const rows = groupBy(
        cells.filter(({ cell }) => cell.row > columns.headRow),
        ({ cell }) => cell.row,
      )
      for (const row of rows.values()) {
        const force = forceOf(tree, row, columns.at)
        if (!force) continue
        draft.taskForces.push(force)
        trace?.({ rule: force.rule, at: force.at, end: force.end, detail: force.name })
      }
    }
  },
}
