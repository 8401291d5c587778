import { type Result, accept } from '#core/kit'
import type { Context } from '#app/kit'
import { actingPerson } from './acting-person.ts'
import { listOrders, orderDeedsOf, type OrderLine } from './read-orders.ts'
import { deedsOf, listProblems, type ProblemLine } from './read-problems.ts'

/** What waits for the reader in supervision: each thing once, where he is the one to act. */
export interface SupervisionDesk {
  /** Orders to acknowledge or reply to, overdue ones first. */
  readonly toAnswer: readonly OrderLine[]
  /** Replies to decide about. */
  readonly toSettle: readonly OrderLine[]
  /** Orders that he issued or oversees and whose clock has run out. */
  readonly overdueOrders: readonly OrderLine[]
  readonly toRectify: readonly ProblemLine[]
  readonly toAssign: readonly ProblemLine[]
  readonly toVerify: readonly ProblemLine[]
  readonly toClose: readonly ProblemLine[]
  readonly extensionsAsked: readonly ProblemLine[]
}

/** The part of "what needs me" that supervision knows. Whoever may read neither problems nor orders has an empty desk. */
export async function readDesk(context: Context): Promise<Result<SupervisionDesk>> {
  const orders = await listOrders(context, { open: true })
  const problems = await listProblems(context, { open: true })
  return accept({ ...orderDesk(context, valueOf(orders)), ...problemDesk(context, valueOf(problems)) })
}

const valueOf = <Line>(lines: Result<readonly Line[]>): readonly Line[] => (lines.ok ? lines.value : [])

function orderDesk(context: Context, orders: readonly OrderLine[]) {
  const { unitIds } = actingPerson(context)
  const can = (order: OrderLine, deed: string) => orderDeedsOf(context, order).some((one) => one === deed)
  const overdueFirst = (a: OrderLine, b: OrderLine) => Number(b.overdue !== null) - Number(a.overdue !== null)
  return {
    toAnswer: orders.filter((order) => can(order, 'reply')).toSorted(overdueFirst),
    toSettle: orders.filter((order) => can(order, 'close')),
    overdueOrders: orders.filter((order) => order.overdue !== null && !unitIds.includes(order.unitId)),
  }
}

function problemDesk(context: Context, problems: readonly ProblemLine[]) {
  const able = (deed: string) => problems.filter((problem) => deedsOf(context, problem).some((one) => one === deed))
  return {
    toRectify: able('claim'),
    toAssign: able('assign').filter((problem) => problem.state === 'found'),
    toVerify: able('verify'),
    toClose: able('close'),
    extensionsAsked: able('decideExtension'),
  }
}
