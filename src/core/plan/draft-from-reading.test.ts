import { describe, expect, it } from 'vitest'
import { withoutWhitespace } from '#core/kit'
import { readPlanText } from '#core/reading'
import { draftFromReading } from './draft-from-reading.ts'
import type { PlanDraft } from './draft-types.ts'
import { bodiesOf } from './plan-content.ts'
import { countingIds, shortReading } from './sample-reading.fixture.ts'
import type { IndicatorItem, PlanItem } from './types.ts'

const reading = shortReading()
const draft = (): PlanDraft => draftFromReading(reading, [], { year: 2026, newId: countingIds() })
const items = (): PlanItem[] => bodiesOf(draft().entries, 'item')
const indicator = (title: string): IndicatorItem => {
  const found = items().find((item) => item.kind === 'indicator' && item.title.includes(title))
  if (found?.kind !== 'indicator') throw new Error(`no indicator ${title}`)
  return found
}
const task = (title: string): PlanItem => {
  const found = items().find((item) => item.kind === 'task' && item.title.includes(title))
  if (!found) throw new Error(`no task ${title}`)
  return found
}

describe('a draft from a reading', () => {
  it('takes head, campaigns and the task force with its office', () => {
    const { entries } = draft()
    expect(bodiesOf(entries, 'meta')[0]).toMatchObject({ title: '湖滨区2026年实施“三大攻坚”总体方案', year: 2026 })
    expect(bodiesOf(entries, 'campaign').map(({ no, name }) => `${no} ${name}`)).toEqual([
      '1 消费提振攻坚',
      '2 安全守底攻坚',
      '3 改革创新攻坚',
    ])
    expect(bodiesOf(entries, 'taskForce')).toContainEqual(
      expect.objectContaining({ campaignNo: 1, office: '区商务局', convener: '分管商务的副区长' }),
    )
  })

  it('unites the spelling without a prefix with its full name, and gives a group its members', () => {
    const units = bodiesOf(draft().entries, 'unit')
    expect(units.find((unit) => unit.name === '区商务局')).toMatchObject({ aliases: ['商务局'], kind: 'bureau' })
    expect(units.find((unit) => unit.name === '各镇街')).toMatchObject({
      kind: 'group',
      members: ['澜湾街道', '石桥镇'],
    })
    expect(task('办好节会活动').duties[0]).toEqual({ unit: '区商务局', role: 'lead' })
  })

  it('makes one item of a promise that stands in several places, where somebody is on duty', () => {
    const shops = indicator('限额以上商贸单位')
    expect(items().filter((item) => item.title === shops.title)).toHaveLength(1)
    expect(shops).toMatchObject({ campaignNo: 1, target: { value: '20', unit: '家', kind: 'increment' } })
    expect(shops.taskId).toBe(task('培育商贸主体').itemId)
    expect(shops.duties.map((duty) => duty.unit)).toEqual(['区商务局', '区财政局', '各镇街'])
    expect(shops.alsoAt).toHaveLength(1)
  })

  it('prefers the campaign of a goal to the common part', () => {
    expect(indicator('社会消费品零售总额')).toMatchObject({ campaignNo: 1, origin: 'statutory', frequency: 'month' })
  })

  it('gives a task its dates, and the last day of the year only where it has neither date nor indicator', () => {
    expect(task('培育商贸主体').timeNodes).toEqual([{ label: '6月底前建成电商服务中心', due: '2026-06-30' }])
    expect(task('办好节会活动').timeNodes).toEqual([])
    expect(task('开展宣传教育').timeNodes).toEqual([{ label: '年底前完成', due: '2026-12-31' }])
  })

  it('reports in the rhythm that the plan prescribes', () => {
    expect(task('压减事故').frequency).toBe('dekad')
    expect(indicator('死亡人数')).toMatchObject({ accumulation: 'yearToDate', target: { measure: 'cap', op: '<=' } })
  })

  it('ties every item to a sentence whose words hold its quote', () => {
    const loose = items().filter(({ sentence, quote }) => {
      const words = sentence && withoutWhitespace(reading.text.slice(sentence.start, sentence.end))
      return !words?.includes(quote)
    })
    expect(loose).toEqual([])
    expect(items().length).toBeGreaterThan(8)
  })

  it('leaves the year open where neither text nor default says one', () => {
    const undated = readPlanText('某区行动方案\n一、任务\n1.推进改革。新建公园5个。（区住建局牵头）\n')
    const { entries } = draftFromReading(undated, [], { year: null, newId: countingIds() })
    expect(bodiesOf(entries, 'meta')[0]?.year).toBeNull()
    const dues = bodiesOf(entries, 'item').flatMap((item) => (item.kind === 'indicator' ? [item.target.due] : []))
    expect(dues).toEqual([''])
  })
})
