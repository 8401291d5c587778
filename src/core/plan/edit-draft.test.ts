import { describe, expect, it } from 'vitest'
import { checkEntry } from './check-entry.ts'
import { coverageOf } from './coverage.ts'
import { draftFromReading } from './draft-from-reading.ts'
import type { DraftEntry } from './draft-types.ts'
import { mergeItems, splitItem } from './edit-items.ts'
import { mergeUnits, renameUnits } from './edit-units.ts'
import { planLists } from './plan-lists.ts'
import { bodiesOf } from './plan-content.ts'
import { openPointsOf } from './readiness.ts'
import { countingIds, shortReading } from './sample-reading.fixture.ts'
import type { IndicatorItem, PlanItem } from './types.ts'

const draft = draftFromReading(shortReading(), [], { year: 2026, newId: countingIds() })
const { entries } = draft
const with_ = (changed: readonly DraftEntry[]): DraftEntry[] => {
  const byId = new Map(changed.map((entry) => [entry.entryId, entry]))
  return entries.map((entry) => byId.get(entry.entryId) ?? entry)
}
const unitId = (name: string) =>
  entries.find((entry) => entry.kind === 'unit' && entry.body.name === name)?.entryId ?? ''
const itemNamed = (title: string): PlanItem => {
  const found = bodiesOf(entries, 'item').find((item) => item.title.includes(title))
  if (!found) throw new Error(title)
  return found
}

describe('merging units', () => {
  const merged = with_(mergeUnits(entries, unitId('区财政局'), [unitId('区统计局')]))
  it('keeps the other name as an alias and renames every duty and member once', () => {
    expect(bodiesOf(merged, 'unit').find((unit) => unit.name === '区财政局')?.aliases).toContain('区统计局')
    expect(bodiesOf(merged, 'unit').map((unit) => unit.name)).not.toContain('区统计局')
    expect(bodiesOf(merged, 'taskForce')[0]?.members.filter((name) => name === '区财政局')).toHaveLength(1)
  })
  it('leaves entries alone that do not name the unit', () => {
    expect(renameUnits(entries, new Map([['无此局', '区财政局']]))).toEqual([])
  })
  it('lets a unit that then stands twice keep its strongest role', () => {
    const both = with_(mergeUnits(entries, unitId('区财政局'), [unitId('区商务局')]))
    const task = bodiesOf(both, 'item').find((item) => item.title.includes('培育商贸主体'))
    expect(task?.duties).toEqual([
      { unit: '区财政局', role: 'lead' },
      { unit: '各镇街', role: 'responsible' },
    ])
  })
})

describe('shaping items', () => {
  it('splits into a second item of the same sentence that is to be confirmed anew', () => {
    const item: IndicatorItem = { ...(itemNamed('限额以上') as IndicatorItem), measureConfirmed: true }
    const second = splitItem(item, 'fresh')
    expect(second).toMatchObject({ itemId: 'fresh', sentence: item.sentence, measureConfirmed: false })
  })
  it('merges tasks: duties and dates united, the other place kept, indicators follow', () => {
    const [keep, other] = [itemNamed('办好节会活动'), itemNamed('培育商贸主体')]
    const changed = mergeItems(entries, keep.itemId, [other.itemId])
    const kept = changed.find((entry) => entry.entryId === keep.itemId)
    expect(kept?.kind === 'item' && kept.body.timeNodes).toEqual(other.timeNodes)
    expect(kept?.kind === 'item' && kept.body.alsoAt).toContainEqual(other.sentence)
    expect(changed.find((entry) => entry.entryId === other.itemId)?.removedAs).toBe('merged')
    const shops = changed.find((entry) => entry.kind === 'item' && entry.body.title.includes('限额以上'))
    expect(shops?.kind === 'item' && shops.body.kind === 'indicator' && shops.body.taskId).toBe(keep.itemId)
  })
})

