import type { LocalDate } from '#core/kit'
import { findingWords, findsOf, lineIndex, severityWords } from '#core/reading'
import type { CheckedText, LinedText, OutputLanguage, ReadText } from '#core/reading'
import type { SheetColumn, WorkbookView } from './views.ts'

const AUTHOR = '挂图 Guatu'
/** Characters of the text that a cell quotes. */
const QUOTED = 200

const FINDING_COLUMNS: readonly (readonly [zh: string, en: string, width: number])[] = [
  ['序号', 'No.', 6],
  ['文件', 'File', 24],
  ['级别', 'Severity', 10],
  ['位置（行:字）', 'Place (line:character)', 14],
  ['原文', 'Text', 44],
  ['问题', 'Finding', 44],
  ['建议', 'Remedy', 36],
  ['对照', 'Held against', 44],
  ['规则', 'Rule', 24],
]
const FACT_COLUMNS: readonly (readonly [zh: string, en: string, width: number])[] = [
  ['序号', 'No.', 6],
  ['文件', 'File', 24],
  ['类别', 'Kind', 14],
  ['位置（行:字）', 'Place (line:character)', 14],
  ['内容', 'What it says', 60],
  ['原文', 'Text', 60],
  ['规则', 'Rule', 26],
]

/** Findings of the plan check as a sheet, one row a finding, to be handed to the drafters. */
export function findingsWorkbook(
  texts: readonly CheckedText[],
  options: { readonly language: OutputLanguage; readonly date: LocalDate },
): WorkbookView {
  const { language, date } = options
  const rows = texts.flatMap(({ name, document, findings }) => {
    const place = placeWriter(document)
    return findings.map((finding) => {
      const { message, remedy } = findingWords(finding)
      const [first, ...others] = finding.places.map(place)
      const against = others.map((other) => `${other.at} ${other.words}`).join('\n')
      return [
        ...[name, severityWords(finding.severity, language), first?.at ?? '', first?.words ?? ''],
        ...[message[language], remedy[language], against, finding.ruleId],
      ]
    })
  })
  return workbook({ zh: '方案体检', en: 'Plan check' }[language], FINDING_COLUMNS, rows, language, date)
}

/** What plans say as a sheet, one row a fact, in the order of the text within each kind. */
export function readingsWorkbook(
  texts: readonly ReadText[],
  options: { readonly language: OutputLanguage; readonly date: LocalDate },
): WorkbookView {
  const { language, date } = options
  const rows = texts.flatMap(({ name, document, reading }) => {
    const place = placeWriter(document)
    return findsOf(reading, language).map(({ kindName, span, says, rule }) => {
      const { at, words } = place(span)
      return [name, kindName, at, says, words, rule]
    })
  })
  return workbook({ zh: '方案要素', en: 'Plan facts' }[language], FACT_COLUMNS, rows, language, date)
}

function placeWriter(document: LinedText): (span: { start: number; end: number }) => { at: string; words: string } {
  const lines = lineIndex(document)
  return ({ start, end }) => {
    const { line, column } = lines.placeOf(start)
    const words = document.text.slice(start, Math.min(end, start + QUOTED))
    return { at: `${line}:${column}`, words: end - start > QUOTED ? `${words}…` : words }
  }
}

/** One sheet with a running number in front; the head is frozen and filtered by the writer. */
function workbook(
  name: string,
  columns: readonly (readonly [zh: string, en: string, width: number])[],
  rows: readonly (readonly string[])[],
  language: OutputLanguage,
  date: LocalDate,
): WorkbookView {
  const heads = columns.map(([zh, en, width], index): SheetColumn => {
    return { header: language === 'zh' ? zh : en, width, kind: index === 0 ? 'number' : 'text' }
  })
  const numbered = rows.map((row, index) => [String(index + 1), ...row])
  return { author: AUTHOR, date, sheets: [{ name, columns: heads, rows: numbered }] }
}
