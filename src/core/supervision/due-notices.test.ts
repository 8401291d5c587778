import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instantAt, workCalendar } from '#core/kit'
import { dueNotices, type NoticeFacts, reachedKey } from './due-notices.ts'
import { checkRules, proposedRules, type PublishedRules } from './escalation.ts'
import { leavingMoment, mayLeave } from './leaving-moment.ts'
import type { Matter, Sides } from './matter.ts'
import { sidesOf } from './matter.ts'

const timeZone = 'Asia/Shanghai'
const calendar = workCalendar()
const place = { calendar, timeZone }
/** 区住建局: three lines of the dekad that is due on Thursday 2 April 2026, 18:00; Saturday to Monday (Qingming) is not worked. */
const DUE = instantAt('2026-04-02', 18, timeZone)
const at = (day: string, hour: number): string => instantAt(day, hour, timeZone)
const rules: PublishedRules = { ...proposedRules, version: 1, publishedAt: '2026-01-01T00:00:00.000Z' }
const matter: Matter & Sides = {
  ...{ key: 'report/c/2026-D09/u', kind: 'report', unitId: 'u', unitName: '区住建局', subject: '旬调度', count: 3 },
  ...{ givenAt: at('2026-03-21', 9), dueAt: DUE, by: 'unit', office: null, askedBy: null },
  ...{ place: { kind: 'period', id: 'c', periodId: '2026-D09' }, doers: ['reporter'], askers: ['coordinator'] },
}
const facts = (now: string, more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  ...{ ...place, now, versions: [rules], matters: [matter], persons: new Map(), channels: [], reached: new Set() },
  ...more,
})
const told = (now: string, more: Partial<NoticeFacts> = {}) =>
  dueNotices(facts(now, more)).map(({ recipientId, level, matters }) => [recipientId, level, matters[0]?.isCopy])

describe('the moment at which messages leave', () => {
  it.each([
    ['before the first hour', '2026-04-02', 8, null],
    ['at the first hour', '2026-04-02', 9, 9],
    ['between two', '2026-04-02', 14, 9],
    ['after the second', '2026-04-02', 19, 15],
    ['in the evening nothing leaves', '2026-04-02', 20, null],
    ['at night', '2026-04-02', 3, null],
    ['on a Sunday', '2026-04-12', 10, null],
    ['on a feast day', '2026-05-01', 10, null],
    ['on a Saturday that is worked', '2026-02-28', 10, 9],
  ])('%s', (_, day, hour, expected) => {
    expect(leavingMoment(at(day, hour), [9, 15], place)).toBe(expected === null ? null : at(day, expected))
  })

  it('is never in quiet hours, whatever the day and hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 23 }), (days, hour) => {
        const now = at(addDays('2026-01-01', days), hour)
        const moment = leavingMoment(now, [8, 12, 19], place)
        expect((hour < 8 || hour >= 20) && mayLeave(now, place)).toBe(false)
        expect(moment === null || (moment <= now && mayLeave(moment, place))).toBe(true)
      }),
    )
  })
})

