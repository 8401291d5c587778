import type { PlanReading } from '../facts.ts'
import { dutyWords, type OutputLanguage, targetLine, taskForceLine } from './fact-words.ts'
import { kindWords, metaWords } from './reading-words.data.ts'

type Kind = keyof typeof kindWords

function metaLines({ meta }: PlanReading, language: OutputLanguage): string[] {
  const parts = Object.keys(metaWords) as (keyof typeof metaWords)[]
  return parts.flatMap((part) => {
    const value = meta[part]
    return value === null ? [] : [`${metaWords[part][language]}${language === 'zh' ? '：' : ': '}${value}`]
  })
}

/** The lines of each kind of fact, in the order in which they are printed. */
function kindLines(reading: PlanReading, language: OutputLanguage): readonly (readonly [Kind, readonly string[]])[] {
  const placed = (list: readonly { path: string; quote: string }[]) => list.map((one) => `  ${one.path}  ${one.quote}`)
  const titled = (list: readonly { path: string; title: string }[]) => list.map((one) => `  ${one.path}  ${one.title}`)
  const annex = (number: number | null) =>
    number === null ? '' : { zh: `（附件${number}）`, en: ` (annex ${number})` }[language]
  return [
    ['campaign', reading.campaigns.map((one) => `  ${one.no}. ${one.name}${annex(one.annex)}`)],
    ['heading', reading.headings.map((one) => `${'  '.repeat(one.depth + 1)}${one.ordinal} ${one.title}`)],
    ['assignment', reading.assignments.map((one) => `  ${one.path}  ${dutyWords(one, language)}`)],
    ['indicator', reading.indicators.map((one) => `  ${one.path}  ${targetLine(one, language)}`)],
    ['taskForce', reading.taskForces.map((one) => `  ${taskForceLine(one, language)}`)],
    ['cadence', placed(reading.cadences)],
    ['deadline', reading.deadlines.map((one) => `  ${one.due}  ${one.path}  ${one.quote}`)],
    ['redLine', placed(reading.redLines)],
    ['qualitative', placed(reading.qualitative)],
    ['project', titled(reading.projects)],
    ['policy', titled(reading.policies)],
  ]
}

function section(kind: Kind, lines: readonly string[], language: OutputLanguage): string[] {
  if (lines.length === 0) return []
  const title = kindWords[kind][language]
  const head = language === 'zh' ? `${title}（${lines.length}）` : `${title} (${lines.length})`
  return [`\n${head}`, ...lines]
}

/** A reading as a person reads it in a terminal: document data, outline, duties, targets, and the rest, each with its path. */
export function extractionText(reading: PlanReading, language: OutputLanguage = 'zh'): string {
  const all = reading.sentences.length
  const left = reading.sentences.filter((sentence) => sentence.uses.includes('left')).length
  return [
    ...metaLines(reading, language),
    ...kindLines(reading, language).flatMap(([kind, lines]) => section(kind, lines, language)),
    { zh: `\n全文 ${all} 句，未归类 ${left} 句。`, en: `\n${all} sentences, ${left} of them left.` }[language],
    '',
  ].join('\n')
}
