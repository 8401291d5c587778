import type { Span } from '#core/kit'
import { closeOf, firstOuter } from '../text/brackets.ts'
import type { Paragraph } from './paragraphs.ts'

/** A sentence of the view, its stop included. `paragraph` is the index of its paragraph. */
export interface Sentence extends Span {
  readonly paragraph: number
}

const STOPS = '。!?！？'
const CLAUSE_WORD = /牵头|责任|负责|配合|参与|承担|承办|落实|时限/

/** A bracket at a sentence's start that holds a responsibility clause is a sentence of its own, stop or no stop after it. */
function clauseEnd(text: string, at: number, limit: number): number {
  if (text.charAt(at) !== '(' && text.charAt(at) !== '〔') return -1
  const close = closeOf(text, at, Math.min(limit, at + 600))
  return close > 0 && CLAUSE_WORD.test(text.slice(at, close)) ? close : -1
}

/** Splits paragraphs into sentences. Stops inside brackets and quotes do not end one. */
export function splitSentences(text: string, paragraphs: readonly Paragraph[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  for (const paragraph of paragraphs) {
    let at = paragraph.start
    while (at < paragraph.end) {
      const clause = clauseEnd(text, at, paragraph.end)
      let end = clause > 0 ? clause : firstOuter(text, at, paragraph.end, STOPS)
      while (end < paragraph.end && STOPS.includes(text.charAt(end))) end++
      sentences.push({ start: at, end, paragraph: paragraph.index })
      at = end
    }
  }
  return sentences
}
