import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay, periodKinds, periodOf, periodsEndingIn, workCalendar } from '#core/kit'
import type { Act, ActRule, ActVersion, Rhythm } from './cadence.ts'
import { actPeriod, actPeriods, actsOf, nextActPeriod, ruleOn } from './cadence.ts'
import { changedActs, checkActs } from './change-cadence.ts'
import { dueDates, dueState } from './due-act.ts'

const rule = (said: Partial<ActRule>): ActRule => ({
  ...{ periodKind: 'month', months: [], anchor: null, dueWorkdays: 1, dueHour: 18, cutOffDay: null, goesTo: '' },
  ...said,
})
const from = (fromDay: string, act: Act, said: Partial<ActRule> | null): ActVersion => ({
  ...{ act, fromDay },
  rule: said && rule(said),
})
const rhythm = (acts: readonly ActVersion[], endsOn: string | null = null): Rhythm => ({ acts, endsOn })
const ids = (one: Rhythm, act: Act, first: string, last: string) =>
  actPeriods(one, act, first, last).map(({ period }) => period.id)

/** 周调度、双周通报、双周对账: two weeks counted from Monday 5 January 2026. */
const weekly = rhythm([
  from('2026-01-05', 'dispatch', { periodKind: 'week' }),
  from('2026-01-05', 'circular', { periodKind: 'twoWeek', anchor: '2026-01-05' }),
])

describe('the periods of an act', () => {
  it.each<[string, Rhythm, Act, string, string, readonly string[]]>([
    ['weeks', weekly, 'dispatch', '2026-01-05', '2026-01-25', ['2026-W02', '2026-W03', '2026-W04']],
    ['two weeks from their Monday', weekly, 'circular', '2026-01-05', '2026-02-01', ['2026-F02', '2026-F04']],
    ['a week that the 53rd is', weekly, 'dispatch', '2026-12-28', '2027-01-10', ['2026-W53', '2027-W01']],
    [
      'fixed months',
      rhythm([from('2026-01-01', 'circular', { months: [3, 9] })]),
      'circular',
      '2026-01-01',
      '2027-12-31',
      ['2026-M03', '2026-M09', '2027-M03', '2027-M09'],
    ],
    [
      'a change of kind, the running period of the old kind not cut',
      rhythm([
        from('2026-01-05', 'dispatch', { periodKind: 'week' }),
        from('2026-01-19', 'dispatch', { periodKind: 'dekad' }),
      ]),
      'dispatch',
      '2026-01-05',
      '2026-02-10',
      ['2026-W02', '2026-W03', '2026-D02', '2026-D03', '2026-D04'],
    ],
    [
      'nothing after the end',
      rhythm([from('2026-01-01', 'dispatch', { periodKind: 'dekad' })], '2026-01-20'),
      'dispatch',
      '2026-01-01',
      '2026-12-31',
      ['2026-D01', '2026-D02'],
    ],
    [
      'nothing of an act that is not held any more',
      rhythm([from('2026-01-01', 'review', { periodKind: 'quarter' }), from('2026-04-01', 'review', null)]),
      'review',
      '2026-01-01',
      '2026-12-31',
      ['2026-Q1'],
    ],
  ])('%s', (_, one, act, first, last, expected) => {
    expect(ids(one, act, first, last)).toEqual(expected)
  })

  it('are known by their id, and only those', () => {
    expect(actPeriod(weekly, 'circular', '2026-F02')?.period.first).toBe('2026-01-05')
    expect(actPeriod(weekly, 'circular', '2026-F03')).toBeNull()
    expect(actPeriod(weekly, 'circular', '2026-W02')).toBeNull()
    expect(actPeriod(weekly, 'dispatch', '2025-W52')).toBeNull()
  })

  it('follow each other without gap or overlap while the rule stays, in every kind', () => {
    const starts = fc.integer({ min: 15_000, max: 40_000 }).map(dateOfDay)
    const monday = fc.integer({ min: 0, max: 3000 }).map((weeks) => addDays('2024-01-01', weeks * 7))
    fc.assert(
      fc.property(starts, fc.constantFrom(...periodKinds), monday, (day, periodKind, anchor) => {
        const own = { periodKind, anchor: periodKind === 'twoWeek' ? anchor : null }
        const one = rhythm([from(day, 'dispatch', own)])
        const periods = actPeriods(one, 'dispatch', day, addDays(day, 800)).map(({ period }) => period)
        expect(periods[0]).toEqual(periodOf(periodKind, day, own.anchor ?? undefined))
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1]
          if (next) expect(next.first).toBe(addDays(period.last, 1))
          expect(actPeriod(one, 'dispatch', period.id)?.period).toEqual(period)
        }
      }),
    )
  })

  it('leave no figure of a dekad unasked, whatever the kind changes to and when', () => {
    const kinds = fc.constantFrom('day', 'week', 'dekad' as const)
    // 1 January 2024 is a Monday: week and dekad begin together.
    const [start, end] = ['2024-01-01', '2025-12-31']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 }), kinds, kinds, (days, first, second) => {
        const today = addDays(start, days)
        const before = rhythm([from(start, 'dispatch', { periodKind: first })])
        const wanted = [{ act: 'dispatch' as const, rule: rule({ periodKind: second }) }]
        const changed = changedActs(before, wanted, { today, askedUntil: periodOf(first, today).last })
        const asked = actPeriods(rhythm([...before.acts, ...changed]), 'dispatch', start, addDays(end, 10))
        const figures = asked.flatMap(({ period }) => periodsEndingIn('dekad', period.first, period.last))
        // A period of the new kind may begin inside the old one's: opening leaves out what is asked already.
        const known = [...new Set(figures.map(({ id }) => id))].filter((id) => id <= '2025-D36')
        expect(known).toEqual(periodsEndingIn('dekad', start, end).map(({ id }) => id))
      }),
    )
  })
})

