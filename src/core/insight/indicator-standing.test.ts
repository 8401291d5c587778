import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec, workCalendar } from '#core/kit'
import { defaultThresholds } from '#core/plan'
import type { Measure, Operator, Target, TargetKind, Trajectory } from '#core/plan'
import { indicatorStanding } from './indicator-standing.ts'
import { distanceTo, targetRegion } from './target-region.ts'
import type { Figure, IndicatorInput, Light } from './types.ts'

const calendar = workCalendar()

const target = (parts: Partial<Target>): Target => ({
  subject: '城镇新增就业',
  kind: 'level',
  op: '>=',
  value: '1000',
  valueHigh: null,
  unit: '人',
  commitment: 'firm',
  measure: 'flow',
  baseline: null,
  relativeTo: null,
  due: '2025-12-31',
  ...parts,
})

const figure = (asOf: string, value: string, parts: Partial<Figure> = {}): Figure => ({
  periodId: `${asOf.slice(0, 4)}-M${asOf.slice(5, 7)}`,
  asOf,
  value,
  verifiedBy: null,
  ...parts,
})

const input = (parts: Partial<IndicatorInput> & { target: Target }): IndicatorInput => ({
  basis: 'live',
  clock: '2025-06-30',
  frequency: 'month',
  nodes: [],
  claim: null,
  silentRun: 0,
  accumulation: 'yearToDate',
  trajectory: { kind: 'linear' },
  span: { from: '2025-01-01', to: '2025-12-31' },
  thresholds: defaultThresholds,
  calendar,
  figures: [],
  redLineEvents: [],
  ...parts,
})

const half = (value: string, parts: Partial<Figure> = {}): Figure[] => [figure('2025-06-30', value, parts)]
const end = { clock: '2026-01-05' }
const last = (value: string, parts: Partial<Figure> = {}): Figure[] => [figure('2025-12-31', value, parts)]

