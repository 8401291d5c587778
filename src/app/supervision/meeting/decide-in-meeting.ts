import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import type { Context, Stores } from '#app/kit'
import { keepOrder, type OrderOutcome } from '../issue-order.ts'
import { actOnMeeting, isOnAgenda, recordMeeting } from './act-on-meeting.ts'
import type { MeetingDetail } from './meeting-store.ts'

/** A decision on a line. order: a unit carries it out, and it becomes an order at once; noted: settled on the spot. */
export interface DecisionMade {
  readonly meetingId: string
  readonly lineId: string
  readonly kind: 'order' | 'noted'
  readonly words: string
  readonly unitId?: string | undefined
  readonly replyBy?: LocalDate | undefined
}

/** What came of deciding. */
export interface DecisionOutcome {
  readonly decisionNo: number
  readonly orderId: string | null
}

/** Decides on a line: one action makes the decision and the order that carries it out; the order knows its meeting and line. */
export function decideInMeeting(context: Context, made: DecisionMade): Promise<Result<DecisionOutcome>> {
  const { meetingId, lineId, kind } = made
  const words = made.words.trim()
  if (words === '') return Promise.resolve(refuse('meeting.decisionWords', {}, 'words'))
  return actOnMeeting(context, meetingId, { right: 'meeting.decide', act: 'decide' }, async (meeting, stores) => {
    if (!(await isOnAgenda(stores, meeting, lineId))) return refuse('meeting.lineUnknown')
    const order = kind === 'order' ? await orderOf(context, stores, meeting, { ...made, words }) : accept(null)
    if (!order.ok) return order
    const decisionNo = (await stores.meetings.decisions([meetingId])).length + 1
    const orderId = order.value?.orderId ?? null
    const row = { decisionNo, lineId, kind, words, blockageId: null, unitId: made.unitId ?? null, orderId }
    await stores.meetings.addDecision(meetingId, { ...row, at: context.now, by: context.actor.accountId })
    await recordMeeting(stores, 'decide', meetingId, row)
    return accept({ decisionNo, orderId })
  })
}

async function orderOf(
  context: Context,
  stores: Stores,
  { planId, agenda }: MeetingDetail,
  { lineId, words: text, unitId, replyBy }: DecisionMade,
): Promise<Result<OrderOutcome>> {
  if (unitId === undefined) return refuse('meeting.decisionUnit', {}, 'unitId')
  const isItem = agenda.lines.some(({ itemId }) => itemId === lineId)
  return keepOrder(context, stores, { text, unitId, replyBy, planId, ...(isItem ? { itemId: lineId } : {}) })
}
