import { countUpTo } from '#core/kit'
import type { SentenceFact, SentenceUse } from './facts.ts'
import type { Draft } from './kernel.ts'
import type { Sentence } from './tree/sentences.ts'
import { headingAt, pathOf, place } from './tree/tree.ts'
import type { PlanTree } from './tree/tree.ts'

function addUse(uses: SentenceUse[] | undefined, use: SentenceUse): void {
  if (uses && !uses.includes(use)) uses.push(use)
}

/** Adds a use to every sentence that a found range touches. Both lists are in order. */
function mark(
  sentences: readonly Sentence[],
  uses: SentenceUse[][],
  ranges: readonly { at: number; end: number }[],
  use: SentenceUse,
): void {
  for (const range of ranges) {
    const first = countUpTo(sentences, range.at, ({ end }) => end)
    for (let index = first; index < sentences.length && (sentences[index]?.start ?? 0) < range.end; index++)
      addUse(uses[index], use)
  }
}

function taskRanges(draft: Draft, tree: PlanTree): { at: number; end: number }[] {
  let previous = 0
  return draft.assignments
    .filter((assignment) => assignment.form !== 'running')
    .map((assignment) => {
      const heading = headingAt(tree, assignment.at)
      const at = Math.max(
        heading?.numbered === false ? numberedStart(tree, heading.index) : (heading?.start ?? assignment.at),
        previous,
      )
      previous = assignment.end
      return { at, end: assignment.at }
    })
}

function numberedStart(tree: PlanTree, index: number): number {
  let at = index
  while (at > 0 && tree.headings[at]?.numbered === false) at--
  return tree.headings[at]?.start ?? 0
}

const PREAMBLE_END = /^(?:为|根据|按照|现将|经|以习近平|各|本|此件|特此|附件|抄送)/
const RANGE = { preamble: 'preamble' as const, meta: 'meta' as const }

/** Why nothing was made of a sentence. */
function whyLeft(words: string): string {
  if (words.length < 8) return 'reading.left.fragment'
  return /\d/.test(words) ? 'reading.left.figureWithoutTarget' : 'reading.left.noDuty'
}

function settle(tree: PlanTree, sentence: Sentence, uses: SentenceUse[], inTaskTable: boolean): SentenceFact {
  const words = tree.text.slice(sentence.start, sentence.end)
  const heading = headingAt(tree, sentence.start)
  if (uses.length === 0 && !inTaskTable) {
    const inFront = heading === null || (heading.node.kind === 'annex' && heading.scopeEnd > sentence.start)
    if (inFront || PREAMBLE_END.test(words)) uses.push(inFront && words.length < 30 ? RANGE.meta : RANGE.preamble)
  }
  const left = uses.length === 0
  return {
    span: place(tree, sentence.start, sentence.end),
    path: pathOf(heading),
    uses: left ? ['left'] : uses,
    why: left ? whyLeft(words) : null,
  }
}

/** Coverage: what became of every sentence, so that nothing is lost unseen. */
export function sentenceUses(tree: PlanTree, draft: Draft): SentenceFact[] {
  const uses = tree.sentences.map(() => [] as SentenceUse[])
  const headings = tree.headings.map(({ node, start }) => ({ at: start, end: Math.max(node.titleEnd, start + 1) }))
  const lists: readonly (readonly [SentenceUse, readonly { at: number; end: number }[]])[] = [
    ['heading', headings],
    ['indicator', draft.indicators],
    ['clause', draft.assignments],
    ['task', taskRanges(draft, tree)],
    ['task', draft.rows],
    ['taskForce', draft.taskForces],
    ['cadence', draft.cadences],
    ['deadline', draft.deadlines],
    ['redLine', draft.redLines],
    ['qualitative', draft.qualitative],
  ]
  for (const [use, ranges] of lists) mark(tree.sentences, uses, ranges, use)
  const inTaskTable = ({ start }: Sentence): boolean => draft.tables.some(({ at, end }) => start >= at && start < end)
  return tree.sentences.map((sentence, index) => settle(tree, sentence, uses[index] ?? [], inTaskTable(sentence)))
}
