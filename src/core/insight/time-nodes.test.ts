import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, countWorkdays, isWorkday, workCalendar } from '#core/kit'
import type { IndicatorItem, TaskItem } from '#core/plan'
import { backwardSchedule } from './backward-schedule.ts'
import { checkNodes } from './check-nodes.ts'
import { baselineNodes, baselineTrajectory, changeInForce, plannedPart, withSchedule } from './schedule.ts'
import type { ApprovedSchedule, ScheduleBody } from './schedule.ts'
import { stageSets } from './stage-templates.data.ts'

const calendar = workCalendar()
const [construction] = stageSets
const stages = construction?.stages ?? []

describe('backwardSchedule', () => {
  it('counts back from the deadline by working days, over Spring Festival and National Day', () => {
    const plan = { deadline: '2026-12-31', start: null, today: '2026-01-05', stages, calendar }
    const { nodes, begins, findings } = backwardSchedule(plan)
    expect(nodes.map(({ label, due }) => `${due} ${label}`)).toEqual(
      [
        '2026-04-03 完成立项审批',
        '2026-05-13 完成施工图审查',
        '2026-06-25 完成招标',
        '2026-07-09 开工',
        '2026-11-17 完成主体工程',
        '2026-12-31 竣工验收',
      ].map((line, index) => expectedDay(line, index)),
    )
    expect(findings).toEqual([])
    expect(isWorkday(calendar, begins)).toBe(true)
  })

  /** Days are counted here by the calendar, one by one, independently of the rule. */
  function expectedDay(line: string, index: number): string {
    let due = '2026-12-31'
    for (const stage of stages.slice(index + 1).toReversed()) {
      for (let left = stage.workdays; left > 0;) {
        due = addDays(due, -1)
        if (isWorkday(calendar, due)) left -= 1
      }
    }
    return `${due} ${line.slice(11)}`
  }

  it('says which node lies before today and by how many working days work begins too late', () => {
    const { findings } = backwardSchedule({
      deadline: '2026-06-30',
      start: null,
      today: '2026-03-02',
      stages,
      calendar,
    })
    expect(findings[0]).toMatchObject({ code: 'beginsTooEarly', label: '完成立项审批' })
    expect(findings[0]?.workdays).toBeGreaterThan(50)
    expect(findings.slice(1).map(({ code, label }) => [code, label])).toEqual([
      ['nodePast', '完成立项审批'],
      ['nodePast', '完成施工图审查'],
      ['nodePast', '完成招标'],
      ['nodePast', '开工'],
    ])
  })

  it('says which node lies before work may begin', () => {
    const { findings } = backwardSchedule({
      deadline: '2026-12-31',
      start: '2026-06-01',
      today: '2026-01-05',
      stages,
      calendar,
    })
    expect(findings.map(({ code }) => code)).toEqual(['beginsTooEarly', 'nodeBeforeStart', 'nodeBeforeStart'])
  })

  it('keeps the stages apart by their working days, whatever they are, and ends in time', () => {
    const own = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(own, fc.nat(700), (durations, day) => {
        const deadline = addDays('2025-03-01', day)
        const some = durations.map((workdays, index) => ({ label: `阶段${index}`, output: '', weight: '1', workdays }))
        const { nodes, begins } = backwardSchedule({
          deadline,
          start: null,
          today: '2024-01-01',
          stages: some,
          calendar,
        })
        expect((nodes.at(-1)?.due ?? '') <= deadline).toBe(true)
        for (const [index, node] of nodes.entries()) {
          expect(isWorkday(calendar, node.due)).toBe(true)
          const from = index === 0 ? begins : addDays(nodes[index - 1]?.due ?? '', 1)
          expect(countWorkdays(calendar, from, node.due)).toBe(durations[index])
        }
      }),
    )
  })
})

