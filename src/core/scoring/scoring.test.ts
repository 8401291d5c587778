import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, dec } from '#core/kit'
import type { Json } from '#core/kit'
import type { AttainmentBasis } from '#core/insight'
import { achievementShare, driveShare } from './comparison-shares.ts'
import { defaultScheme } from './default-scheme.data.ts'
import { evaluate } from './evaluate.ts'
import { attainmentOf } from './metric-shares.ts'
import { checkPanelEntry } from './panel.ts'
import { ranksOf } from './ranking.ts'
import { recompute } from './recompute.ts'
import { checkScheme } from './scheme.ts'
import type { BeforeRecord, RecordRef, ScoreInput, ScoreSheet, TargetRecord } from './types.ts'

const ref = (id: string, kind: RecordRef['kind'] = 'report'): RecordRef => ({
  kind,
  id,
  periodId: '2025-D18',
  sealSeq: 18,
})

const target = (basis: AttainmentBasis, parts: Partial<TargetRecord> = {}): TargetRecord => ({
  ref: ref('t'),
  itemId: 't',
  weight: '1',
  commitment: 'firm',
  silent: false,
  basis,
  ...parts,
})

const input = (objectId: string, parts: Partial<ScoreInput> = {}): ScoreInput => ({
  objectId,
  league: 'bureaus',
  targets: [],
  duties: [],
  nodes: [],
  panel: [],
  conduct: [],
  adjustments: [],
  vetoes: [],
  before: null,
  ...parts,
})

const before = (looksShare: string | null, looksRank: number | null): BeforeRecord => ({
  ref: ref('q1', 'scoreRun'),
  looksShare,
  looksRank,
})

const one = (parts: Partial<ScoreInput>): ScoreSheet => {
  const [sheet] = evaluate(defaultScheme, [input('a', parts)], '2025-Q2')
  if (!sheet) throw new Error('one sheet is expected')
  return sheet
}

const metric = (sheet: ScoreSheet, metricId: string) => sheet.metrics.find((score) => score.metricId === metricId)

const half = target({ kind: 'way', moved: '50', asked: '100' })

describe('attainmentOf', () => {
  it.each<[AttainmentBasis, string | null]>([
    [{ kind: 'way', moved: '50', asked: '100' }, '0.5'],
    [{ kind: 'way', moved: '150', asked: '100' }, '1'],
    [{ kind: 'way', moved: '-5', asked: '100' }, '0'],
    [{ kind: 'way', moved: '5', asked: '0' }, null],
    [{ kind: 'rate', gap: '1.5', stated: '6' }, '0.75'],
    [{ kind: 'rate', gap: '1.5', stated: '1' }, '0.5'],
    [{ kind: 'rate', gap: '9', stated: '6' }, '0'],
    [{ kind: 'verdict', met: true }, '1'],
    [{ kind: 'verdict', met: false }, '0'],
    [{ kind: 'leftOut', because: 'notDue' }, null],
  ])('%o → %s', (basis, share) => {
    expect(attainmentOf(basis)?.toFixed() ?? null).toBe(share)
  })
})

