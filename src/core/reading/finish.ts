import { invariant } from '#core/kit'
import type { Fact, HeadingFact, IndicatorFact, PlanReading } from './facts.ts'
import type { Draft, Found } from './kernel.ts'
import { sentenceUses } from './sentence-uses.ts'
import { tasksOf } from './tasks.ts'
import { place, quoteOf } from './tree/tree.ts'
import type { Heading, PlanTree } from './tree/tree.ts'

function fact(tree: PlanTree, found: Found): Fact {
  const { at, end, rule, implied, path } = found
  return { span: place(tree, at, end), quote: quoteOf(tree, at, end), rule, implied, path }
}

function headingFact(tree: PlanTree, heading: Heading): HeadingFact {
  const { node, path, depth, start, scopeEnd } = heading
  return {
    ...fact(tree, {
      at: start,
      end: Math.max(node.titleEnd, start),
      rule: `heading.${node.kind}`,
      implied: node.ordinal ? [] : ['ordinal'],
      path,
    }),
    title: quoteOf(tree, node.titleStart, node.titleEnd),
    titleSpan: place(tree, node.titleStart, node.titleEnd),
    ordinal: path.slice(path.lastIndexOf('/') + 1),
    depth,
    scope: place(tree, start, scopeEnd),
  }
}

function indicatorFact(tree: PlanTree, found: Draft['indicators'][number]): IndicatorFact {
  const { at, end, rule, implied, path, figureAt, figureEnd, sentence: index, ...rest } = found
  const sentence = tree.sentences[index]
  invariant(sentence, 'an indicator stands in a sentence')
  return {
    ...fact(tree, { at, end, rule, implied, path }),
    ...rest,
    figureSpan: place(tree, figureAt, figureEnd),
    sentenceSpan: place(tree, sentence.start, sentence.end),
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
  const assignments = draft.assignments.map((found) => ({
    ...fact(tree, found),
    duties: found.duties.map((duty) => ({
      unit: quoteOf(tree, duty.at, duty.end),
      role: duty.role,
      span: place(tree, duty.at, duty.end),
    })),
    openList: found.openList,
    form: found.form,
  }))
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
