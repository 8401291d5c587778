import { describe, expect, it } from 'vitest'
import { periodById, workCalendar } from '#core/kit'
import { defaultThresholds } from '#core/plan'
import type { Target } from '#core/plan'
import { earlyWarnings, isSeriousWarning, warningWords } from './early-warning.ts'
import { projectedEnd } from './forecast.ts'
import { indicatorStanding } from './indicator-standing.ts'
import type { IndicatorInput } from './types.ts'

const target: Target = {
  ...{
    subject: '新签约项目',
    kind: 'level',
    op: '>=',
    value: '120',
    valueHigh: null,
    unit: '亿元',
    commitment: 'firm',
  },
  ...{ measure: 'flow', baseline: null, relativeTo: null, due: '2026-12-31' },
}

/** Figures of the months up to June, on 10 July. */
function input(values: readonly string[], change: Partial<Target> = {}): IndicatorInput {
  const months = values.map((value, index) => ({ periodId: `2026-M0${6 - values.length + index + 1}`, value }))
  return {
    ...{ basis: 'live', clock: '2026-07-10', frequency: 'month', nodes: [], claim: null, silentRun: 0 },
    ...{ target: { ...target, ...change }, accumulation: 'yearToDate', trajectory: { kind: 'linear' } },
    ...{ span: { from: '2026-01-01', to: '2026-12-31' }, thresholds: defaultThresholds, calendar: workCalendar() },
    figures: months.map(({ periodId, value }) => ({
      periodId,
      value,
      asOf: periodById(periodId).last,
      verifiedBy: null,
    })),
    redLineEvents: [],
  }
}

const rules = (own: IndicatorInput) => earlyWarnings(own, projectedEnd(own)).map(({ rule }) => rule)
const growth = { kind: 'growth', unit: '%', value: '6' } as const
const cap = { measure: 'cap', op: '<=', value: '10', unit: '人' } as const

describe('earlyWarnings', () => {
  it.each<[string, IndicatorInput, readonly string[]]>([
    ['says nothing of what runs on pace', input(['30', '40', '50', '61']), []],
    [
      'the trend ends short, though the figure is on pace',
      input(['62', '63', '64', '65']),
      ['endMisses', 'leadShrinks'],
    ],
    ['the lag grows', input(['20', '28', '36', '43']), ['endMisses', 'lagGrows']],
    ['nothing moves', input(['40', '58', '58', '58']), ['endMisses', 'standsStill']],
    ['nothing moves, far ahead', input(['118', '118', '118']), ['endMisses']],
    ['a rate falls and still meets', input(['9', '8', '7'], growth), ['movesAway']],
    ['a rate rises', input(['6.1', '6.2', '6.3'], growth), []],
    ['a cap will be exceeded', input(['2', '4', '7'], cap), ['endMisses']],
    ['a cap holds', input(['1', '1', '2'], cap), []],
    ['two figures are no trend', input(['20', '21']), []],
    ['what is met needs no warning', input(['100', '110', '121']), []],
  ])('%s', (_name, own, expected) => {
    expect(rules(own)).toEqual(expected)
  })

  it('doubts an end that its spread still reaches, and puts it before no meeting', () => {
    const own = input(['20', '45', '50', '58'])
    const [warning] = earlyWarnings(own, projectedEnd(own))
    expect(warning?.rule).toBe('endDoubtful')
    expect(warning && isSeriousWarning(warning)).toBe(false)
  })

  it('says nothing after the due day, and changes no light', () => {
    const own = input(['62', '63', '64', '65'])
    expect(rules({ ...own, clock: '2027-01-05' })).toEqual([])
    expect(indicatorStanding(own).light).toBe('green')
  })

  it('fills its words', () => {
    const own = input(['20', '28', '36', '43'])
    const words = earlyWarnings(own, projectedEnd(own)).map((warning) => warningWords(warning).zh)
    expect(words[1]).toMatch(/^2026年4月30日以来欠序时逐期扩大：由[\d.]+亿元到[\d.]+亿元$/)
    expect(words.join('')).not.toContain('{')
  })
})
