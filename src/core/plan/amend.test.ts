import { describe, expect, it } from 'vitest'
import { readPlanText } from '#core/reading'
import { amendmentOf } from './amend.ts'
import { compareVersions } from './compare-versions.ts'
import { draftFromReading } from './draft-from-reading.ts'
import type { DraftEntry } from './draft-types.ts'
import { mergeUnits } from './edit-units.ts'
import { matchItems } from './match-items.ts'
import { bodiesOf, contentOf } from './plan-content.ts'
import { countingIds, shortPlan, shortReading } from './sample-reading.fixture.ts'
import type { PlanContent, PlanItem, TaskItem } from './types.ts'

const drafted = (text: string, prefix: string) =>
  draftFromReading(readPlanText(text), [], { year: 2026, newId: countingIds(prefix) })

/** The short plan in force, with a baseline that a person has settled. */
function inForce(): PlanContent {
  const draft = draftFromReading(shortReading(), [], { year: 2026, newId: countingIds('old') })
  const content = contentOf(draft.entries, draft.reading)
  const settled = (item: PlanItem): PlanItem =>
    item.kind === 'indicator' && item.title.includes('限额以上')
      ? {
          ...item,
          measureConfirmed: true,
          responsiblePerson: '区商务局局长',
          target: { ...item.target, baseline: '88' },
        }
      : item
  return { ...content, items: content.items.map(settled) }
}

const amended = (text: string): PlanContent => {
  const draft = amendmentOf(drafted(text, 'new'), inForce())
  return contentOf(draft.entries, draft.reading)
}

describe('an amendment', () => {
  it('of the same text keeps every id and differs in nothing', () => {
    const difference = compareVersions(inForce(), amended(shortPlan))
    expect(difference).toMatchObject({ added: [], removed: [], changed: [], meta: [] })
    expect(difference.unchanged).toBe(inForce().items.length)
  })

  it('keeps id and what people settled when the figure changes, and shows the figure as the difference', () => {
    const difference = compareVersions(
      inForce(),
      amended(shortPlan.replaceAll('新增限额以上商贸单位20家', '新增限额以上商贸单位26家')),
    )
    expect(difference.added).toEqual([])
    expect(difference.removed).toEqual([])
    const shops = difference.changed.find((item) => item.kind === 'indicator')
    expect(shops?.changes).toContainEqual({ field: 'target.value', before: '20', after: '26' })
    expect(shops?.changes.map((change) => change.field)).not.toContain('target.baseline')
  })

  it('tells added and removed items, numbers that move up notwithstanding', () => {
    const text = shortPlan
      .replace(/1\.压减事故[^\n]*\n2\./, '1.')
      .replace(
        '组织安全宣传进企业、进社区。（区应急局、区教育局按职责分工负责）\n',
        '组织安全宣传进企业、进社区。（区应急局、区教育局按职责分工负责）\n2.排查燃气隐患。9月底前完成老旧管网更新。（区住建局牵头负责）\n',
      )
    const difference = compareVersions(inForce(), amended(text))
    expect(difference.removed.map((item) => item.title)).toEqual(expect.arrayContaining(['压减事故']))
    expect(difference.added.map((item) => item.title)).toContain('排查燃气隐患')
    expect(difference.changed.map((item) => item.title)).not.toContain('开展宣传教育')
    expect(difference.units.added).toContain('区住建局')
  })

  it('shows a lead that changed', () => {
    const difference = compareVersions(
      inForce(),
      amended(shortPlan.replace('（区应急局牵头负责）', '（区住建局牵头负责）')),
    )
    const change = difference.changed
      .find((item) => item.title === '压减事故')
      ?.changes.find(({ field }) => field === 'duties')
    expect(change).toEqual({
      field: 'duties',
      before: [{ unit: '区应急局', role: 'lead' }],
      after: [{ unit: '区住建局', role: 'lead' }],
    })
  })

  it('keeps spellings merged that a person had merged', () => {
    const draft = drafted(shortPlan.replace('（区应急局牵头负责）', '（区应急管理局牵头负责）'), 'old')
    const id = (name: string) =>
      draft.entries.find((entry) => entry.kind === 'unit' && entry.body.name === name)?.entryId ?? ''
    const merged = new Map(
      mergeUnits(draft.entries, id('区应急局'), [id('区应急管理局')]).map((entry) => [entry.entryId, entry]),
    )
    const entries = draft.entries.map((entry): DraftEntry => merged.get(entry.entryId) ?? entry)
    const content = contentOf(entries, draft.reading)
    const again = amendmentOf(
      drafted(shortPlan.replace('（区应急局牵头负责）', '（区应急管理局牵头负责）'), 'new'),
      content,
    )
    expect(bodiesOf(again.entries, 'unit').map((unit) => unit.name)).not.toContain('区应急管理局')
    expect(compareVersions(content, contentOf(again.entries, again.reading))).toMatchObject({
      changed: [],
      added: [],
      removed: [],
    })
  })
})

describe('matching items', () => {
  const task = (itemId: string, path: string, title: string, lead = '甲局'): TaskItem => ({
    ...{ kind: 'task', itemId, campaignNo: 1, path, title, sentence: null, quote: title },
    ...{ duties: [{ unit: lead, role: 'lead' }], openList: false, leaderInCharge: null, responsiblePerson: null },
    ...{ timeNodes: [], frequency: 'month' },
  })
  it.each<[string, TaskItem, TaskItem, boolean]>([
    [
      'same words on another path',
      task('a', '附件1/二/(一)/2', '推进小区改造'),
      task('b', '附件1/二/(一)/1', '推进小区改造'),
      true,
    ],
    [
      'reworded on the same path',
      task('a', '附件1/二/(一)/2', '推进老旧小区改造'),
      task('b', '附件1/二/(一)/2', '加快推进老旧小区改造'),
      true,
    ],
    [
      'another task on the same path',
      task('a', '附件1/二/(一)/2', '推进老旧小区改造'),
      task('b', '附件1/二/(一)/2', '发展夜间经济'),
      false,
    ],
    [
      'alike elsewhere, led by the same unit',
      task('a', '附件1/一', '建设口袋公园和绿道'),
      task('b', '附件2/一', '新建口袋公园和绿道'),
      true,
    ],
    [
      'a little alike elsewhere',
      task('a', '附件1/一', '建设口袋公园'),
      task('b', '附件2/一', '建设停车场', '乙局'),
      false,
    ],
  ])('%s', (_, before, after, same) => {
    expect(matchItems([before], [after]).get(0)).toBe(same ? 'a' : undefined)
  })

  it('gives each item in force to one item of the new text only, the best one', () => {
    const before = [task('a', '附件1/一/1', '推进老旧小区改造')]
    const after = [task('x', '附件1/一/1', '推进老旧小区改造和加装电梯'), task('y', '附件1/一/2', '推进老旧小区改造')]
    expect([...matchItems(before, after)]).toEqual([[1, 'a']])
  })
})
