const PAIRS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['“', '”'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['[', ']'],
  ['<', '>'],
])
const CLOSERS = new Set(PAIRS.values())

/**
 * End (exclusive) of the bracket that opens at `at`, brackets inside it counted; -1 where it does not close before `limit`.
 */
export function closeOf(text: string, at: number, limit: number): number {
  const open = text.charAt(at)
  const close = PAIRS.get(open)
  if (close === undefined) return -1
  let depth = 0
  for (let index = at; index < limit; index++) {
    const mark = text.charAt(index)
    if (mark === open) depth++
    else if (mark === close && --depth === 0) return index + 1
  }
  return -1
}

/**
 * Offsets in [start, end) of marks out of `marks` that stand outside all brackets and quotes. A bracket that does not close
 * is passed over, so that one lost mark does not swallow the paragraph.
 */
export function outerMarks(text: string, start: number, end: number, marks: string): number[] {
  const found: number[] = []
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at)
    if (marks.includes(mark)) {
      found.push(at)
      continue
    }
    if (!PAIRS.has(mark)) continue
    const close = closeOf(text, at, Math.min(end, at + 600))
    if (close > 0) at = close - 1
  }
  return found
}

/** Whether a mark opens or closes a bracket or quote. */
export function isBracket(mark: string): boolean {
  return PAIRS.has(mark) || CLOSERS.has(mark)
}

/** The first of `marks` in [start, end) outside all brackets and quotes; `end` where there is none. */
export function firstOuter(text: string, start: number, end: number, marks: string): number {
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at)
    if (marks.includes(mark)) return at
    if (!PAIRS.has(mark)) continue
    const close = closeOf(text, at, Math.min(end, at + 600))
    if (close > 0) at = close - 1
  }
  return end
}
