import type { Span } from '#core/kit'
import type { Finding, Severity } from '../facts.ts'
import { excerptOf } from '../output/excerpt.ts'
import { type LineIndex, type LinedText, lineIndex } from '../output/line-index.ts'
import { findingWords } from './check-plan.ts'

/** What a printed part of a finding is, for whoever colours it. */
export type FindingPart = Severity | 'place' | 'mark' | 'remedy'

/** How findings are printed: the file's name for `file:line:column`, lines found once, colours on a terminal. */
export interface FindingTextOptions {
  readonly fileName?: string
  readonly lines?: LineIndex
  readonly paint?: (part: FindingPart, words: string) => string
}

const LABELS: Readonly<Record<'zh' | 'en', Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', question: '存疑', note: '提示' },
  en: { error: 'error', question: 'question', note: 'note' },
}
const WORDS = {
  zh: {
    place: (line: number, column: number) => `第 ${line} 行第 ${column} 字`,
    ...{ remedy: '建议', against: '对照', also: '亦见', more: (count: number) => `另有 ${count} 处` },
  },
  en: {
    place: (line: number, column: number) => `line ${line}, character ${column}`,
    ...{ remedy: 'remedy', against: 'see', also: 'also', more: (count: number) => `and ${count} more places` },
  },
}
const MORE_PLACES = 3
const GUTTER = 5

/** How grave a finding is, in words. */
export function severityWords(severity: Severity, language: 'zh' | 'en'): string {
  return LABELS[language][severity]
}

/**
 * A finding as a good compiler prints it: severity and rule, message, the line with a caret under the place, the places it is
 * held against, the remedy. `document.text` must be the text that was read.
 */
export function findingText(
  finding: Finding,
  document: LinedText,
  language: 'zh' | 'en',
  options: FindingTextOptions = {},
): string {
  const { severity, ruleId, places, count } = finding
  const words = WORDS[language]
  const { message, remedy } = findingWords(finding)
  const paint = options.paint ?? ((_: FindingPart, plain: string) => plain)
  const lines = options.lines ?? lineIndex(document)
  const show = (span: Span, lead: string, mark: string, part: FindingPart): string[] => {
    const { line, column } = lines.placeOf(span.start)
    const place = options.fileName === undefined ? words.place(line, column) : `${options.fileName}:${line}:${column}`
    const excerpt = excerptOf(document.text, lines, span, mark)
    const gutter = String(line).padStart(GUTTER)
    return [
      `  ${lead} ${paint('place', place)}`,
      `${paint('place', `${gutter} |`)} ${excerpt.words}`,
      `${paint('place', `${' '.repeat(Math.max(GUTTER, gutter.length))} |`)} ${paintMarks(excerpt.marks, part, paint)}`,
    ]
  }
  const [first, ...others] = places
  const shown = others.slice(0, MORE_PLACES)
  const rest = (count ?? places.length) - 1 - shown.length
  // A trait has more places of the same sort, a finding has what it is held against.
  const lead = `${count === undefined ? words.against : words.also}:`
  return [
    `${paint(severity, `${LABELS[language][severity]}[${ruleId}]`)} ${message[language]}`,
    ...(first ? show(first, '-->', '^', severity) : []),
    ...shown.flatMap((span) => show(span, lead, '-', 'mark')),
    ...(rest > 0 ? [`  ${lead} ${words.more(rest)}`] : []),
    `  = ${paint('remedy', `${words.remedy}:`)} ${remedy[language]}`,
  ].join('\n')
}

/** Colours the marks alone: a coloured space shows on some screens. */
function paintMarks(marks: string, part: FindingPart, paint: NonNullable<FindingTextOptions['paint']>): string {
  const start = marks.search(/\S/)
  return `${marks.slice(0, start)}${paint(part, marks.slice(start))}`
}
