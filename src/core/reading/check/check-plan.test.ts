import { describe, expect, it } from 'vitest'
import type { Span } from '#core/kit'
import { readPlanText } from '../read-plan.ts'
import { sourceDocumentOfText } from '../plain-text.ts'
import { checkPlan, findingWords } from './check-plan.ts'
import { markedExample } from './example.ts'
import { planRules } from './plan-rules.ts'
import { findingText } from './finding-text.ts'

function found(text: string, ruleId: string, earlier: string | null = null) {
  const before = earlier === null ? [] : [readPlanText(earlier)]
  return checkPlan(readPlanText(text), before).filter((finding) => finding.ruleId === ruleId)
}

/** Whether one of the two holds the other: where a fact begins and ends is the reader's. */
function meets(span: Span, place: Span | null): boolean {
  if (!place) return false
  const [start, end] = [Math.max(span.start, place.start), Math.min(span.end, place.end)]
  return end - start === Math.min(span.end - span.start, place.end - place.start)
}

describe.each(planRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.valid)('passes: %s', (example) => {
    const { text, earlier } = markedExample(example)
    expect(found(text, id, earlier)).toEqual([])
  })

  it.each(rule.examples.invalid)('finds at its place: %s', (example) => {
    const { text, place, earlier } = markedExample(example)
    const findings = found(text, id, earlier)
    expect(findings.map(({ places }) => places[0])).toContainEqual(expect.toSatisfy((span: Span) => meets(span, place)))
    for (const finding of findings) {
      for (const { start, end } of finding.places) expect(text.slice(start, end).length).toBeGreaterThan(0)
      const { message, remedy } = findingWords(finding)
      expect(`${message.zh}${message.en}${remedy.zh}${remedy.en}`).not.toMatch(/[{}]/)
    }
  })

  it('has examples of both sorts', () => {
    expect(rule.examples.valid.length).toBeGreaterThan(0)
    expect(rule.examples.invalid.length).toBeGreaterThan(0)
  })
})

describe('planRules', () => {
  it('have ids of their own', () => {
    expect(new Set(planRules.map(({ id }) => id)).size).toBe(planRules.length)
    expect(planRules.length).toBeGreaterThanOrEqual(25)
  })

  it('give one finding a rule and place', () => {
    const text = planRules.map(({ examples }) => markedExample(examples.invalid[0] ?? '').text).join('\n')
    const findings = checkPlan(readPlanText(text))
    const keys = findings.map(({ ruleId, places: [first] }) => `${ruleId}@${first?.start}-${first?.end}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(checkPlan(readPlanText(text))).toEqual(findings)
  })
})

describe('checkPlan', () => {
  it('goes through a long list of names once', () => {
    const names = Array.from({ length: 200 }, (_, index) => `第${index}组`).join('、')
    const text = `一、机制\n成立强工行动工作专班，由分管副区长任召集人，${names}参加，办公室设在区工信局。`
    // With a pattern that tries every way to part the names this never comes back.
    expect(found(text, 'plan.memberTwice')).toEqual([])
  })
})

describe('findingText', () => {
  const text = '一、任务\n（一）便利往来。提供便利措施。（区科技局、区人社局、区商务局、区人社局按职责分工负责）'
  const finding = found(text, 'plan.unitTwice')[0]

  it('puts the caret under the place', () => {
    if (!finding) throw new Error('the sample gives no finding')
    const lines = findingText(finding, sourceDocumentOfText(text), 'zh').split('\n')
    expect(lines).toEqual([
      '错误[plan.unitTwice] “区人社局”在同一责任条款中出现两次。',
      '  --> 第 2 行第 32 字',
      '    2 | …。提供便利措施。（区科技局、区人社局、区商务局、区人社局按职责分工负责）',
      `      | ${' '.repeat(49)}^^^^^^^^`,
      '  对照: 第 2 行第 22 字',
      '    2 | （一）便利往来。提供便利措施。（区科技局、区人社局、区商务局、区人社局按职责分工负责）',
      `      | ${' '.repeat(42)}--------`,
      '  = 建议: 删去一处；如系误写，改为应列的单位。',
    ])
  })

  it('speaks English too', () => {
    if (!finding) throw new Error('the sample gives no finding')
    expect(findingText(finding, { text }, 'en')).toContain(
      'error[plan.unitTwice] “区人社局” is named twice in one clause.',
    )
  })
})
