import type { Span } from '#core/kit'
import type { PlanReading } from './facts.ts'

/** What a mark in a sample can say of its words. */
export const markKinds = [
  'heading',
  'lead',
  'responsible',
  'support',
  'participate',
  'subject',
  'target',
  'deadline',
  'cadence',
  'redLine',
  'promise',
  'project',
  'policy',
] as const
/** One of the kinds of marks. */
export type SampleMark = (typeof markKinds)[number]

/** A sample with the expected result written inside it: 由{lead:市发展改革委}牵头，{subject:地区生产总值}增长{target:6.5%左右}。 */
export interface MarkedSample {
  /** The text without its marks. */
  readonly text: string
  readonly marks: readonly { readonly kind: SampleMark; readonly span: Span }[]
}

const MARK = /\{(\w+):([^{}]*)\}/g

/** Takes the marks out of a sample. Throws on a mark that does not exist, so that a slip does not pass as "nothing expected". */
export function markedSample(sample: string): MarkedSample {
  const marks: { kind: SampleMark; span: Span }[] = []
  let text = ''
  let from = 0
  for (const match of sample.matchAll(MARK)) {
    const kind = markKinds.find((one) => one === match[1])
    if (!kind) throw new Error(`no such mark: ${match[1] ?? ''}`)
    text += sample.slice(from, match.index)
    const words = match[2] ?? ''
    marks.push({ kind, span: { start: text.length, end: text.length + words.length } })
    text += words
    from = match.index + match[0].length
  }
  return { text: text + sample.slice(from), marks }
}

/** The place of an indicator's subject: the last time its words stand before the figure. */
function subjectSpans(reading: PlanReading): Span[] {
  return reading.indicators.flatMap((one) => {
    const start = one.subject === '' ? -1 : reading.text.lastIndexOf(one.subject, one.figureSpan.start)
    const after = start < 0 ? reading.text.indexOf(one.subject, one.figureSpan.end) : start
    return after < 0 || one.implied.includes('subject') ? [] : [{ start: after, end: after + one.subject.length }]
  })
}

/** The spans that a reading gives for a kind of mark, in order, doubles dropped. */
export function spansFor(reading: PlanReading, kind: SampleMark): Span[] {
  const all: Readonly<Record<SampleMark, () => readonly Span[]>> = {
    heading: () => reading.headings.map((one) => one.titleSpan),
    lead: () => duties(reading, 'lead'),
    responsible: () => duties(reading, 'responsible'),
    support: () => duties(reading, 'support'),
    participate: () => duties(reading, 'participate'),
    subject: () => subjectSpans(reading),
    target: () => reading.indicators.map((one) => one.figureSpan),
    deadline: () => reading.deadlines.map((one) => one.span),
    cadence: () => reading.cadences.map((one) => one.span),
    redLine: () => reading.redLines.map((one) => one.span),
    promise: () => reading.qualitative.map((one) => one.span),
    project: () => reading.projects.map((one) => one.span),
    policy: () => reading.policies.map((one) => one.span),
  }
  const seen = new Map(all[kind]().map((span) => [`${span.start} ${span.end}`, span]))
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function duties(reading: PlanReading, role: string): Span[] {
  return reading.assignments.flatMap((one) => one.duties.filter((duty) => duty.role === role).map((duty) => duty.span))
}
