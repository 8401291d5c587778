import { type Result, accept, refuse } from '#core/kit'
import type { Action } from '#core/organisation'
import { type OrderAction, stepOrder } from '#core/supervision'
import { type Context, requireRight, type Stores } from '#app/kit'
import { actingPerson, orderObject } from './acting-person.ts'
import type { OrderOutcome } from './issue-order.ts'
import type { OrderRow } from './ports.ts'

/** Which order, as the person saw it. */
export interface OrderKey {
  readonly orderId: string
  readonly revision: number
}

/** Does one action to an order: right, rules, new state, history and log, in one transaction. */
export function actOnOrder(
  context: Context,
  key: OrderKey,
  right: Action,
  action: OrderAction,
): Promise<Result<OrderOutcome>> {
  return context.transact(async (stores) => {
    const order = await stores.supervision.order(key.orderId)
    if (order === null) return refuse('object.notFound')
    const allowed = requireRight(context, right, orderObject(order))
    if (!allowed.ok) return allowed
    if (order.revision !== key.revision) return refuse('object.changedMeanwhile')
    const stepped = stepOrder(order, action, actingPerson(context))
    if (!stepped.ok) return stepped
    return keep(context, stores, order, stamped(context, { ...order, ...stepped.value }, action), action)
  })
}

/** When and by what words an action changes the order beside its state. A reply acknowledges as well. */
function stamped({ now }: Context, order: OrderRow, action: OrderAction): OrderRow {
  switch (action.kind) {
    case 'acknowledge':
      return { ...order, acknowledgedAt: now }
    case 'reply':
      return { ...order, acknowledgedAt: order.acknowledgedAt ?? now, reply: action.text.trim(), repliedAt: now }
    case 'returnReply':
      return order
    case 'close':
    case 'withdraw':
      return { ...order, closedAt: now }
  }
}

function noteOf(action: OrderAction): string {
  if (action.kind === 'reply') return action.text.trim()
  return 'reason' in action ? action.reason.trim() : ''
}

async function keep(
  context: Context,
  stores: Stores,
  before: OrderRow,
  after: OrderRow,
  action: OrderAction,
): Promise<Result<OrderOutcome>> {
  const { orderId } = before
  const [note, stamp] = [noteOf(action), { at: context.now, by: context.actor.accountId }]
  const saved = await stores.supervision.saveOrder({ ...after, ...stamp, revisionBefore: before.revision })
  if (!saved) return refuse('object.changedMeanwhile')
  const change = { action: action.kind, fromState: before.state, toState: after.state, note }
  await stores.supervision.addOrderEvent(orderId, { ...change, ...stamp })
  const body = { from: before.state, to: after.state, note }
  await stores.audit.record({ action: `order.${action.kind}`, objectKind: 'order', objectId: orderId, body })
  return accept({ orderId, state: after.state, revision: before.revision + 1 })
}
