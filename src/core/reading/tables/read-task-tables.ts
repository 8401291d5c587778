import type { Span } from '#core/kit'
import type { DutyRole } from '#core/plan'
import type { Draft, FoundAssignment, FoundRow, ReadingContext, Refiner } from '../kernel.ts'
import type { ColumnUse, SourceTable } from '../source-document.ts'
import type { PlanTree } from '../tree/tree.ts'
import { splitUnits } from '../units/units.ts'
import type { GridCell } from './grid.ts'
import { type TaskRow, taskRows } from './task-rows.ts'

const DUTY_COLUMNS: readonly (readonly [ColumnUse, DutyRole])[] = [
  ['lead', 'lead'],
  ['responsible', 'responsible'],
  ['support', 'support'],
  ['participate', 'participate'],
]
/** 区发改局(牵头): a role in brackets says more than the column. */
const STATED_ROLE = /\((牵头|主办|配合|协办|参与|参加)(?:单位|部门)?\)$/
const ROLES: Readonly<Record<string, DutyRole>> = {
  ...{ 牵头: 'lead', 主办: 'lead', 配合: 'support', 协办: 'support', 参与: 'participate', 参加: 'participate' },
}

/**
 * Tables whose columns are known: each row is a task with the duties and the date of its own cells, whatever the grammar of running
 * text made of them. Targets stay as they were found in the words of the row, and take its leads and its date.
 */
export const readTaskTables: Refiner = {
  id: 'table.row',
  refine({ tree, draft, trace }: ReadingContext) {
    for (const block of tree.document.blocks) {
      if (block.kind !== 'table' || !block.tasks?.columns.some((use) => use !== 'none')) continue
      const range = viewRange(tree, block.span)
      const body = block.rows[block.tasks.headRows]?.[0]?.span.start ?? block.span.end
      const { tasks } = taskRows(tree.document, block, block.tasks, draft.year)
      draft.tables.push({ ...range, at: viewRange(tree, { start: body, end: body }).at })
      keepClausesOfContents(draft, tree, range, tasks)
      for (const row of tasks) {
        const found = foundRow(tree, row)
        draft.rows.push(found)
        if (found.clause) draft.assignments.push(found.clause)
        fillTargets(draft, found, tree.text)
        trace?.({ rule: 'table.row', at: found.at, end: found.end, detail: found.title })
      }
      takeDates(draft, tree, block)
    }
    draft.assignments.sort((a, b) => a.at - b.at)
  },
}

/** What the grammar found in the table's columns of duties gives way; clauses in the words of a task (由…牵头) stay. */
function keepClausesOfContents(draft: Draft, tree: PlanTree, table: Range, rows: readonly TaskRow[]): void {
  const contents = rows
    .flatMap(({ cells }) => [...(cells.title ?? []), ...(cells.goal ?? []), ...(cells.measures ?? [])])
    .map(({ span }) => viewRange(tree, span))
  const isOf = ({ at, end }: Range, range: Range): boolean => at >= range.at && end <= range.end
  draft.assignments = draft.assignments.filter(
    (found) => !isOf(found, table) || (found.form !== 'cell' && contents.some((range) => isOf(found, range))),
  )
}

interface Range {
  readonly at: number
  readonly end: number
}

function foundRow(tree: PlanTree, row: TaskRow): FoundRow {
  const [first] = row.own
  const last = row.own.at(-1)
  const { at, end } = viewRange(tree, { start: first?.span.start ?? 0, end: last?.span.end ?? 0 })
  const path = row.group === '' ? '正文' : `正文/${row.group.slice(0, 100)}`
  return {
    ...{ at, end, rule: 'table.row', implied: [], path, title: titleOf(row), clause: clauseOf(tree, row, path) },
    dues:
      row.due === null
        ? []
        : (row.cells.due ?? []).slice(0, 1).map(({ span }) => ({ ...viewRange(tree, span), due: row.due ?? '' })),
    leader: wordsOf(row.cells.leader),
    person: wordsOf(row.cells.person),
  }
}

