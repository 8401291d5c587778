import { countUpTo } from '#core/kit'
import type { DutyRole } from '#core/plan'
import type { AssignmentFact, HeadingFact, IndicatorFact, TaskFact } from './facts.ts'
import type { Draft, FoundAssignment } from './kernel.ts'
import { clauseHeading } from './tree/clause-heading.ts'
import { headingAt, place, quoteOf } from './tree/tree.ts'
import type { Heading, PlanTree } from './tree/tree.ts'

const STRENGTH: Readonly<Record<DutyRole, number>> = { lead: 0, responsible: 1, support: 2, participate: 3 }

interface Facts {
  readonly headings: readonly HeadingFact[]
  readonly assignments: readonly AssignmentFact[]
  readonly indicators: readonly IndicatorFact[]
}

/** A task before its parts are gathered: its text in the view, its heading, the clauses that give it duties. */
interface Part {
  readonly at: number
  readonly end: number
  readonly heading: Heading | null
  readonly clauses: number[]
}

/** One entry a unit, with the strongest role that any of the clauses gives it. */
function mergedDuties(clauses: readonly AssignmentFact[]): { unit: string; role: DutyRole }[] {
  const roles = new Map<string, DutyRole>()
  for (const { unit, role } of clauses.flatMap((clause) => clause.duties)) {
    const before = roles.get(unit)
    if (before === undefined || STRENGTH[role] < STRENGTH[before]) roles.set(unit, role)
  }
  return [...roles].map(([unit, role]) => ({ unit, role }))
}

/** Start of the words that a clause covers: after the clause before it, or after the heading. */
function coverStart(tree: PlanTree, clause: FoundAssignment, previousEnd: number, heading: Heading | null): number {
  const paragraph = tree.paragraphs[firstParagraphAfter(tree, clause.at)]
  const floor = heading?.start ?? paragraph?.start ?? clause.at
  const run = headingAt(tree, clause.at)
  return Math.max(
    floor,
    previousEnd,
    run && !run.numbered && run.start > previousEnd && run.node.paragraph === paragraph?.index ? floor : 0,
  )
}

function firstParagraphAfter(tree: PlanTree, at: number): number {
  return countUpTo(tree.paragraphs, at, ({ start }) => start) - 1
}

/** Tasks in order: a heading with one clause is one task; several clauses under one heading cut its text into as many. */
function parts(tree: PlanTree, draft: Draft): Part[] {
  const found: Part[] = []
  draft.assignments.forEach((clause, index) => {
    if (clause.form === 'running' || clause.rule === 'table.row' || inTable(draft, clause)) return
    const heading = clauseHeading(tree, clause)
    const last = found[found.length - 1]
    const sameHeading = last !== undefined && last.heading === heading
    const at = coverStart(tree, clause, sameHeading ? last.end : 0, heading)
    if (sameHeading && clause.at - last.end <= 1) last.clauses.push(index)
    else found.push({ at, end: clause.end, heading, clauses: [index] })
  })
  return found
}

/** Clauses in the words of a row belong to the row. */
function inTable(draft: Draft, { at }: FoundAssignment): boolean {
  return draft.tables.some((table) => at >= table.at && at < table.end)
}

const FIRST_SENTENCE = /^[^。;]{1,60}/

function titleOf(tree: PlanTree, part: Part, alone: boolean): string {
  if (part.heading && alone) return quoteOf(tree, part.heading.node.titleStart, part.heading.node.titleEnd)
  const length = FIRST_SENTENCE.exec(tree.text.slice(part.at, part.end))?.[0].length ?? 0
  return quoteOf(tree, part.at, part.at + length)
}

function campaignOf(draft: Draft, path: string): number | null {
  const annex = /^附件(\d+)/.exec(path)?.[1]
  const found = draft.campaigns.find((one) =>
    annex ? one.annex === Number(annex) : path === one.path || path.startsWith(`${one.path}/`),
  )
  return found?.no ?? null
}

/** What has to be done, and by whom: the innermost numbered item, or the passage, that a responsibility clause covers. */
export function tasksOf(tree: PlanTree, draft: Draft, facts: Facts): TaskFact[] {
  const all = parts(tree, draft)
  const counts = new Map<Heading | null, number>()
  for (const part of all) counts.set(part.heading, (counts.get(part.heading) ?? 0) + 1)
  let from = 0
  const ofText = all.map((part): TaskFact => {
    const indicators: number[] = []
    while (from < draft.indicators.length && (draft.indicators[from]?.figureAt ?? 0) < part.at) from++
    while (from < draft.indicators.length && (draft.indicators[from]?.figureAt ?? 0) < part.end) indicators.push(from++)
    const clauses = part.clauses.flatMap((index) => facts.assignments[index] ?? [])
    const path = part.heading?.path ?? '正文'
    return {
      span: place(tree, part.at, part.end),
      quote: quoteOf(tree, part.at, part.end),
      rule: 'task.clause',
      implied: [],
      path,
      title: titleOf(tree, part, counts.get(part.heading) === 1),
      campaign: campaignOf(draft, path),
      heading: part.heading?.index ?? null,
      assignments: part.clauses,
      indicators,
      duties: mergedDuties(clauses),
      openList: clauses.some((clause) => clause.openList),
    }
  })
  return [...ofText, ...rowTasks(tree, draft, facts)].sort((a, b) => a.span.start - b.span.start)
}

/** Tasks that stand as rows of a table, each with the clauses and targets in its words. */
function rowTasks(tree: PlanTree, draft: Draft, facts: Facts): TaskFact[] {
  return draft.rows.map((row) => {
    const inRow = (at: number): boolean => at >= row.at && at < row.end
    const assignments = draft.assignments.flatMap((clause, index) =>
      clause === row.clause || (clause.rule !== 'table.row' && inRow(clause.at)) ? [index] : [],
    )
    const clauses = assignments.flatMap((index) => facts.assignments[index] ?? [])
    const [due] = row.dues
    return {
      ...{ span: place(tree, row.at, row.end), quote: quoteOf(tree, row.at, row.end), rule: row.rule, implied: [] },
      ...{ path: row.path, title: row.title, campaign: null, heading: null, assignments },
      indicators: draft.indicators.flatMap(({ figureAt }, index) => (inRow(figureAt) ? [index] : [])),
      duties: mergedDuties(clauses),
      openList: clauses.some((clause) => clause.openList),
      row: {
        due: due ? { span: place(tree, due.at, due.end), due: due.due } : null,
        leader: row.leader,
        person: row.person,
      },
    }
  })
}
