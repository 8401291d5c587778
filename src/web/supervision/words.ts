import { localDateAt } from '#core/kit'
import type { Order, Problem } from '#adapters/http/contract/supervision'
import type { supervisionMessages } from './messages.ts'

type Key = keyof typeof supervisionMessages

/** What an order's state is called: "closed" is said of problems and of orders in different words. */
export const orderStateKey = (state: Order['state']): Key => (state === 'closed' ? 'closedOrder' : state)

/** The year that an order's number belongs to. */
export const yearOf = (order: Pick<Order, 'issuedAt'>): string =>
  localDateAt(order.issuedAt, 'Asia/Shanghai').slice(0, 4)

/** Hours as days and hours. */
export function daysAndHours(hours: number): { readonly days: number; readonly hours: number } {
  const whole = Math.round(hours)
  return { days: Math.floor(whole / 24), hours: whole % 24 }
}

/** What history calls an action. */
export function actionKey(action: string): Key {
  if (action === 'raise') return 'raiseDone'
  if (action === 'issue') return 'issueDone'
  return action as Key
}

/** An action of an order's history; closing is said in other words than of a problem. */
export const orderActionKey = (action: string): Key => (action === 'close' ? 'closeOrder' : actionKey(action))

/** Facts of a problem that a list adds to its state. */
export function problemMarks(problem: Problem): readonly (readonly [Key, number])[] {
  const marks: readonly (readonly [Key, number])[] = [
    ['refusedTimes', problem.refusedClaims],
    ['reopenedTimes', problem.reopened],
  ]
  return marks.filter(([, count]) => count > 0)
}
