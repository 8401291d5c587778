import { describe, expect, it } from 'vitest'
import type { Said, SheetLine } from '#adapters/http/contract/reporting'
import { canRepeat, draftMemory, sameSaid, saysSomething } from './drafts.ts'

const empty: Said = { figure: null, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] }

/** Storage of a browser, as far as drafts use it. */
function storageInMemory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (name) => kept.get(name) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (name) => void kept.delete(name),
    setItem: (name, value) => void kept.set(name, value),
  }
}

describe('drafts in the browser', () => {
  it('come back to the same person only, until they are taken away', () => {
    const storage = storageInMemory()
    const memory = draftMemory('a', storage)
    memory.keep('line', { said: { ...empty, figure: '12' }, basis: 3 })
    expect([...draftMemory('a', storage).load()]).toEqual([['line', { said: { ...empty, figure: '12' }, basis: 3 }]])
    expect(draftMemory('b', storage).load().size).toBe(0)
    memory.keep('line', null)
    expect(draftMemory('a', storage).load().size).toBe(0)
  })

  it('do without a storage, and pass over what is none of theirs', () => {
    draftMemory('a', null).keep('line', { said: empty, basis: 0 })
    expect(draftMemory('a', null).load().size).toBe(0)
    const storage = storageInMemory()
    storage.setItem('guatu.draft.a.line', '{half')
    storage.setItem('other', '{}')
    expect(draftMemory('a', storage).load().size).toBe(0)
  })
})

describe('what is said', () => {
  it('is compared by what it says, not by how it is written', () => {
    expect(sameSaid(empty, { ...empty, figure: '' })).toBe(true)
    expect(sameSaid({ ...empty, nodesDone: ['a', 'b'] }, { ...empty, nodesDone: ['b', 'a'] })).toBe(true)
    expect(sameSaid(empty, { ...empty, paragraph: '已开工' })).toBe(false)
    expect(saysSomething({ ...empty, paragraph: ' ' })).toBe(false)
    expect(saysSomething({ ...empty, nodesDone: ['封顶'] })).toBe(true)
  })
})

describe('no change', () => {
  const line = (part: Partial<SheetLine>, item: Partial<SheetLine['item']> = {}): SheetLine => ({
    ...{ cadenceId: 'c', periodId: '2026-D07', itemId: 'i', unitId: 'u', unitName: '', figurePeriodId: '2026-D07' },
    ...{ periodState: 'open', dueAt: '2026-03-11T10:00:00Z', report: null, last: null, dispute: null },
    item: {
      ...{ kind: 'indicator', title: '', path: '', quote: '', campaignNo: 1, accumulation: 'yearToDate', nodes: [] },
      ...{ target: null, figureBy: 'stated', ...item },
    },
    ...part,
  })
  const last = { figurePeriodId: '2026-D06', value: '4', noChanges: 0, claim: null, parts: null }
  it('needs something that has not changed', () => {
    expect(canRepeat(line({}))).toBe(false)
    expect(canRepeat(line({ last }))).toBe(true)
    expect(canRepeat(line({}, { accumulation: 'perPeriod' }))).toBe(true)
    expect(canRepeat(line({ last: { ...last, value: null } }, { kind: 'task' }))).toBe(false)
    expect(canRepeat(line({ last: { ...last, claim: 'onPace' } }, { kind: 'task' }))).toBe(true)
    expect(canRepeat(line({ last: { ...last, claim: 'done' } }, { kind: 'task' }))).toBe(false)
  })
})
