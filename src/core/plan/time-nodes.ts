import { type Span, withoutWhitespace } from '#core/kit'
import type { DeadlineFact, PlanReading } from '#core/reading'
import type { TimeNode } from './types.ts'

const LABEL_LENGTH = 40

/** The dated steps inside a stretch of text, earliest first, each labelled with the words of its clause: 6月底前完成摸底. */
export function timeNodesWithin(reading: PlanReading, scope: Span): TimeNode[] {
  const nodes = reading.deadlines
    .filter(({ span }) => scope.start <= span.start && span.end <= scope.end)
    .map((deadline) => ({ label: labelOf(reading.text, deadline), due: deadline.due }))
  return uniqueNodes(nodes)
}

/** Nodes in order of their day, equal ones once; two nodes with the same words are told apart by their day. */
export function uniqueNodes(nodes: readonly TimeNode[]): TimeNode[] {
  const byWords = new Map(nodes.map((node) => [`${node.due} ${node.label}`, node]))
  return [...byWords.values()].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

function labelOf(text: string, deadline: DeadlineFact): string {
  const start = clauseStart(text, deadline.span.start)
  const rest = text.slice(deadline.span.end)
  const stop = rest.search(/[，。；,;（(\n\t]/)
  const words = withoutWhitespace(text.slice(start, stop < 0 ? text.length : deadline.span.end + stop))
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH)}…` : words
}

function clauseStart(text: string, from: number): number {
  let start = from
  while (start > 0 && !/[，。；：,;:\n\t（）()]/.test(text[start - 1] ?? '')) start -= 1
  return start
}
