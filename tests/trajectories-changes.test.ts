import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  decideSchedule,
  listWaitingSchedules,
  proposeSchedule,
  readGantt,
  readItem,
  readSchedule,
  readWall,
  type ScheduleAsked,
  type ScheduleView,
} from '#app/insight'
import type { Context } from '#app/kit'
import type { ScheduleBody } from '#core/insight'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: SmallPlan

beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

type Person = keyof SmallPlan['people']
type Item = keyof SmallPlan['items']
let next = 0

/** A region of its own for each case, at 18:00 of 31 July 2026. */
async function newRegion(): Promise<void> {
  next += 1
  plan = await insertSmallPlan(test, `way${next}`)
}

const as = (person: Person): Context =>
  test.contextOf(plan.region, plan.people[person].accountId, plan.people[person].roles)

async function viewOf(item: Item, person: Person = 'coordinator'): Promise<ScheduleView> {
  const view = await readSchedule(as(person), { itemId: plan.items[item] })
  if (!view.ok) throw new Error(view.refusal.code)
  return view.value
}

const asked = (item: Item, body: ScheduleBody, rest: Partial<ScheduleAsked> = {}): ScheduleAsked => ({
  ...{ itemId: plan.items[item], body, effectiveFrom: '2026-07-01', reason: '按上年情况调整', source: null },
  ...rest,
})

async function propose(person: Person, change: ScheduleAsked): Promise<string> {
  const proposed = await proposeSchedule(as(person), change)
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.refusal))
  return proposed.value.changeId
}

async function approve(person: Person, change: ScheduleAsked): Promise<void> {
  const changeId = await propose(person, change)
  expect(await decideSchedule(as('coordinator'), { changeId, approve: true, note: '' })).toEqual({
    ok: true,
    value: true,
  })
}

const refusal = (code: string, at?: string) => ({ ok: false, refusal: { code, ...(at ? { at } : {}) } })
const stated = (...points: [string, string][]): ScheduleBody => ({
  part: 'trajectory',
  trajectory: { kind: 'stated', points: points.map(([on, value]) => ({ on, value })) },
})
const seasonal = (...months: string[]): ScheduleBody => ({
  part: 'trajectory',
  trajectory: { kind: 'seasonal', monthShares: months },
})
const lastYear = ['1', '1', '2', '2', '4', '5', '5', '8', '8', '8', '8', '8']

