import type { PlanItem } from './types.ts'

/** What stands between two cells of a table row where a row is printed as one line. */
const BETWEEN = '｜'

/**
 * An item's words as one line, with the cells of a table row apart: 1｜招商｜新签约项目24个. The issued texts (newest first) hold a tab between
 * cells, which an item's own words leave out. Words that no text has at the item's place stay as they are.
 */
export function cellsApart(
  { sentence, quote }: Pick<PlanItem, 'sentence' | 'quote'>,
  texts: readonly string[],
): string {
  if (sentence === null || quote === '') return quote
  for (const text of texts) {
    const { words, cellStarts } = withoutGaps(text.slice(sentence.start, sentence.end))
    const at = words.indexOf(quote)
    if (at === -1) continue
    return [...quote.matchAll(/[^]/g)]
      .map(({ 0: sign, index }) => (index > 0 && cellStarts.has(at + index) ? BETWEEN + sign : sign))
      .join('')
  }
  return quote
}

/** A text without its white space, and where in it a cell begins. */
function withoutGaps(text: string): { readonly words: string; readonly cellStarts: ReadonlySet<number> } {
  const cellStarts = new Set<number>()
  let words = ''
  for (const [run] of text.matchAll(/\s+|\S+/g)) {
    if (run.trim() !== '') words += run
    else if (run.includes('\t')) cellStarts.add(words.length)
  }
  return { words, cellStarts }
}
