const PAIRS = [
  ['(', ')'],
  ['“', '”'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['<', '>'],
] as const
const UNITS = 0x10000
/** A bracket or quote that is not closed within so many units is taken for a slip and passed over. */
const REACH = 600
/** Brackets of one kind stand in each other three deep at most; a heap of them is no bracket. */
const DEEPEST = 8

/** Closing unit of each opening one, 0 for all others: tables, because every unit of every text passes here. */
const CLOSER = new Uint16Array(UNITS)
for (const [open, close] of PAIRS) CLOSER[open.charCodeAt(0)] = close.charCodeAt(0)

const tables = new Map<string, Uint8Array>()

function tableOf(marks: string): Uint8Array {
  const known = tables.get(marks)
  if (known) return known
  const table = new Uint8Array(UNITS)
  for (let at = 0; at < marks.length; at++) table[marks.charCodeAt(at)] = 1
  tables.set(marks, table)
  return table
}

/**
 * End (exclusive) of the bracket that opens at `at`, brackets of its kind inside it counted; -1 where it does not close before
 * `limit`.
 */
export function closeOf(text: string, at: number, limit: number): number {
  const open = text.charCodeAt(at)
  const close = CLOSER[open] ?? 0
  if (close === 0) return -1
  let depth = 0
  for (let index = at; index < limit; index++) {
    const unit = text.charCodeAt(index)
    if (unit === open && ++depth > DEEPEST) return -1
    if (unit === close && --depth === 0) return index + 1
  }
  return -1
}

/** The first of `marks` in [start, end), wherever it stands; `end` where there is none. */
export function firstOf(text: string, start: number, end: number, marks: string): number {
  const wanted = tableOf(marks)
  let at = start
  while (at < end && wanted[text.charCodeAt(at)] !== 1) at++
  return at
}

/** The first of `marks` in [start, end) outside all brackets and quotes; `end` where there is none. */
export function firstOuter(text: string, start: number, end: number, marks: string): number {
  const wanted = tableOf(marks)
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (wanted[unit] === 1) return at
    if (CLOSER[unit] === 0) continue
    const close = closeOf(text, at, Math.min(end, at + REACH))
    if (close > 0) at = close - 1
  }
  return end
}

/** Offsets in [start, end) of all `marks` outside all brackets and quotes. */
export function outerMarks(text: string, start: number, end: number, marks: string): number[] {
  const found: number[] = []
  for (let at = firstOuter(text, start, end, marks); at < end; at = firstOuter(text, at + 1, end, marks)) found.push(at)
  return found
}
