import { describe, expect, it } from 'vitest'
import { sourceDocumentOfText } from '../plain-text.ts'
import { readPlan } from '../read-plan.ts'
import { samplePlan } from '../sample-plan.data.ts'
import { explainPlan } from './explain-plan.ts'
import { explanationText } from './explanation-text.ts'
import { extractionText } from './extraction-text.ts'
import { leftWords, noTargetWords } from './reading-words.data.ts'

const TEXT = `试点县2026年工作方案

一、项目建设
（一）2025年已完成投资10亿元。全年完成水利投资12亿元，惠及3个乡镇。由县水利局牵头，县住建局配合。
（二）团结协作。会议强调了团结协作的极端重要意义和深远影响。`

const document = sourceDocumentOfText(TEXT)

describe('explainPlan', () => {
  const { reading, sentences } = explainPlan(document)

  it('reads as reading without explanation does', () => {
    expect(reading).toEqual(readPlan(document))
    expect(sentences).toHaveLength(reading.sentences.length)
  })

  it('puts every fact into the sentence in which it begins', () => {
    for (const { span, found, refused } of sentences)
      for (const each of [...found, ...refused]) {
        expect(each.span.start).toBeGreaterThanOrEqual(span.start)
        expect(each.span.start).toBeLessThan(span.end)
      }
    const facts = reading.headings.length + reading.assignments.length + reading.indicators.length
    expect(sentences.flatMap(({ found }) => found).length).toBeGreaterThanOrEqual(facts)
  })

  it('says why a figure is no target, at its words', () => {
    const past = sentences.flatMap(({ refused }) => refused).find(({ why }) => why === 'past')
    expect(TEXT.slice(past?.span.start, past?.span.end)).toBe('10亿元')
  })

  it('has words for every reason it meets in a longer plan', () => {
    const long = explainPlan(sourceDocumentOfText(samplePlan)).sentences
    const whys = long.flatMap(({ why, refused }) => [...(why ? [why] : []), ...refused.map((one) => one.why)])
    expect(whys.length).toBeGreaterThan(0)
    for (const why of whys) expect(leftWords[why] ?? noTargetWords[why], why).toBeDefined()
  })
})

describe('explanationText', () => {
  const { sentences } = explainPlan(document)
  const text = explanationText(sentences, document)

  it('names place, rule, words and what is implied', () => {
    expect(text).toContain('+ 指标  水利投资 ≥ 12亿元')
    expect(text).toMatch(/\[responsibility\.running\]/)
    expect(text).toContain('- 10亿元  说的是已经完成的事  [target.figure: past]')
  })

  it('says why a sentence was left', () => {
    expect(text).toContain('○ 未归类  没有责任单位、指标、期限或禁止事项  [reading.left.noDuty]')
  })

  it('speaks English', () => {
    const english = explanationText(explainPlan(document, 'en').sentences, document, 'en')
    expect(english).toContain('○ left  names no unit, target, date or prohibition')
    expect(english).toContain('+ responsibilities  lead: 县水利局; support: 县住建局')
  })
})

describe('extractionText', () => {
  it('labels in the language asked for', () => {
    const reading = readPlan(document)
    expect(extractionText(reading)).toContain('责任条款（1）')
    expect(extractionText(reading, 'en')).toContain('responsibilities (1)')
  })
})
