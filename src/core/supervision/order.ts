import { accept, addWorkdays, instantAt, localDateAt, refuse } from '#core/kit'
import type { Result, WorkCalendar } from '#core/kit'
import type { ActingPerson } from './problem.ts'

/** instruction = a leader's remark; the other three run by themselves. Levels are numbers and words, never light colours. */
export type OrderLevel = 'instruction' | 'reminder' | 'urging' | 'warning'

/** States of an order (督办单): a returned reply goes back to acknowledged. */
export type OrderState = 'issued' | 'acknowledged' | 'replied' | 'closed' | 'withdrawn'

/** Where an order stands. Instants are ISO. */
export interface OrderStanding {
  readonly state: OrderState
  readonly level: OrderLevel
  /** The addressee. */
  readonly unitId: string
  readonly acknowledgeDueAt: string
  readonly replyDueAt: string
  readonly repliedBy: string | null
  readonly returnedReplies: number
}

/** What can be done to an order. */
export type OrderAction =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'returnReply'; readonly reason: string; readonly replyDueAt: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'withdraw'; readonly reason: string }

/** From which states an action is possible. A reply acknowledges as well. */
export const orderTransitions: Readonly<Record<OrderAction['kind'], readonly OrderState[]>> = {
  acknowledge: ['issued'],
  reply: ['issued', 'acknowledged'],
  returnReply: ['replied'],
  close: ['replied'],
  withdraw: ['issued', 'acknowledged', 'replied'],
}

/** The clocks of an order, in working days after the day of issue, at an hour of the region. */
export interface OrderClocks {
  readonly acknowledgeWorkdays: number
  readonly replyWorkdays: number
  readonly hour: number
}

/** One working day to acknowledge, five to reply, at 18:00. */
export const defaultOrderClocks: OrderClocks = { acknowledgeWorkdays: 1, replyWorkdays: 5, hour: 18 }

/** The due moments of an order issued at an instant. */
export function orderDues(
  issuedAt: string,
  clocks: OrderClocks,
  calendar: WorkCalendar,
  timeZone: string,
): Pick<OrderStanding, 'acknowledgeDueAt' | 'replyDueAt'> {
  const issuedOn = localDateAt(issuedAt, timeZone)
  const due = (workdays: number): string => instantAt(addWorkdays(calendar, issuedOn, workdays), clocks.hour, timeZone)
  return { acknowledgeDueAt: due(clocks.acknowledgeWorkdays), replyDueAt: due(clocks.replyWorkdays) }
}

const worded = (text: string, at: string): Result<null> =>
  text.trim() === '' ? refuse('order.textMissing', {}, at) : accept(null)

function permitted(order: OrderStanding, action: OrderAction, by: ActingPerson): Result<null> {
  const inside = by.unitIds.includes(order.unitId)
  switch (action.kind) {
    case 'acknowledge':
      return inside ? accept(null) : refuse('order.notAddressee')
    case 'reply':
      return inside ? worded(action.text, 'text') : refuse('order.notAddressee')
    case 'returnReply':
    case 'withdraw':
      return inside ? refuse('order.ownUnit') : worded(action.reason, 'reason')
    case 'close':
      return inside || order.repliedBy === by.accountId ? refuse('order.ownUnit') : accept(null)
  }
}

function changed(order: OrderStanding, action: OrderAction, by: ActingPerson): OrderStanding {
  switch (action.kind) {
    case 'acknowledge':
      return { ...order, state: 'acknowledged' }
    case 'reply':
      return { ...order, state: 'replied', repliedBy: by.accountId }
    case 'returnReply':
      return {
        ...order,
        state: 'acknowledged',
        repliedBy: null,
        replyDueAt: action.replyDueAt,
        returnedReplies: order.returnedReplies + 1,
      }
    case 'close':
      return { ...order, state: 'closed' }
    case 'withdraw':
      return { ...order, state: 'withdrawn' }
  }
}

/** The order after an action, or why it may not be done: the addressee acknowledges and replies, somebody outside it decides. */
export function stepOrder(order: OrderStanding, action: OrderAction, by: ActingPerson): Result<OrderStanding> {
  if (!orderTransitions[action.kind].includes(order.state))
    return refuse('order.wrongState', { state: order.state, action: action.kind })
  const allowed = permitted(order, action, by)
  return allowed.ok ? accept(changed(order, action, by)) : allowed
}

/** Which clock of an order has run out; null = none. */
export function orderOverdue(
  order: Pick<OrderStanding, 'state' | 'acknowledgeDueAt' | 'replyDueAt'>,
  now: string,
): 'acknowledge' | 'reply' | null {
  const past = (due: string): boolean => Date.parse(now) > Date.parse(due)
  if (order.state === 'issued' && past(order.acknowledgeDueAt)) return 'acknowledge'
  const waits = order.state === 'issued' || order.state === 'acknowledged'
  return waits && past(order.replyDueAt) ? 'reply' : null
}
