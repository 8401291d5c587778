import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import type { Context, Stores } from '#app/kit'
import { stepBlockage } from '#app/reporting'
import { keepOrder, type OrderOutcome } from '../issue-order.ts'
import { actOnMeeting, isOnAgenda, recordMeeting } from './act-on-meeting.ts'
import type { DecisionKind, MeetingDetail } from './meeting-store.ts'

/** A decision on a line. order: a unit carries it out, and it becomes an order at once; blockage: it answers what holds the item up; noted: settled on the spot. */
export interface DecisionMade {
  readonly meetingId: string
  readonly lineId: string
  readonly kind: DecisionKind
  readonly words: string
  readonly unitId?: string | undefined
  readonly replyBy?: LocalDate | undefined
  /** What a decision of kind blockage answers. */
  readonly blockageId?: string | undefined
}

/** What came of deciding. */
export interface DecisionOutcome {
  readonly decisionNo: number
  readonly orderId: string | null
}

/** Decides on a line: one action makes the decision and the order that carries it out, or the answer to what blocks the item. */
export function decideInMeeting(context: Context, made: DecisionMade): Promise<Result<DecisionOutcome>> {
  const { meetingId, lineId, kind } = made
  const words = made.words.trim()
  if (words === '') return Promise.resolve(refuse('meeting.decisionWords', {}, 'words'))
  return actOnMeeting(context, meetingId, { right: 'meeting.decide', act: 'decide' }, async (meeting, stores) => {
    if (!(await isOnAgenda(stores, meeting, lineId))) return refuse('meeting.lineUnknown')
    const order = kind === 'order' ? await orderOf(context, stores, meeting, { ...made, words }) : accept(null)
    if (!order.ok) return order
    const answered = kind === 'blockage' ? await answerIn(context, stores, { ...made, words }) : accept(null)
    if (!answered.ok) return answered
    const decisionNo = (await stores.meetings.decisions([meetingId])).length + 1
    const orderId = order.value?.orderId ?? null
    const blockageId = answered.value?.blockageId ?? null
    const unitId = answered.value?.unitId ?? made.unitId ?? null
    const row = { decisionNo, lineId, kind, words, blockageId, unitId, orderId }
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

/** The decision is the answer of the level that the blockage is with: who decides must be the one who has to answer. */
async function answerIn(
  context: Context,
  stores: Stores,
  { lineId, blockageId, words: note }: DecisionMade,
): Promise<Result<{ blockageId: string; unitId: string }>> {
  if (blockageId === undefined) return refuse('meeting.decisionBlockage', {}, 'blockageId')
  const [blockage] = await stores.duties.blockages({ id: blockageId })
  if (blockage?.itemId !== lineId) return refuse('meeting.lineUnknown')
  const step = { blockageId, revision: blockage.revision, action: 'answer', note } as const
  const done = await stepBlockage(context, stores, step)
  return done.ok ? accept({ blockageId, unitId: blockage.unitId }) : done
}
