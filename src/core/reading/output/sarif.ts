import type { Span } from '#core/kit'
import { findingWords, type RuleDoc, ruleDocs } from '../check/check-plan.ts'
import type { Finding, PlanReading, Severity } from '../facts.ts'
import { findsOf } from './explain-plan.ts'
import type { OutputLanguage } from './fact-words.ts'
import { type LineIndex, type LinedText, lineIndex } from './line-index.ts'
import type { SarifLevel, SarifLocation, SarifLog, SarifResult, SarifRule } from './sarif-types.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const LEVELS: Readonly<Record<Severity, SarifLevel>> = { error: 'error', question: 'warning', note: 'note' }
const LANGUAGES: Readonly<Record<OutputLanguage, string>> = { zh: 'zh-CN', en: 'en-US' }

/** A file with its findings; `document` is the text that was read, in which places count. */
export interface CheckedText {
  readonly name: string
  readonly document: LinedText
  readonly findings: readonly Finding[]
}

/** A file with what it says. */
export interface ReadText {
  readonly name: string
  readonly document: LinedText
  readonly reading: PlanReading
}

/** Findings as SARIF 2.1.0, for editors and review tools; the rules carry their help in both languages. */
export function findingsSarif(texts: readonly CheckedText[], language: OutputLanguage): SarifLog {
  const indexes = new Map(ruleDocs.map((rule, index) => [rule.id, index]))
  const results = texts.flatMap(({ name, document, findings }, index) => {
    const at = locator(name, index, document)
    return findings.map((finding) => findingResult(finding, at, indexes.get(finding.ruleId) ?? -1, language))
  })
  return sarifLog(
    texts,
    ruleDocs.map((rule) => ruleOf(rule, language)),
    results,
    language,
  )
}

/** What plans say as SARIF 2.1.0: every fact an informational result at its place, with the rule that found it. */
export function readingsSarif(texts: readonly ReadText[], language: OutputLanguage): SarifLog {
  const found = texts.map(({ name, document, reading }, index) => ({
    at: locator(name, index, document),
    finds: findsOf(reading, language),
  }))
  const kinds = new Map(found.flatMap(({ finds }) => finds.map(({ rule, kindName }) => [rule, kindName] as const)))
  const ids = [...kinds.keys()].sort()
  const results = found.flatMap(({ at, finds }) =>
    finds.map(({ rule, kind, span, says, implied }): SarifResult => ({
      ...{ ruleId: rule, ruleIndex: ids.indexOf(rule), kind: 'informational', level: 'none' },
      ...{ message: { text: says }, locations: [at(span)], properties: { kind, implied } },
    })),
  )
  const rules = ids.map((id): SarifRule => ({ id, shortDescription: { text: kinds.get(id) ?? id } }))
  return sarifLog(texts, rules, results, language)
}

function sarifLog(
  texts: readonly { readonly name: string; readonly document: LinedText }[],
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
  language: OutputLanguage,
): SarifLog {
  const driver = { name: 'guatu', fullName: 'Guatu 挂图', language: LANGUAGES[language], rules }
  const artifacts = texts.map(({ name, document }) => ({
    location: { uri: uriOf(name) },
    ...(document.fileLines ? {} : { contents: { text: document.text } }),
    sourceLanguage: 'zh-CN',
  }))
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', artifacts, results }],
  }
}

/** A relative reference (RFC 3986): folders by slashes, everything else escaped; standard input is named stdin. */
function uriOf(name: string): string {
  if (name === '-') return 'stdin'
  return name
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
}

function locator(name: string, index: number, document: LinedText): (span: Span, id?: number) => SarifLocation {
  const lines = lineIndex(document)
  const artifactLocation = { uri: uriOf(name), index }
  return ({ start, end }, id) => {
    const [from, to] = [lines.placeOf(start), endPlace(lines, start, end)]
    return {
      ...(id === undefined ? {} : { id }),
      physicalLocation: {
        artifactLocation,
        region: {
          ...{ startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
          ...{ charOffset: from.offset, charLength: to.offset - from.offset },
          snippet: { text: document.text.slice(start, end) },
        },
      },
    }
  }
}

/** The end belongs to the line of the last character: after it another line of the file may begin. */
function endPlace(lines: LineIndex, start: number, end: number): ReturnType<LineIndex['placeOf']> {
  if (end <= start) return lines.placeOf(start)
  const last = lines.placeOf(end - 1)
  return { line: last.line, column: last.column + 1, offset: last.offset + 1 }
}

function findingResult(
  finding: Finding,
  at: (span: Span, id?: number) => SarifLocation,
  ruleIndex: number,
  language: OutputLanguage,
): SarifResult {
  const { message, remedy } = findingWords(finding)
  const [first, ...others] = finding.places
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    // Every kind but fail has level none by the standard (3.27.10), and viewers hide it.
    kind: 'fail',
    level: LEVELS[finding.severity],
    message: { text: `${message[language]} ${remedy[language]}` },
    locations: first ? [at(first)] : [],
    ...(others.length > 0 ? { relatedLocations: others.map((span, index) => at(span, index + 1)) } : {}),
    properties: { severity: finding.severity, messages: message, remedies: remedy },
  }
}

function ruleOf(rule: RuleDoc, language: OutputLanguage): SarifRule {
  const { id, severity, title, why, messages } = rule
  const remedies = Object.values(messages).map(({ remedy }) => remedy)
  const both = (['zh', 'en'] as const).map((one) => ({
    title: title[one],
    lines: [why[one], ...remedies.map((remedy) => remedy[one])],
  }))
  return {
    id,
    shortDescription: { text: title[language] },
    fullDescription: { text: why[language] },
    help: {
      text: both.map((one) => [one.title, ...one.lines].join('\n')).join('\n\n'),
      markdown: both.map((one) => [`## ${one.title}`, ...one.lines].join('\n\n')).join('\n\n'),
    },
    defaultConfiguration: { level: LEVELS[severity] },
  }
}
