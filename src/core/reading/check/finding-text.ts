import type { Span } from '#core/kit'
import type { Finding, Severity } from '../facts.ts'
import { findingWords } from './check-plan.ts'

const LABELS: Readonly<Record<'zh' | 'en', Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', question: '存疑', note: '提示' },
  en: { error: 'error', question: 'question', note: 'note' },
}
const WORDS = {
  zh: { place: (line: number, column: number) => `第 ${line} 行第 ${column} 字`, remedy: '建议', against: '对照' },
  en: {
    place: (line: number, column: number) => `line ${line}, character ${column}`,
    remedy: 'remedy',
    against: 'see',
  },
}
const CONTEXT = 24
const MORE_PLACES = 3

/** Columns that text takes in a terminal: Han characters and full-width marks take two. */
function columns(text: string): number {
  let total = 0
  for (const mark of text) total += isWide(mark.codePointAt(0) ?? 0) ? 2 : 1
  return total
}

/** Dashes, quotes and the ellipsis take one column in most terminals. */
function isWide(code: number): boolean {
  return code >= 0x1100 && !(code >= 0x2010 && code <= 0x2027)
}

interface Place {
  readonly line: number
  readonly column: number
  readonly before: string
  readonly own: string
  readonly after: string
}

/** The line of a span, cut to a window around it. */
function placeOf(text: string, span: Span): Place {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1
  const found = text.indexOf('\n', span.start)
  const lineEnd = found < 0 ? text.length : found
  const line = text.slice(0, lineStart).split('\n').length
  const from = Math.max(lineStart, span.start - CONTEXT)
  const end = Math.min(span.end, lineEnd)
  const to = Math.min(lineEnd, end + CONTEXT)
  const own = text.slice(span.start, end)
  const before = `${from > lineStart ? '…' : ''}${text.slice(from, span.start).trimStart()}`
  return {
    line,
    column: span.start - lineStart + 1,
    before,
    own,
    after: `${text.slice(end, to)}${to < lineEnd ? '…' : ''}`,
  }
}

function excerpt(text: string, span: Span, mark: string): string[] {
  const { line, before, own, after } = placeOf(text, span)
  const gutter = String(line).padStart(5)
  const shown = columns(own) > 96 ? `${own.slice(0, 46)}…` : own
  const tail = shown === own ? after : ''
  return [
    `${gutter} | ${before}${shown}${tail}`,
    `      | ${' '.repeat(columns(before))}${mark.repeat(Math.max(1, columns(shown)))}`,
  ]
}

/**
 * A finding as a good compiler prints it: severity and rule, message, the line with a caret under the place, the places it is
 * held against, the remedy. `document.text` must be the text that was read.
 */
export function findingText(finding: Finding, document: { readonly text: string }, language: 'zh' | 'en'): string {
  const words = WORDS[language]
  const { message, remedy } = findingWords(finding)
  const [first, ...others] = finding.places
  const lines = [`${LABELS[language][finding.severity]}[${finding.ruleId}] ${message[language]}`]
  if (first) {
    const { line, column } = placeOf(document.text, first)
    lines.push(`  --> ${words.place(line, column)}`, ...excerpt(document.text, first, '^'))
  }
  for (const span of others.slice(0, MORE_PLACES)) {
    const { line, column } = placeOf(document.text, span)
    lines.push(`  ${words.against}: ${words.place(line, column)}`, ...excerpt(document.text, span, '-'))
  }
  lines.push(`  = ${words.remedy}: ${remedy[language]}`)
  return lines.join('\n')
}
