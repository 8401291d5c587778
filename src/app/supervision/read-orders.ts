import { type Result, accept, refuse } from '#core/kit'
import type { Action } from '#core/organisation'
import { hoursInStates, orderOverdue } from '#core/supervision'
import { type Context, requireRight } from '#app/kit'
import { actingPerson, orderObject } from './acting-person.ts'
import { meetingObject } from './meeting/act-on-meeting.ts'
import type { OrderOrigin } from './meeting/meeting-store.ts'
import type { EventRow, OrderRow, SupervisionFilter } from './ports.ts'

/** An order as lists show it. */
export interface OrderLine extends OrderRow {
  /** Which clock has run out. */
  readonly overdue: 'acknowledge' | 'reply' | null
}

/** What a person can do to an order now. */
export type OrderDeed = 'acknowledge' | 'reply' | 'returnReply' | 'close' | 'withdraw'

/** One order with its history, its clocks and what the reader can do. */
export interface OrderView {
  readonly order: OrderLine
  readonly events: readonly EventRow[]
  readonly hoursInStates: readonly { readonly state: string; readonly hours: number }[]
  readonly deeds: readonly OrderDeed[]
  /** The meeting that decided it, and whether the reader may open that. */
  readonly meeting: (OrderOrigin & { readonly readable: boolean }) | null
}

/** What a list is narrowed to. mine: to the reader's units, or issued by the reader. */
export interface OrderFilters extends SupervisionFilter {
  readonly mine?: boolean
  readonly overdue?: boolean
}

/** The orders that the reader may see, newest first. */
export async function listOrders(context: Context, filters: OrderFilters): Promise<Result<readonly OrderLine[]>> {
  if (!readsOrders(context)) return refuse('right.denied', { action: 'order.read' })
  const rows = await context.read((stores) => stores.supervision.orders(filters))
  const { accountId, unitIds } = actingPerson(context)
  const lines = rows
    .filter((row) => requireRight(context, 'order.read', orderObject(row)).ok)
    .map((row) => lineOf(context, row))
    .filter((line) => filters.mine !== true || line.issuedBy === accountId || unitIds.includes(line.unitId))
    .filter((line) => filters.overdue !== true || line.overdue !== null)
  return accept(lines)
}

/** Whether there is any order that the person could see: of his own unit, or of a plan that he convenes. */
function readsOrders(context: Context): boolean {
  const grants = context.actor.roles
  const objects = [
    {},
    ...grants.map(({ unitId, planId }) => ({ unitId: unitId ?? null, ...(planId ? { planId } : {}) })),
  ]
  return objects.some((object) => requireRight(context, 'order.read', object).ok)
}

const lineOf = ({ now }: Context, row: OrderRow): OrderLine => ({ ...row, overdue: orderOverdue(row, now) })

/** One order from issue to close. */
export async function readOrder(context: Context, input: { orderId: string }): Promise<Result<OrderView>> {
  return context.read(async (stores) => {
    const order = await stores.supervision.order(input.orderId)
    if (order === null) return refuse('object.notFound')
    const right = requireRight(context, 'order.read', orderObject(order))
    if (!right.ok) return right
    const events = await stores.supervision.orderEvents(order.orderId)
    const origin = await stores.meetings.originOfOrder(order.orderId)
    return accept({
      order: lineOf(context, order),
      events,
      hoursInStates: hoursInStates(events, order.closedAt ?? context.now),
      deeds: orderDeedsOf(context, order),
      meeting: origin && {
        ...origin,
        readable: requireRight(context, 'meeting.read', meetingObject(origin)).ok,
      },
    })
  })
}

const deeds: readonly (readonly [OrderDeed, Action, readonly OrderRow['state'][]])[] = [
  ['acknowledge', 'order.acknowledge', ['issued']],
  ['reply', 'order.reply', ['issued', 'acknowledged']],
  ['close', 'order.close', ['replied']],
  ['returnReply', 'order.close', ['replied']],
  ['withdraw', 'order.close', ['issued', 'acknowledged', 'replied']],
]

/** Right and state together: what would not be refused for want of either. */
export function orderDeedsOf(context: Context, order: OrderRow): readonly OrderDeed[] {
  const object = orderObject(order)
  return deeds
    .filter(([, right, states]) => states.includes(order.state) && requireRight(context, right, object).ok)
    .map(([deed]) => deed)
}
