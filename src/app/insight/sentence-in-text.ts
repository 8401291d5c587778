import { withoutWhitespace } from '#core/kit'
import type { PlanItem } from '#core/plan'
import type { IssuedText } from './ports.ts'

/** How many characters of the paragraph are shown before and after the sentence. */
const CONTEXT_CHARACTERS = 240

/** A sentence of the issued text with what stands around it in its paragraph. */
export interface SentenceInText {
  readonly documentId: string
  readonly fileName: string
  readonly before: string
  readonly sentence: string
  readonly after: string
}

/**
 * Finds the sentence that promised an item. After an amendment the item may still stand where an older version printed it, so
 * a text is taken only if its words at the item's place are the item's words. Null where a person added the item by hand.
 */
export function sentenceInText(item: PlanItem, texts: readonly IssuedText[]): SentenceInText | null {
  const { sentence: span, quote } = item
  if (span === null) return null
  for (const { documentId, fileName, text } of texts) {
    const sentence = text.slice(span.start, span.end)
    const words = withoutWhitespace(sentence)
    if (words === '' || (quote !== '' && !words.includes(quote) && !quote.includes(words))) continue
    const begin = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, span.start - CONTEXT_CHARACTERS)
    const lineEnd = text.indexOf('\n', span.end)
    const end = Math.min(lineEnd === -1 ? text.length : lineEnd, span.end + CONTEXT_CHARACTERS)
    const [before, after] = [text.slice(begin, span.start), text.slice(span.end, Math.max(end, span.end))]
    return { documentId, fileName, before, sentence, after }
  }
  return null
}
