import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workCalendar } from '#core/kit'
import { escalationDays, defaultEscalation, levelDue, proposeMeasure } from './escalation.ts'
import type { AutomaticLevel } from './escalation.ts'
import { checkExtension, grantExtension } from './extension.ts'
import { defaultOrderClocks, orderDues, orderOverdue, stepOrder } from './order.ts'
import type { OrderAction, OrderStanding } from './order.ts'
import { foundProblem, isProblemOverdue, stepProblem } from './problem.ts'
import type { ActingPerson, ProblemAction, ProblemStanding } from './problem.ts'
import { drawRechecks, reboundRate, recheckCandidates } from './recheck.ts'
import { hoursInStates } from './time-in-state.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
const calendar = workCalendar()
const today = '2025-03-10'
const doer: ActingPerson = { accountId: 'doer', unitIds: ['bureau'] }
const inspector: ActingPerson = { accountId: 'inspector', unitIds: [] }

const assign: ProblemAction = { kind: 'assign', unitId: 'bureau', dueOn: '2025-03-31' }
const claim: ProblemAction = { kind: 'claim', note: '已整改', evidence: ['ab12'] }
const refusal: ProblemAction = { kind: 'refuse', reason: '现场仍有积水' }
const verify: ProblemAction = { kind: 'verify', note: '现场核实' }

function run(
  steps: readonly (readonly [ProblemAction, ActingPerson])[],
  from: ProblemStanding = foundProblem,
): ProblemStanding | string {
  let problem = from
  for (const [action, by] of steps) {
    const next = stepProblem(problem, action, by, today)
    if (!next.ok) return next.refusal.code
    problem = next.value
  }
  return problem
}

const toClaimed = [
  [assign, inspector],
  [{ kind: 'begin' }, doer],
  [claim, doer],
] as const

