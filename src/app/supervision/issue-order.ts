import { type LocalDate, type Result, accept, addDays, instantAt, isLocalDate, refuse, workCalendarOf } from '#core/kit'
import { defaultOrderClocks, orderDues } from '#core/supervision'
import { type Context, requireRight, type Stores } from '#app/kit'

/** A leader's remark with its addressee. `replyBy` overrides the usual five working days. */
export interface Instruction {
  readonly text: string
  readonly unitId: string
  readonly itemId?: string | undefined
  readonly problemId?: string | undefined
  /** The plan that it belongs to where neither item nor problem says so. */
  readonly planId?: string | undefined
  readonly replyBy?: LocalDate | undefined
}

/** Where an order stands after an action. */
export interface OrderOutcome {
  readonly orderId: string
  readonly state: string
  readonly revision: number
}

/** Longest title that a list shows; the rest of the remark stands in the order. */
const TITLE_CHARACTERS = 40

/** Furthest day that an order can ask for a reply. */
const FURTHEST_DAYS = 366

/** Turns a remark into an order with clocks for acknowledgement and reply: one box, one action. */
export async function issueOrder(context: Context, instruction: Instruction): Promise<Result<OrderOutcome>> {
  return context.transact((stores) => keepOrder(context, stores, instruction))
}

/** The same inside a transaction that does more: a meeting's decision and its order stand or fall together. */
export async function keepOrder(
  context: Context,
  stores: Stores,
  instruction: Instruction,
): Promise<Result<OrderOutcome>> {
  const text = instruction.text.trim()
  if (text === '') return refuse('order.textMissing', {}, 'text')
  const place = await placeOf(stores, instruction)
  if (!place.ok) return place
  const { planId, title } = place.value
  const right = requireRight(context, 'order.issue', planId === null ? {} : { planId })
  if (!right.ok) return right
  const dues = await duesOf(context, stores, instruction.replyBy)
  if (!dues.ok) return dues
  const { unitId, itemId = null, problemId = null } = instruction
  const [orderId, number] = [context.newId(), await stores.supervision.nextOrderNumber()]
  const stamp = { at: context.now, by: context.actor.accountId }
  const content = { title: title ?? shortTitle(text), body: text, planId, itemId, problemId, unitId }
  await stores.supervision.addOrder({ orderId, number, ...content, ...dues.value, ...stamp })
  const event = { action: 'issue', fromState: null, toState: 'issued', note: text } as const
  await stores.supervision.addOrderEvent(orderId, { ...event, ...stamp })
  const body = { number, unitId, itemId, problemId, text, replyDueAt: dues.value.replyDueAt }
  await stores.audit.record({ action: 'order.issue', objectKind: 'order', objectId: orderId, body })
  return accept({ orderId, state: 'issued', revision: 1 })
}

async function placeOf(
  stores: Stores,
  { itemId, problemId, unitId, planId }: Instruction,
): Promise<Result<{ planId: string | null; title: string | null }>> {
  const unit = (await stores.insight.units()).some((one) => one.unitId === unitId)
  if (!unit) return refuse('unit.notFound', {}, 'unitId')
  const problem = problemId === undefined ? null : await stores.supervision.problem(problemId)
  if (problemId !== undefined && problem === null) return refuse('object.notFound')
  const item = itemId === undefined ? null : await stores.reports.item(itemId)
  if (itemId !== undefined && item === null) return refuse('object.notFound')
  return accept({
    planId: item?.planId ?? problem?.planId ?? planId ?? null,
    title: item?.item.title ?? problem?.title ?? null,
  })
}

/** The clocks run in working days of the region; a day that the leader names himself is a day, worked or not. */
async function duesOf(context: Context, stores: Stores, replyBy: LocalDate | undefined) {
  const calendar = workCalendarOf(await stores.reports.calendar())
  const dues = orderDues(context.now, defaultOrderClocks, calendar, context.timeZone)
  if (replyBy === undefined) return accept(dues)
  const possible = isLocalDate(replyBy) && replyBy >= context.today && replyBy <= addDays(context.today, FURTHEST_DAYS)
  if (!possible) return refuse('order.replyDayNotPossible', {}, 'replyBy')
  const replyDueAt = instantAt(replyBy, defaultOrderClocks.hour, context.timeZone)
  const earlier = dues.acknowledgeDueAt < replyDueAt ? dues.acknowledgeDueAt : replyDueAt
  return accept({ acknowledgeDueAt: earlier, replyDueAt })
}

/** The first sentence of a remark, cut to what a list can show. */
function shortTitle(text: string): string {
  const sentence = /^[^。！？!?\n]*/u.exec(text)?.[0] ?? text
  return sentence.length <= TITLE_CHARACTERS ? sentence : `${sentence.slice(0, TITLE_CHARACTERS)}…`
}
