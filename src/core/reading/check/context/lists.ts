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
const SPACE = /\s/
const LAST = /[和及与](?=[^和及与]{2,12}$)/

/** An entry without white space and without 等 and what follows it; most have neither. */
function folded(piece: string): string {
  const plain = SPACE.test(piece) ? withoutWhitespace(piece) : piece
  return plain.includes('等') ? plain.replace(/等.{0,12}$/, '') : plain
}

function entries(start: number, words: string): ListEntry[] {
  const found: ListEntry[] = []
  let at = start
  for (const part of words.split('、')) {
    const cut = LAST.exec(part)
    const isLast = at + part.length === start + words.length
    const pieces = cut && isLast ? [part.slice(0, cut.index), part.slice(cut.index + 1)] : [part]
    let from = at
    for (const piece of pieces) {
      const own = folded(piece)
      if (own) found.push({ words: own, span: { start: from, end: from + piece.length } })
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
    const { start, end } = sentence.span
    const text = reading.text.slice(start, end)
    if (!text.includes('、')) return []
    return matchesOf(RUN, text).map((match) => ({
      entries: entries(sentence.span.start + match.index, match[0]),
      path: sentence.path,
    }))
  })
}