describe('coverage', () => {
  const { sentences } = draft.reading
  const statusOf = (words: string, list: readonly DraftEntry[]) => {
    const text = shortReading().text
    const index = sentences.findIndex(({ span }) => text.slice(span.start, span.end).includes(words))
    return coverageOf(sentences, list).statuses[index]
  }
  it('counts every sentence once', () => {
    const { statuses, counts } = coverageOf(sentences, entries)
    expect(statuses).toHaveLength(sentences.length)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(sentences.length)
  })
  it('follows what people do: set aside, deleted', () => {
    const item = itemNamed('压减事故')
    const taken = (removedAs: 'notATask' | 'deleted') =>
      entries.map((entry): DraftEntry =>
        entry.kind === 'item' && (entry.entryId === item.itemId || entry.body.title.includes('死亡人数'))
          ? { ...entry, removedAs }
          : entry,
      )
    expect(statusOf('死亡人数', entries)).toBe('item')
    expect(statusOf('死亡人数', taken('notATask'))).toBe('setAside')
    expect(statusOf('死亡人数', taken('deleted'))).not.toBe('item')
  })
})

describe('what is open', () => {
  const codes = (list: readonly DraftEntry[]) => openPointsOf(list).map((point) => point.code)
  const changedMeta = (change: object) =>
    entries.map((entry): DraftEntry =>
      entry.kind === 'meta' ? { ...entry, body: { ...entry.body, ...change } } : entry,
    )
  it('nothing blocks a fresh draft', () => expect(openPointsOf(entries).filter((point) => point.blocks)).toEqual([]))
  it.each([
    ['titleMissing', changedMeta({ title: ' ' })],
    ['yearMissing', changedMeta({ year: null })],
    ['noItems', entries.filter((entry) => entry.kind !== 'item')],
    ['unitUnknown', entries.filter((entry) => entry.kind !== 'unit')],
    [
      'unitTwice',
      entries.map((entry): DraftEntry =>
        entry.kind === 'unit' ? { ...entry, body: { ...entry.body, aliases: ['同名'] } } : entry,
      ),
    ],
  ] as const)('%s blocks', (code, list) => {
    expect(openPointsOf(list).find((point) => point.code === code)?.blocks).toBe(true)
  })
  it('names a statutory series that a group of townships answers for, and blocks one that it leads', () => {
    const series = (role: 'lead' | 'responsible') =>
      entries.map((entry): DraftEntry => {
        if (entry.kind === 'unit' && entry.body.name === '各镇街')
          return { ...entry, body: { ...entry.body, kind: 'group', members: ['区统计局', '澄湖镇'] } }
        if (entry.kind !== 'item' || entry.body.kind !== 'indicator') return entry
        return { ...entry, body: { ...entry.body, origin: 'statutory', duties: [{ unit: '各镇街', role }] } }
      })
    const town = { entryId: 'town', kind: 'unit', body: { name: '澄湖镇', kind: 'township', aliases: [] } }
    const found = (role: 'lead' | 'responsible') =>
      openPointsOf([...series(role), { ...entries[0], ...town } as DraftEntry]).find(
        ({ code }) => code === 'statutoryBrokenDown',
      )
    expect(found('responsible')).toMatchObject({ detail: { unit: '各镇街' }, blocks: false })
    expect(found('lead')?.blocks).toBe(true)
    expect(openPointsOf(series('lead')).some(({ code }) => code === 'statutoryBrokenDown')).toBe(false)
  })
  it('asks by what a target in words is judged met, until somebody has said so', () => {
    const worded = (test?: string) =>
      entries.map((entry): DraftEntry => {
        if (entry.kind !== 'item' || entry.body.kind !== 'indicator') return entry
        const target = {
          ...entry.body.target,
          kind: 'qualitative',
          value: null,
          ...(test === undefined ? {} : { test }),
        } as const
        return { ...entry, body: { ...entry.body, target } }
      })
    const asked = (list: readonly DraftEntry[]) => openPointsOf(list).filter(({ code }) => code === 'testMissing')
    expect(asked(entries)).toEqual([])
    expect(asked(worded()).every(({ blocks }) => !blocks)).toBe(true)
    expect(asked(worded()).length).toBeGreaterThan(0)
    expect(asked(worded(' ')).length).toBe(asked(worded()).length)
    expect(asked(worded('同比增幅大于0'))).toEqual([])
  })
  it('asks for a date, a reporter and a confirmed measure without blocking', () => {
    expect(codes(entries)).toEqual(
      expect.arrayContaining(['taskWithoutDate', 'measureUnconfirmed', 'noReporter', 'openList']),
    )
  })
})