// 181 of 365 days = pace 0.49589: 1000 人 ask for 495.
const cases: [string, Light, string, Partial<IndicatorInput> & { target: Target }][] = [
  ['nothing due', 'grey', 'nothingDue', { target: target({}) }],
  ['flow on pace', 'green', 'onPace', { target: target({}), figures: half('495') }],
  ['flow lagging by 10 % at most', 'yellow', 'lagging', { target: target({}), figures: half('395') }],
  ['flow more behind', 'red', 'farBehind', { target: target({}), figures: half('394') }],
  ['met but unverified is green', 'green', 'met', { target: target({}), figures: half('1000') }],
  [
    'met and verified',
    'blue',
    'metVerified',
    { target: target({}), figures: half('1000', { verifiedBy: 'document' }) },
  ],
  [
    'a verified reading stays good while the total only grows',
    'blue',
    'metVerified',
    { target: target({}), figures: [figure('2025-05-31', '1001', { verifiedBy: 'inspector' }), ...half('1100')] },
  ],
  [
    'about is met from 95 %',
    'blue',
    'metVerified',
    { target: target({ op: '~' }), figures: half('950', { verifiedBy: 'release' }) },
  ],
  [
    'few counted things: one unit is yellow',
    'yellow',
    'lagging',
    { ...end, target: target({ value: '5', unit: '家' }), figures: last('4') },
  ],
  [
    'two of five missing is red',
    'red',
    'farBehind',
    { ...end, target: target({ value: '5', unit: '家' }), figures: last('3') },
  ],
  [
    'money has no smallest lag',
    'red',
    'farBehind',
    { ...end, target: target({ value: '2', unit: '亿元' }), figures: last('1.7') },
  ],
  [
    'step asks for nothing before the due day',
    'green',
    'onPace',
    { target: target({ value: '5', unit: '家' }), trajectory: { kind: 'step' }, figures: half('0') },
  ],
  [
    'stock runs from its baseline: 20 of 40 asked half-way is 19',
    'green',
    'onPace',
    {
      target: target({ measure: 'stock', value: '240', baseline: '200', unit: '家' }),
      accumulation: 'snapshot',
      figures: half('219'),
    },
  ],
  [
    'stock without baseline cannot be asked before its due day',
    'grey',
    'unknown',
    { target: target({ measure: 'stock', value: '240' }), accumulation: 'snapshot', figures: half('100') },
  ],
  [
    'stock without baseline is judged on its due day',
    'red',
    'farBehind',
    { ...end, target: target({ measure: 'stock', value: '240' }), accumulation: 'snapshot', figures: last('100') },
  ],
  [
    'stock by increments: baseline and what was added',
    'green',
    'met',
    {
      target: target({ measure: 'stock', value: '24', baseline: '22', unit: '家' }),
      accumulation: 'perPeriod',
      figures: [figure('2025-05-31', '1'), ...half('1')],
    },
  ],
  [
    'reduce to zero on pace',
    'green',
    'onPace',
    {
      target: target({ measure: 'reduce', op: '=', value: '0', baseline: '100' }),
      accumulation: 'snapshot',
      figures: half('51'),
    },
  ],
  [
    'reduce lagging by a tenth of the promised fall',
    'yellow',
    'lagging',
    {
      target: target({ measure: 'reduce', op: '=', value: '0', baseline: '100' }),
      accumulation: 'snapshot',
      figures: half('61'),
    },
  ],
  [
    'reduce far behind',
    'red',
    'farBehind',
    {
      target: target({ measure: 'reduce', op: '=', value: '0', baseline: '100' }),
      accumulation: 'snapshot',
      figures: half('62'),
    },
  ],
  [
    'a fall by per cent of the baseline at mid-year',
    'green',
    'metSoFar',
    {
      target: target({ kind: 'decline', measure: 'reduce', value: '14', unit: '%', baseline: '200' }),
      accumulation: 'snapshot',
      figures: half('172', { verifiedBy: 'release' }),
    },
  ],
  [
    'growth reached at mid-year',
    'green',
    'metSoFar',
    { target: target({ kind: 'growth', value: '6', unit: '%' }), accumulation: 'snapshot', figures: half('6') },
  ],
  [
    'growth reached at the end',
    'green',
    'growthReached',
    { ...end, target: target({ kind: 'growth', value: '6', unit: '%' }), accumulation: 'snapshot', figures: last('6') },
  ],
  [
    'growth gap of 0.6 at 6 %',
    'yellow',
    'growthGap',
    { target: target({ kind: 'growth', value: '6', unit: '%' }), accumulation: 'snapshot', figures: half('5.4') },
  ],
  [
    'growth gap over that',
    'red',
    'growthFarBehind',
    { target: target({ kind: 'growth', value: '6', unit: '%' }), accumulation: 'snapshot', figures: half('5.3') },
  ],
  [
    'half a point at a small growth',
    'yellow',
    'growthGap',
    { target: target({ kind: 'growth', value: '2', unit: '%' }), accumulation: 'snapshot', figures: half('1.5') },
  ],
  [
    'held',
    'green',
    'held',
    {
      target: target({ measure: 'hold', value: '95', unit: '%' }),
      accumulation: 'snapshot',
      figures: half('95', { verifiedBy: 'release' }),
    },
  ],
  [
    'not held',
    'red',
    'notHeld',
    { target: target({ measure: 'hold', value: '95', unit: '%' }), accumulation: 'snapshot', figures: half('94.9') },
  ],
  [
    'held to the end and verified',
    'blue',
    'metVerified',
    {
      ...end,
      target: target({ measure: 'hold', value: '95', unit: '%' }),
      accumulation: 'snapshot',
      figures: [...half('96'), ...last('95', { verifiedBy: 'release' })],
    },
  ],
  [
    'held at the end only',
    'green',
    'held',
    {
      ...end,
      target: target({ measure: 'hold', value: '95', unit: '%' }),
      accumulation: 'snapshot',
      figures: [...half('90'), ...last('95', { verifiedBy: 'release' })],
    },
  ],
  [
    'cap within pace',
    'green',
    'capWithinPace',
    { target: target({ measure: 'cap', op: '<=', value: '10' }), figures: half('4') },
  ],
  [
    'cap used faster than the year',
    'yellow',
    'capOverPace',
    { target: target({ measure: 'cap', op: '<=', value: '10' }), figures: half('5') },
  ],
  [
    'cap exceeded',
    'red',
    'capExceeded',
    { target: target({ measure: 'cap', op: '<=', value: '10' }), figures: half('11') },
  ],
  [
    'cap of none: one is too much',
    'red',
    'capExceeded',
    { target: target({ measure: 'cap', op: '<=', value: '0' }), figures: half('1') },
  ],
  [
    'cap kept to the end',
    'blue',
    'metVerified',
    {
      ...end,
      target: target({ measure: 'cap', op: '<=', value: '10' }),
      figures: last('10', { verifiedBy: 'release' }),
    },
  ],
  [
    'once, not yet asked',
    'green',
    'notAskedYet',
    { target: target({ measure: 'once', op: '>', value: '0' }), figures: half('0') },
  ],
  [
    'once, done',
    'blue',
    'metVerified',
    { target: target({ measure: 'once', op: '>', value: '0' }), figures: half('1', { verifiedBy: 'document' }) },
  ],
  [
    'once, overdue by up to one period',
    'yellow',
    'onceOverdue',
    { clock: '2026-01-31', target: target({ measure: 'once', op: '>', value: '0' }), figures: last('0') },
  ],
  [
    'once, overdue further',
    'red',
    'onceOverdue',
    { clock: '2026-02-01', target: target({ measure: 'once', op: '>', value: '0' }), figures: last('0') },
  ],
  [
    'red line kept',
    'green',
    'redLineKept',
    { target: target({ kind: 'redLine', measure: 'hold', value: null, op: '=' }), figures: half('0') },
  ],
  [
    'red line broken by an event',
    'red',
    'redLineBroken',
    { target: target({ kind: 'redLine', measure: 'hold', value: null, op: '=' }), redLineEvents: ['2025-03-01'] },
  ],
  [
    'red line broken earlier stays broken',
    'red',
    'redLineBroken',
    {
      target: target({ kind: 'redLine', measure: 'hold', value: null, op: '=' }),
      figures: [figure('2025-03-31', '1'), ...half('0')],
    },
  ],
  [
    'rank not reached before its day',
    'grey',
    'notAskedYet',
    { target: target({ kind: 'rank', measure: 'stock', value: '3', op: '<=' }), figures: half('5') },
  ],
  [
    'rank missed',
    'red',
    'missed',
    { ...end, target: target({ kind: 'rank', measure: 'stock', value: '3', op: '<=' }), figures: last('5') },
  ],
  [
    'relative reached',
    'green',
    'held',
    {
      target: target({ kind: 'relative', op: '>', value: null, measure: 'hold' }),
      figures: half('6.2', { comparedWith: '6.1' }),
    },
  ],
  [
    'relative without its counterpart',
    'grey',
    'unknown',
    { target: target({ kind: 'relative', op: '>', value: null, measure: 'hold' }), figures: half('6.2') },
  ],
  ['silent past due', 'yellow', 'silent', { target: target({}), silentRun: 1 }],
  ['silent one further period', 'red', 'silentFurther', { target: target({}), silentRun: 2 }],
  ['silence does not hide a red figure', 'red', 'farBehind', { target: target({}), figures: half('1'), silentRun: 1 }],
  [
    'claim behind is at least yellow',
    'yellow',
    'claimedBehind',
    { target: target({}), figures: half('600'), claim: 'behind' },
  ],
  [
    'claim blocked is at least yellow',
    'yellow',
    'claimedBlocked',
    { target: target({}), figures: half('600'), claim: 'blocked' },
  ],
  ['claim done improves nothing', 'red', 'farBehind', { target: target({}), figures: half('1'), claim: 'done' }],
  [
    'node overdue up to one period',
    'yellow',
    'nodeOverdue',
    {
      target: target({}),
      figures: half('600'),
      nodes: [{ label: '完成招标', due: '2025-06-10', doneOn: null, verified: false }],
    },
  ],
  [
    'node overdue further',
    'red',
    'nodeFarOverdue',
    {
      target: target({}),
      figures: half('600'),
      nodes: [{ label: '完成招标', due: '2025-05-20', doneOn: null, verified: false }],
    },
  ],
]