describe('levels', () => {
  it.each([
    ['two working days before: nothing', '2026-03-31', []],
    ['one before: the reminder', '2026-04-01', [['reporter', 'reminder', false]]],
    ['on the due day the reminder still stands', '2026-04-02', [['reporter', 'reminder', false]]],
    ['one working day after: the urging', '2026-04-03', [['reporter', 'urging', false]]],
    ['Monday is not worked: nothing leaves', '2026-04-06', []],
    ['two working days after: still the urging', '2026-04-07', [['reporter', 'urging', false]]],
    [
      'three after: the warning, with a copy to whoever waits',
      '2026-04-08',
      [
        ['reporter', 'warning', false],
        ['coordinator', 'warning', true],
      ],
    ],
  ])('%s', (_, day, expected) => {
    expect(told(at(day, 9))).toEqual(expected)
  })

  it('reach a person once, and a milder one never comes after a harder', () => {
    const reached = new Set([reachedKey(matter.key, 'reporter', 'urging')])
    expect(told(at('2026-04-07', 15), { reached })).toEqual([])
    expect(told(at('2026-04-08', 9), { reached })[0]).toEqual(['reporter', 'warning', false])
  })

  it('follow the rules that were announced when the matter was given, and nothing runs without', () => {
    const later = { ...rules, version: 2, publishedAt: at('2026-03-25', 9), levels: { ...rules.levels } }
    const strict = { ...later, levels: { ...rules.levels, sheet: { reminder: -5, urging: -3, warning: -1 } } }
    expect(told(at('2026-04-01', 9), { versions: [strict, rules] })).toEqual([['reporter', 'reminder', false]])
    expect(told(at('2026-04-08', 9), { versions: [strict] })).toEqual([])
    expect(told(at('2026-04-08', 9), { versions: [] })).toEqual([])
  })

  it('put everything for one person into one message, hardest first, and say their grounds', () => {
    const order = { ...matter, key: 'reply/o', kind: 'reply', dueAt: at('2026-03-26', 18), subject: '督办单' } as const
    const [first, ...others] = dueNotices(facts(at('2026-04-01', 10), { matters: [matter, order] }))
    expect(others.map(({ recipientId }) => recipientId)).toEqual(['coordinator'])
    expect(first?.matters.map(({ key, level, workdays, next }) => [key, level, workdays, next?.level ?? null])).toEqual(
      [
        ['reply/o', 'warning', 3, null],
        [matter.key, 'reminder', -1, 'urging'],
      ],
    )
  })

  it('heed the hours that a person has chosen, and the mildest level of a channel', () => {
    const persons = new Map([['reporter', { id: 'reporter', hours: [16], fromLevel: 'reminder' as const }]])
    expect(told(at('2026-04-01', 15), { persons })).toEqual([])
    expect(told(at('2026-04-01', 16), { persons })).toEqual([['reporter', 'reminder', false]])
    const channels = [{ id: 'group', hours: null, fromLevel: 'urging' as const }]
    expect(told(at('2026-04-01', 10), { channels }).map(([id]) => id)).toEqual(['reporter'])
    expect(told(at('2026-04-03', 10), { channels }).map(([id]) => id)).toEqual(['reporter', 'group'])
  })
})

it('tells the sides of a matter by the roles that are held', () => {
  const holder = (accountId: string, role: 'reporter' | 'signer' | 'taskForceStaff' | 'coordinator' | 'leader') => ({
    ...{ accountId, role, unitId: role === 'coordinator' ? null : 'u', planId: 'p', taskForceNo: 2 },
  })
  const holders = [
    holder('r', 'reporter'),
    holder('s', 'signer'),
    holder('c', 'coordinator'),
    holder('f', 'taskForceStaff'),
  ]
  const sides = (part: Partial<Matter>) => sidesOf({ ...matter, ...part }, holders)
  expect(sides({})).toEqual({ doers: ['r'], askers: ['c'] })
  expect(sides({ kind: 'sign' })).toEqual({ doers: ['s'], askers: ['c'] })
  expect(sides({ kind: 'reply', askedBy: 'l' })).toEqual({ doers: ['r', 's'], askers: ['l'] })
  expect(sides({ kind: 'accept', by: 'office', office: { planId: 'p', campaignNo: 2 } }).doers).toEqual(['f'])
  expect(sides({ kind: 'accept', by: 'office', office: { planId: 'p', campaignNo: 3 } }).doers).toEqual([])
  expect(sides({ kind: 'accept', by: 'coordinator' })).toEqual({ doers: ['c'], askers: [] })
})

it.each([
  ['the proposed set', proposedRules, null],
  [
    'levels out of order',
    { ...proposedRules, levels: { ...proposedRules.levels, order: { reminder: 1, urging: 1, warning: 2 } } },
    'escalation.levelsNotRising',
  ],
  [
    'a level too far away',
    { ...proposedRules, levels: { ...proposedRules.levels, order: { reminder: 1, urging: 2, warning: 90 } } },
    'escalation.tooFar',
  ],
  ['an hour of the night', { ...proposedRules, hours: [7] }, 'escalation.hoursNotOpen'],
  ['20 o’clock', { ...proposedRules, hours: [20] }, 'escalation.hoursNotOpen'],
  ['the same hour twice', { ...proposedRules, hours: [9, 9] }, 'escalation.hoursNotOpen'],
  ['no hour', { ...proposedRules, hours: [] }, 'escalation.hoursNotOpen'],
])('rules: %s', (_, set, code) => {
  const checked = checkRules(set)
  expect(checked.ok ? null : checked.refusal.code).toBe(code)
})
