import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutWhitespace } from '#core/kit'
import type { Span } from '#core/kit'
import { checkPlan } from './check/check-plan.ts'
import { findingText } from './check/finding-text.ts'
import type { PlanReading } from './facts.ts'
import { extractionText } from './output/extraction-text.ts'
import { readPlanText } from './read-plan.ts'
import { samplePlan } from './sample-plan.data.ts'

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
function violations(text: string, reading: PlanReading): string[] {
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

const genre = fc.array(fc.constantFrom(...PIECES), { minLength: 0, maxLength: 60 }).map((parts) => parts.join(''))

/** The sample plan with some characters cut, doubled, swapped or put in. */
const mutated = fc
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

describe('reading any text', () => {
  it('never throws, keeps spans inside the text, and quotes what stands there', () => {
    fc.assert(
      fc.property(genre, (text) => {
        expect(violations(text, readPlanText(text))).toEqual([])
      }),
      { numRuns: 600 },
    )
  })

  it('holds for mutated plans, and the check and the printer hold too', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const reading = readPlanText(text)
        expect(violations(text, reading)).toEqual([])
        extractionText(reading)
        for (const finding of checkPlan(reading)) {
          for (const span of finding.places)
            expect(span.end <= text.length && span.start >= 0 && span.end >= span.start).toBe(true)
          findingText(finding, { text }, 'en')
        }
      }),
      { numRuns: 120 },
    )
  })

  it('is the same twice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(readPlanText(text)).toEqual(readPlanText(text))
      }),
      { numRuns: 30 },
    )
  })

  it('survives arbitrary unicode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(violations(text, readPlanText(text))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('a closing paragraph', () => {
  const CLOSING = '各单位要增强责任感和使命感，以钉钉子精神抓好落实，为全区高质量发展凝聚合力。'

  it('changes nothing before it', () => {
    const before = readPlanText(samplePlan)
    const after = readPlanText(`${samplePlan}\n${CLOSING}\n`)
    const facts = (reading: PlanReading) => {
      const { text: _text, sentences, headings, ...rest } = reading
      return {
        ...rest,
        headings: headings.map(({ scope: _scope, ...heading }) => heading),
        sentences: sentences.slice(0, before.sentences.length),
      }
    }
    expect(facts(after)).toEqual(facts(before))
    expect(after.sentences.length).toBe(before.sentences.length + 1)
  })
})