describe('a trajectory', () => {
  beforeAll(newRegion)

  it('runs as the plan published it until one is approved', async () => {
    const { trajectory, changes, mayPropose, mayDecide } = await viewOf('signed')
    expect(trajectory).toMatchObject({ present: { kind: 'linear' }, baseline: { kind: 'linear' }, effectiveFrom: null })
    expect(trajectory?.rows.month).toHaveLength(12)
    expect(trajectory?.rows.month[5]).toMatchObject({ periodId: '2026-M06', asked: '29', actual: '26' })
    expect([changes, mayPropose, mayDecide]).toEqual([[], false, true])
    expect((await viewOf('signed', 'investReporter')).mayPropose).toBe(true)
  })

  it('is asked for by the unit, waits, and holds once somebody else has approved it', async () => {
    const change = asked('signed', seasonal(...lastYear), { source: '2025年统计月报表3' })
    const changeId = await propose('investReporter', change)
    expect((await viewOf('signed')).trajectory?.present).toEqual({ kind: 'linear' })
    const waiting = await listWaitingSchedules(as('coordinator'))
    expect(waiting).toMatchObject({ value: [{ changeId, part: 'trajectory', title: '新签约亿元以上项目' }] })
    expect(await decideSchedule(as('coordinator'), { changeId, approve: true, note: '同意' })).toMatchObject({
      ok: true,
    })
    const { trajectory, changes, askedToday } = await viewOf('signed')
    expect(trajectory).toMatchObject({
      present: { kind: 'seasonal', monthShares: lastYear },
      effectiveFrom: '2026-07-01',
    })
    expect(trajectory?.rows.month.at(-1)).toMatchObject({ asked: '60', baseline: '60' })
    // Twenty of sixty by July last year: the same is asked now, and 26 are there.
    expect(askedToday).toEqual({ asked: '20', actual: '26', asOf: '2026-06-30', lag: '-6' })
    expect(changes).toMatchObject([
      {
        reason: '按上年情况调整',
        source: '2025年统计月报表3',
        proposed: { name: 'investReporter' },
        decided: { name: 'coordinator', approved: true, note: '同意' },
      },
    ])
  })

  it('decides the live light and leaves what was sealed before it', async () => {
    const item = await readItem(as('coordinator'), { itemId: plan.items.signed })
    expect(item).toMatchObject({
      value: { line: { light: 'green', officialLight: 'yellow', asked: '15', lag: '-11' } },
    })
  })

  it('keeps the first approved one as the baseline, drawn behind the present one', async () => {
    await approve('investReporter', asked('signed', stated(['2026-09-30', '0.5'], ['2026-12-31', '1'])))
    const { trajectory, changes } = await viewOf('signed')
    expect(trajectory?.present.kind).toBe('stated')
    expect(trajectory?.baseline).toEqual({ kind: 'seasonal', monthShares: lastYear })
    expect(trajectory?.rows.quarter[2]).toMatchObject({ asked: '30', baseline: '36' })
    expect(changes).toHaveLength(2)
  })

  it('begins on its day, not before', async () => {
    await approve(
      'investReporter',
      asked('signed', { part: 'trajectory', trajectory: { kind: 'workdays' } }, { effectiveFrom: '2026-09-01' }),
    )
    expect((await viewOf('signed')).trajectory?.present.kind).toBe('stated')
    const september = { ...plan.region, clockAt: '2026-09-02T01:00:00.000Z' }
    const { accountId, roles } = plan.people.coordinator
    const later = await readSchedule(test.contextOf(september, accountId, roles), { itemId: plan.items.signed })
    expect(later).toMatchObject({ value: { trajectory: { present: { kind: 'workdays' } } } })
  })
})

describe('a change of a trajectory is refused', () => {
  beforeAll(newRegion)

  it('by the point that is wrong, with its place', async () => {
    const early = stated(['2026-06-30', '0.5'], ['2026-11-30', '1'])
    expect(await proposeSchedule(as('investReporter'), asked('signed', early))).toMatchObject(
      refusal('schedule.endMissed', 'points.1'),
    )
  })

  it.each<[string, () => ScheduleAsked, string]>([
    ['without reason', () => asked('signed', stated(['2026-12-31', '1']), { reason: ' ' }), 'schedule.reasonMissing'],
    ['without source', () => asked('signed', seasonal(...lastYear)), 'schedule.sourceMissing'],
    [
      'outside its span',
      () => asked('signed', stated(['2026-12-31', '1']), { effectiveFrom: '2027-01-01' }),
      'schedule.effectiveOutside',
    ],
    [
      'where nothing changes',
      () => asked('signed', { part: 'trajectory', trajectory: { kind: 'linear' } }),
      'schedule.unchanged',
    ],
  ])('%s', async (_name, change, code) => {
    expect(await proposeSchedule(as('investReporter'), change())).toMatchObject(refusal(code))
  })

  it('for an item without a way', async () => {
    const change = asked('industry', { part: 'trajectory', trajectory: { kind: 'workdays' } })
    expect(await proposeSchedule(as('investReporter'), change)).toMatchObject(refusal('schedule.noWay'))
  })

  it('for another unit, for a leader, and for the coordinator, who decides it', async () => {
    const change = asked('signed', stated(['2026-06-30', '0.4'], ['2026-12-31', '1']))
    for (const person of ['buildReporter', 'leader', 'coordinator'] as const)
      expect(await proposeSchedule(as(person), change)).toMatchObject(refusal('right.denied'))
  })

  it('while another one waits, and once it has been decided', async () => {
    const changeId = await propose(
      'investReporter',
      asked('signed', stated(['2026-06-30', '0.4'], ['2026-12-31', '1'])),
    )
    const second = asked('signed', stated(['2026-06-30', '0.3'], ['2026-12-31', '1']))
    expect(await proposeSchedule(as('investReporter'), second)).toMatchObject(refusal('schedule.alreadyProposed'))
    const decide = (note: string) => decideSchedule(as('coordinator'), { changeId, approve: false, note })
    expect(await decideSchedule(as('investReporter'), { changeId, approve: true, note: '' })).toMatchObject(
      refusal('schedule.ownProposal'),
    )
    expect(await decideSchedule(as('leader'), { changeId, approve: true, note: '' })).toMatchObject(
      refusal('right.denied'),
    )
    expect(await decide('')).toMatchObject(refusal('schedule.noteMissing'))
    expect(await decide('前松后紧')).toMatchObject({ ok: true })
    expect(await decide('前松后紧')).toMatchObject(refusal('schedule.alreadyDecided'))
    expect((await viewOf('signed')).trajectory?.present).toEqual({ kind: 'linear' })
    expect(await propose('investReporter', second)).not.toBe(changeId)
  })

  it('twice at once: one of two people asks', async () => {
    await newRegion()
    const change = asked('signed', stated(['2026-06-30', '0.4'], ['2026-12-31', '1']))
    const both = await Promise.all([
      proposeSchedule(as('investReporter'), change),
      proposeSchedule(as('investReporter'), change),
    ])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  })
})

