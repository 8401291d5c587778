import { accept, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import { orderOverdue } from './order.ts'
import type { OrderStanding } from './order.ts'

/** The life of a meeting: called together, held (its agenda stands), minutes issued (nothing of it changes any more). */
export type MeetingState = 'planned' | 'held' | 'issued'

/** What can be done to a meeting. */
export type MeetingAct =
  'takeAgenda' | 'addLine' | 'note' | 'attend' | 'decide' | 'hold' | 'issueMinutes' | 'correctMinutes'

/** From which states each act is possible. */
const actsIn: Readonly<Record<MeetingAct, readonly MeetingState[]>> = {
  takeAgenda: ['planned'],
  addLine: ['planned', 'held'],
  note: ['planned', 'held'],
  attend: ['planned', 'held'],
  decide: ['planned', 'held'],
  hold: ['planned'],
  issueMinutes: ['held'],
  correctMinutes: ['issued'],
}

/** Whether a meeting is in a state for an act. Issued minutes are frozen: what is wrong in them is corrected visibly. */
export function checkMeetingAct(state: MeetingState, act: MeetingAct): Result<null> {
  if (actsIn[act].includes(state)) return accept(null)
  if (state === 'issued') return refuse('meeting.issued')
  return refuse(act === 'issueMinutes' || act === 'correctMinutes' ? 'meeting.notIssuable' : 'meeting.alreadyHeld')
}

/** Whether somebody came. expected = not said yet. */
export type Presence = 'expected' | 'present' | 'substitute' | 'absent'

/** One who was asked to a meeting, by post; `reason`: who came instead, or why nobody did. */
export interface Attendance {
  readonly post: string
  readonly presence: Presence
  readonly reason: string
}

/** One line of attendance: a post, and words where somebody else came or nobody did. */
export function checkAttendance({ post, presence, reason }: Attendance): Result<null> {
  if (post.trim() === '') return refuse('meeting.postMissing', {}, 'post')
  const needsWords = presence === 'substitute' || presence === 'absent'
  return needsWords && reason.trim() === '' ? refuse('meeting.absenceReason', { post }, 'reason') : accept(null)
}

/** Minutes say of everybody whether he came; a meeting without anybody is none. */
export function checkMinutes(attendance: readonly Attendance[]): Result<null> {
  const open = attendance.find(({ presence }) => presence === 'expected')
  if (open) return refuse('meeting.attendanceOpen', { post: open.post })
  const came = attendance.some(({ presence }) => presence === 'present' || presence === 'substitute')
  return came ? accept(null) : refuse('meeting.nobodyCame')
}

/** What became of a decision. */
export type DecisionFate = 'done' | 'open' | 'overdue' | 'withdrawn'

/** What became of a decision that is an order; without an order it was settled on the spot. */
export function decisionFate(
  order: Pick<OrderStanding, 'state' | 'acknowledgeDueAt' | 'replyDueAt'> | null,
  now: string,
): DecisionFate {
  if (order === null || order.state === 'closed') return 'done'
  if (order.state === 'withdrawn') return 'withdrawn'
  return orderOverdue(order, now) === null ? 'open' : 'overdue'
}
