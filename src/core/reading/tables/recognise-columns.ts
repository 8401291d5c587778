import { withoutWhitespace } from '#core/kit'
import type { ColumnUse, SourceDocument, SourceTable, TaskColumns } from '../source-document.ts'
import { columnHeads } from './column-heads.data.ts'
import { type Grid, gridOf } from './grid.ts'

const LONGEST_HEAD = 20
const HEADS_WITHIN = 15
const FEWEST_HEADS = 2
/** Who does it, or until when: without one of these a table lists no tasks. */
const DUTIES: ReadonlySet<ColumnUse> = new Set([
  'lead',
  'responsible',
  'support',
  'participate',
  'leader',
  'person',
  'due',
])
const CONTENTS: readonly ColumnUse[] = ['title', 'measures', 'goal']

/** What one head says; null where it says nothing known. */
export function useOfHead(head: string): ColumnUse | null {
  const words = withoutWhitespace(head).replace(/[（(].*$/, '')
  if (words === '' || words.length > LONGEST_HEAD) return null
  return columnHeads.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** Finds the heads of a task table and what its columns hold; null where it is no task table. */
export function recogniseColumns(document: Pick<SourceDocument, 'text'>, table: SourceTable): TaskColumns | null {
  const grid = gridOf(document, table)
  let best: { readonly count: number; readonly found: TaskColumns } | null = null
  for (let row = 0; row < Math.min(grid.length, HEADS_WITHIN); row += 1) {
    for (const rows of [1, 2]) {
      const heads = headsOf(grid, row, rows)
      const uses = usesOf(heads)
      const count = uses.filter((use) => use !== null && use !== 'none').length
      if (count < FEWEST_HEADS || !isTaskTable(uses) || (best && best.count >= count)) continue
      best = { count, found: { headRows: row + rows, columns: settled(uses) } }
    }
  }
  return best?.found ?? null
}

/** What the columns under these heads hold; an unknown head says nothing. */
export function columnsUnder(heads: readonly string[]): readonly ColumnUse[] {
  return settled(usesOf(heads))
}

/** 单位 alone is who does it, unless another column says so: then it is what a figure is measured in. */
function usesOf(heads: readonly string[]): (ColumnUse | null)[] {
  const uses = heads.map(useOfHead)
  const measure = heads.findIndex((head) => withoutWhitespace(head) === '单位')
  const others = uses.filter((use, at) => at !== measure && (use === 'responsible' || use === 'lead'))
  return others.length === 0 ? uses : uses.map((use, at) => (at === measure ? 'none' : use))
}

/** The words of the heads, as a person would read them; with two rows the lower one counts where it says more. */
export function headsOf(grid: Grid, first: number, rows: number): string[] {
  const width = Math.max(...grid.map((row) => row.length), 0)
  return Array.from({ length: width }, (_, column) => {
    const upper = grid[first]?.[column]
    if (rows === 1) return upper?.text ?? ''
    const lower = grid[first + 1]?.[column]
    return lower?.own && lower.text !== '' ? lower.text : (upper?.text ?? '')
  })
}

/** The row, or two rows, that a reading of the table takes for its heads. */
export function headWords(grid: Grid, { headRows, columns }: TaskColumns): string[] {
  const known = (heads: readonly string[]): number => heads.filter((head) => useOfHead(head) !== null).length
  const one = headsOf(grid, headRows - 1, 1)
  const two = headRows > 1 ? headsOf(grid, headRows - 2, 2) : []
  const heads = known(two) > known(one) ? two : one
  return Array.from({ length: Math.max(columns.length, heads.length) }, (_, column) => heads[column] ?? '')
}

/** Whether columns say what is to be done, and who does it or until when. */
export function isTaskTable(uses: readonly (ColumnUse | null)[]): boolean {
  return uses.some((use) => use && DUTIES.has(use)) && uses.some((use) => use && CONTENTS.includes(use))
}

/** Each table has one column of titles: the last that could be one; wider ones before it group, and where none is, the contents are. */
function settled(uses: readonly (ColumnUse | null)[]): ColumnUse[] {
  const columns = uses.map((use) => use ?? 'none')
  const titles = columns.flatMap((use, at) => (use === 'title' ? [at] : []))
  const stated = titles.at(-1)
  for (const at of titles) if (at !== stated) columns[at] = 'group'
  if (stated !== undefined) return columns
  const other = CONTENTS.map((use) => columns.indexOf(use)).find((at) => at >= 0)
  if (other !== undefined) columns[other] = 'title'
  return columns
}
