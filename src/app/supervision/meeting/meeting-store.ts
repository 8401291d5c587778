import type { LocalDate } from '#core/kit'
import type { AgendaFacts, MinutesFacts } from '#core/publishing'
import type { Attendance, MeetingState, OrderStanding } from '#core/supervision'

/** A meeting as lists show it. */
export interface MeetingRow {
  readonly meetingId: string
  readonly planId: string
  readonly planTitle: string
  /** 0 = the whole plan. */
  readonly campaignNo: number
  readonly number: number
  readonly heldOn: LocalDate
  readonly place: string
  readonly chair: string
  readonly state: MeetingState
  readonly decisions: number
}

/** A meeting with what lay on its table. */
export interface MeetingDetail extends MeetingRow {
  readonly revision: number
  readonly agenda: AgendaFacts
  /** Null until the minutes are issued. */
  readonly minutes: MinutesFacts | null
  readonly fileSha256: string | null
  readonly issuedAt: string | null
}

/** A line that somebody put on the agenda beside the exceptions. */
export interface MeetingLineRow {
  readonly lineId: string
  readonly title: string
}

/** What was said on a line; `revision` 0 = nothing yet. */
export interface NoteRow {
  readonly lineId: string
  readonly words: string
  readonly revision: number
  readonly changedByName: string
}

/** One who was asked to a meeting. */
export interface AttendeeRow extends Attendance {
  readonly attendeeNo: number
}

/** What a decision became. */
export type DecisionKind = 'order' | 'blockage' | 'noted'

/** A decision with its order as it stands. */
export interface DecisionRow {
  readonly meetingId: string
  readonly meetingNumber: number
  readonly decisionNo: number
  readonly lineId: string
  readonly kind: DecisionKind
  readonly words: string
  readonly unitName: string
  readonly blockageId: string | null
  readonly decidedAt: string
  readonly decidedByName: string
  readonly order:
    | (Pick<OrderStanding, 'state' | 'acknowledgeDueAt' | 'replyDueAt'> & {
        readonly orderId: string
        readonly number: number
      })
    | null
}

/** What was put right after the minutes were issued. */
export interface MinutesCorrectionRow {
  readonly oldWords: string
  readonly newWords: string
  readonly reason: string
  readonly madeAt: string
  readonly madeByName: string
}

/** The meeting and line from which an order came. */
export interface OrderOrigin {
  readonly meetingId: string
  readonly planId: string
  readonly campaignNo: number
  readonly planTitle: string
  readonly number: number
  readonly lineId: string
}

/** Who wrote something, and when. */
export interface Stamp {
  readonly at: string
  readonly by: string
}

/** Meetings with their notes and decisions, inside one transaction of one region. */
export interface MeetingStore {
  /** Newest first. */
  meetings(): Promise<readonly MeetingRow[]>
  meeting(meetingId: string): Promise<MeetingDetail | null>
  /** The same; others who write to it wait until the transaction ends. */
  holdMeetingRow(meetingId: string): Promise<MeetingDetail | null>
  /** The next number of a plan's (and campaign's) meetings; holds the counter until the transaction ends. */
  nextMeetingNumber(planId: string, campaignNo: number): Promise<number>
  addMeeting(
    row: Pick<
      MeetingDetail,
      'meetingId' | 'planId' | 'campaignNo' | 'number' | 'heldOn' | 'place' | 'chair' | 'agenda'
    > &
      Stamp,
  ): Promise<void>
  saveAgenda(row: { meetingId: string; agenda: AgendaFacts }): Promise<void>
  markHeld(row: { meetingId: string } & Stamp): Promise<void>
  markIssued(row: { meetingId: string; minutes: MinutesFacts; fileSha256: string } & Stamp): Promise<void>
  addLine(meetingId: string, line: MeetingLineRow & Stamp): Promise<void>
  lines(meetingId: string): Promise<readonly MeetingLineRow[]>
  notes(meetingId: string): Promise<readonly NoteRow[]>
  saveNote(meetingId: string, note: { lineId: string; words: string; revision: number } & Stamp): Promise<void>
  attendees(meetingId: string): Promise<readonly AttendeeRow[]>
  saveAttendees(meetingId: string, rows: readonly AttendeeRow[], stamp: Stamp): Promise<void>
  addDecision(
    meetingId: string,
    row: Pick<DecisionRow, 'decisionNo' | 'lineId' | 'kind' | 'words' | 'blockageId'> & {
      unitId: string | null
      orderId: string | null
    } & Stamp,
  ): Promise<void>
  /** Decisions of these meetings, in the order in which they were made. */
  decisions(meetingIds: readonly string[]): Promise<readonly DecisionRow[]>
  corrections(meetingId: string): Promise<readonly MinutesCorrectionRow[]>
  addCorrection(
    meetingId: string,
    row: { correctionNo: number; oldWords: string; newWords: string; reason: string } & Stamp,
  ): Promise<void>
  originOfOrder(orderId: string): Promise<OrderOrigin | null>
}