describe('what an entry may hold', () => {
  const indicator = itemNamed('限额以上') as IndicatorItem
  const item = (change: Partial<IndicatorItem['target']>, rest: Partial<IndicatorItem> = {}) =>
    checkEntry({ kind: 'item', body: { ...indicator, ...rest, target: { ...indicator.target, ...change } } })
  it.each([
    [item({ value: '12.5' }), null, ''],
    [item({ value: null }), null, ''],
    [item({ value: '很多' }), 'plan.figureInvalid', 'target.value'],
    [item({ value: '9', valueHigh: '8' }), 'plan.rangeReversed', 'target.valueHigh'],
    [item({ due: '2026-02-30' }), 'plan.dayInvalid', 'target.due'],
    [item({}, { title: ' ' }), 'plan.nameMissing', 'title'],
    [item({}, { timeNodes: [{ label: '步骤', due: '下月' }] }), 'plan.dayInvalid', 'timeNodes.0.due'],
    [
      item(
        {},
        {
          duties: [
            { unit: '甲局', role: 'lead' },
            { unit: '甲局', role: 'support' },
          ],
        },
      ),
      'plan.dutyTwice',
      'duties',
    ],
    [checkEntry({ kind: 'mute', body: { findingId: 'x', reason: '' } }), 'plan.reasonMissing', 'reason'],
  ])('case %#', (result, code, at) => {
    expect(result.ok ? [null, ''] : [result.refusal.code, result.refusal.at]).toEqual([code, at])
  })
})

describe('the lists as a workbook', () => {
  const plan = { title: '方案', campaigns: bodiesOf(entries, 'campaign') }
  const items = bodiesOf(entries, 'item')
  const listed = items.map((one) => ({ item: one }))
  const options = { author: '湖滨区', date: '2026-01-20' } as const
  it('has three sheets in each projection', () => {
    const names = (projection: 'works' | 'duties') =>
      planLists(plan, listed, { ...options, projection }).sheets.map((sheet) => sheet.name)
    expect(names('works')).toEqual(['项目清单', '任务清单', '政策清单'])
    expect(names('duties')).toEqual(['目标清单', '任务清单', '责任清单'])
  })
  it('lists an item in a further list as well, once in each, by the same title and units', () => {
    const [task] = items.filter(({ kind }) => kind === 'task')
    const placed = items.map((one) => ({ item: one, ...(one === task ? { alsoIn: ['policy'] as const } : {}) }))
    const [projects, tasks, policies] = planLists(plan, placed, { ...options, projection: 'works' }).sheets
    const lines = (sheet: typeof tasks) => (sheet?.rows ?? []).filter((row) => row[2] === task?.title)
    expect([projects, tasks, policies].map((sheet) => lines(sheet).length)).toEqual([0, 1, 1])
    const ownColumns = lines(policies)[0]?.slice(3, 9)
    expect(ownColumns, 'what only a policy has stays empty').toEqual([null, null, null, null, null, null])
    expect(lines(policies)[0]?.at(-1)).toBe(lines(tasks)[0]?.at(-1))
    const goals = planLists(plan, placed, { ...options, projection: 'duties' }).sheets
    expect(goals[1]?.rows, 'the other projection shows the same tasks').toEqual(tasks?.rows)
  })
  it('gives every duty a line, unit by unit, and every row as many cells as columns', () => {
    const sheets = planLists(plan, listed, { ...options, projection: 'duties' }).sheets
    for (const { rows, columns } of sheets) for (const row of rows) expect(row).toHaveLength(columns.length)
    const units = sheets[2]?.rows.map(([unit]) => unit) ?? []
    expect(units).toHaveLength(items.flatMap((one) => one.duties).length)
    expect(units.filter((unit, at) => unit !== units[at - 1])).toHaveLength(new Set(units).size)
  })
})
