import { describe, expect, it } from 'vitest'
import { worstLight } from './light-order.ts'
import { nodesWithImplied, taskStanding } from './task-standing.ts'
import type { Light, NodeStanding, Standing, TaskInput } from './types.ts'

const node = (due: string, doneOn: string | null = null, verified = false): NodeStanding => ({
  label: '完成招标',
  due,
  doneOn,
  verified,
})

const indicator = (light: Light): Standing & { readonly title: string } => ({
  title: '限额以上商贸单位',
  light,
  why: [{ rule: 'onPace', light, inputs: {}, periodId: '2025-M06' }],
  provisional: true,
  asOf: '2025-06-20',
  ageDays: 10,
  progress: { met: null, share: null, gap: null, used: null, note: null },
  actual: null,
  asked: null,
  pace: null,
  lag: null,
})

const input = (parts: Partial<TaskInput>): TaskInput => ({
  basis: 'official',
  clock: '2025-06-30',
  frequency: 'dekad',
  nodes: [],
  indicators: [],
  claim: null,
  silentRun: 0,
  ...parts,
})

describe('taskStanding', () => {
  it.each<[string, Partial<TaskInput>, Light, string]>([
    ['nothing due', { nodes: [node('2025-09-30')] }, 'grey', 'nothingDue'],
    ['on its due day nothing is overdue', { nodes: [node('2025-06-30')] }, 'grey', 'nothingDue'],
    ['overdue by ten days of a dekad', { nodes: [node('2025-06-20')] }, 'yellow', 'nodeOverdue'],
    ['overdue by eleven days', { nodes: [node('2025-06-19')] }, 'red', 'nodeFarOverdue'],
    [
      'a dekad of eleven days gives eleven',
      { clock: '2025-06-11', nodes: [node('2025-05-31')] },
      'yellow',
      'nodeOverdue',
    ],
    ['done', { nodes: [node('2025-06-20', '2025-06-18')] }, 'green', 'nodesKept'],
    ['done late is done', { nodes: [node('2025-05-20', '2025-06-18')] }, 'green', 'nodesKept'],
    ['done after the clock is not done yet', { nodes: [node('2025-06-25', '2025-07-02')] }, 'yellow', 'nodeOverdue'],
    ['all done and verified', { nodes: [node('2025-06-20', '2025-06-18', true)] }, 'blue', 'metVerified'],
    [
      'part verified, the rest not due',
      { nodes: [node('2025-06-20', '2025-06-18', true), node('2025-09-30')] },
      'green',
      'nodesKept',
    ],
    [
      'worst of nodes and indicators',
      { nodes: [node('2025-06-25')], indicators: [indicator('red')] },
      'red',
      'indicatorOfTask',
    ],
    [
      'indicators all blue, node open',
      { nodes: [node('2025-09-30')], indicators: [indicator('blue')] },
      'green',
      'indicatorOfTask',
    ],
    ['silence', { nodes: [node('2025-09-30')], silentRun: 1 }, 'yellow', 'silent'],
    ['claim blocked', { nodes: [node('2025-06-20', '2025-06-18')], claim: 'blocked' }, 'yellow', 'claimedBlocked'],
    ['claim done changes nothing', { nodes: [node('2025-05-01')], claim: 'done' }, 'red', 'nodeFarOverdue'],
  ])('%s', (_name, parts, light, rule) => {
    const standing = taskStanding(input(parts))
    expect([standing.light, standing.why[0]?.rule]).toEqual([light, rule])
  })

  it('counts its nodes as progress', () => {
    const standing = taskStanding(
      input({ nodes: [node('2025-03-01', '2025-02-20'), node('2025-06-25'), node('2025-09-30')] }),
    )
    expect(standing.progress).toMatchObject({ share: '0.333333', met: false })
  })

  it('is provisional while live', () => {
    expect(taskStanding(input({})).provisional).toBe(false)
    expect(taskStanding(input({ basis: 'live' })).provisional).toBe(true)
  })
})

describe('nodesWithImplied', () => {
  const item = { hasIndicators: false, lastDay: '2025-12-31', doneOn: null, verified: false }

  it('gives one node on the last day to a task without node or indicator', () => {
    expect(nodesWithImplied([], item)).toEqual([{ label: '完成', due: '2025-12-31', doneOn: null, verified: false }])
  })

  it('adds none where there is something to judge by', () => {
    expect(nodesWithImplied([node('2025-06-20')], item)).toEqual([node('2025-06-20')])
    expect(nodesWithImplied([], { ...item, hasIndicators: true })).toEqual([])
  })
})

describe('worstLight', () => {
  it.each<[Light[], Light]>([
    [[], 'grey'],
    [['grey', 'grey'], 'grey'],
    [['blue', 'blue'], 'blue'],
    [['blue', 'grey'], 'green'],
    [['blue', 'green', 'grey'], 'green'],
    [['grey', 'yellow', 'blue'], 'yellow'],
    [['green', 'red', 'yellow'], 'red'],
  ])('%s → %s', (lights, worst) => {
    expect(worstLight(lights)).toBe(worst)
  })
})
