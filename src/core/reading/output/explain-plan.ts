import { countUpTo } from '#core/kit'
import type { Span } from '#core/kit'
import type { Fact, PlanReading, SentenceFact } from '../facts.ts'
import { readPlan } from '../read-plan.ts'
import type { SourceDocument } from '../source-document.ts'
import { dutyWords, type OutputLanguage, targetLine, taskForceLine } from './fact-words.ts'
import { kindWords } from './reading-words.data.ts'

/** Something that was found in a sentence: by which rule, at which words, what it says, and what it only implies. */
export interface ExplainedFind {
  readonly kind: keyof typeof kindWords
  /** The kind in words. */
  readonly kindName: string
  readonly rule: string
  readonly span: Span
  readonly says: string
  readonly implied: readonly string[]
}

/** A figure or clause that a rule looked at and left; `why` is a code of `noTargetWords`. */
export interface ExplainedRefusal {
  readonly rule: string
  readonly span: Span
  readonly why: string
}

/** A sentence with everything that was found in it and everything that was weighed and left. */
export interface ExplainedSentence extends SentenceFact {
  readonly found: readonly ExplainedFind[]
  readonly refused: readonly ExplainedRefusal[]
}

const REFUSED = /^left out: (\w+)$/

/** Reads a plan and says of every sentence why something was found in it, or why it was left. */
export function explainPlan(
  document: SourceDocument,
  language: OutputLanguage = 'zh',
): { readonly reading: PlanReading; readonly sentences: readonly ExplainedSentence[] } {
  const refused: ExplainedRefusal[] = []
  const reading = readPlan(document, {
    trace: ({ rule, at, end, detail }) => {
      const why = REFUSED.exec(detail)?.[1]
      if (why !== undefined) refused.push({ rule, span: { start: at, end }, why })
    },
  })
  const finds = findsOf(reading, language)
  const found = bySentence(reading.sentences, finds)
  const left = bySentence(reading.sentences, refused)
  const sentences = reading.sentences.map((sentence, index) => ({
    ...sentence,
    found: found.get(index) ?? [],
    refused: left.get(index) ?? [],
  }))
  return { reading, sentences }
}

/** Every fact of a reading in one form: kind, rule, place, what it says, what it only implies. */
export function findsOf(reading: PlanReading, language: OutputLanguage): ExplainedFind[] {
  const of = <T extends Fact>(kind: ExplainedFind['kind'], list: readonly T[], says: (fact: T) => string) =>
    list.map((fact): ExplainedFind => {
      const { rule, span, implied } = fact
      return { kind, kindName: kindWords[kind][language], rule, span, says: says(fact), implied }
    })
  const title = (fact: { readonly title: string }) => fact.title
  return [
    ...of('campaign', reading.campaigns, (one) => `${one.no}. ${one.name}`),
    ...of('heading', reading.headings, (one) => `${one.ordinal} ${one.title}`),
    ...of('assignment', reading.assignments, (one) => dutyWords(one, language)),
    ...of('indicator', reading.indicators, (one) => targetLine(one, language)),
    ...of('taskForce', reading.taskForces, (one) => taskForceLine(one, language)),
    ...of('cadence', reading.cadences, (one) => one.quote),
    ...of('deadline', reading.deadlines, (one) => one.due),
    ...of('redLine', reading.redLines, title),
    ...of('qualitative', reading.qualitative, title),
    ...of('project', reading.projects, title),
    ...of('policy', reading.policies, title),
  ]
}

/** Facts by the index of the sentence in which they begin. */
function bySentence<T extends { readonly span: Span }>(
  sentences: readonly SentenceFact[],
  facts: readonly T[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const fact of facts) {
    const index = sentenceAt(sentences, fact.span.start)
    const group = groups.get(index)
    if (group) group.push(fact)
    else groups.set(index, [fact])
  }
  for (const group of groups.values()) group.sort((a, b) => a.span.start - b.span.start)
  return groups
}

function sentenceAt(sentences: readonly SentenceFact[], offset: number): number {
  return Math.max(0, countUpTo(sentences, offset, ({ span }) => span.start) - 1)
}
