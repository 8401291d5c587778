import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { reportingRefusals } from './refusals.ts'
import type { PeriodState, ReportState } from './types.ts'

/** What can be done to a report. */
export type ReportAction = 'save' | 'submit' | 'withdraw' | 'sign' | 'accept' | 'return'

/**
 * Which action leads from which state where (domain.md, Reports). A pair that is not here is refused. `accept` of a merely submitted
 * report is for outside bodies alone, whose answer by link or sheet has no signer.
 */
export const reportTransitions: readonly {
  readonly from: ReportState
  readonly action: ReportAction
  readonly to: ReportState
  readonly onlyUnsigned?: true
}[] = [
  { from: 'notDue', action: 'save', to: 'draft' },
  { from: 'notDue', action: 'submit', to: 'submitted' },
  { from: 'draft', action: 'save', to: 'draft' },
  { from: 'draft', action: 'submit', to: 'submitted' },
  { from: 'submitted', action: 'withdraw', to: 'withdrawn' },
  { from: 'submitted', action: 'sign', to: 'signed' },
  { from: 'submitted', action: 'return', to: 'returned' },
  { from: 'submitted', action: 'accept', to: 'accepted', onlyUnsigned: true },
  { from: 'signed', action: 'accept', to: 'accepted' },
  { from: 'signed', action: 'return', to: 'returned' },
  { from: 'returned', action: 'save', to: 'draft' },
  { from: 'returned', action: 'submit', to: 'submitted' },
  { from: 'withdrawn', action: 'save', to: 'draft' },
  { from: 'withdrawn', action: 'submit', to: 'submitted' },
]

const wrongState: Readonly<Record<ReportAction, keyof typeof reportingRefusals>> = {
  save: 'report.cannotSave',
  submit: 'report.cannotSubmit',
  withdraw: 'report.cannotWithdraw',
  sign: 'report.cannotSign',
  accept: 'report.cannotAccept',
  return: 'report.cannotReturn',
}

/** What the transition of a report depends on. */
export interface ReportStanding {
  readonly state: ReportState
  readonly periodState: PeriodState
  readonly submittedBy: string | null
  readonly signedBy: string | null
  /** Answer of an outside body without an account, unsigned: by one-time link or by a filled sheet; null = by the unit's own reporter. */
  readonly channel: 'link' | 'sheet' | null
}

/** After a period is closed its reports can still be accepted or returned until it is sealed; nothing else. */
function isOpenFor(action: ReportAction, periodState: PeriodState): boolean {
  return periodState === 'open' || (periodState === 'closed' && (action === 'accept' || action === 'return'))
}

/** Nobody signs or accepts what he reported, nor accepts what he signed. */
function separated(report: ReportStanding, action: ReportAction, actorId: string): Result<null> {
  const judges = action === 'sign' || action === 'accept' || action === 'return'
  if (judges && report.submittedBy === actorId) return refuse('report.ownReport', { action })
  const judgesSigned = action === 'accept' || (action === 'return' && report.state === 'signed')
  if (judgesSigned && report.signedBy === actorId) return refuse('report.ownSignature', { action })
  if (action === 'withdraw' && report.submittedBy !== actorId) return refuse('report.notYoursToWithdraw')
  return accept(null)
}

/**
 * The state that an action by a person leads to, or why not: sealed or closed period, wrong state, or the same person twice. Who
 * holds the right at all is `reportingRights`.
 */
export function nextReportState(report: ReportStanding, action: ReportAction, actorId: string): Result<ReportState> {
  if (report.periodState === 'sealed') return refuse('report.alreadySealed')
  if (!isOpenFor(action, report.periodState)) return refuse('report.periodClosed')
  const step = reportTransitions.find((known) => known.from === report.state && known.action === action)
  if (!step) return refuse(wrongState[action], { state: report.state })
  if (step.onlyUnsigned && report.channel === null) return refuse('report.notSigned')
  const person = separated(report, action, actorId)
  return person.ok ? accept(step.to) : person
}

/** Who accepts a report of a unit. */
export interface Acceptor {
  readonly by: 'taskForceOffice' | 'coordinator'
  /** Unit where the accepting office sits; null = the coordinator. */
  readonly unitId: string | null
}

/** The task-force office accepts; the coordinator where there is none, or where it sits in the reporting unit. */
export function acceptorOf(reportingUnitId: string, officeUnitId: string | null): Acceptor {
  if (officeUnitId === null || officeUnitId === reportingUnitId) return { by: 'coordinator', unitId: null }
  return { by: 'taskForceOffice', unitId: officeUnitId }
}

/** Late = submitted after the due moment, by the server's clock; a returned report has a due moment of its own. */
export function isLate(submittedAt: string, dueAt: string, returnDueAt: string | null = null): boolean {
  const due = returnDueAt !== null && Date.parse(returnDueAt) > Date.parse(dueAt) ? returnDueAt : dueAt
  return Date.parse(submittedAt) > Date.parse(due)
}
