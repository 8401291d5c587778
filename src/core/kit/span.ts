import { countUpTo } from './count-up-to.ts'

/** A half-open range [start, end) of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether an offset lies in one of the spans, which are in order and apart. */
export function inSpans(spans: readonly Span[], at: number): boolean {
  return (spans[countUpTo(spans, at, ({ start }) => start) - 1]?.end ?? -1) > at
}

/** The text a span covers. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Text with every white space removed (ASCII, full-width, no-break, BOM): the form in which quotes are compared. */
export function withoutWhitespace(text: string): string {
  // Few quotes have any, and asking costs a fraction of replacing.
  return WHITE.test(text) ? text.replace(ALL_WHITE, '') : text
}

const WHITE = /[\s\u3000\u00a0\ufeff]/
const ALL_WHITE = new RegExp(`${WHITE.source}+`, 'g')
