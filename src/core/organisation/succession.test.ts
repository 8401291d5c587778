import { describe, expect, it } from 'vitest'
import { checkDelegation, checkHandover, lentGrant, LONGEST_DELEGATION_DAYS, passedGrant } from './succession.ts'
import type { Delegation, Handover } from './succession.ts'

const reporter = { role: 'reporter', unitId: 'bureau' } as const
const handover: Handover = {
  ...{ fromAccountId: 'a', toAccountId: 'b', onDate: '2026-07-01', grants: [reporter], posts: 0 },
}
const delegation: Delegation = {
  ...{ holderId: 'a', toAccountId: 'b', grant: reporter, from: '2026-07-01', last: '2026-07-10' },
}

describe('checkHandover', () => {
  it.each<[string, Partial<Handover>, string]>([
    ['on the day itself', {}, 'accepted'],
    ['of a post alone', { grants: [], posts: 1 }, 'accepted'],
    ['to oneself', { toAccountId: 'a' }, 'handover.toSelf'],
    ['of nothing', { grants: [] }, 'handover.nothing'],
    ['yesterday', { onDate: '2026-06-30' }, 'handover.past'],
    ['of the log', { grants: [{ role: 'auditor' }] }, 'handover.separated'],
    ['of what is lent', { grants: [{ ...reporter, standsInFor: 'c' }] }, 'handover.borrowed'],
  ])('%s', (_name, part, expected) => {
    const checked = checkHandover({ ...handover, ...part }, '2026-07-01')
    expect(checked.ok ? 'accepted' : checked.refusal.code).toBe(expected)
  })
})

describe('checkDelegation', () => {
  it.each<[string, Partial<Delegation>, string]>([
    ['for ten days', {}, 'accepted'],
    ['for one day', { last: '2026-07-01' }, 'accepted'],
    ['begun before it was written down', { from: '2026-06-20' }, 'accepted'],
    ['to oneself', { toAccountId: 'a' }, 'handover.toSelf'],
    ['backwards', { last: '2026-06-30', from: '2026-07-02' }, 'delegation.datesWrong'],
    ['over before it begins', { from: '2026-06-01', last: '2026-06-30' }, 'delegation.datesWrong'],
    ['for 92 days', { last: '2026-09-30' }, 'accepted'],
    ['for 93 days', { last: '2026-10-01' }, 'delegation.tooLong'],
    ['of what is lent', { grant: { ...reporter, standsInFor: 'c' } }, 'handover.borrowed'],
    ['of the accounts', { grant: { role: 'administrator' } }, 'handover.separated'],
  ])('%s', (_name, part, expected) => {
    const checked = checkDelegation({ ...delegation, ...part }, '2026-07-01')
    expect(checked.ok ? 'accepted' : checked.refusal.code).toBe(expected)
    expect(LONGEST_DELEGATION_DAYS).toBe(92)
  })
})

it('lends a role with the name of its holder until the day after the last', () => {
  expect(lentGrant(delegation)).toEqual({
    grant: { ...reporter, standsInFor: 'a' },
    ...{ from: '2026-07-01', until: '2026-07-11' },
  })
})

it('passes a role on with all who held it', () => {
  const second = passedGrant(passedGrant(reporter, 'a'), 'b')
  expect(second).toEqual({ ...reporter, heldBefore: ['a', 'b'] })
})
