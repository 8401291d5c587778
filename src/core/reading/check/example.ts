import type { Span } from '#core/kit'

const OPEN = '⟦'
const CLOSE = '⟧'
/** Stands between an earlier text and the one that is checked. */
const PART = '\n=====\n'

/** An example of a rule taken apart. */
export interface Example {
  /** The text that is checked, without its marks. */
  readonly text: string
  /** The place that ⟦…⟧ marked; null where nothing is marked. */
  readonly place: Span | null
  /** An earlier text that it is held against; null where there is none. */
  readonly earlier: string | null
}

/** Takes an example apart: an earlier text above a line =====, the text, its marked place. */
export function markedExample(example: string): Example {
  const cut = example.indexOf(PART)
  const earlier = cut < 0 ? null : example.slice(0, cut)
  const marked = cut < 0 ? example : example.slice(cut + PART.length)
  const start = marked.indexOf(OPEN)
  const end = marked.indexOf(CLOSE)
  if (start < 0 || end < start) return { text: marked, place: null, earlier }
  const text = marked.slice(0, start) + marked.slice(start + 1, end) + marked.slice(end + 1)
  return { text, place: { start, end: end - 1 }, earlier }
}
