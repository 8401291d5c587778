import { inSpans } from '#core/kit'
import { closeOf, firstOf, outerMarks } from '../text/brackets.ts'

/** A part of a sentence between commas, semicolons and colons: the unit in which subject, verb and figure are looked for. */
export interface Segment {
  readonly start: number
  readonly end: number
  /** Ranges in it whose figures do not count: names in quotes, document titles, asides in brackets. */
  readonly masked: readonly { readonly start: number; readonly end: number }[]
}

const OPENING = '(“《〈〔'
/** A bracket that is not closed within so many units masks nothing. */
const REACH = 600

/** Brackets that hold a figure of their own: (含就业困难人员就业150人), (其中,…), (6月底前完成1万亩). */
const PART_OF = /^\((?:含|其中|包括|力争|确保|\d{1,2}月)/

function masks(text: string, start: number, end: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let at = firstOf(text, start, end, OPENING); at < end; at = firstOf(text, at, end, OPENING)) {
    const close = closeOf(text, at, Math.min(end, at + REACH))
    if (close > 0) found.push({ start: at, end: close })
    at = close > 0 ? close : at + 1
  }
  return found
}

/** A comma inside 1,000 does not cut, nor the colon of 1.6:1 or 1:3. */
function cutsHere(text: string, at: number): boolean {
  if (text.charAt(at) === ':') return !(/\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)))
  if (text.charAt(at) !== ',') return true
  return !(/\d/.test(text.charAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)))
}

/** Cuts a sentence into segments, in order; brackets that state a part (含, 其中) give segments of their own after it. */
export function segmentsOf(text: string, start: number, end: number): Segment[] {
  const marks = outerMarks(text, start, end, ',;:').filter((at) => cutsHere(text, at))
  const segments: Segment[] = []
  let from = start
  for (const stop of [...marks, end]) {
    const masked = masks(text, from, stop)
    segments.push({ start: from, end: stop, masked })
    for (const mask of masked) {
      if (!PART_OF.test(text.slice(mask.start, mask.start + 4))) continue
      const word = /^\((?:其中|包括)/.test(text.slice(mask.start, mask.start + 3)) ? 3 : 1
      const inner = mask.start + (text.charAt(mask.start + 1) === '含' ? 2 : word)
      segments.push(...segmentsOf(text, inner, mask.end - 1))
    }
    from = stop + 1
  }
  return segments
}

/** Whether an offset lies in a masked range; the ranges are in order. */
export function isMasked({ masked }: Segment, at: number): boolean {
  return inSpans(masked, at)
}
