import type { Span } from '#core/kit'
import { foldedMarks } from './fold.data.ts'

/**
 * The text as the grammar reads it: marks folded (（→(, ％→%), white space and markdown stars dropped, wrapped lines joined,
 * one "\n" between paragraphs. `origin[i]` is the offset in the source text of the view's unit i, so any range of the view
 * leads back to a range of the source.
 */
export interface TextView {
  readonly text: string
  readonly origin: Int32Array
}

/** Collects a view piece by piece. */
export interface ViewBuilder {
  /** Appends source[start, end) and returns the range of the view it became. */
  append(start: number, end: number): Span
  /** Ends a paragraph; `at` is the offset of its last unit, so that no range leaves the text. */
  endParagraph(at: number): void
  length(): number
  finish(): TextView
}

const SPACE = /[\s\u3000\u00a0\ufeff\u200b-\u200d\u2060]/

function foldUnit(source: string, at: number): string {
  const code = source.charCodeAt(at)
  if (code === 0x5b || code === 0xff3b) return '('
  if (code === 0x5d || code === 0xff3d) return ')'
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code < 0x2010) return source.charAt(at)
  const unit = source.charAt(at)
  return foldedMarks.get(unit) ?? unit
}

/** A builder over one source text. */
export function viewBuilder(source: string): ViewBuilder {
  const parts: string[] = []
  let origin = new Int32Array(Math.max(16, source.length + 16))
  let length = 0
  const push = (unit: string, at: number) => {
    if (length === origin.length) {
      const grown = new Int32Array(length * 2)
      grown.set(origin)
      origin = grown
    }
    parts.push(unit)
    origin[length++] = at
  }
  return {
    append(start, end) {
      const from = length
      for (let at = start; at < end; at++) {
        const code = source.charCodeAt(at)
        if ((code <= 32 || code >= 0xa0) && SPACE.test(source.charAt(at))) continue
        if (code === 42 && (source.charCodeAt(at + 1) === 42 || source.charCodeAt(at - 1) === 42)) continue
        push(foldUnit(source, at), at)
      }
      return { start: from, end: length }
    },
    endParagraph: (at) => push('\n', at),
    length: () => length,
    finish: () => ({ text: parts.join(''), origin: origin.slice(0, length) }),
  }
}

/** The range of the source text that a range of the view stands for; an empty range stays empty. */
export function toSource(view: TextView, start: number, end: number): Span {
  const from = view.origin[start] ?? view.origin[view.origin.length - 1] ?? 0
  if (end <= start) return { start: from, end: from }
  const last = view.origin[end - 1] ?? from
  return { start: from, end: Math.max(from, last) + 1 }
}
