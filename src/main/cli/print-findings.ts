import { findingText, findingWords, lineIndex } from '#core/reading'
import type { CheckedText, FindingPart, LinePlace, Severity } from '#core/reading'
import type { Language } from '#adapters/http/contract/words'
import type { Terminal } from './command.ts'

/** Select Graphic Rendition (ECMA-48): bold red, bold yellow, bold cyan, blue, green. */
const COLOURS: Readonly<Record<FindingPart, string>> = {
  error: '1;31',
  question: '1;33',
  note: '1;36',
  place: '34',
  mark: '34',
  remedy: '32',
}

/** Findings of one text for a person, in colours where the terminal takes them. */
export function printFindings(
  { name, document, findings }: CheckedText,
  terminal: Terminal,
  toTerminal: boolean,
): string {
  const lines = lineIndex(document)
  const paint = (part: FindingPart, words: string) => `\u001b[${COLOURS[part]}m${words}\u001b[0m`
  const options = { fileName: name, lines, ...(toTerminal && terminal.screen.colours ? { paint } : {}) }
  return findings.map((finding) => `${findingText(finding, document, terminal.language, options)}\n\n`).join('')
}

/** How many findings of which severity: the last line. */
export function summaryLine(checked: readonly CheckedText[], language: Language): string {
  const all = checked.flatMap(({ findings }) => findings)
  const count = (severity: Severity) => all.filter((finding) => finding.severity === severity).length
  const [errors, questions, notes] = [count('error'), count('question'), count('note')]
  return language === 'zh'
    ? `共 ${all.length} 条：错误 ${errors}，存疑 ${questions}，提示 ${notes}\n`
    : `${all.length} findings: ${errors} errors, ${questions} questions, ${notes} notes\n`
}

/** Findings for programs: the rule's id stays as it is, the words are the reader's. */
export function findingRows(checked: readonly CheckedText[], language: Language): readonly object[] {
  return checked.flatMap(({ name: file, document, findings }) => {
    const lines = lineIndex(document)
    return findings.map((finding) => {
      const { ruleId: rule, severity, places } = finding
      const { message, remedy } = findingWords(finding)
      return {
        ...{ file, rule, severity, message: message[language], remedy: remedy[language] },
        places: places.map(({ start, end }) => ({
          start,
          end,
          ...lineAndColumn(lines.placeOf(start)),
          text: document.text.slice(start, end),
        })),
      }
    })
  })
}

function lineAndColumn({ line, column }: LinePlace): LinePlace {
  return { line, column }
}
