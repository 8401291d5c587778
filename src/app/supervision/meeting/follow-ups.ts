import { localDateAt } from '#core/kit'
import type { FollowUpFact } from '#core/publishing'
import { decisionFate } from '#core/supervision'
import type { Context, Stores } from '#app/kit'
import type { DecisionRow, MeetingRow } from './meeting-store.ts'

/** A decision with what became of it by now. */
export function followUpOf({ now, timeZone }: Pick<Context, 'now' | 'timeZone'>, row: DecisionRow): FollowUpFact {
  const { meetingId, meetingNumber, words, unitName, order } = row
  return {
    ...{ meetingId, meetingNumber, words, unitName },
    dueOn: order ? localDateAt(order.replyDueAt, timeZone) : null,
    orderId: order?.orderId ?? null,
    orderNumber: order?.number ?? null,
    fate: decisionFate(order, now),
  }
}

/** What became of what earlier meetings decided: everything of the last one, and of those before it what is still open. */
export async function followUps(
  context: Context,
  stores: Stores,
  meeting: Pick<MeetingRow, 'planId' | 'campaignNo' | 'number'>,
): Promise<readonly FollowUpFact[]> {
  const earlier = (await stores.meetings.meetings())
    .filter(({ planId, campaignNo }) => planId === meeting.planId && campaignNo === meeting.campaignNo)
    .filter(({ number }) => number < meeting.number)
    .sort((a, b) => a.number - b.number)
  const last = earlier.at(-1)
  if (!last) return []
  const rows = await stores.meetings.decisions(earlier.map(({ meetingId }) => meetingId))
  return rows
    .map((row) => followUpOf(context, row))
    .filter(({ meetingId, fate }) => meetingId === last.meetingId || fate === 'open' || fate === 'overdue')
}
