import type { Span } from '#core/kit'
import { findingWords } from '../check/check-plan.ts'
import { severityWords } from '../check/finding-text.ts'
import type { Finding } from '../facts.ts'
import type { OutputLanguage } from './fact-words.ts'

/** A comment beside a text: the place, and what is said of it, one paragraph a line. */
export interface FindingComment {
  readonly span: Span
  readonly paragraphs: readonly string[]
}

const WORDS = {
  zh: { remedy: '建议：', against: '对照：', more: (count: number) => `等 ${count} 处` },
  en: { remedy: 'Remedy: ', against: 'See: ', more: (count: number) => ` and others, ${count} places` },
}
/** Characters and number of other places that a comment quotes. */
const QUOTED = 40
const MOST_PLACES = 3

/** Findings as comments for the drafters' own file: severity and message, remedy, the words it is held against, the rule. */
export function findingComments(
  findings: readonly Finding[],
  text: string,
  language: OutputLanguage,
): readonly FindingComment[] {
  const words = WORDS[language]
  return findings.flatMap((finding) => {
    const [span, ...others] = finding.places
    if (!span) return []
    const { message, remedy } = findingWords(finding)
    const quotes = others.slice(0, MOST_PLACES).map((other) => `“${quoted(text, other)}”`)
    const more = others.length > MOST_PLACES ? words.more(others.length) : ''
    const paragraphs = [
      `[${severityWords(finding.severity, language)}] ${message[language]}`,
      `${words.remedy}${remedy[language]}`,
      ...(quotes.length > 0 ? [`${words.against}${quotes.join(language === 'zh' ? '、' : ', ')}${more}`] : []),
      `(${finding.ruleId})`,
    ]
    return [{ span, paragraphs }]
  })
}

function quoted(text: string, { start, end }: Span): string {
  const words = text.slice(start, Math.min(end, start + QUOTED)).replace(/\s+/g, ' ')
  return end - start > QUOTED ? `${words}…` : words
}
