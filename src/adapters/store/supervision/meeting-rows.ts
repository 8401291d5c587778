import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DecisionRow, MeetingDetail, MeetingRow, OrderOrigin } from '#app/supervision'
import type { AgendaFacts, MinutesFacts } from '#core/publishing'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

/** The most meetings that a list sends. */
const MOST_ROWS = 500

const stateSchema = z.enum(['planned', 'held', 'issued'])
/** Our own data, written whole and never changed after the meeting; the shape is held by what must be there. */
const agendaSchema = z.custom<AgendaFacts>(
  (value) => typeof value === 'object' && value !== null && 'basis' in value && 'lines' in value && 'misses' in value,
)
const minutesSchema = z.custom<MinutesFacts>(
  (value) => typeof value === 'object' && value !== null && 'agenda' in value && 'decisions' in value,
)

function select(tx: Tx, regionId: string) {
  return tx
    .selectFrom('meeting as m')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.region_id', '=', 'm.region_id').onRef('p.plan_id', '=', 'm.plan_id'),
    )
    .select(['m.meeting_id', 'm.plan_id', 'm.campaign_no', 'm.number', 'm.held_on', 'm.place', 'm.chair', 'm.state'])
    .select((from) => [
      'p.title as plan_title',
      from
        .selectFrom('meeting_decision as d')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('d.region_id', '=', 'm.region_id')
        .whereRef('d.meeting_id', '=', 'm.meeting_id')
        .as('decisions'),
    ])
    .where('m.region_id', '=', regionId)
}

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const rowOf = (row: Selected): MeetingRow => ({
  meetingId: row.meeting_id,
  planId: row.plan_id,
  planTitle: row.plan_title,
  campaignNo: row.campaign_no,
  number: row.number,
  heldOn: row.held_on,
  place: row.place,
  chair: row.chair,
  state: stateSchema.parse(row.state),
  decisions: Number(row.decisions),
})

/** Meetings, newest first. */
export async function readMeetingRows(tx: Tx, regionId: string): Promise<readonly MeetingRow[]> {
  const rows = await select(tx, regionId)
    .orderBy('m.held_on', 'desc')
    .orderBy('m.number', 'desc')
    .orderBy('m.campaign_no')
    .limit(MOST_ROWS)
    .execute()
  return rows.map(rowOf)
}

/** One meeting with its agenda; `hold` keeps its row until the transaction ends. */
export async function readMeetingDetail(
  tx: Tx,
  regionId: string,
  meetingId: string,
  hold: boolean,
): Promise<MeetingDetail | null> {
  const query = select(tx, regionId)
    .select(['m.revision', 'm.agenda', 'm.minutes', 'm.file_sha256', 'm.issued_at'])
    .where('m.meeting_id', '=', meetingId)
  const row = await (hold ? query.forUpdate('m') : query).executeTakeFirst()
  if (!row) return null
  return {
    ...rowOf(row),
    revision: row.revision,
    agenda: agendaSchema.parse(row.agenda),
    minutes: row.minutes === null ? null : minutesSchema.parse(row.minutes),
    fileSha256: row.file_sha256,
    issuedAt: row.issued_at,
  }
}

const kindSchema = z.enum(['order', 'blockage', 'noted'])
const orderStateSchema = z.enum(['issued', 'acknowledged', 'replied', 'closed', 'withdrawn'])

function selectDecisions(tx: Tx, regionId: string) {
  return tx
    .selectFrom('meeting_decision as d')
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.region_id', '=', 'd.region_id').onRef('m.meeting_id', '=', 'd.meeting_id'),
    )
    .leftJoin('unit as u', (join) => join.onRef('u.region_id', '=', 'd.region_id').onRef('u.unit_id', '=', 'd.unit_id'))
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'd.region_id').onRef('a.account_id', '=', 'd.decided_by'),
    )
    .leftJoin('supervision_order as o', (join) =>
      join.onRef('o.region_id', '=', 'd.region_id').onRef('o.order_id', '=', 'd.order_id'),
    )
    .select(['d.meeting_id', 'd.decision_no', 'd.line_id', 'd.kind', 'd.words', 'd.blockage_id', 'd.decided_at'])
    .select(['m.number as meeting_number', 'u.name as unit_name', 'a.display_name as decided_by_name', 'd.order_id'])
    .select(['o.number as order_number', 'o.state as order_state', 'o.acknowledge_due_at', 'o.reply_due_at'])
    .where('d.region_id', '=', regionId)
}

type SelectedDecision = Awaited<ReturnType<ReturnType<typeof selectDecisions>['execute']>>[number]

/** Decisions of these meetings with their orders, in the order in which they were made. */
export async function readDecisions(
  tx: Tx,
  regionId: string,
  meetingIds: readonly string[],
): Promise<readonly DecisionRow[]> {
  if (meetingIds.length === 0) return []
  const rows = await selectDecisions(tx, regionId)
    .where('d.meeting_id', 'in', [...meetingIds])
    .orderBy('m.number')
    .orderBy('d.decision_no')
    .execute()
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    meetingNumber: row.meeting_number,
    decisionNo: row.decision_no,
    lineId: row.line_id,
    kind: kindSchema.parse(row.kind),
    words: row.words,
    unitName: row.unit_name ?? '',
    blockageId: row.blockage_id,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name ?? '',
    order: orderOf(row),
  }))
}

function orderOf(row: SelectedDecision): DecisionRow['order'] {
  const { order_id: orderId, order_number: number, acknowledge_due_at, reply_due_at } = row
  if (orderId === null || number === null || acknowledge_due_at === null || reply_due_at === null) return null
  const dues = { acknowledgeDueAt: acknowledge_due_at, replyDueAt: reply_due_at }
  return { orderId, number, state: orderStateSchema.parse(row.order_state), ...dues }
}

/** The meeting and line from which an order came, or null. */
export async function readOriginOfOrder(tx: Tx, regionId: string, orderId: string): Promise<OrderOrigin | null> {
  const row = await tx
    .selectFrom('meeting_decision as d')
    .innerJoin('meeting as m', (join) =>
      join.onRef('m.region_id', '=', 'd.region_id').onRef('m.meeting_id', '=', 'd.meeting_id'),
    )
    .innerJoin('plan as p', (join) =>
      join.onRef('p.region_id', '=', 'm.region_id').onRef('p.plan_id', '=', 'm.plan_id'),
    )
    .select(['m.meeting_id', 'm.plan_id', 'm.campaign_no', 'm.number', 'd.line_id', 'p.title'])
    .where('d.region_id', '=', regionId)
    .where('d.order_id', '=', orderId)
    .executeTakeFirst()
  if (!row) return null
  const { meeting_id: meetingId, plan_id: planId, campaign_no: campaignNo, number, line_id: lineId } = row
  return { meetingId, planId, campaignNo, number, lineId, planTitle: row.title }
}