describe('evaluate', () => {
  it('takes half from a missed strive', () => {
    expect(metric(one({ targets: [half] }), 'targets')?.share).toBe('0.5')
    expect(metric(one({ targets: [{ ...half, commitment: 'strive' }] }), 'targets')?.share).toBe('0.75')
    expect(
      metric(one({ targets: [target({ kind: 'verdict', met: true }, { commitment: 'strive' })] }), 'targets')?.share,
    ).toBe('1')
  })

  it('weighs targets', () => {
    const targets = [target({ kind: 'verdict', met: true }, { weight: '3' }), target({ kind: 'verdict', met: false })]
    expect(metric(one({ targets }), 'targets')?.share).toBe('0.75')
  })

  it('leaves out what is not due, renormalises, and says so', () => {
    const sheet = one({
      targets: [target({ kind: 'leftOut', because: 'notDue' })],
      duties: [{ ref: ref('d'), outcome: 'inTime' }],
    })
    expect(metric(sheet, 'targets')).toMatchObject({ share: null, leftOut: 'notDue', outOf: '0', points: '0' })
    expect(metric(sheet, 'keyTasks')?.leftOut).toBe('noDuty')
    expect(metric(sheet, 'results')?.leftOut).toBe('noPanel')
    expect(metric(sheet, 'drive')?.leftOut).toBe('noPeriodBefore')
    // Looks 60 and comparisons 10 remain: discipline has all of the one, conduct all of the other.
    expect([metric(sheet, 'discipline')?.outOf, metric(sheet, 'conduct')?.outOf]).toEqual(['85.7143', '14.2857'])
    expect(sheet.total).toBe('100')
  })

  it('gives silence 0 for discipline and its last value for the target', () => {
    const sheet = one({
      targets: [{ ...half, silent: true }],
      duties: [
        { ref: ref('d1'), outcome: 'silent' },
        { ref: ref('d2'), outcome: 'late' },
        { ref: ref('d3'), outcome: 'inTime' },
      ],
    })
    expect(metric(sheet, 'discipline')?.share).toBe('0.333333')
    expect(metric(sheet, 'targets')?.trail[0]?.values).toMatchObject({ moved: '50', asked: '100', silent: 'true' })
  })

  it('counts nodes in time, late and open', () => {
    const node = (doneOn: string | null) => ({ ref: ref('n', 'node'), due: '2025-06-10', doneOn })
    expect(metric(one({ nodes: [node('2025-06-10'), node('2025-06-11'), node(null)] }), 'keyTasks')?.share).toBe('0.5')
  })

  it('means a panel without its abstentions and shows the spread', () => {
    const vote = (memberId: string, score: string | null) => ({
      ref: ref(memberId, 'panelScore'),
      metricId: 'results',
      memberId,
      score,
    })
    const sheet = one({
      duties: [{ ref: ref('d'), outcome: 'inTime' }],
      panel: [vote('a', '90'), vote('b', null), vote('c', '75')],
    })
    expect(metric(sheet, 'results')).toMatchObject({ share: '0.825', spread: { low: '75', high: '90', abstained: 1 } })
    expect(metric(sheet, 'duty')).toMatchObject({ share: null, leftOut: 'noPanel', spread: null })
  })

  it('takes conduct down by step, never below 0, and leaves out who had nothing to do', () => {
    const fault = { ref: ref('c', 'problem'), kind: 'refusedClaim' as const }
    expect(metric(one({ targets: [half], conduct: [fault, fault] }), 'conduct')?.share).toBe('0.8')
    expect(metric(one({ targets: [half], conduct: Array.from({ length: 12 }, () => fault) }), 'conduct')?.share).toBe(
      '0',
    )
    expect(metric(one({}), 'conduct')).toMatchObject({ share: null, leftOut: 'noDuty' })
    expect(one({})).toMatchObject({ total: '0', rank: null, rankNote: 'nothingToJudge' })
  })

  it('caps bonus and deduction', () => {
    const adjust = (kind: 'bonus' | 'deduction', points: string) => ({
      ref: ref('x', 'document'),
      kind,
      points,
      reason: '省级通报表扬',
    })
    const sheet = one({
      targets: [half],
      adjustments: [adjust('bonus', '1.5'), adjust('bonus', '1.5'), adjust('deduction', '9')],
    })
    expect([sheet.bonus, sheet.deduction]).toEqual(['2', '5'])
  })

  const league = (count: number): ScoreInput[] =>
    Array.from({ length: count }, (_, index) =>
      input(`u${index}`, {
        targets: [target({ kind: 'way', moved: String(90 - 10 * Math.min(index, 3)), asked: '100' })],
      }),
    )

  it('ranks a league of five, equals share the better rank', () => {
    expect(evaluate(defaultScheme, league(5), '2025-Q2').map(({ objectId, rank }) => `${objectId} ${rank}`)).toEqual([
      'u0 1',
      'u1 2',
      'u2 3',
      'u3 4',
      'u4 4',
    ])
  })

  it('ranks by the total first, by the tie metrics only where it is equal', () => {
    const duty = (outcome: 'inTime' | 'silent') => [{ ref: ref('d'), outcome }]
    const [best, second, ...rest] = league(5).map((one_) => ({ ...one_, duties: duty('silent') }))
    if (!best || !second) throw new Error('five inputs are expected')
    const sheets = evaluate(defaultScheme, [best, { ...second, duties: duty('inTime') }, ...rest], '2025-Q2')
    expect(sheets.slice(0, 2).map((sheet) => sheet.objectId)).toEqual(['u1', 'u0'])
  })

  it('does not rank a league of four, nor who is vetoed on a legal basis', () => {
    const small = evaluate(defaultScheme, league(4), '2025-Q2')
    expect(small.every((sheet) => sheet.rank === null && sheet.rankNote === 'leagueTooSmall')).toBe(true)
    const veto = (legalBasis: string) => [{ ref: ref('v', 'document'), legalBasis }]
    const [first, ...rest] = league(6)
    if (!first) throw new Error('six inputs are expected')
    const ranksWith = (legalBasis: string) => {
      const sheets = evaluate(defaultScheme, [{ ...first, vetoes: veto(legalBasis) }, ...rest], '2025-Q2')
      return sheets.find((sheet) => sheet.objectId === 'u0')
    }
    expect(ranksWith('安全生产法第一百一十四条')).toMatchObject({ rank: null, rankNote: 'vetoed' })
    expect(ranksWith(' ')).toMatchObject({ rank: 1, rankNote: null })
  })

  it('compares only within a league', () => {
    const other = league(5).map((one_) => ({ ...one_, objectId: `t${one_.objectId}`, league: 'townships' as const }))
    const sheets = evaluate(defaultScheme, [...league(5), ...other], '2025-Q2')
    expect(sheets.filter((sheet) => sheet.rank === 1).map((sheet) => sheet.league)).toEqual(['bureaus', 'townships'])
  })

  it('makes the shown points add up to the shown total', () => {
    const sheet = one({
      targets: [half],
      duties: [
        { ref: ref('d'), outcome: 'late' },
        { ref: ref('e'), outcome: 'inTime' },
      ],
    })
    const sum = sheet.metrics.reduce((total, score) => total.plus(score.points), dec(0))
    expect(sum.plus(sheet.bonus).minus(sheet.deduction).toDecimalPlaces(2).toFixed()).toBe(sheet.total)
  })
})

