import { type Result, workCalendarOf } from '#core/kit'
import { defaultOrderClocks, orderDues } from '#core/supervision'
import type { Context } from '#app/kit'
import { actOnOrder, type OrderKey } from './act-on-order.ts'
import type { OrderOutcome } from './issue-order.ts'

/** The reply will do. */
export function closeOrder(context: Context, input: OrderKey): Promise<Result<OrderOutcome>> {
  return actOnOrder(context, input, 'order.close', { kind: 'close' })
}

/** The reply does not answer the order: it goes back with the reason and a clock of its own. */
export async function returnReply(
  context: Context,
  input: OrderKey & { readonly reason: string },
): Promise<Result<OrderOutcome>> {
  const calendar = workCalendarOf(await context.read((stores) => stores.reports.calendar()))
  const { replyDueAt } = orderDues(context.now, defaultOrderClocks, calendar, context.timeZone)
  return actOnOrder(context, input, 'order.close', { kind: 'returnReply', reason: input.reason, replyDueAt })
}

/** The order was a mistake or is no longer needed; it stays in the list with the reason. */
export function withdrawOrder(
  context: Context,
  input: OrderKey & { readonly reason: string },
): Promise<Result<OrderOutcome>> {
  return actOnOrder(context, input, 'order.close', { kind: 'withdraw', reason: input.reason })
}
