import type { Result } from '#core/kit'
import type { Context } from '#app/kit'
import { actOnOrder, type OrderKey } from './act-on-order.ts'
import type { OrderOutcome } from './issue-order.ts'

/** 签收: the addressee has it. */
export function acknowledgeOrder(context: Context, input: OrderKey): Promise<Result<OrderOutcome>> {
  return actOnOrder(context, input, 'order.acknowledge', { kind: 'acknowledge' })
}

/** The addressee says what was done. */
export function replyOrder(
  context: Context,
  input: OrderKey & { readonly text: string },
): Promise<Result<OrderOutcome>> {
  return actOnOrder(context, input, 'order.reply', { kind: 'reply', text: input.text })
}