describe('comparisons', () => {
  const now = (share: string, rank: number | null = 1, leagueSize = 6) => ({ share: dec(share), rank, leagueSize })

  it.each([
    ['0.6', '0.6', '0.5'],
    ['0.8', '0.6', '0.7'],
    ['0.1', '0.9', '0'],
    ['1', '1', '1'],
  ])('drive: now %s, before %s → %s', (share, earlier, expected) => {
    expect(driveShare(now(share), before(earlier, 1)).share?.toFixed()).toBe(expected)
  })

  it.each([
    [3, 3, '0.5'],
    [2, 6, '0.9'],
    [6, 2, '0.1'],
    [1, 1, '1'],
  ])('achievement: now %i, before %i of 6 → %s', (rank, earlier, expected) => {
    expect(achievementShare(now('0.5', rank), before('0.5', earlier), 5).share?.toFixed()).toBe(expected)
  })

  it('are left out without a period before, and achievement in a small league', () => {
    expect(driveShare(now('0.5'), null).leftOut).toBe('noPeriodBefore')
    expect(achievementShare(now('0.5'), null, 5).leftOut).toBe('noPeriodBefore')
    expect(achievementShare(now('0.5', 1, 4), before('0.5', 1), 5).leftOut).toBe('leagueTooSmall')
  })
})

const text = (low: number, high: number) => fc.integer({ min: low, max: high }).map(String)
const bases = fc.oneof(
  fc.record({ kind: fc.constant('way' as const), moved: text(-50, 200), asked: text(0, 150) }),
  fc.record({ kind: fc.constant('rate' as const), gap: text(-5, 9), stated: text(-2, 9) }),
  fc.record({ kind: fc.constant('verdict' as const), met: fc.boolean() }),
  fc.record({ kind: fc.constant('leftOut' as const), because: fc.constantFrom('notDue' as const, 'unknown' as const) }),
)
const anyInput = fc.record({
  targets: fc.array(fc.tuple(bases, fc.constantFrom('firm' as const, 'strive' as const), text(1, 5)), { maxLength: 4 }),
  duties: fc.array(fc.constantFrom('inTime' as const, 'late' as const, 'silent' as const), { maxLength: 6 }),
  nodes: fc.array(fc.constantFrom('2025-06-01', '2025-06-20', null), { maxLength: 4 }),
  votes: fc.array(fc.option(text(0, 100)), { maxLength: 5 }),
  faults: fc.nat(3),
  earlier: fc.option(fc.tuple(text(0, 1), fc.integer({ min: 1, max: 7 }))),
})

const built = (parts: Parameters<Parameters<typeof anyInput.map>[0]>[0], index: number): ScoreInput =>
  input(`u${index}`, {
    targets: parts.targets.map(([basis, commitment, weight]) => target(basis, { commitment, weight })),
    duties: parts.duties.map((outcome) => ({ ref: ref('d'), outcome })),
    nodes: parts.nodes.map((doneOn) => ({ ref: ref('n', 'node'), due: '2025-06-10', doneOn })),
    panel: parts.votes.map((score, vote) => ({
      ref: ref('p', 'panelScore'),
      metricId: 'duty',
      memberId: `m${vote}`,
      score,
    })),
    conduct: Array.from({ length: parts.faults }, () => ({ ref: ref('c', 'problem'), kind: 'rebound' as const })),
    before: parts.earlier && before(parts.earlier[0], parts.earlier[1]),
  })

