/** A half-open range [start, end) of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The text a span covers. */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Text with every white space removed (ASCII, full-width, no-break, BOM): the form in which quotes are compared. */
export function withoutWhitespace(text: string): string {
  return text.replace(/[\s\u3000\u00a0\ufeff]+/g, '')
}