describe('the next period of an act', () => {
  it.each([
    ['2026-01-05', 'dispatch', '2026-W02'],
    ['2026-01-11', 'dispatch', '2026-W02'],
    ['2026-01-12', 'dispatch', '2026-W03'],
    ['2025-06-01', 'circular', '2026-F02'],
  ] as const)('from %s: %s → %s', (day, act, id) => {
    expect(nextActPeriod(weekly, act, day)?.period.id).toBe(id)
  })

  it('is none after the end', () => {
    expect(nextActPeriod({ ...weekly, endsOn: '2026-03-01' }, 'dispatch', '2026-03-02')).toBeNull()
    expect(actsOf({ ...weekly, endsOn: '2026-03-01' }, '2026-03-02')).toEqual([])
    expect(actsOf(weekly, '2026-03-02')).toEqual(['dispatch', 'circular'])
  })
})

describe('a change', () => {
  const dekads = rhythm([
    from('2026-01-01', 'dispatch', { periodKind: 'dekad' }),
    from('2026-01-01', 'circular', { periodKind: 'month' }),
  ])
  const wanted = (act: Act, said: Partial<ActRule>) => ({ act, rule: rule(said) })
  const facts = { today: '2026-03-05', askedUntil: '2026-03-10' }

  it('leaves what was asked and the running month, and touches nothing that stays', () => {
    const acts = [wanted('dispatch', { periodKind: 'week' }), wanted('circular', { dueWorkdays: 3 })]
    expect(changedActs(dekads, acts, facts)).toEqual([
      from('2026-03-11', 'dispatch', { periodKind: 'week' }),
      from('2026-04-01', 'circular', { dueWorkdays: 3 }),
    ])
    expect(changedActs(dekads, [wanted('dispatch', { periodKind: 'dekad' }), wanted('circular', {})], facts)).toEqual(
      [],
    )
  })

  it('ends an act that is left out and begins one that is new today', () => {
    expect(changedActs(dekads, [wanted('dispatch', { periodKind: 'dekad' }), wanted('review', {})], facts)).toEqual([
      from('2026-04-01', 'circular', null),
      from('2026-03-05', 'review', {}),
    ])
  })

  it('takes the place of one that was settled for the same day and has not begun', () => {
    const once = changedActs(dekads, [wanted('dispatch', { periodKind: 'week' }), wanted('circular', {})], facts)
    const settled = rhythm([...dekads.acts, ...once])
    const again = changedActs(settled, [wanted('dispatch', { periodKind: 'month' }), wanted('circular', {})], facts)
    expect(again).toEqual([from('2026-03-11', 'dispatch', { periodKind: 'month' })])
    expect(ruleOn(settled, 'dispatch', '2026-03-10')?.periodKind).toBe('dekad')
    expect(ruleOn(settled, 'dispatch', '2026-03-11')?.periodKind).toBe('week')
  })

  it('is at once where nobody has been asked yet', () => {
    expect(
      changedActs(dekads, [wanted('dispatch', { periodKind: 'week' })], { ...facts, askedUntil: null })[0],
    ).toEqual(from('2026-01-01', 'dispatch', { periodKind: 'week' }))
  })

  it.each<[string, readonly { act: Act; rule: ActRule }[]]>([
    ['cadence.noAct', []],
    ['cadence.actTwice', [wanted('review', {}), wanted('review', {})]],
    ['cadence.anchorMissing', [wanted('circular', { periodKind: 'twoWeek' })]],
    ['cadence.anchorMissing', [wanted('circular', { periodKind: 'week', anchor: '2026-01-05' })]],
    ['cadence.anchorNoMonday', [wanted('circular', { periodKind: 'twoWeek', anchor: '2026-01-06' })]],
    ['cadence.monthsOfMonth', [wanted('circular', { periodKind: 'quarter', months: [3] })]],
    ['cadence.cutOffOfMonth', [wanted('dispatch', { periodKind: 'dekad', cutOffDay: 5 })]],
  ])('is refused: %s', (code, acts) => {
    const checked = checkActs(acts)
    expect(checked.ok ? 'accepted' : checked.refusal.code).toBe(code)
  })
})

describe('a due act', () => {
  const zone = 'Asia/Shanghai'
  const monthly = rhythm([from('2026-01-01', 'monthlyReport', { dueWorkdays: -1, cutOffDay: 25 })])
  const march = actPeriod(monthly, 'monthlyReport', '2026-M03')
  if (!march) throw new Error('no March')
  const dates = dueDates(march, workCalendar(), zone)

  it('leaves at month end and reads up to its cut-off day', () => {
    expect(dates).toEqual({ dueAt: '2026-03-30T10:00:00.000Z', readsUntil: '2026-03-25' })
  })

  it.each([
    ['2026-03-24T15:59:59Z', false, 'coming'],
    ['2026-03-24T16:00:00Z', false, 'due'],
    ['2026-03-30T10:00:00Z', false, 'due'],
    ['2026-03-30T10:00:01Z', false, 'overdue'],
    ['2026-03-30T10:00:01Z', true, 'done'],
  ] as const)('at %s, done %s, is %s', (now, done, state) => {
    expect(dueState({ act: 'monthlyReport', ...dates, opened: false, done }, { now, timeZone: zone })).toBe(state)
  })

  it('that collects is due as soon as units are asked', () => {
    const clock = { now: '2026-03-01T00:00:00Z', timeZone: zone }
    expect(dueState({ act: 'dispatch', ...dates, opened: true, done: false }, clock)).toBe('due')
    expect(dueState({ act: 'dispatch', ...dates, opened: false, done: false }, clock)).toBe('coming')
  })
})
