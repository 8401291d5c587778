import { describe, expect, it } from 'vitest'
import { entryGuard, type EntryGuard, tightensEntry } from './entry.ts'
import { foldLoginName, newLoginName } from './login-name.ts'
import { allRoles } from './roles.ts'
import type { Role } from './types.ts'

/** Written by hand: a new role has to be put here, with the way in that its width asks for. */
const guards: Readonly<Record<Role, EntryGuard>> = {
  ...{ administrator: 'machine', securityOfficer: 'machine', auditor: 'machine' },
  ...{ coordinator: 'linkAndCode', inspector: 'linkAndCode', leader: 'linkAndCode', convener: 'linkAndCode' },
  ...{ panelMember: 'linkAndCode', appealDecider: 'linkAndCode', taskForceStaff: 'linkAndCode' },
  ...{ reporter: 'link', signer: 'link', respondent: 'linkAndCode', publicReader: 'link' },
}
const rank = { link: 0, linkAndCode: 1, machine: 2 } as const

describe('the way into an account', () => {
  it.each(allRoles)('of a %s is guarded as its width asks for', (role) => {
    expect(entryGuard([{ role }])).toBe(guards[role])
    expect(tightensEntry([], { role })).toBe(guards[role] !== 'link')
  })

  it('is that of the widest role held, and tightened only by a wider one', () => {
    expect(entryGuard([])).toBe('link')
    for (const first of allRoles)
      for (const second of allRoles) {
        const widest = Math.max(rank[guards[first]], rank[guards[second]])
        expect(rank[entryGuard([{ role: first }, { role: second }])]).toBe(widest)
        expect(tightensEntry([{ role: first }], { role: second })).toBe(rank[guards[second]] > rank[guards[first]])
      }
  })
})

describe('the name of an account', () => {
  it.each([
    ['admin', 'admin'],
    ['Admin', 'admin'],
    ['ＡＤＭＩＮ', 'admin'],
    [' admin\u3000', 'admin'],
    ['zong  ban', 'zong ban'],
    ['区发改局填报人', '区发改局填报人'],
    ['国网供电公司（驻区）审签人', '国网供电公司(驻区)审签人'],
    ['⼈⼤办', '人大办'],
  ])('%j is %j', (typed, name) => {
    expect(foldLoginName(typed)).toBe(name)
    expect(newLoginName(typed)).toEqual({ ok: true, value: name })
  })

  it.each([
    ['Cyrillic a', 'аdmin'],
    ['Greek omicron', 'zοngban'],
    ['a sign of no width', 'ad\u200bmin'],
    ['a sign that turns the writing', 'admin\u202e'],
    ['a soft hyphen', 'ad\u00admin'],
    ['a Hangul filler', 'admin\u3164'],
    ['an accent', 'ádmin'],
    ['katakana ro for 口', '区ロ岸办'],
    ['a dash for 一', '第—专班'],
    ['a control sign', 'a\u0007'],
    ['nothing', '   '],
  ])('may not hold %s', (_name, typed) => {
    expect(newLoginName(typed)).toMatchObject({ ok: false, refusal: { code: 'account.loginUnclear', at: 'login' } })
  })
})
