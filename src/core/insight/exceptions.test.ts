import { describe, expect, it } from 'vitest'
import { claimGaps, exceptionsByWeight, ownReasons } from './exceptions.ts'
import type { ExceptionRow } from './exceptions.ts'
import { reasonWords } from './reason-words.ts'
import type { Light, LightRule, Reason } from './types.ts'
import { lightRuleWords, lightWords } from './words.data.ts'

const reason = (rule: LightRule, light: Light, inputs: Reason['inputs'] = {}): Reason => ({
  rule,
  light,
  inputs,
  periodId: null,
})

const row = (itemId: string, light: Light, parts: Partial<ExceptionRow> = {}): ExceptionRow => ({
  itemId,
  standing: { light, lag: null, asked: null, why: [reason('lagging', light)] },
  claim: null,
  silentRun: 0,
  commitment: 'strive',
  hasBlockage: false,
  ...parts,
})

describe('exceptionsByWeight', () => {
  it('lists only yellow and red, red before any yellow', () => {
    const loud = row('loud', 'yellow', { claim: 'onPace', silentRun: 2, commitment: 'firm', hasBlockage: true })
    const list = exceptionsByWeight([
      row('fine', 'green'),
      loud,
      row('red', 'red'),
      row('done', 'blue'),
      row('not due', 'grey'),
    ])
    expect(list.map((one) => one.itemId)).toEqual(['red', 'loud'])
    expect(list[1]?.grounds).toEqual(['yellow', 'silent', 'overclaimed', 'blocked', 'firm'])
  })

  it('leaves out a task that only takes the light of its indicators, and keeps one that is late by itself', () => {
    const following = (itemId: string, own: readonly Reason[]) => {
      const why = [reason('indicatorOfTask', 'red', { title: '指标' }), ...own]
      return row(itemId, 'red', { standing: { light: 'red', lag: null, asked: null, why } })
    }
    const rows = [
      following('only follows', []),
      following('mild of its own', [reason('silent', 'yellow')]),
      following('late itself', [reason('nodeFarOverdue', 'red')]),
    ]
    expect(exceptionsByWeight(rows).map(({ itemId }) => itemId)).toEqual(['late itself'])
    expect(rows.map(({ standing }) => ownReasons(standing).map(({ rule }) => rule))).toEqual([
      ...[[], [], ['nodeFarOverdue']],
    ])
  })

  it('tells a release that has not come as such, and not as the silence of a unit', () => {
    const [late] = exceptionsByWeight([row('series', 'red', { silentRun: 2, isReleased: true })])
    expect(late?.grounds).toEqual(['red', 'unreleased'])
  })

  it('puts a broken red line first, then what is half missing', () => {
    const broken = row('line', 'red', {
      standing: { light: 'red', lag: null, asked: null, why: [reason('redLineBroken', 'red')] },
    })
    const half = row('half', 'red', {
      standing: { light: 'red', lag: '50', asked: '100', why: [reason('farBehind', 'red')] },
    })
    const less = row('less', 'red', {
      standing: { light: 'red', lag: '49', asked: '100', why: [reason('farBehind', 'red')] },
    })
    expect(exceptionsByWeight([less, half, broken]).map((one) => one.itemId)).toEqual(['line', 'half', 'less'])
  })
})

describe('claimGaps', () => {
  it('shows who says more than it shows, red first, then who says less', () => {
    const modest = row('modest', 'yellow', {
      claim: 'behind',
      standing: {
        light: 'yellow',
        lag: null,
        asked: null,
        why: [reason('claimedBehind', 'yellow'), reason('onPace', 'green')],
      },
    })
    const gaps = claimGaps([
      modest,
      row('yellow', 'yellow', { claim: 'onPace' }),
      row('red', 'red', { claim: 'done' }),
      row('honest', 'red', { claim: 'behind' }),
      row('quiet', 'red'),
      row('fine', 'green', { claim: 'onPace' }),
    ])
    expect(gaps.map(({ itemId, side }) => `${itemId} ${side}`)).toEqual(['red over', 'yellow over', 'modest under'])
  })
})

describe('reasonWords', () => {
  it('says why in both languages', () => {
    const lag = { asked: '50', actual: '38', lag: '12', most: '10', pace: '0.5', unit: '家' }
    expect(reasonWords(reason('farBehind', 'red', lag))).toEqual({
      zh: '欠序时12家（应达50，实际38），超过10家',
      en: 'Behind by 12 家 (50 asked, 38 reached), more than 10',
    })
    expect(reasonWords(reason('unknown', 'grey', { missing: 'baseline' })).zh).toBe('缺少判断依据：基数')
  })

  it('has words in both languages for every rule and light', () => {
    const all = [...Object.values(lightRuleWords), ...Object.values(lightWords)]
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter((words) => words.zh.trim() === '' || words.en.trim() === '')).toEqual([])
  })
})
