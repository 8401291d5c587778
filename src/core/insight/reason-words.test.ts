import { describe, expect, it } from 'vitest'
import { workCalendar } from '#core/kit'
import { defaultThresholds } from '#core/plan'
import type { Target } from '#core/plan'
import { silenceReasons } from './clock-rules.ts'
import { indicatorStanding } from './indicator-standing.ts'
import { reasonWords, ruleWords } from './reason-words.ts'
import { lightRuleWords, sensedRuleWords } from './words.data.ts'

const target: Target = {
  ...{ subject: '标准厂房空置率', kind: 'level', op: '<=', value: '8', valueHigh: null, unit: '%', commitment: 'firm' },
  ...{ measure: 'reduce', baseline: '12', relativeTo: null, due: '2026-12-31' },
}

/** What is said of a figure of 30 June (pace 0.49589), or of the year's last day. */
function said(change: Partial<Target>, value: string, isEnd = false) {
  const [periodId, asOf, clock] = isEnd
    ? ['2026-M12', '2026-12-31', '2027-01-05']
    : ['2026-M06', '2026-06-30', '2026-07-01']
  const [reason] = indicatorStanding({
    ...{ basis: 'live', clock, frequency: 'month', nodes: [], claim: null, silentRun: 0 },
    ...{ target: { ...target, ...change }, accumulation: 'snapshot', trajectory: { kind: 'linear' } },
    ...{ span: { from: '2026-01-01', to: '2026-12-31' }, thresholds: defaultThresholds, calendar: workCalendar() },
    figures: [{ periodId, asOf, value, verifiedBy: null }],
    redLineEvents: [],
  }).why
  if (!reason) throw new Error('A figure gives a reason.')
  return reasonWords(reason)
}

const clearance = { op: '=', value: '0', baseline: '600', unit: '万元' } as const
const growth = { kind: 'growth', measure: 'hold', op: '>=', value: '12', baseline: null } as const
const fall = { kind: 'decline', measure: 'reduce', op: '>=', value: '12', baseline: null } as const
const hold = { measure: 'hold', baseline: null, value: '15' } as const

describe('a reason in words', () => {
  it.each([
    ['a fall that is behind', {}, '10.3', '欠序时0.28', '应降至不高于10.016438，实际10.3'],
    ['a fall on pace', {}, '10', '达到序时', '应降至不高于10.016438%，实际10%'],
    ['a clearance while it runs', clearance, '558.3', '欠序时', '应降至不高于302.465753，实际558.3'],
    ['a rate short of its target', growth, '10', '增速差2个百分点', '实际10%，目标12%'],
    ['a rate above what it may be', { ...growth, op: '<=' } as const, '15', '增速高出3个百分点', '目标不高于12%'],
    ['a fall told as a rate', fall, '10', '降幅差2个百分点', '实际10%，目标12%'],
    ['kept too high', hold, '16.2', '未保持', '实际16.2%，要求不高于15%'],
    ['kept, below', { ...hold, op: '<' } as const, '16.2', '未保持', '要求低于15%'],
    ['kept too low', { ...hold, op: '>=' } as const, '14', '未保持', '要求不低于15%'],
    ['kept, above', { ...hold, op: '>' } as const, '15', '未保持', '要求高于15%'],
    ['a flow, as ever', { measure: 'flow', op: '>=', baseline: null } as const, '1', '欠序时', '应达3.967123，实际1）'],
  ])('%s', (_, change, value, start, part) => {
    const { zh } = said(change, value)
    expect([zh.slice(0, start.length), zh]).toEqual([start, expect.stringContaining(part)])
  })

  it.each([
    ['a fall that is behind', {}, '10.3', 'should be down to 10.016438, is 10.3'],
    ['a rate', growth, '10', 'Rate short by 2 pp (10% reached, 12% asked), more than 1.2 pp'],
    ['a fall told as a rate', fall, '10', 'Fall short by 2 pp (10% reached, 12% asked), more than 1.2 pp'],
    ['a state', hold, '16.2', 'Not held: 16.2 %, at most 15 asked'],
  ])('%s, in English', (_, change, value, part) => {
    expect(said(change, value).en).toContain(part)
  })

  it('says 清零 where nothing is to be left', () => {
    expect(said(clearance, '558.3', true).zh).toContain('（应清零，实际558.3）')
    expect(said(clearance, '0', true)).toEqual({ zh: '已清零，尚未核实', en: 'Down to zero, not yet verified' })
  })

  it('says a verdict without the figure that stands for it', () => {
    const asked = { kind: 'qualitative', measure: 'stock', op: '>=', value: null, baseline: null, unit: '' } as const
    expect(said(asked, '1', true).zh).toBe('已达到要求，尚未核实')
    expect(said(asked, '0', true).zh).toBe('到期未达到要求')
    expect(said({ ...asked, measure: 'hold' }, '1').zh).toBe('符合要求')
    expect(said({ ...asked, measure: 'hold' }, '0').zh).toBe('未保持，不符合要求')
  })

  it('tells a series that was not released without calling a unit silent', () => {
    const [reason] = silenceReasons({
      ...{ basis: 'live', clock: '2026-07-01', frequency: 'month', nodes: [], claim: null, silentRun: 2 },
      isReleased: true,
    })
    expect(reason && reasonWords(reason)).toEqual({
      zh: '连续2期未发布',
      en: 'Not released for 2 periods in a row',
    })
  })

  it('fills nothing in any sense that its rule does not know', () => {
    const names = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const told = Object.entries(sensedRuleWords).flatMap(([rule, senses]) =>
      Object.values(senses).map((words) => ({ words, plain: lightRuleWords[rule as keyof typeof lightRuleWords] })),
    )
    expect(told.length).toBeGreaterThan(20)
    for (const { words, plain } of told)
      for (const name of [...names(words.zh), ...names(words.en)]) expect(names(plain.zh + plain.en)).toContain(name)
  })

  it('reads reasons of seals that knew no sense as they were', () => {
    const inputs = { asked: '9.8', actual: '10.3', lag: '0.5', most: '0.7', unit: '%' }
    expect(ruleWords({ rule: 'lagging', inputs })).toBe(lightRuleWords.lagging)
  })
})
