import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'
import { sourceDocumentOfText } from '../plain-text.ts'
import { checkPlan, findingWords, planRules } from './check-plan.ts'
import { findingText } from './finding-text.ts'

function found(text: string, ruleId: string) {
  return checkPlan(readPlanText(text)).filter((finding) => finding.ruleId === ruleId)
}

describe.each(planRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.valid)('passes: %s', (text) => {
    expect(found(text, id)).toEqual([])
  })

  it.each(rule.examples.invalid)('finds: %s', (text) => {
    const findings = found(text, id)
    expect(findings.length).toBeGreaterThan(0)
    for (const finding of findings) {
      for (const place of finding.places) expect(text.slice(place.start, place.end).length).toBeGreaterThan(0)
      const { message, remedy } = findingWords(finding)
      expect(`${message.zh}${message.en}${remedy.zh}${remedy.en}`).not.toMatch(/[{}]/)
    }
  })

  it('has examples of both sorts', () => {
    expect(rule.examples.valid.length).toBeGreaterThan(0)
    expect(rule.examples.invalid.length).toBeGreaterThan(0)
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
