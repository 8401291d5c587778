import { withoutWhitespace } from '#core/kit'
import type { ExplainedSentence } from './explain-plan.ts'
import { impliedLine, type OutputLanguage } from './fact-words.ts'
import { type LineIndex, type LinedText, lineIndex } from './line-index.ts'
import { leftWords, noTargetWords } from './reading-words.data.ts'

/** Characters of a sentence that are printed. */
const SHOWN = 60

const USE_WORDS = {
  preamble: { zh: '引言或结语', en: 'opening or closing words' },
  meta: { zh: '文件信息', en: 'document data' },
  task: { zh: '任务内容', en: 'words of a task' },
} as const

/**
 * Why an item was found or a sentence was left, sentence by sentence: place, words, then each find with its rule, what it says
 * and what it only implies, and each figure that was weighed and left. `document` must be the text that was read.
 */
export function explanationText(
  sentences: readonly ExplainedSentence[],
  document: LinedText,
  language: OutputLanguage = 'zh',
): string {
  const lines = lineIndex(document)
  return sentences.map((sentence) => sentenceText(sentence, document.text, lines, language)).join('\n')
}

function sentenceText(sentence: ExplainedSentence, text: string, lines: LineIndex, language: OutputLanguage): string {
  const { line, column } = lines.placeOf(sentence.span.start)
  const words = withoutWhitespace(text.slice(sentence.span.start, sentence.span.end))
  const head = `${line}:${column}  ${sentence.path}  ${words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}`
  const found = sentence.found.map(
    ({ kindName, rule, says, implied }) => `    + ${kindName}  ${says}${impliedLine(implied, language)}  [${rule}]`,
  )
  const refused = sentence.refused.map(
    ({ rule, span, why }) =>
      `    - ${withoutWhitespace(text.slice(span.start, span.end))}  ${noTargetWords[why]?.[language] ?? why}  [${rule}: ${why}]`,
  )
  return [head, ...found, ...refused, ...stateLines(sentence, language)].join('\n')
}

/** What a sentence without finds is taken for, or why it was left. */
function stateLines({ found, uses, why }: ExplainedSentence, language: OutputLanguage): string[] {
  if (why !== null) {
    const left = { zh: '未归类', en: 'left' }[language]
    return [`    ○ ${left}  ${leftWords[why]?.[language] ?? why}  [${why}]`]
  }
  if (found.length > 0) return []
  return uses.flatMap((use) => {
    const words = use in USE_WORDS ? USE_WORDS[use as keyof typeof USE_WORDS] : undefined
    return words ? [`    = ${words[language]}  [${use}]`] : []
  })
}
