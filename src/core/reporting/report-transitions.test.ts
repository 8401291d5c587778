import { describe, expect, it } from 'vitest'
import { nextPeriodState } from './period-transitions.ts'
import type { PeriodAction } from './period-transitions.ts'
import { acceptorOf, isLate, nextReportState } from './report-transitions.ts'
import type { ReportAction, ReportStanding } from './report-transitions.ts'
import { lineOutcome, settlePeriod, silentRun } from './settle-period.ts'
import type { AnsweredLine, LineOutcome } from './settle-period.ts'
import type { PeriodState, ReportState } from './types.ts'

const states: ReportState[] = ['notDue', 'draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn']
const actions: ReportAction[] = ['save', 'submit', 'withdraw', 'sign', 'accept', 'return']

const report = (state: ReportState, parts: Partial<ReportStanding> = {}): ReportStanding => ({
  state,
  periodState: 'open',
  submittedBy: 'reporter',
  signedBy: 'signer',
  channel: null,
  ...parts,
})

const outcome = (standing: ReportStanding, action: ReportAction, actorId: string): string => {
  const next = nextReportState(standing, action, actorId)
  return next.ok ? next.value : next.refusal.code
}

describe('nextReportState', () => {
  it('allows these steps and no others', () => {
    const table = Object.fromEntries(
      states.map((state) => [
        state,
        Object.fromEntries(
          actions.flatMap((action) => {
            const by = action === 'withdraw' ? 'reporter' : 'somebody else'
            const next = nextReportState(report(state), action, by)
            return next.ok ? [[action, next.value]] : []
          }),
        ),
      ]),
    )
    expect(table).toEqual({
      notDue: { save: 'draft', submit: 'submitted' },
      draft: { save: 'draft', submit: 'submitted' },
      submitted: { withdraw: 'withdrawn', sign: 'signed', return: 'returned' },
      signed: { accept: 'accepted', return: 'returned' },
      accepted: {},
      returned: { save: 'draft', submit: 'submitted' },
      withdrawn: { save: 'draft', submit: 'submitted' },
    })
  })

  it.each<[string, ReportStanding, ReportAction, string, string]>([
    ['the reporter signs', report('submitted'), 'sign', 'reporter', 'report.ownReport'],
    ['the reporter accepts', report('signed'), 'accept', 'reporter', 'report.ownReport'],
    ['the signer accepts', report('signed'), 'accept', 'signer', 'report.ownSignature'],
    ['the signer returns what he signed', report('signed'), 'return', 'signer', 'report.ownSignature'],
    ['a signer returns what he did not sign', report('submitted', { signedBy: null }), 'return', 'signer', 'returned'],
    ['a colleague withdraws', report('submitted'), 'withdraw', 'colleague', 'report.notYoursToWithdraw'],
    ['an unsigned report is accepted', report('submitted'), 'accept', 'office', 'report.notSigned'],
    [
      'an answer by link is accepted unsigned',
      report('submitted', { channel: 'link' }),
      'accept',
      'office',
      'accepted',
    ],
    [
      'a closed period takes no report',
      report('draft', { periodState: 'closed' }),
      'submit',
      'reporter',
      'report.periodClosed',
    ],
    [
      'a closed period can still be accepted',
      report('signed', { periodState: 'closed' }),
      'accept',
      'office',
      'accepted',
    ],
    [
      'a sealed one takes nothing',
      report('signed', { periodState: 'sealed' }),
      'accept',
      'office',
      'report.alreadySealed',
    ],
    ['accepted is final', report('accepted'), 'return', 'office', 'report.cannotReturn'],
  ])('%s', (_name, standing, action, actorId, expected) => {
    expect(outcome(standing, action, actorId)).toBe(expected)
  })
})

describe('acceptorOf', () => {
  it.each([
    ['the office', 'office', { by: 'taskForceOffice', unitId: 'office' }],
    ['the coordinator, where there is none', null, { by: 'coordinator', unitId: null }],
    ['the coordinator, where it sits in the reporting unit', 'unit', { by: 'coordinator', unitId: null }],
  ])('is %s', (_name, office, acceptor) => {
    expect(acceptorOf('unit', office)).toEqual(acceptor)
  })
})