/** The title of the row; where it was merged over several rows, what this one adds tells them apart. */
function titleOf({ cells }: TaskRow): string {
  const title = cells.title?.at(-1)
  const rest = [...(cells.measures ?? []), ...(cells.goal ?? [])].find(({ own }) => own)
  if (!title) return firstSentence(rest?.text ?? '')
  return title.rowSpan > 1 && rest ? `${plain(title.text)}：${firstSentence(rest.text)}` : firstSentence(title.text)
}

const LONGEST_TITLE = 120

function firstSentence(text: string): string {
  return (/^[^。；;]+/.exec(plain(text))?.[0] ?? '').slice(0, LONGEST_TITLE)
}

function plain(text: string): string {
  return text.replace(/\s+/g, '')
}

function wordsOf(cells: readonly GridCell[] | undefined): string | null {
  return cells
    ? cells
        .map(({ text }) => text.replace(/\s+/g, ' '))
        .join('、')
        .slice(0, 300)
    : null
}

function clauseOf(tree: PlanTree, row: TaskRow, path: string): FoundAssignment | null {
  const named = DUTY_COLUMNS.flatMap(([use, role]) =>
    (row.cells[use] ?? []).flatMap((cell) => linesOf(tree, cell).flatMap((line) => unitsIn(tree.text, line, role))),
  )
  const [first] = named
  if (!first) return null
  return {
    at: Math.min(...named.map(({ at }) => at)),
    end: Math.max(...named.map(({ end }) => end)),
    ...{ rule: 'table.row', implied: ['role'], path, form: 'cell' },
    duties: named.map(({ at, end, role }) => ({ at, end, role })),
    openList: named.some(({ open }) => open),
  }
}

/** Lines of a cell: units that stand one under another, or apart by spaces, have no mark between them. */
function linesOf(tree: PlanTree, { span }: GridCell): Range[] {
  const words = tree.document.text.slice(span.start, span.end)
  return [...words.matchAll(/[^\s\u3000]+/g)].map(({ index, 0: line }) =>
    viewRange(tree, { start: span.start + index, end: span.start + index + line.length }),
  )
}

function unitsIn(text: string, line: Range, role: DutyRole) {
  return splitUnits(text, line.at, line.end).map(({ start, end, open }) => {
    const stated = STATED_ROLE.exec(text.slice(start, end))
    return { at: start, end: stated ? start + stated.index : end, open, role: ROLES[stated?.[1] ?? ''] ?? role }
  })
}

/** Targets in a row take its date and its leads where their own words say none. */
function fillTargets(draft: Draft, row: FoundRow, text: string): void {
  const leads = (row.clause?.duties ?? []).filter(({ role }) => role === 'lead')
  const owner = leads.map(({ at, end }) => text.slice(at, end)).join('、')
  for (const target of draft.indicators) {
    if (target.figureAt < row.at || target.figureAt >= row.end) continue
    const [due] = row.dues
    if (due && target.due === null) {
      target.due = due.due
      target.implied = [...target.implied, 'due']
    }
    target.path = row.path
    if (owner === '' || target.owner !== null) continue
    target.owner = owner
    target.implied = [...target.implied, 'owner']
  }
}

/** The dates of the table are those of its column of dates, one a cell; dates in the words of other cells stay. */
function takeDates(draft: Draft, tree: PlanTree, table: SourceTable): void {
  const columns = new Map(
    draft.rows.flatMap(({ dues, path }) =>
      dues.map((due) => [due.at, { ...due, rule: 'table.due', implied: [], path }]),
    ),
  )
  const { at, end } = viewRange(tree, table.span)
  const stated = [...columns.values()].filter((due) => due.at >= at && due.at < end)
  const covered = (place: number): boolean => stated.some((due) => place >= due.at && place < due.end)
  const kept = draft.deadlines.filter((found) => !covered(found.at))
  draft.deadlines = [...kept, ...stated].sort((a, b) => a.at - b.at)
}

/** The range of the view that a range of the source became; white space at its ends is left out. */
function viewRange({ view, text }: PlanTree, span: Span): Range {
  const at = firstFrom(view.origin, span.start)
  let end = Math.max(at, firstFrom(view.origin, span.end))
  while (end > at && text.charAt(end - 1) === '\n') end -= 1
  return { at, end }
}

function firstFrom(origin: Int32Array, offset: number): number {
  let low = 0
  let high = origin.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((origin[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