describe('the trail', () => {
  it('gives every digit again, for any inputs', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { minLength: 1, maxLength: 7 }), (all) => {
        const sheets = evaluate(defaultScheme, all.map(built), '2025-Q2')
        expect(sheets.flatMap((sheet) => recompute(defaultScheme, sheet))).toEqual([])
        expect(sheets.filter((sheet) => dec(sheet.total).lt(0) || dec(sheet.total).gt(102))).toEqual([])
        expect(JSON.stringify(sheets)).not.toMatch(/NaN|Infinity/)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same sheets from the same inputs in any order', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { minLength: 5, maxLength: 7 }), (all) => {
        const inputs = all.map(built)
        const forth = canonicalJson(evaluate(defaultScheme, inputs, '2025-Q2') as unknown as Json)
        const back = canonicalJson(evaluate(defaultScheme, [...inputs].reverse(), '2025-Q2') as unknown as Json)
        expect(back).toBe(forth)
      }),
      { numRuns: 60 },
    )
  })

  it('tells a sheet that was changed by hand', () => {
    const sheet = one({ targets: [half], duties: [{ ref: ref('d'), outcome: 'inTime' }] })
    expect(recompute(defaultScheme, sheet)).toEqual([])
    expect(recompute(defaultScheme, { ...sheet, total: '99' })).toMatchObject([{ metricId: null, shown: '99' }])
    const raised = sheet.metrics.map((score) => (score.metricId === 'targets' ? { ...score, share: '0.6' } : score))
    expect(recompute(defaultScheme, { ...sheet, metrics: raised })).toMatchObject([
      { metricId: 'targets', shown: '0.6', recomputed: '0.5' },
    ])
  })
})

it('ranks by later keys where the first are equal', () => {
  const ranks = ranksOf([
    { objectId: 'a', keys: [dec(80), dec('0.5')] },
    { objectId: 'b', keys: [dec(80), dec('0.7')] },
    { objectId: 'c', keys: [dec(80), null] },
  ])
  expect(Object.fromEntries(ranks)).toEqual({ b: 1, a: 2, c: 3 })
})

describe('checkScheme', () => {
  const code = (scheme: typeof defaultScheme, publishedOn = '2025-03-31'): string => {
    const checked = checkScheme(scheme, '2025-Q2', publishedOn)
    return checked.ok ? 'accepted' : checked.refusal.code
  }
  const [looks] = defaultScheme.dimensions

  it.each<[string, typeof defaultScheme, string]>([
    ['the default', defaultScheme, 'accepted'],
    ['no metric', { ...defaultScheme, dimensions: [] }, 'scheme.empty'],
    ['a metric twice', { ...defaultScheme, dimensions: looks ? [looks, looks] : [] }, 'scheme.metricTwice'],
    ['a tie metric that is not there', { ...defaultScheme, tieMetrics: ['unknown'] }, 'scheme.tieMetricUnknown'],
    [
      'a weight of nothing',
      { ...defaultScheme, dimensions: looks ? [{ ...looks, weight: '0' }] : [] },
      'scheme.weightNotPositive',
    ],
  ])('%s', (_name, scheme, expected) => {
    expect(code(scheme)).toBe(expected)
  })

  it('is published before its period', () => {
    expect(code(defaultScheme, '2025-04-01')).toBe('scheme.publishedTooLate')
  })

  it('weighs 60, 30 and 10 by default', () => {
    expect(defaultScheme.dimensions.map(({ weight, metrics }) => [weight, metrics.map((one_) => one_.weight)])).toEqual(
      [
        ['60', ['30', '10', '20']],
        ['30', ['10', '10', '10']],
        ['10', ['4', '3', '3']],
      ],
    )
  })
})

describe('checkPanelEntry', () => {
  it.each([
    [{ score: '88.5', abstained: false }, '88.5'],
    [{ score: null, abstained: true }, null],
    [{ score: '80', abstained: true }, 'panel.scoreAndAbstention'],
    [{ score: null, abstained: false }, 'panel.scoreMissing'],
    [{ score: '好', abstained: false }, 'panel.scoreMissing'],
    [{ score: '101', abstained: false }, 'panel.scoreOutOfRange'],
    [{ score: '-1', abstained: false }, 'panel.scoreOutOfRange'],
  ])('%o → %s', (entry, expected) => {
    const checked = checkPanelEntry(entry)
    expect(checked.ok ? checked.value : checked.refusal.code).toBe(expected)
  })
})
