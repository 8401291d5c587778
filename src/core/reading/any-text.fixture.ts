import fc from 'fast-check'
import { withoutWhitespace } from '#core/kit'
import type { Span } from '#core/kit'
import { checkPlan } from './check/check-plan.ts'
import { findingText } from './check/finding-text.ts'
import type { PlanReading } from './facts.ts'
import { extractionText } from './output/extraction-text.ts'
import { sourceDocumentOfText } from './plain-text.ts'
import { readPlanText } from './read-plan.ts'
import { samplePlan } from './sample-plan.data.ts'
import { buildTree } from './tree/tree.ts'

/** Every span of a reading with the quote it should give (null where only the range matters). */
function spansOf(reading: PlanReading): { span: Span; quote: string | null }[] {
  const facts = [
    ...reading.campaigns,
    ...reading.headings,
    ...reading.assignments,
    ...reading.indicators,
    ...reading.taskForces,
    ...reading.cadences,
    ...reading.deadlines,
    ...reading.redLines,
    ...reading.qualitative,
    ...reading.projects,
    ...reading.policies,
    ...reading.tasks,
  ].map(({ span, quote }) => ({ span, quote }))
  const ranges = [
    ...reading.sentences.map(({ span }) => span),
    ...Object.values(reading.meta.spans),
    ...reading.indicators.flatMap(({ figureSpan, sentenceSpan }) => [figureSpan, sentenceSpan]),
    ...reading.headings.flatMap(({ titleSpan, scope }) => [titleSpan, scope]),
  ].map((span) => ({ span, quote: null }))
  const names = reading.assignments.flatMap(({ duties }) => duties.map(({ span, unit }) => ({ span, quote: unit })))
  return [...facts, ...ranges, ...names]
}

/** Spans that leave the text, and quotes that do not stand at their span. Empty where all is well. */
export function spanFaults(text: string, reading: PlanReading): string[] {
  return spansOf(reading).flatMap(({ span, quote }) => {
    if (span.start < 0 || span.end < span.start || span.end > text.length)
      return [`${span.start}–${span.end} leaves the text`]
    const own = withoutWhitespace(text.slice(span.start, span.end))
    return quote === null || own === quote ? [] : [`${quote} is not ${own}`]
  })
}

/** Pieces of the genre and of its accidents, to be put together at random. */
const PIECES = [
  ...[
    '一、',
    '（一）',
    '1.',
    '（1）',
    '①',
    '——',
    '第一章',
    '附件1',
    '附件',
    '\n',
    '\n\n',
    '　',
    ' ',
    '\r\n',
    '**',
    '\t',
  ],
  ...[
    '。',
    '；',
    '，',
    '、',
    '：',
    '（',
    '）',
    '“',
    '”',
    '《',
    '》',
    '〔',
    '〕',
    '(',
    ')',
    '[',
    ']',
    '！',
    '-',
    '—',
    '…',
    '\u200b',
    '\ufeff',
  ],
  ...[
    '牵头单位：',
    '责任单位：',
    '配合',
    '牵头负责',
    '按职责分工负责',
    '区发改局',
    '区财政局',
    '各街道',
    '等',
    '和',
    '由',
    '会同',
    '有关单位',
  ],
  ...[
    '增长',
    '6%以上',
    '达到',
    '分别',
    '新增',
    '3家',
    '100',
    '1,000',
    '1.1亿元',
    '力争',
    '确保',
    '清零',
    '全覆盖',
    '不低于',
    '左右',
    '5—8个',
    '百分之五',
  ],
  ...[
    '到2025年',
    '6月底前',
    '年内',
    '三年内',
    '旬调度',
    '每月通报',
    '成立工作专班',
    '任召集人',
    '成员单位包括',
    '办公室设在',
    '社会消费品零售总额',
  ],
  ...[
    '严禁',
    '显著提升',
    '项目',
    '建设',
    '制定办法',
    '2025年4月27日',
    '〔2025〕5号',
    '的通知',
    '方案',
    '\ud83d\ude00',
    '𠮷',
  ],
]

/** Texts put together from pieces of the genre. */
export const genre = fc
  .array(fc.constantFrom(...PIECES), { minLength: 0, maxLength: 60 })
  .map((parts) => parts.join(''))

/** The sample plan with some characters cut, doubled, swapped or put in. */
export const mutated = fc
  .array(
    fc.tuple(
      fc.nat(samplePlan.length),
      fc.constantFrom('cut', 'double', 'insert'),
      fc.constantFrom(...PIECES),
      fc.nat(40),
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((edits) =>
    edits.reduce((text, [at, how, piece, length]) => {
      const place = Math.min(at, text.length)
      if (how === 'cut') return text.slice(0, place) + text.slice(place + length)
      if (how === 'double') return text.slice(0, place + length) + text.slice(place)
      return text.slice(0, place) + piece + text.slice(place)
    }, samplePlan),
  )

/** Any characters at all, half pairs and controls included. */
export const anyText = fc.string({ unit: 'binary', maxLength: 200 })

const CLOSING = '各单位要增强责任感和使命感，以钉钉子精神抓好落实，为全区高质量发展凝聚合力。'

/** A text with everything that must hold of any text: what does not, in words; empty where all holds. */
export function faultsOf(text: string): string[] {
  try {
    const reading = readPlanText(text)
    return [
      ...spanFaults(text, reading),
      ...outputFaults(text, reading),
      ...(same(reading, readPlanText(text)) ? [] : ['two readings differ']),
      ...(normalisedTwice(text) ? [] : ['normalising twice is not normalising once']),
    ]
  } catch (problem) {
    return [`throws: ${String(problem)}`]
  }
}

/** What a closing paragraph without heading, date or rule changes before it: must be nothing. `text` ends in a whole paragraph. */
export function closingFaults(text: string): string[] {
  const before = readPlanText(text)
  const after = readPlanText(`${text}\n${CLOSING}\n`)
  const facts = ({ text: _text, sentences, headings, ...rest }: PlanReading) => ({
    ...rest,
    headings: headings.map(({ scope: _scope, ...heading }) => heading),
    sentences: sentences.slice(0, before.sentences.length),
  })
  const more = after.sentences.length === before.sentences.length + 1
  return same(facts(before), facts(after)) && more ? [] : ['a closing paragraph changes what stands before it']
}

function outputFaults(text: string, reading: PlanReading): string[] {
  extractionText(reading)
  return checkPlan(reading).flatMap((finding) => {
    findingText(finding, { text }, 'en')
    const inside = finding.places.every(({ start, end }) => start >= 0 && start <= end && end <= text.length)
    return inside ? [] : [`${finding.ruleId} leaves the text`]
  })
}

/** The folded view, read as a text of its own, folds to itself. */
function normalisedTwice(text: string): boolean {
  const once = buildTree(sourceDocumentOfText(text)).view.text
  return buildTree(sourceDocumentOfText(once)).view.text === once
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
