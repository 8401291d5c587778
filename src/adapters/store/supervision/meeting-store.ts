import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { MeetingStore } from '#app/supervision'
import type { Tables } from '../schema/tables.ts'
import { readDecisions, readMeetingDetail, readMeetingRows, readOriginOfOrder } from './meeting-rows.ts'

type Tx = Transaction<Tables>

/** Meetings with their notes and decisions, in PostgreSQL. */
export function meetingStore(tx: Tx, regionId: string): MeetingStore {
  return {
    meetings: () => readMeetingRows(tx, regionId),
    meeting: (meetingId) => readMeetingDetail(tx, regionId, meetingId, false),
    holdMeetingRow: (meetingId) => readMeetingDetail(tx, regionId, meetingId, true),
    decisions: (meetingIds) => readDecisions(tx, regionId, meetingIds),
    originOfOrder: (orderId) => readOriginOfOrder(tx, regionId, orderId),
    ...meetingWrites(tx, regionId),
    ...recordParts(tx, regionId),
    ...peopleParts(tx, regionId),
    ...minutesParts(tx, regionId),
  }
}

function meetingWrites(
  tx: Tx,
  region_id: string,
): Pick<MeetingStore, 'nextMeetingNumber' | 'addMeeting' | 'saveAgenda' | 'markHeld' | 'markIssued'> {
  const update = (meetingId: string) =>
    tx
      .updateTable('meeting')
      .set({ revision: sql<number>`revision + 1` })
      .where('region_id', '=', region_id)
      .where('meeting_id', '=', meetingId)
  return {
    async nextMeetingNumber(planId, campaignNo) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`meeting ${region_id} ${planId}`}, 0))`.execute(tx)
      const found = await tx
        .selectFrom('meeting')
        .select(({ fn }) => fn.max('number').as('last'))
        .where('region_id', '=', region_id)
        .where('plan_id', '=', planId)
        .where('campaign_no', '=', campaignNo)
        .executeTakeFirst()
      return Number(found?.last ?? 0) + 1
    },
    async addMeeting({ meetingId, planId, campaignNo, number, heldOn, place, chair, agenda, at, by }) {
      await tx
        .insertInto('meeting')
        .values({
          ...{ region_id, meeting_id: meetingId, plan_id: planId, campaign_no: campaignNo, number },
          ...{ held_on: heldOn, place, chair, state: 'planned', revision: 1, agenda: JSON.stringify(agenda) },
          ...{ created_at: at, created_by: by },
        })
        .execute()
    },
    async saveAgenda({ meetingId, agenda }) {
      await update(meetingId)
        .set({ agenda: JSON.stringify(agenda) })
        .execute()
    },
    async markHeld({ meetingId, at, by }) {
      await update(meetingId).set({ state: 'held', held_at: at, held_by: by }).execute()
    },
    async markIssued({ meetingId, minutes, fileSha256, at, by }) {
      const file = { minutes: JSON.stringify(minutes), file_sha256: fileSha256 }
      await update(meetingId)
        .set({ state: 'issued', issued_at: at, issued_by: by, ...file })
        .execute()
    },
  }
}

function recordParts(tx: Tx, region_id: string): Pick<MeetingStore, 'addLine' | 'lines' | 'notes' | 'saveNote'> {
  return {
    async addLine(meeting_id, { lineId: line_id, title, at, by }) {
      const row = { region_id, meeting_id, line_id, title, added_at: at, added_by: by }
      await tx.insertInto('meeting_line').values(row).execute()
    },
    async lines(meetingId) {
      const rows = await tx
        .selectFrom('meeting_line')
        .select(['line_id as lineId', 'title'])
        .where('region_id', '=', region_id)
        .where('meeting_id', '=', meetingId)
        .orderBy('line_id')
        .execute()
      return rows
    },
    async notes(meetingId) {
      const rows = await tx
        .selectFrom('meeting_note as n')
        .leftJoin('account as a', (join) =>
          join.onRef('a.region_id', '=', 'n.region_id').onRef('a.account_id', '=', 'n.changed_by'),
        )
        .select(['n.line_id as lineId', 'n.words', 'n.revision', 'a.display_name as changedByName'])
        .where('n.region_id', '=', region_id)
        .where('n.meeting_id', '=', meetingId)
        .execute()
      return rows.map((row) => ({ ...row, changedByName: row.changedByName ?? '' }))
    },
    async saveNote(meeting_id, { lineId: line_id, words, revision, at, by }) {
      const changed = { words, revision, changed_at: at, changed_by: by }
      await tx
        .insertInto('meeting_note')
        .values({ region_id, meeting_id, line_id, ...changed })
        .onConflict((conflict) => conflict.columns(['region_id', 'meeting_id', 'line_id']).doUpdateSet(changed))
        .execute()
    },
  }
}

const presenceSchema = z.enum(['expected', 'present', 'substitute', 'absent'])

function peopleParts(tx: Tx, region_id: string): Pick<MeetingStore, 'attendees' | 'saveAttendees' | 'addDecision'> {
  return {
    async attendees(meetingId) {
      const rows = await tx
        .selectFrom('meeting_attendee')
        .select(['attendee_no as attendeeNo', 'post', 'presence', 'reason'])
        .where('region_id', '=', region_id)
        .where('meeting_id', '=', meetingId)
        .orderBy('attendee_no')
        .execute()
      return rows.map((row) => ({ ...row, presence: presenceSchema.parse(row.presence) }))
    },
    async saveAttendees(meeting_id, rows, { at, by }) {
      for (const { attendeeNo: attendee_no, post, presence, reason } of rows) {
        const said = { post, presence, reason, changed_at: at, changed_by: by }
        await tx
          .insertInto('meeting_attendee')
          .values({ region_id, meeting_id, attendee_no, ...said })
          .onConflict((conflict) => conflict.columns(['region_id', 'meeting_id', 'attendee_no']).doUpdateSet(said))
          .execute()
      }
    },
    async addDecision(meeting_id, { decisionNo, lineId, kind, words, unitId, orderId, blockageId, at, by }) {
      const place = { region_id, meeting_id, decision_no: decisionNo, line_id: lineId }
      const became = { kind, words, unit_id: unitId, order_id: orderId, blockage_id: blockageId }
      await tx
        .insertInto('meeting_decision')
        .values({ ...place, ...became, decided_at: at, decided_by: by })
        .execute()
    },
  }
}

function minutesParts(tx: Tx, region_id: string): Pick<MeetingStore, 'corrections' | 'addCorrection'> {
  return {
    async corrections(meetingId) {
      const rows = await tx
        .selectFrom('meeting_correction as c')
        .leftJoin('account as a', (join) =>
          join.onRef('a.region_id', '=', 'c.region_id').onRef('a.account_id', '=', 'c.made_by'),
        )
        .select(['c.old_words as oldWords', 'c.new_words as newWords', 'c.reason', 'c.made_at as madeAt'])
        .select('a.display_name as madeByName')
        .where('c.region_id', '=', region_id)
        .where('c.meeting_id', '=', meetingId)
        .orderBy('c.correction_no')
        .execute()
      return rows.map((row) => ({ ...row, madeByName: row.madeByName ?? '' }))
    },
    async addCorrection(meeting_id, { correctionNo, oldWords, newWords, reason, at, by }) {
      await tx
        .insertInto('meeting_correction')
        .values({
          ...{ region_id, meeting_id, correction_no: correctionNo, old_words: oldWords, new_words: newWords },
          ...{ reason, made_at: at, made_by: by },
        })
        .execute()
    },
  }
}