const released = { verifiedBy: 'release' } as const

// A verified figure that meets the target: [what, target, value, light of mid-year, light of the year's last figure].
const earlyCases: [string, Partial<Target>, string, Light, Light, IndicatorInput['accumulation']?][] = [
  ['flow: 新增 1000 人', {}, '1000', 'blue', 'blue', 'yearToDate'],
  ['flow in money: 收入 12 亿元', { value: '12', unit: '亿元' }, '12.1', 'blue', 'blue', 'yearToDate'],
  ['once: 破零', { measure: 'once', op: '>', value: '0', unit: '家' }, '1', 'blue', 'blue'],
  [
    'stock of single things: 达到 24 家',
    { measure: 'stock', value: '24', baseline: '22', unit: '家' },
    '24',
    'blue',
    'blue',
  ],
  ['stock as a share: 占比 30%', { measure: 'stock', value: '30', baseline: '26', unit: '%' }, '31', 'green', 'blue'],
  [
    'stock as a balance: 贷款余额 200 亿元',
    { measure: 'stock', value: '200', baseline: '180', unit: '亿元' },
    '205',
    'green',
    'blue',
  ],
  [
    'list to zero: 隐患清零',
    { measure: 'reduce', op: '=', value: '0', baseline: '12', unit: '个' },
    '0',
    'blue',
    'blue',
  ],
  [
    'fewer events in the year: 事故起数下降',
    { kind: 'decline', measure: 'reduce', value: '2', baseline: '20', unit: '起' },
    '8',
    'green',
    'blue',
    'yearToDate',
  ],
  [
    'concentration: PM2.5 降至 35',
    { measure: 'reduce', op: '<=', value: '35', baseline: '39', unit: '微克/立方米' },
    '33',
    'green',
    'blue',
  ],
  ['growth: 社零增长 5.5%', { kind: 'growth', measure: 'hold', value: '5.5', unit: '%' }, '5.6', 'green', 'blue'],
  [
    'fall of a rate: 能耗强度下降 3%',
    { kind: 'decline', measure: 'reduce', value: '3', unit: '%' },
    '3.2',
    'green',
    'blue',
  ],
  ['hold: 优良率 95%', { measure: 'hold', value: '95', unit: '%' }, '96', 'green', 'blue'],
  ['cap: 不超过 10 人', { measure: 'cap', op: '<=', value: '10' }, '3', 'green', 'blue', 'yearToDate'],
  ['rank: 前 3 位', { kind: 'rank', measure: 'stock', op: '<=', value: '3', unit: '位' }, '2', 'green', 'blue'],
  [
    'coverage: 覆盖率 100%',
    { kind: 'coverage', measure: 'stock', value: '100', baseline: '90', unit: '%' },
    '100',
    'green',
    'blue',
  ],
  [
    'qualitative, a state: 稳步提升',
    { kind: 'qualitative', measure: 'hold', value: null, unit: '' },
    '1',
    'green',
    'blue',
  ],
  [
    'qualitative, an event: 建成投用',
    { kind: 'qualitative', measure: 'once', value: null, unit: '' },
    '1',
    'blue',
    'blue',
  ],
]

