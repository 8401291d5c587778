import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkDecision,
  checkPublishable,
  classifyFields,
  contradictionsOf,
  decisionByRule,
  decisionKey,
  fieldNames,
  releasedPlan,
  restrictionOf,
  reviewedFields,
} from './index.ts'
import type { Decisions, FieldName, PackFields, PackItem, PublicationPack } from './index.ts'

const seal = { seq: 20, hash: 'a'.repeat(64), periodId: '2026-D20', sealedOn: '2026-07-22' }

/** An item every field of which carries a token of its own, so that a leak is seen wherever it stands. */
function item(no: number, words = `承诺${no}`): PackItem {
  const token = (field: FieldName) => `<${field}-${no}>`
  const fields: PackFields = {
    title: token('title'),
    sentence: `${words}${token('sentence')}`,
    target: { op: '>=', value: token('target'), valueHigh: null, unit: '家', commitment: 'firm', due: '2026-12-31' },
    unit: token('unit'),
    figure: {
      ...{ value: token('figure'), unit: '家', asOf: '2026-07-20', periodId: '2026-D20', sealSeq: 20 },
      release: null,
    },
    light: 'green',
    why: [{ rule: 'onPace', light: 'green', inputs: { asked: token('why'), actual: token('figure') }, periodId: null }],
    nodes: [{ label: token('nodes'), due: '2026-06-30', doneOn: null }],
    corrections: [
      { periodId: '2026-D19', oldFigure: token('corrections'), newFigure: '2', unit: '家', approvedOn: '2026-07-15' },
    ],
    correctionReasons: [token('correctionReasons')],
    paragraph: token('paragraph'),
    blockage: token('blockage'),
    leaderInCharge: token('leaderInCharge'),
    responsiblePerson: token('responsiblePerson'),
  }
  const base = { itemId: `item-${no}`, kind: 'indicator' as const, campaignNo: 1, quote: words, fields }
  return { ...base, classes: classifyFields(base) }
}

const packOf = (items: readonly PackItem[]): PublicationPack => ({
  plan: { planId: 'plan', title: '方案', year: 2026, issuer: null, docNumber: null, campaigns: [] },
  seal,
  items,
})

const decide = (pack: PublicationPack, choose: (key: string, index: number) => boolean): Decisions =>
  Object.fromEntries(
    reviewedFields(pack).map(({ key }, index) => [
      key,
      { decision: choose(key, index) ? ('release' as const) : ('withhold' as const), reason: '', by: 'x', at: 'y' },
    ]),
  )

describe('classes by rule', () => {
  it.each([
    ['化解隐性债务3.2亿元', 'debt'],
    ['无分歧拖欠企业账款清零', 'debt'],
    ['信访积案化解率达到95%', 'cases'],
    ['重大事故隐患动态清零', 'hazards'],
    ['新增公共停车位1200个', null],
  ])('%s → %s', (words, ground) => {
    expect(restrictionOf(words)).toBe(ground)
  })

  it('restricts the whole item by its promise, and a sentence by its other promises', () => {
    const debt = item(1, '不新增隐性债务')
    expect(debt.classes.figure).toEqual({ class: 'restricted', ground: 'debt' })
    const shared = { ...item(2), quote: '保交房项目清零' }
    const fields = { ...shared.fields, sentence: '化解隐性债务3.2亿元；保交房项目清零。' }
    const classes = classifyFields({ ...shared, fields })
    expect(classes.sentence).toEqual({ class: 'restricted', ground: 'debt' })
    expect(classes.figure).toEqual({ class: 'public', ground: null })
  })

  it('keeps posts of natural persons restricted, and free words inside', () => {
    expect(item(1).classes).toMatchObject({
      responsiblePerson: { class: 'restricted', ground: 'persons' },
      paragraph: { class: 'internal' },
      blockage: { class: 'internal' },
    })
  })
})

