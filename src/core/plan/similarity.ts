import { withoutWhitespace } from '#core/kit'

/** Text as it is compared: no white space, no punctuation, one width. */
export function comparable(text: string): string {
  return withoutWhitespace(text.normalize('NFKC')).replace(/[\p{P}\p{S}]/gu, '')
}

/** A text made ready for many comparisons: its pairs of neighbouring characters, and how many there are. */
export interface Fingerprint {
  readonly words: string
  readonly pairs: ReadonlyMap<string, number>
  readonly total: number
}

/** Makes a text ready for comparison. */
export function fingerprint(text: string): Fingerprint {
  const words = comparable(text)
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < words.length; at += 1) {
    const pair = words.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return { words, pairs, total: Math.max(0, words.length - 1) }
}

/** How alike two texts are, 0 to 1: shared pairs of neighbouring characters (Dice's coefficient). */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  if (a.words === b.words) return 1
  if (a.total + b.total === 0) return 0
  let shared = 0
  for (const [pair, count] of a.pairs) shared += Math.min(count, b.pairs.get(pair) ?? 0)
  return (2 * shared) / (a.total + b.total)
}