describe('isLate', () => {
  const due = '2025-03-12T10:00:00.000Z'

  it.each([
    [due, null, false],
    ['2025-03-12T10:00:00.001Z', null, true],
    ['2025-03-12T18:00:00.000+08:00', null, false],
    ['2025-03-13T10:00:00.000Z', '2025-03-14T10:00:00.000Z', false],
    ['2025-03-11T10:00:00.000Z', '2025-03-10T10:00:00.000Z', false],
  ])('%s (returned until %s): %s', (submittedAt, returnDueAt, late) => {
    expect(isLate(submittedAt, due, returnDueAt)).toBe(late)
  })
})

describe('settlePeriod', () => {
  const now = '2025-03-12T10:00:00.000Z'
  const line = (state: ReportState, parts: Partial<AnsweredLine> = {}): AnsweredLine => ({
    itemId: state,
    unitId: 'u',
    figurePeriodId: '2025-D07',
    state,
    late: false,
    channel: null,
    returnDueAt: null,
    ...parts,
  })

  it.each<[string, AnsweredLine, LineOutcome]>([
    ['accepted', line('accepted'), 'counted'],
    ['accepted though late', line('accepted', { late: true }), 'counted'],
    ['signed in time', line('signed'), 'pending'],
    ['signed late', line('signed', { late: true }), 'silent'],
    ['submitted, nobody in the unit signed', line('submitted'), 'silent'],
    ['answered by link in time', line('submitted', { channel: 'link' }), 'pending'],
    ['returned with time left', line('returned', { returnDueAt: '2025-03-13T10:00:00.000Z' }), 'pending'],
    ['returned and not answered in time', line('returned', { returnDueAt: '2025-03-12T09:00:00.000Z' }), 'silent'],
    ['draft', line('draft'), 'silent'],
    ['withdrawn', line('withdrawn'), 'silent'],
    ['nothing', line('notDue'), 'silent'],
  ])('%s', (_name, one, expected) => {
    expect(lineOutcome(one, now)).toBe(expected)
  })

  it('puts every line in exactly one place', () => {
    const lines = states.map((state) => line(state))
    const settled = settlePeriod(lines, now)
    const together = [...settled.counted, ...settled.pending, ...settled.silent]
    expect(together.map((one) => one.itemId).sort()).toEqual([...states].sort())
  })
})

describe('silentRun', () => {
  const ask = (day: number, answered: boolean) => ({
    figurePeriodId: `2025-D0${day}`,
    dueAt: `2025-01-0${day}T10:00:00.000Z`,
    answered,
  })
  const now = '2025-01-05T10:00:00.000Z'

  it.each([
    ['nothing asked', [], 0],
    ['answered', [ask(1, true)], 0],
    ['silent once', [ask(1, true), ask(2, false)], 1],
    ['silent twice', [ask(3, false), ask(1, true), ask(2, false)], 2],
    ['silent from the start', [ask(1, false), ask(2, false), ask(3, false)], 3],
    ['answered again', [ask(1, false), ask(2, true)], 0],
    ['not yet due', [ask(1, true), ask(6, false)], 0],
    ['due this very moment', [ask(5, false)], 0],
  ])('%s', (_name, asks, run) => {
    expect(silentRun(asks, now)).toBe(run)
  })
})

describe('nextPeriodState', () => {
  const clock = { now: '2025-03-12T10:00:00.000Z', dueAt: '2025-03-12T10:00:00.000Z' }

  it.each<[PeriodState | null, PeriodAction, string]>([
    [null, 'open', 'open'],
    ['open', 'open', 'period.alreadyOpen'],
    ['open', 'close', 'closed'],
    [null, 'close', 'period.notOpen'],
    ['open', 'seal', 'period.notClosed'],
    ['closed', 'seal', 'sealed'],
    ['sealed', 'seal', 'period.alreadySealed'],
    ['sealed', 'open', 'period.alreadySealed'],
  ])('%s, %s → %s', (state, action, expected) => {
    const next = nextPeriodState(state, action, clock)
    expect(next.ok ? next.value : next.refusal.code).toBe(expected)
  })

  it('closes nobody out before the due moment', () => {
    const next = nextPeriodState('open', 'close', { ...clock, now: '2025-03-12T09:59:59.999Z' })
    expect(next).toMatchObject({ refusal: { code: 'period.notDue' } })
  })
})
