import { countUpTo } from '#core/kit'
import type { Draft, FoundAssignment, Refiner } from '../kernel.ts'
import { isNumbered } from '../tree/node.ts'
import { dutyHeadingAt, pathOf, quoteOf, titleOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'

/** 按职责分工负责。 may stand behind the last name. */
const TAIL = /^[^,;\d]{0,16}$/

/** The units that lead a clause; beside 配合 units the 责任 units lead. */
export function leadsOf(tree: PlanTree, assignment: FoundAssignment): string[] {
  const has = (role: string) => assignment.duties.some((duty) => duty.role === role)
  const leading = has('lead') ? 'lead' : has('support') || has('participate') ? 'responsible' : null
  return assignment.duties.filter((duty) => duty.role === leading).map((duty) => quoteOf(tree, duty.at, duty.end))
}

/** The clause that covers a place: the next one under the same numbered heading, else the only one before it there. */
function covering(tree: PlanTree, clauses: readonly FoundAssignment[], at: number): FoundAssignment | null {
  const heading = dutyHeadingAt(tree, at)
  if (!heading) return null
  const next = countUpTo(clauses, at - 1, (clause) => clause.at)
  const after = clauses[next]
  if (after && dutyHeadingAt(tree, after.at) === heading) return after
  const before = clauses[next - 1]
  const second = clauses[next - 2]
  const isHere = (clause: FoundAssignment | undefined) =>
    clause !== undefined && dutyHeadingAt(tree, clause.at) === heading
  return before && isHere(before) && !isHere(second) ? before : null
}

/** Clauses that were lifted from the last part of an item to the item itself, by its path. */
function liftedClauses(tree: PlanTree, clauses: readonly FoundAssignment[]): Map<string, FoundAssignment> {
  return new Map(
    clauses
      .filter((clause) => clause.path !== pathOf(dutyHeadingAt(tree, clause.at)))
      .map((clause) => [clause.path, clause]),
  )
}

/** The lifted clause of an item over a place. */
function overWholeItem(lifted: ReadonlyMap<string, FoundAssignment>, path: string): FoundAssignment | null {
  for (let end = path.length; end > 0 && lifted.size > 0; end = path.lastIndexOf('/', end - 1)) {
    const clause = lifted.get(path.slice(0, end))
    if (clause) return clause
  }
  return null
}

/** Clauses over the parts of an item, by its path: they stand between its heading and the first part. */
function clausesAbove(tree: PlanTree, clauses: readonly FoundAssignment[]): Map<string, FoundAssignment> {
  const found = new Map<string, FoundAssignment>()
  for (const clause of clauses) {
    const heading = dutyHeadingAt(tree, clause.at)
    const firstPart = heading?.node.children.find(isNumbered)
    if (heading && firstPart && clause.at < firstPart.start && !found.has(heading.path)) found.set(heading.path, clause)
  }
  return found
}

/** 由甲牵头,乙、丙配合。 closes an item like a clause in brackets; a sentence that goes on speaks for itself alone. */
function isWholeSentence(text: string, { duties }: FoundAssignment, sentenceEnd: number): boolean {
  return TAIL.test(text.slice(duties.at(-1)?.end ?? 0, sentenceEnd))
}

/** The sentence that begins at an offset. */
function sentenceFrom({ sentences }: PlanTree, at: number) {
  const sentence = sentences[countUpTo(sentences, at, ({ start }) => start) - 1]
  return sentence?.start === at ? sentence : null
}

/** The clause that is a sentence's own opening (由甲牵头,乙配合,新建公办幼儿园2所): it covers the figures of the sentence. */
function opening(tree: PlanTree, running: ReadonlyMap<number, FoundAssignment>, sentence: number) {
  return running.get(tree.sentences[sentence]?.start ?? -1) ?? null
}

/** 人才工作由甲、乙负责。 What is done, before the names. */
const TOPIC = /^[^,。;:]{2,16}$/

/** A paragraph that opens with a clause of its own (安全生产工作由甲牵头,乙配合。检查不少于60处。): the clause, by the paragraph. */
function topics(tree: PlanTree, assignments: readonly FoundAssignment[]): Map<number, FoundAssignment> {
  const found = new Map<number, FoundAssignment>()
  for (const one of assignments) {
    if (one.form !== 'running') continue
    const sentence = tree.sentences[countUpTo(tree.sentences, one.at, ({ start }) => start) - 1]
    if (!sentence || tree.paragraphs[sentence.paragraph]?.start !== sentence.start) continue
    const opens = TOPIC.test(tree.text.slice(sentence.start, one.at))
    if (opens && isWholeSentence(tree.text, one, sentence.end)) found.set(sentence.paragraph, one)
  }
  return found
}

/** 本项任务由甲牵头,乙配合, 该项改革由甲牵头: the sentence speaks of the item that it closes. */
const OF_ITEM =
  /^(?:(?:本|此|该|上述|以上)(?:[项条]|各项)?(?:任务|工作|事项|内容|目标|指标|措施)?|(?:本|此|该|这)项[\u4e00-\u9fff]{2,6}|具体(?:工作|任务)?|相关工作)$/

function closesItem(tree: PlanTree, one: FoundAssignment): boolean {
  const sentence = tree.sentences[countUpTo(tree.sentences, one.at, ({ start }) => start) - 1]
  if (!sentence) return false
  const topic = tree.text.slice(sentence.start, one.at)
  const heading = dutyHeadingAt(tree, one.at)
  // (二)现场督查。… 现场督查由甲牵头。
  return OF_ITEM.test(topic) || (heading !== null && topic.length > 1 && topic === titleOf(tree, heading))
}

/** The running clauses of each sentence, in order. */
function bySentence(tree: PlanTree, assignments: readonly FoundAssignment[]): Map<number, FoundAssignment[]> {
  const found = new Map<number, FoundAssignment[]>()
  for (const one of assignments) {
    if (one.form !== 'running') continue
    const index = countUpTo(tree.sentences, one.at, ({ start }) => start) - 1
    found.set(index, [...(found.get(index) ?? []), one])
  }
  return found
}

/** …要求,由甲牵头,乙参与,今年培育线路15条: the last clause before a figure in its sentence. */
function before(within: ReadonlyMap<number, readonly FoundAssignment[]>, sentence: number, at: number) {
  return within.get(sentence)?.findLast((one) => one.at < at) ?? null
}

/**
 * The only clause of an item, by its path, where it speaks for all of it: it opens the words behind the item's
 * title ((六)建平台。由甲牵头,…) or its last sentence (…。由甲牵头,按月通报。), or the first sentence promises nothing itself (按照…要求,由甲牵头,健全体系。建成中心7个。).
 */
function soleClauses(tree: PlanTree, { assignments, indicators }: Draft): Map<string, FoundAssignment> {
  const counted = new Map<string, number>()
  for (const { path } of assignments) counted.set(path, (counted.get(path) ?? 0) + 1)
  const found = new Map<string, FoundAssignment>()
  for (const one of assignments) {
    const heading = dutyHeadingAt(tree, one.at)
    if (one.form !== 'running' || counted.get(one.path) !== 1 || heading?.path !== one.path) continue
    const index = countUpTo(tree.sentences, one.at, ({ start }) => start) - 1
    const previous = tree.sentences[index - 1]
    const isFirst = (previous?.start ?? 0) < heading.node.titleEnd
    const besideTitle = isFirst && previous?.paragraph === tree.sentences[index]?.paragraph
    const isLast = (tree.sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY) >= heading.scopeEnd
    const opens = tree.sentences[index]?.start === one.at
    const promises = indicators.some(({ sentence }) => sentence === index)
    if (opens ? besideTitle || isLast : isFirst && !promises) found.set(one.path, one)
  }
  return found
}

/** What may stand behind the last name of a clause that closes a sentence. */
const ROLE_END = /^(?:等?(?:部门|单位)?|按(?:照)?职责分工|共同|具体|牵头|负责|配合|参与|协助|落实|抓好|组织|实施)*。?$/

/** …,新建海外仓3个,由甲牵头,乙配合。: the clause that a sentence ends with, by the sentence. */
function endings(tree: PlanTree, assignments: readonly FoundAssignment[]): Map<number, FoundAssignment> {
  const found = new Map<number, FoundAssignment>()
  for (const one of assignments) {
    if (one.form !== 'running' || tree.text.charAt(one.at - 1) !== ',') continue
    const index = countUpTo(tree.sentences, one.at, ({ start }) => start) - 1
    if (ROLE_END.test(tree.text.slice(one.duties.at(-1)?.end ?? 0, tree.sentences[index]?.end))) found.set(index, one)
  }
  return found
}

/** An indicator's owner is the lead of the clause that covers it; a sentence of its own (由…牵头,…配合。) is a clause too. */
export const inheritOwner: Refiner = {
  id: 'refine.inheritOwner',
  refine({ tree, draft }) {
    const openings = draft.assignments.filter((one) => one.form === 'running' && sentenceFrom(tree, one.at))
    const running = new Map(openings.map((one) => [one.at, one]))
    const closing = new Set(
      openings.filter((one) => isWholeSentence(tree.text, one, sentenceFrom(tree, one.at)?.end ?? 0)),
    )
    const clauses = draft.assignments.filter(
      (one) => one.form !== 'running' || closing.has(one) || closesItem(tree, one),
    )
    const formal = draft.assignments.filter((one) => one.form !== 'running')
    const sole = soleClauses(tree, draft)
    const lifted = liftedClauses(tree, clauses)
    const above = clausesAbove(tree, [...clauses, ...openings])
    const ending = endings(tree, draft.assignments)
    const within = bySentence(tree, draft.assignments)
    const topic = topics(tree, draft.assignments)
    const owners = new Map<FoundAssignment, string>()
    for (const indicator of draft.indicators) {
      const clause =
        overWholeItem(lifted, indicator.path) ??
        opening(tree, running, indicator.sentence) ??
        ending.get(indicator.sentence) ??
        topic.get(tree.sentences[indicator.sentence]?.paragraph ?? -1) ??
        covering(tree, formal, indicator.figureAt) ??
        before(within, indicator.sentence, indicator.figureAt) ??
        covering(tree, clauses, indicator.figureAt) ??
        sole.get(indicator.path) ??
        overWholeItem(above, indicator.path)
      if (!clause) continue
      const owner = owners.get(clause) ?? leadsOf(tree, clause).join('、')
      owners.set(clause, owner)
      if (owner === '') continue
      indicator.owner = owner
      indicator.implied.push('owner')
    }
  },
}
