import { type Result, accept, invariant, refuse } from '#core/kit'
import type { Action } from '#core/organisation'
import { composeMinutes, type FollowUpFact, type OfficialDocumentView } from '#core/publishing'
import { checkMeetingAct, type MeetingAct } from '#core/supervision'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { NamedFile, WriteDocx } from '#app/publishing'
import { rightObjectOfBlockage } from '#app/reporting'
import { meetingObject } from './act-on-meeting.ts'
import { followUpOf, followUps } from './follow-ups.ts'
import { minutesFacts } from './issue-minutes.ts'
import type {
  AttendeeRow,
  DecisionRow,
  MeetingDetail,
  MeetingLineRow,
  MeetingRow,
  MinutesCorrectionRow,
  NoteRow,
} from './meeting-store.ts'

/** Meetings, newest first, and for which plans and campaigns the reader may call one together. */
export interface MeetingList {
  readonly meetings: readonly MeetingRow[]
  readonly places: readonly {
    readonly planId: string
    readonly planTitle: string
    readonly campaignNo: number
    readonly campaignName: string
  }[]
}

/** A decision with what became of it, as its page shows it. */
export interface DecisionView extends DecisionRow {
  readonly fate: FollowUpFact['fate']
  readonly dueOn: FollowUpFact['dueOn']
}

/** What holds an item of the agenda up and is not closed, and whether the reader has to answer it. */
export interface LineBlockage {
  readonly blockageId: string
  readonly lineId: string
  readonly unitName: string
  readonly what: string
  readonly needs: string
  readonly mayAnswer: boolean
}

/** A meeting as its page shows it. */
export interface MeetingPage {
  readonly meeting: Omit<MeetingDetail, 'minutes'>
  readonly lines: readonly MeetingLineRow[]
  readonly notes: readonly NoteRow[]
  readonly attendees: readonly AttendeeRow[]
  readonly decisions: readonly DecisionView[]
  readonly blockages: readonly LineBlockage[]
  readonly followUps: readonly FollowUpFact[]
  readonly corrections: readonly MinutesCorrectionRow[]
  /** Acts that would not be refused for want of right or state. */
  readonly may: readonly MeetingAct[]
}

/** The meetings that the reader may see. */
export async function listMeetings(context: Context): Promise<Result<MeetingList>> {
  if (!readsMeetings(context)) return refuse('right.denied', { action: 'meeting.read' })
  return context.read(async (stores) => {
    const meetings = await stores.meetings.meetings()
    return accept({
      meetings: meetings.filter((row) => requireRight(context, 'meeting.read', meetingObject(row)).ok),
      places: await placesToMeet(context, stores),
    })
  })
}

/** Whether there is any meeting that the person could see: of the region, or of a plan in which he has a part. */
function readsMeetings(context: Context): boolean {
  const objects = [{}, ...context.actor.roles.map(({ planId }) => (planId ? { planId } : {}))]
  return objects.some((object) => requireRight(context, 'meeting.read', object).ok)
}

async function placesToMeet(context: Context, stores: Stores): Promise<MeetingList['places']> {
  const places: MeetingList['places'][number][] = []
  for (const { planId, title } of await stores.insight.plans()) {
    const frame = await stores.insight.frame(planId)
    const campaigns = [{ no: 0, name: '' }, ...(frame?.campaigns ?? [])]
    const own = campaigns.filter(
      ({ no }) => requireRight(context, 'meeting.keep', meetingObject({ planId, campaignNo: no })).ok,
    )
    places.push(...own.map(({ no, name }) => ({ planId, planTitle: title, campaignNo: no, campaignName: name })))
  }
  return places
}

