import type { Span } from '#core/kit'

const OPEN = '⟦'
const CLOSE = '⟧'

/** An example of a rule without its marks, and the place that ⟦…⟧ marked; null where nothing is marked. */
export function markedExample(example: string): { readonly text: string; readonly place: Span | null } {
  const start = example.indexOf(OPEN)
  const end = example.indexOf(CLOSE)
  if (start < 0 || end < start) return { text: example, place: null }
  const text = example.slice(0, start) + example.slice(start + 1, end) + example.slice(end + 1)
  return { text, place: { start, end: end - 1 } }
}