describe('stepProblem', () => {
  it('goes from found to closed with two keys', () => {
    expect(run([...toClaimed, [verify, inspector], [{ kind: 'close' }, inspector]])).toMatchObject({
      state: 'closed',
      claimedBy: 'doer',
      verifiedBy: 'inspector',
      refusedClaims: 0,
    })
  })

  it('sends refused claims back and counts them', () => {
    expect(run([...toClaimed, [refusal, inspector], [claim, doer], [refusal, inspector]])).toMatchObject({
      state: 'rectifying',
      refusedClaims: 2,
      claimedBy: null,
    })
  })

  it('reopens after a failed re-check, with its history', () => {
    const closed = run([
      ...toClaimed,
      [refusal, inspector],
      [claim, doer],
      [verify, inspector],
      [{ kind: 'close' }, inspector],
    ])
    if (typeof closed === 'string') throw new Error(closed)
    expect(run([[{ kind: 'reopen', reason: '回头看发现反弹' }, inspector]], closed)).toMatchObject({
      state: 'rectifying',
      reopened: 1,
      refusedClaims: 1,
      verifiedBy: null,
    })
  })

  it.each<[string, readonly (readonly [ProblemAction, ActingPerson])[], string]>([
    ['the doer verifies', [...toClaimed, [verify, doer]], 'problem.ownUnit'],
    [
      'a colleague of the doer verifies',
      [...toClaimed, [verify, { accountId: 'x', unitIds: ['bureau'] }]],
      'problem.ownUnit',
    ],
    [
      'the claimant verifies from another post',
      [...toClaimed, [verify, { accountId: 'doer', unitIds: [] }]],
      'problem.ownClaim',
    ],
    [
      'somebody else claims',
      [
        [assign, inspector],
        [claim, inspector],
      ],
      'problem.notTheDoer',
    ],
    [
      'a claim without evidence',
      [
        [assign, inspector],
        [{ ...claim, evidence: [] }, doer],
      ],
      'problem.claimNeedsEvidence',
    ],
    ['a refusal without reason', [...toClaimed, [{ kind: 'refuse', reason: ' ' }, inspector]], 'problem.reasonMissing'],
    ['closed before it is verified', [...toClaimed, [{ kind: 'close' }, inspector]], 'problem.wrongState'],
    ['assigned into the past', [[{ ...assign, dueOn: '2025-03-09' }, inspector]], 'problem.dueInPast'],
    ['claimed before it is assigned', [[claim, doer]], 'problem.wrongState'],
  ])('%s', (_name, steps, code) => {
    expect(run(steps)).toBe(code)
  })

  it('ends as claimed where the upper level closes', () => {
    expect(run([...toClaimed, [verify, inspector]], { ...foundProblem, closedAbove: true })).toBe('problem.closedAbove')
  })

  it('never reaches closed without a claim by the doer and a verification by another', () => {
    const actions = fc.constantFrom<ProblemAction>(
      assign,
      { kind: 'begin' },
      claim,
      refusal,
      verify,
      { kind: 'close' },
      { kind: 'reopen', reason: '反弹' },
    )
    const people = fc.constantFrom(doer, inspector)
    fc.assert(
      fc.property(fc.array(fc.tuple(actions, people), { maxLength: 25 }), (steps) => {
        let problem = foundProblem
        for (const [action, by] of steps) {
          const next = stepProblem(problem, action, by, today)
          if (next.ok) problem = next.value
        }
        const twoKeys = problem.claimedBy === 'doer' && problem.verifiedBy === 'inspector'
        expect(problem.state !== 'closed' || twoKeys).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is overdue only while it lies with the doer', () => {
    const assigned = { ...foundProblem, state: 'assigned' as const, dueOn: '2025-03-31' }
    expect(isProblemOverdue(assigned, '2025-03-31')).toBe(false)
    expect(isProblemOverdue(assigned, '2025-04-01')).toBe(true)
    expect(isProblemOverdue({ ...assigned, state: 'claimed' }, '2025-04-01')).toBe(false)
  })
})

describe('extensions', () => {
  const assigned: ProblemStanding = { ...foundProblem, state: 'assigned', unitId: 'bureau', dueOn: '2025-03-31' }
  const asked = { until: '2025-04-15', reason: '设备到货推迟' }
  const code = (problem: ProblemStanding, parts: Partial<typeof asked>, by: ActingPerson, on: string): string => {
    const checked = checkExtension(problem, 'problem', { ...asked, ...parts }, by, on)
    return checked.ok ? 'accepted' : checked.refusal.code
  }

  it.each<[string, ProblemStanding, Partial<typeof asked>, ActingPerson, string, string]>([
    ['on the due day', assigned, {}, doer, '2025-03-31', 'accepted'],
    ['a day later', assigned, {}, doer, '2025-04-01', 'problem.extensionTooLate'],
    ['by somebody else', assigned, {}, inspector, today, 'problem.notTheDoer'],
    ['to an earlier day', assigned, { until: '2025-03-31' }, doer, today, 'problem.extensionNotLater'],
    ['without reason', assigned, { reason: '' }, doer, today, 'problem.reasonMissing'],
    ['once too often', { ...assigned, extensions: 2 }, {}, doer, today, 'problem.extensionsUsed'],
    ['of a claimed one', { ...assigned, state: 'claimed' }, {}, doer, today, 'problem.wrongState'],
  ])('asked %s', (_name, problem, parts, by, on, expected) => {
    expect(code(problem, parts, by, on)).toBe(expected)
  })

  it('are granted by somebody else', () => {
    expect(grantExtension(assigned, '2025-04-15', inspector)).toMatchObject({
      value: { dueOn: '2025-04-15', extensions: 1 },
    })
    expect(grantExtension(assigned, '2025-04-15', doer)).toMatchObject({ refusal: { code: 'problem.ownUnit' } })
  })
})

describe('re-checks', () => {
  const closed = (problemId: string, closedOn: string, stagesDrawn: (30 | 90)[] = []) => ({
    problemId,
    closedOn,
    stagesDrawn,
  })

  it('come due 30 and 90 days after closing, once each', () => {
    const all = [closed('a', '2025-03-01'), closed('b', '2025-03-02'), closed('c', '2025-01-01', [30])]
    expect(recheckCandidates(all, 30, '2025-03-31')).toEqual(['a'])
    expect(recheckCandidates(all, 90, '2025-04-01')).toEqual(['c'])
  })

  it('are drawn the same by anybody who has the record', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(ids, fc.string(), (candidates, seed) => {
        const about = { stage: 30, on: '2025-03-31', seed } as const
        const draw = drawRechecks({ ...about, candidates }, '0.2', sha256)
        expect(drawRechecks({ ...about, candidates: [...candidates].reverse() }, '0.2', sha256)).toEqual(draw)
        expect(draw.picked).toHaveLength(Math.max(1, Math.ceil(candidates.length / 5)))
        expect(draw.picked.every((id) => candidates.includes(id))).toBe(true)
      }),
    )
  })

  it('differ by seed and draw nothing from nothing', () => {
    const candidates = Array.from({ length: 40 }, (_, index) => `p${index}`)
    const drawn = ['head 1', 'head 2'].map(
      (seed) => drawRechecks({ candidates, stage: 30, on: today, seed }, '0.1', sha256).picked,
    )
    expect(drawn[0]).not.toEqual(drawn[1])
    expect(drawRechecks({ candidates: [], stage: 30, on: today, seed: 's' }, '0.1', sha256).picked).toEqual([])
  })

  it('give a rebound rate, where something was closed', () => {
    expect(
      reboundRate([
        { everClosed: true, reopened: 2 },
        { everClosed: true, reopened: 0 },
        { everClosed: true, reopened: 0 },
      ]),
    ).toBe('0.3333')
    expect(reboundRate([{ everClosed: false, reopened: 0 }])).toBeNull()
  })
})

describe('stepOrder', () => {
  const order: OrderStanding = {
    state: 'issued',
    level: 'instruction',
    unitId: 'bureau',
    acknowledgeDueAt: '2025-03-11T10:00:00.000Z',
    replyDueAt: '2025-03-17T10:00:00.000Z',
    repliedBy: null,
    returnedReplies: 0,
  }
  const outcome = (from: OrderStanding, action: OrderAction, by: ActingPerson): string => {
    const next = stepOrder(from, action, by)
    return next.ok ? next.value.state : next.refusal.code
  }
  const replied: OrderStanding = { ...order, state: 'replied', repliedBy: 'doer' }

  it.each<[string, OrderStanding, OrderAction, ActingPerson, string]>([
    ['acknowledged by the addressee', order, { kind: 'acknowledge' }, doer, 'acknowledged'],
    ['not by others', order, { kind: 'acknowledge' }, inspector, 'order.notAddressee'],
    ['not twice', { ...order, state: 'acknowledged' }, { kind: 'acknowledge' }, doer, 'order.wrongState'],
    ['replied at once', order, { kind: 'reply', text: '已办结' }, doer, 'replied'],
    ['not without words', order, { kind: 'reply', text: ' ' }, doer, 'order.textMissing'],
    ['closed from outside', replied, { kind: 'close' }, inspector, 'closed'],
    ['not from inside', replied, { kind: 'close' }, doer, 'order.ownUnit'],
    ['not before a reply', order, { kind: 'close' }, inspector, 'order.wrongState'],
    ['withdrawn with a reason', order, { kind: 'withdraw', reason: '重复交办' }, inspector, 'withdrawn'],
  ])('%s', (_name, from, action, by, expected) => {
    expect(outcome(from, action, by)).toBe(expected)
  })

  it('goes back with a clock of its own when a reply is returned, and counts it', () => {
    const next = stepOrder(
      replied,
      { kind: 'returnReply', reason: '未说明时间', replyDueAt: '2025-03-20T10:00:00.000Z' },
      inspector,
    )
    expect(next).toMatchObject({
      value: { state: 'acknowledged', repliedBy: null, returnedReplies: 1, replyDueAt: '2025-03-20T10:00:00.000Z' },
    })
  })

  it('counts its clocks in working days of the region', () => {
    expect(orderDues('2025-01-27T02:00:00.000Z', defaultOrderClocks, calendar, 'Asia/Shanghai')).toEqual({
      acknowledgeDueAt: '2025-02-05T10:00:00.000Z',
      replyDueAt: '2025-02-10T10:00:00.000Z',
    })
  })

  it.each<[OrderStanding['state'], string, string | null]>([
    ['issued', '2025-03-11T10:00:00.000Z', null],
    ['issued', '2025-03-11T10:00:00.001Z', 'acknowledge'],
    ['acknowledged', '2025-03-12T10:00:00.000Z', null],
    ['acknowledged', '2025-03-18T10:00:00.000Z', 'reply'],
    ['replied', '2025-03-18T10:00:00.000Z', null],
  ])('%s at %s: overdue %s', (state, now, overdue) => {
    expect(orderOverdue({ ...order, state }, now)).toBe(overdue)
  })
})

describe('levels', () => {
  const days = escalationDays('2025-03-14', defaultEscalation, calendar)

  it('are known beforehand, in working days', () => {
    expect(days.map(({ on }) => on)).toEqual(['2025-03-17', '2025-03-19', '2025-03-24'])
  })

  it.each<[string, AutomaticLevel[], AutomaticLevel | null]>([
    ['2025-03-16', [], null],
    ['2025-03-17', [], 'reminder'],
    ['2025-03-18', ['reminder'], null],
    ['2025-03-19', ['reminder'], 'urging'],
    ['2025-03-25', ['reminder', 'urging'], 'warning'],
    ['2025-03-25', [], 'warning'],
    ['2025-04-30', ['warning'], null],
  ])('on %s after %s: %s', (on, sent, level) => {
    expect(levelDue(days, sent, on)).toBe(level)
  })

  it('only propose what a person has to decide', () => {
    expect(proposeMeasure({ daysSinceWarning: 3, refusedClaims: 0, reopened: 0 })).toBeNull()
    expect(proposeMeasure({ daysSinceWarning: 6, refusedClaims: 0, reopened: 0 })).toEqual({
      measure: 'interview',
      grounds: ['warningUnanswered'],
    })
    expect(proposeMeasure({ daysSinceWarning: 6, refusedClaims: 2, reopened: 1 })?.measure).toBe('listing')
  })
})

it('counts the hours in each state', () => {
  const history = [
    { toState: 'found', at: '2025-03-10T00:00:00Z' },
    { toState: 'rectifying', at: '2025-03-10T06:00:00Z' },
    { toState: 'claimed', at: '2025-03-11T06:00:00Z' },
    { toState: 'rectifying', at: '2025-03-11T07:00:00Z' },
  ]
  expect(hoursInStates(history, '2025-03-11T09:30:00Z')).toEqual([
    { state: 'found', hours: 6 },
    { state: 'rectifying', hours: 26.5 },
    { state: 'claimed', hours: 1 },
  ])
})
