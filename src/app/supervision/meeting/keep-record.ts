import { type Result, accept, mergeWords, refuse } from '#core/kit'
import { type Attendance, checkAttendance } from '#core/supervision'
import type { Context } from '#app/kit'
import { actOnMeeting, isOnAgenda, recordMeeting } from './act-on-meeting.ts'

/** What somebody typed on a line, and what stood there when he began. */
export interface NoteTyped {
  readonly meetingId: string
  readonly lineId: string
  readonly base: string
  readonly words: string
}

/** Keeps what was typed on a line while it is typed. Where somebody else wrote there meanwhile, both stay: the answer is what stands now. */
export function saveNote(
  context: Context,
  { meetingId, lineId, base, words }: NoteTyped,
): Promise<Result<{ words: string; revision: number }>> {
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'note' }, async (meeting, stores) => {
    if (!(await isOnAgenda(stores, meeting, lineId))) return refuse('meeting.lineUnknown')
    const before = (await stores.meetings.notes(meetingId)).find((note) => note.lineId === lineId)
    const merged = mergeWords(base, words, before?.words ?? '')
    if (merged === (before?.words ?? '')) return accept({ words: merged, revision: before?.revision ?? 0 })
    const revision = (before?.revision ?? 0) + 1
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.meetings.saveNote(meetingId, { lineId, words: merged, revision, ...stamp })
    await recordMeeting(stores, 'note', meetingId, { lineId, revision, words: merged })
    return accept({ words: merged, revision })
  })
}

/** Says of one who was asked whether he came, or asks another; `attendeeNo` null = somebody new. */
export function recordAttendance(
  context: Context,
  input: Attendance & { readonly meetingId: string; readonly attendeeNo: number | null },
): Promise<Result<{ attendeeNo: number }>> {
  const { meetingId, presence } = input
  const said = { post: input.post.trim(), presence, reason: input.reason.trim() }
  const checked = checkAttendance(said)
  if (!checked.ok) return Promise.resolve(checked)
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'attend' }, async (_, stores) => {
    const rows = await stores.meetings.attendees(meetingId)
    const known = rows.find((row) => row.attendeeNo === input.attendeeNo)
    if (input.attendeeNo !== null && !known) return refuse('object.notFound')
    const attendeeNo = known?.attendeeNo ?? Math.max(0, ...rows.map((row) => row.attendeeNo)) + 1
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.meetings.saveAttendees(meetingId, [{ attendeeNo, ...said }], stamp)
    await recordMeeting(stores, 'attend', meetingId, { attendeeNo, ...said })
    return accept({ attendeeNo })
  })
}

/** The meeting took place: its agenda stands from here on. */
export function holdMeeting(context: Context, input: { readonly meetingId: string }): Promise<Result<true>> {
  const { meetingId } = input
  return actOnMeeting(context, meetingId, { right: 'meeting.keep', act: 'hold' }, async (meeting, stores) => {
    if (meeting.heldOn > context.today) return refuse('meeting.notHeldYet')
    await stores.meetings.markHeld({ meetingId, at: context.now, by: context.actor.accountId })
    await recordMeeting(stores, 'hold', meetingId, { lines: meeting.agenda.lines.length })
    return accept(true)
  })
}