describe('met before the last day', () => {
  it.each(earlyCases)('%s', (_name, parts, value, atHalf, atEnd, accumulation = 'snapshot') => {
    const light = (figures: Figure[], clock: string) =>
      indicatorStanding(input({ target: target(parts), accumulation, figures, clock })).light
    expect([light(half(value, released), '2025-07-20'), light(last(value, released), '2026-01-20')]).toEqual([
      atHalf,
      atEnd,
    ])
  })

  it('says which figure decides', () => {
    const growth = target({ kind: 'growth', measure: 'hold', value: '5.5', unit: '%' })
    const standing = indicatorStanding(
      input({ target: growth, accumulation: 'snapshot', figures: half('5.6', released) }),
    )
    expect(standing.why).toEqual([
      {
        rule: 'metSoFar',
        light: 'green',
        inputs: { actual: '5.6', target: '5.5', due: '2025-12-31', unit: '%' },
        periodId: '2025-M06',
      },
    ])
  })
})

describe('indicatorStanding', () => {
  it.each(cases)('%s → %s', (_name, light, rule, parts) => {
    const standing = indicatorStanding(input(parts))
    expect([standing.light, standing.why[0]?.rule]).toEqual([light, rule])
  })

  it('shows the numbers beside the light', () => {
    const standing = indicatorStanding(input({ target: target({}), figures: half('395'), clock: '2025-07-10' }))
    expect(standing).toMatchObject({
      asOf: '2025-06-30',
      ageDays: 10,
      actual: '395',
      asked: '495',
      lag: '100',
      pace: '0.49589',
    })
    expect(standing.progress).toEqual({ met: false, share: '0.395', gap: null, used: null, note: null })
  })

  it('does not look at figures later than the clock', () => {
    const standing = indicatorStanding(
      input({ target: target({}), figures: [...half('495'), figure('2025-07-31', '0')] }),
    )
    expect(standing.actual).toBe('495')
  })
})

