import { addDays, type LocalDate } from '#core/kit'

/** Days on which something holds. `until` is the first day on which it holds no more; null = open to that side. */
export interface DaysInForce {
  readonly from: LocalDate | null
  readonly until: LocalDate | null
}

/** Whether something holds on a day: a role, a post's holder, a group's member. */
export const isInForce = ({ from, until }: DaysInForce, on: LocalDate): boolean =>
  (from === null || from <= on) && (until === null || until > on)

/** The last day on which something holds, as people say it; null = without end. */
export const lastDay = ({ until }: DaysInForce): LocalDate | null => (until === null ? null : addDays(until, -1))
