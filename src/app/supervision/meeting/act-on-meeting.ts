import { type Result, refuse } from '#core/kit'
import type { Action } from '#core/organisation'
import { checkMeetingAct, type MeetingAct } from '#core/supervision'
import { type Context, type RegionObject, requireRight, type Stores } from '#app/kit'
import type { MeetingDetail, MeetingRow } from './meeting-store.ts'

/** What the rights may need to know of a meeting: its plan, and the task force that meets (0 = the overall one). */
export function meetingObject({ planId, campaignNo }: Pick<MeetingRow, 'planId' | 'campaignNo'>): RegionObject {
  return { planId, taskForceNo: campaignNo }
}

/** One write to a meeting: holds its row, looks at right and state, and does the work in the same transaction. */
export function actOnMeeting<T>(
  context: Context,
  meetingId: string,
  { right, act }: { readonly right: Action; readonly act: MeetingAct },
  work: (meeting: MeetingDetail, stores: Stores) => Promise<Result<T>>,
): Promise<Result<T>> {
  return context.transact(async (stores) => {
    const meeting = await stores.meetings.holdMeetingRow(meetingId)
    if (meeting === null) return refuse('object.notFound')
    const allowed = requireRight(context, right, meetingObject(meeting))
    if (!allowed.ok) return allowed
    const possible = checkMeetingAct(meeting.state, act)
    return possible.ok ? work(meeting, stores) : possible
  })
}

/** Whether a line is on the agenda of a meeting: an exception, or one that somebody added. */
export async function isOnAgenda(
  stores: Stores,
  { meetingId, agenda }: MeetingDetail,
  lineId: string,
): Promise<boolean> {
  if (agenda.lines.some(({ itemId }) => itemId === lineId)) return true
  return (await stores.meetings.lines(meetingId)).some((line) => line.lineId === lineId)
}

/** Puts a write to a meeting into the log. */
export function recordMeeting(
  stores: Stores,
  action: string,
  meetingId: string,
  body: Parameters<Stores['audit']['record']>[0]['body'],
): Promise<void> {
  return stores.audit.record({ action: `meeting.${action}`, objectKind: 'meeting', objectId: meetingId, body })
}