/** One meeting: what lies on its table, what was said and decided, and what became of what was decided before. */
export async function readMeetingRecord(
  context: Context,
  input: { readonly meetingId: string },
): Promise<Result<MeetingPage>> {
  return readHere(context, input, async (meeting, stores) => {
    const { meetingId } = meeting
    const { minutes, ...rest } = meeting
    const decisions = await stores.meetings.decisions([meetingId])
    return accept({
      meeting: rest,
      lines: await stores.meetings.lines(meetingId),
      notes: await stores.meetings.notes(meetingId),
      attendees: await stores.meetings.attendees(meetingId),
      decisions: decisions.map((row) => {
        const { fate, dueOn } = followUpOf(context, row)
        return { ...row, fate, dueOn }
      }),
      blockages: await openBlockages(context, stores, meeting),
      followUps: minutes?.followUps ?? (await followUps(context, stores, meeting)),
      corrections: await stores.meetings.corrections(meetingId),
      may: actsOf(context, meeting),
    })
  })
}

async function openBlockages(
  context: Context,
  stores: Stores,
  { agenda }: MeetingDetail,
): Promise<readonly LineBlockage[]> {
  if (agenda.lines.length === 0) return []
  const rows = await stores.duties.blockages({ itemIds: agenda.lines.map(({ itemId }) => itemId), onlyOpen: true })
  return rows.map((row) => ({
    ...{ blockageId: row.blockageId, lineId: row.itemId, unitName: row.unitName, what: row.what, needs: row.needs },
    mayAnswer: requireRight(context, 'blockage.answer', rightObjectOfBlockage(row)).ok,
  }))
}

function readHere<T>(
  context: Context,
  { meetingId }: { readonly meetingId: string },
  work: (meeting: MeetingDetail, stores: Stores) => Promise<Result<T>>,
): Promise<Result<T>> {
  return context.read(async (stores) => {
    const meeting = await stores.meetings.meeting(meetingId)
    if (meeting === null) return readsMeetings(context) ? refuse('object.notFound') : denied
    const right = requireRight(context, 'meeting.read', meetingObject(meeting))
    return right.ok ? work(meeting, stores) : right
  })
}

const denied = refuse('right.denied', { action: 'meeting.read' })

const rightOf: Readonly<Record<MeetingAct, Action>> = {
  takeAgenda: 'meeting.keep',
  addLine: 'meeting.keep',
  note: 'meeting.keep',
  attend: 'meeting.keep',
  decide: 'meeting.decide',
  hold: 'meeting.keep',
  issueMinutes: 'meeting.keep',
  correctMinutes: 'meeting.keep',
}

function actsOf(context: Context, meeting: MeetingDetail): readonly MeetingAct[] {
  const acts = Object.keys(rightOf) as MeetingAct[]
  return acts.filter(
    (act) => checkMeetingAct(meeting.state, act).ok && requireRight(context, rightOf[act], meetingObject(meeting)).ok,
  )
}

/** The minutes as printed: of issued ones what was issued, before that as they would be now. */
export function readMinutes(
  context: Context,
  input: { readonly meetingId: string },
): Promise<Result<{ view: OfficialDocumentView; state: MeetingDetail['state']; number: number }>> {
  return readHere(context, input, async (meeting, stores) => {
    const view = composeMinutes(await minutesFacts(context, stores, meeting))
    return accept({ view, state: meeting.state, number: meeting.number })
  })
}

/** The Word file of the minutes: of issued ones the very bytes that were issued. */
export function downloadMinutes(
  context: Context,
  input: { readonly meetingId: string },
  writeDocx: WriteDocx,
): Promise<Result<NamedFile>> {
  return readHere(context, input, async (meeting, stores) => {
    const view = composeMinutes(await minutesFacts(context, stores, meeting))
    const draft = meeting.fileSha256 === null ? '（送审稿）' : ''
    const fileName = `${view.title}${draft}.docx`.replace(/[\\/:*?"<>|]/g, '')
    if (meeting.fileSha256 === null) return accept({ bytes: await writeDocx(view), fileName })
    const bytes = await context.files.get(meeting.fileSha256)
    invariant(bytes, `the minutes of meeting ${meeting.meetingId} are gone`)
    return accept({ bytes, fileName })
  })
}