const decimal = fc.integer({ min: -30_000, max: 30_000 }).map((n) => dec(n).dividedBy(10).toFixed())
const positive = fc.integer({ min: 0, max: 30_000 }).map((n) => dec(n).dividedBy(10).toFixed())
const kinds: TargetKind[] = [
  'level',
  'increment',
  'growth',
  'decline',
  'rank',
  'relative',
  'redLine',
  'qualitative',
  'coverage',
]
const measures: Measure[] = ['flow', 'stock', 'reduce', 'hold', 'cap', 'once']
const operators: Operator[] = ['>=', '<=', '>', '<', '=', '~']
const trajectories: Trajectory[] = [
  { kind: 'linear' },
  { kind: 'workdays' },
  { kind: 'step' },
  { kind: 'seasonal', monthShares: ['0', '-2', '3', '1', '1', '1', '0', '0', '5', '1', '1', '9'] },
  {
    kind: 'stated',
    points: [
      { on: '2025-03-31', value: '0.5' },
      { on: '2025-09-30', value: '0.4' },
    ],
  },
]
const anyTarget = fc
  .record({
    kind: fc.constantFrom(...kinds),
    measure: fc.constantFrom(...measures),
    op: fc.constantFrom(...operators),
    value: fc.oneof(fc.constant(null), positive),
    span: fc.oneof(fc.constant(null), positive),
    baseline: fc.oneof(fc.constant(null), decimal),
    unit: fc.constantFrom('家', '%', '亿元', '个百分点'),
  })
  .map(({ span, ...parts }) =>
    target({ ...parts, valueHigh: parts.value && span ? dec(parts.value).plus(span).toFixed() : null }),
  )

// grey says nothing: it stands between green (fine) and yellow (not fine).
const badness: Record<Light, number> = { blue: 0, green: 1, grey: 2, yellow: 3, red: 4 }

describe('every kind, measure and operator', () => {
  it('never gives a better light to a figure farther from the target region', () => {
    const days = fc.constantFrom('2025-01-31', '2025-06-30', '2025-12-31', '2026-01-31')
    const nodes = fc.constantFrom([], [{ label: '节点', due: '2025-02-10', doneOn: null, verified: false }])
    fc.assert(
      fc.property(
        anyTarget,
        fc.constantFrom(...trajectories),
        days,
        decimal,
        decimal,
        nodes,
        fc.boolean(),
        fc.constantFrom('onPace' as const, 'behind' as const, null),
        fc.integer({ min: 0, max: 2 }),
        decimal,
        (goal, trajectory, asOf, first, second, timeNodes, verified, claim, silentRun, comparedWith) => {
          const region = targetRegion(goal, comparedWith)
          if (region === null) return
          const sameSide = (a: string, b: string) => {
            const [x, y] = [dec(a), dec(b)]
            if (region.low !== null && x.lte(region.low) && y.lte(region.low)) return true
            return region.high !== null && x.gte(region.high) && y.gte(region.high)
          }
          const inRegion = distanceTo(region, dec(first)).isZero() || distanceTo(region, dec(second)).isZero()
          if (!sameSide(first, second) && !inRegion) return
          const [near, far] = distanceTo(region, dec(first)).lte(distanceTo(region, dec(second)))
            ? [first, second]
            : [second, first]
          if (distanceTo(region, dec(near)).eq(distanceTo(region, dec(far)))) return
          const light = (value: string) =>
            indicatorStanding(
              input({
                target: goal,
                trajectory,
                clock: '2026-02-10',
                accumulation: 'snapshot',
                nodes: timeNodes,
                claim,
                silentRun,
                figures: [figure(asOf, value, { comparedWith, verifiedBy: verified ? 'release' : null })],
              }),
            ).light
          expect(badness[light(near)]).toBeLessThanOrEqual(badness[light(far)])
        },
      ),
      { numRuns: 4000 },
    )
  })

  it('never yields NaN or infinity in any number or reason', () => {
    fc.assert(
      fc.property(
        anyTarget,
        fc.constantFrom(...trajectories),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), decimal), { maxLength: 4 }),
        (goal, trajectory, values) => {
          for (const accumulation of ['yearToDate', 'perPeriod', 'snapshot'] as const) {
            const figures = values.map(([month, value]) =>
              figure(`2025-${String(month).padStart(2, '0')}-28`, value, { comparedWith: '3' }),
            )
            const standing = indicatorStanding(
              input({ target: goal, trajectory, figures, accumulation, clock: '2025-12-31' }),
            )
            expect(JSON.stringify(standing)).not.toMatch(/NaN|Infinity/)
            expect(standing.why.length).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('never improves a light by silence or by a claim', () => {
    fc.assert(
      fc.property(
        anyTarget,
        decimal,
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('onPace' as const, 'behind' as const, 'done' as const, 'blocked' as const),
        (goal, value, silentRun, claim) => {
          const plain = input({ target: goal, figures: half(value, { comparedWith: '3' }) })
          const before = badness[indicatorStanding(plain).light]
          const after = badness[indicatorStanding({ ...plain, silentRun, claim }).light]
          expect(after).toBeGreaterThanOrEqual(before)
        },
      ),
    )
  })
})
