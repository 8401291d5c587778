import { invariant } from '#core/kit'
import type { AssignmentFact, Fact, HeadingFact, IndicatorFact, PlanReading } from './facts.ts'
import type { Draft, Found, FoundAssignment, FoundIndicator } from './kernel.ts'
import { sentenceUses } from './sentence-uses.ts'
import { tasksOf } from './tasks.ts'
import { place, quoteOf } from './tree/tree.ts'
import type { Heading, PlanTree } from './tree/tree.ts'

function fact(tree: PlanTree, found: Found): Fact {
  const { at, end, rule, implied, path } = found
  return { span: place(tree, at, end), quote: quoteOf(tree, at, end), rule, implied, path }
}

/** Written out field by field: spreading thousands of objects costs more than reading them. */
function headingFact(tree: PlanTree, heading: Heading): HeadingFact {
  const { node, path, depth, start, scopeEnd } = heading
  const end = Math.max(node.titleEnd, start)
  return {
    span: place(tree, start, end),
    quote: quoteOf(tree, start, end),
    rule: `heading.${node.kind}`,
    implied: node.ordinal ? [] : ['ordinal'],
    path,
    title: quoteOf(tree, node.titleStart, node.titleEnd),
    titleSpan: place(tree, node.titleStart, node.titleEnd),
    ordinal: path.slice(path.lastIndexOf('/') + 1),
    depth,
    scope: place(tree, start, scopeEnd),
  }
}

function indicatorFact(tree: PlanTree, found: FoundIndicator): IndicatorFact {
  const sentence = tree.sentences[found.sentence]
  invariant(sentence, 'an indicator stands in a sentence')
  return {
    span: place(tree, found.at, found.end),
    quote: quoteOf(tree, found.at, found.end),
    rule: found.rule,
    implied: found.implied,
    path: found.path,
    subject: found.subject,
    kind: found.kind,
    op: found.op,
    value: found.value,
    valueHigh: found.valueHigh,
    unit: found.unit,
    commitment: found.commitment,
    measure: found.measure,
    relativeTo: found.relativeTo,
    owner: found.owner,
    due: found.due,
    figureSpan: place(tree, found.figureAt, found.figureEnd),
    sentenceSpan: place(tree, sentence.start, sentence.end),
  }
}

function assignmentFact(tree: PlanTree, found: FoundAssignment): AssignmentFact {
  return {
    span: place(tree, found.at, found.end),
    quote: quoteOf(tree, found.at, found.end),
    rule: found.rule,
    implied: found.implied,
    path: found.path,
    duties: found.duties.map(({ at, end, role }) => ({
      unit: quoteOf(tree, at, end),
      role,
      span: place(tree, at, end),
    })),
    openList: found.openList,
    form: found.form,
  }
}

/** Facts of one list, spans and quotes in the source. */
function plain<T extends Found>(tree: PlanTree, list: readonly T[]) {
  return list.map((found) => {
    const { at: _at, end: _end, ...rest } = found
    return { ...rest, ...fact(tree, found) }
  })
}

/** Turns a draft (offsets of the view) into the reading (spans and words of the source). */
export function finishReading(tree: PlanTree, draft: Draft): PlanReading {
  const assignments = draft.assignments.map((found) => assignmentFact(tree, found))
  const indicators = draft.indicators.map((found) => indicatorFact(tree, found))
  const headings = tree.headings.map((heading) => headingFact(tree, heading))
  return {
    text: tree.document.text,
    meta: draft.meta,
    campaigns: plain(tree, draft.campaigns),
    headings,
    assignments,
    indicators,
    taskForces: plain(tree, draft.taskForces),
    cadences: plain(tree, draft.cadences),
    deadlines: plain(tree, draft.deadlines),
    redLines: plain(tree, draft.redLines),
    qualitative: plain(tree, draft.qualitative),
    projects: plain(tree, draft.projects),
    policies: plain(tree, draft.policies),
    tasks: tasksOf(tree, draft, { headings, assignments, indicators }),
    sentences: sentenceUses(tree, draft),
  }
}
