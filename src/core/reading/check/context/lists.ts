import { withoutWhitespace } from '#core/kit'
import type { Span } from '#core/kit'
import type { PlanReading } from '../../facts.ts'
import { matchesOf } from '../../text/matches.ts'

/** An entry of a list in the running text, with its place. */
export interface ListEntry {
  readonly words: string
  readonly span: Span
}

/** A list: entries parted by 、 (和, 及 before the last). */
export interface WordList {
  readonly entries: readonly ListEntry[]
  readonly path: string
}

const RUN = /[^，,。；;：:！？、\n（）()]+(?:、[^，,。；;：:！？、\n（）()]+){2,}/g
const LAST = /[和及与](?=[^和及与]{2,12}$)/

function entries(start: number, words: string): ListEntry[] {
  const found: ListEntry[] = []
  let at = start
  for (const part of words.split('、')) {
    const cut = LAST.exec(part)
    const isLast = at + part.length === start + words.length
    const pieces = cut && isLast ? [part.slice(0, cut.index), part.slice(cut.index + 1)] : [part]
    let from = at
    for (const piece of pieces) {
      const folded = withoutWhitespace(piece).replace(/等.{0,12}$/, '')
      if (folded) found.push({ words: folded, span: { start: from, end: from + piece.length } })
      from += piece.length + 1
    }
    at += part.length + 1
  }
  return found
}

/** Lists of three entries and more in sentences that are no responsibility clauses. */
export function listsOf(reading: PlanReading): WordList[] {
  return reading.sentences.flatMap((sentence) => {
    if (sentence.uses.includes('clause') || sentence.uses.includes('taskForce')) return []
    const text = reading.text.slice(sentence.span.start, sentence.span.end)
    return matchesOf(RUN, text).map((match) => ({
      entries: entries(sentence.span.start + match.index, match[0]),
      path: sentence.path,
    }))
  })
}
