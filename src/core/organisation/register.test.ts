import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#core/kit'
import { isInForce, lastDay } from './days-in-force.ts'
import { membersOn } from './group-members.ts'
import { signingGap } from './signing-gap.ts'
import { unitKindNamed, unitKinds, unitKindWords } from './unit-kinds.ts'

const days = { from: '2026-03-01', until: '2026-07-01' }

describe('days in force', () => {
  it.each([
    ['the day before', '2026-02-28', false],
    ['the first day', '2026-03-01', true],
    ['the last day', '2026-06-30', true],
    ['the day on which it ends', '2026-07-01', false],
  ])('%s', (_name, on, holds) => {
    expect(isInForce(days, on)).toBe(holds)
    expect(isInForce({ from: null, until: null }, on)).toBe(true)
  })

  it('hands over without a gap and without an overlap, on whatever day', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((after) => addDays('2026-07-01', after))
    fc.assert(
      fc.property(day, day, (handedOver, on) => {
        const before = isInForce({ from: null, until: handedOver }, on)
        expect(isInForce({ from: handedOver, until: null }, on)).toBe(!before)
      }),
    )
    expect(lastDay(days)).toBe('2026-06-30')
    expect(lastDay({ from: null, until: null })).toBeNull()
  })
})

describe('a group of units', () => {
  const member = (memberUnitId: string, from: string, until: string | null) => ({
    ...{ groupUnitId: 'townships', memberUnitId },
    ...{ from, until },
  })
  const memberships = [
    member('east', '2026-01-01', null),
    member('old', '2026-01-01', '2026-05-01'),
    member('new', '2026-05-01', null),
    { ...member('bank', '2026-01-01', null), groupUnitId: 'banks' },
  ]

  it.each([
    ['2025-12-31', []],
    ['2026-04-30', ['east', 'old']],
    ['2026-05-01', ['east', 'new']],
  ])('means on %s the units %j', (on, units) => {
    expect(membersOn(memberships, 'townships', on).map(({ memberUnitId }) => memberUnitId)).toEqual(units)
  })
})

describe('who could sign', () => {
  const holds = (accountId: string, role: 'reporter' | 'signer', standsInFor?: string) => ({
    ...{ accountId, role },
    ...(standsInFor === undefined ? {} : { standsInFor }),
  })
  it.each([
    ['nobody', [], 'noReporter'],
    ['a signer alone', [holds('b', 'signer')], 'noReporter'],
    ['a reporter alone', [holds('a', 'reporter')], 'noSigner'],
    ['one person with both roles', [holds('a', 'reporter'), holds('a', 'signer')], 'onePerson'],
    ['two persons', [holds('a', 'reporter'), holds('b', 'signer')], null],
    ['one with both and a second signer', [holds('a', 'reporter'), holds('a', 'signer'), holds('b', 'signer')], null],
    ['the reporter in the signer’s stead', [holds('a', 'reporter'), holds('a', 'signer', 'b')], 'onePerson'],
    ['a third in the reporter’s own stead', [holds('a', 'reporter'), holds('c', 'signer', 'a')], 'onePerson'],
    ['a third in the signer’s stead', [holds('a', 'reporter'), holds('c', 'signer', 'b')], null],
  ] as const)('%s', (_name, held, gap) => {
    expect(signingGap(held)).toBe(gap)
  })
})

describe('kinds of units', () => {
  it('are found by their words in both languages', () => {
    for (const kind of unitKinds) {
      expect(unitKindNamed(unitKindWords[kind].zh)).toBe(kind)
      expect(unitKindNamed(` ${unitKindWords[kind].en.toUpperCase()} `)).toBe(kind)
    }
    expect(unitKindNamed('衙门')).toBeNull()
  })
})