describe('a decision', () => {
  it.each([
    ['public', 'release', '', true],
    ['public', 'withhold', '', false],
    ['public', 'withhold', '尚未核实', true],
    ['internal', 'withhold', '', true],
    ['internal', 'release', ' ', false],
    ['restricted', 'release', '已对外公布', true],
  ] as const)('on a %s field: %s with reason "%s" → %s', (of, decision, reason, ok) => {
    expect(checkDecision({ class: of, key: 'k' }, { decision, reason }).ok).toBe(ok)
  })
})

describe('what leaves', () => {
  it('holds no value of a withheld field, whatever is decided', () => {
    const pack = packOf([item(1), item(2), item(3)])
    const places = reviewedFields(pack)
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: places.length, maxLength: places.length }), (chosen) => {
        const decisions = decide(pack, (_key, index) => chosen[index] ?? false)
        const sent = JSON.stringify(releasedPlan(pack, decisions))
        for (const { key, itemId, field } of places) {
          if (decisions[key]?.decision === 'release') continue
          if (field === 'light') continue
          expect(sent).not.toContain(`<${field}-${itemId.slice(5)}>`)
        }
      }),
    )
  })

  it('holds what was released', () => {
    const pack = packOf([item(1)])
    const sent = releasedPlan(
      pack,
      decide(pack, () => true),
    )
    expect(Object.keys(sent.items[0] ?? {}).sort()).toEqual(['campaignNo', 'itemId', 'kind', ...fieldNames].sort())
  })

  it('drops a light with its field, and an undecided field as a withheld one', () => {
    const pack = packOf([item(1)])
    const onlyTitle = decide(pack, (key) => key.endsWith('/title'))
    expect(releasedPlan(pack, onlyTitle).items).toEqual([
      { itemId: 'item-1', kind: 'indicator', campaignNo: 1, title: '<title-1>' },
    ])
    expect(releasedPlan(pack, {}).items).toEqual([])
  })

  it('keeps reasons of a light back when the figure stays inside', () => {
    const pack = packOf([item(1)])
    const shown = releasedPlan(
      pack,
      decide(pack, (key) => !key.endsWith('/figure')),
    ).items[0]
    expect(shown?.why).toBeUndefined()
    expect(shown?.corrections).toBeUndefined()
    expect(shown?.light).toBe('green')
  })
})

describe('publishing', () => {
  it('waits for every field', () => {
    const pack = packOf([item(1)])
    expect(checkPublishable(pack, {})).toMatchObject({
      ok: false,
      refusal: { code: 'publication.undecided', detail: { count: 14 } },
    })
    expect(
      checkPublishable(
        pack,
        decide(pack, () => true),
      ).ok,
    ).toBe(true)
  })

  it('is refused while a released sentence says what another decision withholds', () => {
    const [debt, houses] = [item(1, '化解隐性债务3.2亿元'), item(2, '保交房项目清零')]
    const both = '化解隐性债务3.2亿元，保交房项目清零。'
    const pack = packOf([debt, houses].map((one) => ({ ...one, fields: { ...one.fields, sentence: both } })))
    const decisions = decide(pack, (key) => key.startsWith('item-2'))
    expect(contradictionsOf(pack, decisions)).toEqual([{ withheld: 'item-1', released: 'item-2' }])
    expect(checkPublishable(pack, decisions)).toMatchObject({
      refusal: { code: 'publication.sentenceContradicts', at: decisionKey('item-2', 'sentence') },
    })
    const withoutSentence = decide(pack, (key) => key.startsWith('item-2') && !key.endsWith('/sentence'))
    expect(checkPublishable(pack, withoutSentence).ok).toBe(true)
  })

  it('is refused while an own sentence says the target that is withheld', () => {
    const pack = packOf([item(1)])
    const decisions = decide(pack, (key) => !key.endsWith('/target'))
    expect(checkPublishable(pack, decisions)).toMatchObject({ refusal: { code: 'publication.sentenceContradicts' } })
  })

  it('by rule never releases what is not public', () => {
    const pack = packOf([item(1), item(2, '处置非法集资案件')])
    for (const field of reviewedFields(pack)) expect(decisionByRule(field) === 'release').toBe(field.class === 'public')
  })
})