describe('checkNodes', () => {
  const node = (label: string, due: string, weight = '1') => ({ label, due, output: '', weight })
  const check = {
    today: '2026-05-10',
    start: null,
    present: [node('立项', '2026-03-31'), node('开工', '2026-04-30')],
    done: new Set(['立项']),
  }
  const kept = [node('立项', '2026-03-31'), node('开工', '2026-04-30')]
  it.each<[string, readonly ReturnType<typeof node>[], string | null, string?]>([
    ['takes new nodes, an overdue one as it stands', [...kept, node('竣工', '2026-11-30')], null],
    ['refuses to lose what is done', [node('开工', '2026-06-30')], 'schedule.doneNodeLost'],
    ['refuses to move what is done', [node('立项', '2026-05-31')], 'schedule.doneNodeMoved', 'nodes.0.due'],
    ['refuses a new day before today', [...kept, node('招标', '2026-05-01')], 'schedule.nodePast', 'nodes.2.due'],
    ['refuses the same words twice', [...kept, node('开工', '2026-07-01')], 'schedule.nodeTwice', 'nodes.2.label'],
    ['refuses no words', [...kept, node(' ', '2026-07-01')], 'schedule.nodeNameless', 'nodes.2.label'],
    ['refuses no day', [...kept, node('竣工', '2026-13-01')], 'schedule.nodeNotDay', 'nodes.2.due'],
    ['refuses a weight in words', [...kept, node('竣工', '2026-11-30', '重')], 'schedule.nodeWeight', 'nodes.2.weight'],
    ['refuses nothing', [], 'schedule.noNodes'],
  ])('%s', (_name, nodes, code, at) => {
    const checked = checkNodes(nodes, check)
    expect(checked.ok ? null : checked.refusal.code).toBe(code)
    if (at !== undefined && !checked.ok) expect(checked.refusal.at).toBe(at)
  })

  it('refuses a node before work begins', () => {
    const checked = checkNodes([...kept, node('竣工', '2026-06-01')], { ...check, start: '2026-07-01' })
    expect(checked).toMatchObject({ refusal: { code: 'schedule.nodeBeforeStart' } })
  })
})

describe('a schedule beside the plan', () => {
  const task: TaskItem = {
    ...{ itemId: 'a', campaignNo: 1, path: '附件1/一', title: '主体工程', sentence: null, quote: '', duties: [] },
    ...{ openList: false, leaderInCharge: null, responsiblePerson: null, frequency: 'month', kind: 'task' },
    timeNodes: [{ label: '主体完工', due: '2026-06-20' }],
  }
  const change = (body: ScheduleBody, effectiveFrom: string, decidedAt: string): ApprovedSchedule => ({
    itemId: 'a',
    body,
    planned: plannedPart(task, body.part),
    effectiveFrom,
    decidedAt,
  })
  const moved = (due: string): ScheduleBody => ({
    part: 'nodes',
    start: null,
    nodes: [{ label: '主体完工', due, output: '', weight: '1' }],
  })
  const changes = [
    change(moved('2026-07-20'), '2026-04-01', '2026-04-02T01:00:00.000Z'),
    change(moved('2026-08-20'), '2026-06-01', '2026-06-02T01:00:00.000Z'),
  ]
  const dueOn = (clock: string, until: string, own = task) =>
    withSchedule(own, changes, { clock, until }).timeNodes[0]?.due

  it.each([
    ['before it is effective', '2026-03-31', '2026-12-31T00:00:00.000Z', '2026-06-20'],
    ['before it is decided', '2026-04-10', '2026-04-01T00:00:00.000Z', '2026-06-20'],
    ['once approved', '2026-05-31', '2026-12-31T00:00:00.000Z', '2026-07-20'],
    ['the latest wins', '2026-06-30', '2026-12-31T00:00:00.000Z', '2026-08-20'],
    ['a seal sees what was known then', '2026-06-30', '2026-06-01T00:00:00.000Z', '2026-07-20'],
  ])('holds from its day and its decision on: %s', (_name, clock, until, due) => {
    expect(dueOn(clock, until)).toBe(due)
  })

  it('gives way to an amended plan that says something else', () => {
    const amended = { ...task, timeNodes: [{ label: '主体完工', due: '2026-09-30' }] }
    expect(dueOn('2026-06-30', '2026-12-31T00:00:00.000Z', amended)).toBe('2026-09-30')
  })

  it('keeps what the text names as the baseline, else what was approved first', () => {
    expect(baselineNodes(task, changes).map(({ due }) => due)).toEqual(['2026-06-20'])
    expect(baselineNodes({ ...task, timeNodes: [] }, changes).map(({ due }) => due)).toEqual(['2026-07-20'])
  })

  it('keeps the first approved trajectory as the baseline', () => {
    const target = { value: '60', valueHigh: null, baseline: null, due: '2026-12-31', unit: '个' }
    const indicator = { ...task, kind: 'indicator', target, trajectory: { kind: 'linear' } } as unknown as IndicatorItem
    const of = (kind: 'workdays' | 'linear', day: string): ApprovedSchedule => ({
      ...{
        itemId: 'a',
        planned: plannedPart(indicator, 'trajectory'),
        effectiveFrom: day,
        decidedAt: `${day}T01:00:00.000Z`,
      },
      body: { part: 'trajectory', trajectory: { kind } },
    })
    const two = [of('linear', '2026-05-01'), of('workdays', '2026-03-01')]
    expect(baselineTrajectory(indicator, [])).toEqual({ kind: 'linear' })
    expect(baselineTrajectory(indicator, two)).toEqual({ kind: 'workdays' })
    const at = { clock: '2026-12-31', until: '2026-12-31T00:00:00.000Z' }
    expect(changeInForce(indicator, 'trajectory', two, at)?.body.trajectory).toEqual({ kind: 'linear' })
  })
})