describe('time nodes', () => {
  beforeAll(newRegion)
  const node = (label: string, due: string, weight = '1') => ({ label, due, output: `${label}证明`, weight })
  const nodes = (...all: ReturnType<typeof node>[]): ScheduleBody => ({ part: 'nodes', start: null, nodes: all })

  it('are set by the task-force office, shown against the baseline, and counted by their weight', async () => {
    const done = node('主体完工', '2026-06-20')
    await approve('buildStaff', asked('park', nodes(done, node('竣工验收', '2026-10-30', '3'))))
    await approve('buildStaff', asked('park', nodes(done, node('竣工验收', '2026-11-30', '3'))))
    const view = await viewOf('park')
    expect(view.nodes.nodes).toMatchObject([
      { label: '主体完工', doneOn: '2026-06-30', baselineDue: '2026-06-20', light: 'green' },
      { label: '竣工验收', due: '2026-11-30', output: '竣工验收证明', baselineDue: null, light: 'grey' },
    ])
    const item = await readItem(as('coordinator'), { itemId: plan.items.park })
    expect(item).toMatchObject({ value: { line: { share: '0.25' } } })
  })

  it('keep what is done where it is', async () => {
    const moved = asked('park', nodes(node('主体完工', '2026-08-20')))
    expect(await proposeSchedule(as('buildStaff'), moved)).toMatchObject(
      refusal('schedule.doneNodeMoved', 'nodes.0.due'),
    )
  })

  it('shift against the first approved ones where the plan names none, and are overdue from their own day', async () => {
    await approve(
      'investReporter',
      asked('filing', nodes(node('完成摸底', '2026-08-10'), node('印发清单', '2026-09-30'))),
    )
    await approve(
      'investReporter',
      asked('filing', nodes(node('完成摸底', '2026-08-20'), node('印发清单', '2026-09-30'))),
    )
    const { rows } = await ganttOf({})
    const filing = rows.find(({ itemId }) => itemId === plan.items.filing)
    expect(filing?.nodes).toMatchObject([
      { label: '完成摸底', due: '2026-08-20', baselineDue: '2026-08-10', light: 'grey' },
      { label: '印发清单', due: '2026-09-30', baselineDue: null },
    ])
    const late = await ganttOf({}, '2026-08-25T01:00:00.000Z')
    expect(late.rows.find(({ itemId }) => itemId === plan.items.filing)?.nodes[0]?.light).toBe('yellow')
  })

  it('stand in the Gantt by campaign, and narrow it', async () => {
    const all = await ganttOf({})
    expect(all.rows.map(({ title }) => title)).toEqual(['编制项目储备清单', '产业园一期主体工程'])
    expect((await ganttOf({ campaignNo: 2 })).rows).toHaveLength(1)
    expect((await ganttOf({ unitId: plan.units.invest })).rows.map(({ title }) => title)).toEqual(['编制项目储备清单'])
    expect((await ganttOf({ late: true })).rows).toEqual([])
    expect((await ganttOf({ late: true }, '2026-08-25T01:00:00.000Z')).rows).toHaveLength(1)
  })

  async function ganttOf(filters: Parameters<typeof readGantt>[1], clockAt: string | null = plan.region.clockAt) {
    const { accountId, roles } = plan.people.coordinator
    const gantt = await readGantt(test.contextOf({ ...plan.region, clockAt }, accountId, roles), filters)
    if (!gantt.ok) throw new Error(gantt.refusal.code)
    return gantt.value
  }
})

describe('figures per month', () => {
  beforeAll(newRegion)
  const months = (...amounts: string[]): ScheduleBody => ({
    ...{ part: 'periodTargets', kind: 'month' },
    amounts: amounts.map((amount, index) => ({ periodId: `2026-M${String(index + 1).padStart(2, '0')}`, amount })),
  })

  it('are spread again over what is left, and still add up', async () => {
    await approve(
      'investReporter',
      asked('signed', months(...Array<string>(12).fill('5')), { effectiveFrom: '2026-01-01' }),
    )
    const { table } = (await viewOf('signed')).periodTargets
    expect(table).toMatchObject({ length: '60', done: '26', unplaced: '0' })
    expect(table?.rows[5]).toMatchObject({ periodId: '2026-M06', planned: '5', done: '4' })
    const left = table?.rows.slice(6) ?? []
    expect(left.map(({ asked: now }) => now)).toEqual(['6', '6', '6', '6', '5', '5'])
    expect(left.reduce((sum, { asked: now }) => sum + Number(now), 26)).toBe(60)
  })

  it('have to add up to the way', async () => {
    const short = asked('signed', months(...Array<string>(12).fill('4')))
    expect(await proposeSchedule(as('investReporter'), short)).toMatchObject(
      refusal('schedule.amountsMissTarget', 'amounts'),
    )
  })
})

describe('a warning before the period closes', () => {
  beforeAll(newRegion)

  it('is raised by the trend, stands on the item and among the exceptions, and makes no light', async () => {
    // What was asked by June is there, but the last months moved more slowly than their share of the way.
    const late = stated(['2026-04-30', '0.2'], ['2026-06-30', '0.43'], ['2026-12-31', '1'])
    await approve('investReporter', asked('signed', late))
    const wall = await readWall(as('coordinator'), {})
    if (!wall.ok) throw new Error(wall.refusal.code)
    const signed = wall.value.items.find(({ itemId }) => itemId === plan.items.signed)
    expect(signed).toMatchObject({ light: 'green', warnings: [{ rule: 'endMisses' }, { rule: 'leadShrinks' }] })
    const exception = wall.value.exceptions.find(({ itemId }) => itemId === plan.items.signed)
    expect(exception?.grounds).toContain('earlyWarning')
    expect(wall.value.exceptions.at(-1)?.itemId).toBe(plan.items.signed)
    expect((await viewOf('signed')).warnings[1]).toMatchObject({ rule: 'leadShrinks', inputs: { from: '6', to: '1' } })
  })
})

describe('what was approved', () => {
  beforeAll(newRegion)

  it('cannot be changed or taken out by the app role', async () => {
    const changeId = await propose(
      'investReporter',
      asked('signed', stated(['2026-06-30', '0.4'], ['2026-12-31', '1'])),
    )
    const rewrite = test.database.withRegion(plan.region.regionId, (tx) =>
      tx.updateTable('schedule_change').set({ reason: '别的理由' }).where('change_id', '=', changeId).execute(),
    )
    await expect(rewrite).rejects.toMatchObject({ code: '42501' })
  })

  it('is in the log with its content', async () => {
    const rows = await test.database.owner
      .selectFrom('audit')
      .select(['action', 'body'])
      .where('region_id', '=', plan.region.regionId)
      .where('object_kind', '=', 'schedule')
      .execute()
    const told = rows.map(({ action, body }) => ({ action, ...(JSON.parse(String(body)) as object) }))
    expect(told).toMatchObject([{ action: 'schedule.propose', part: 'trajectory', reason: '按上年情况调整' }])
  })
})
