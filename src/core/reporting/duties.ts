import { cutOffOf, dueMoment, localDateAt } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'
import { collects, dueRuleOf } from './cadence.ts'
import type { Act, ActPeriod } from './cadence.ts'

/** How a duty stands: its time has not come, it can be done now, its due moment has passed without it, it is done. */
export type DutyState = 'coming' | 'due' | 'overdue' | 'done'

/** When a duty is due and up to which day it reads. */
export interface DutyDates {
  readonly dueAt: string
  /** Last day whose figures count. */
  readonly readsUntil: LocalDate
}

/** The dates of one period of an act (domain.md: last day ± n working days, at an hour in the region's zone). */
export function dutyDates({ period, rule }: ActPeriod, calendar: WorkCalendar, timeZone: string): DutyDates {
  const due = dueRuleOf(rule)
  return { dueAt: dueMoment(calendar, period, due, timeZone), readsUntil: cutOffOf(period, due) }
}

/** What is known of a duty at a moment. `opened`: units have been asked. */
export interface DutyFacts extends DutyDates {
  readonly act: Act
  readonly opened: boolean
  readonly done: boolean
}

/**
 * How a duty stands. What collects is due as soon as units are asked; what only reads is due from the day on which all that it reads
 * is there, at the latest on its due day.
 */
export function dutyState(facts: DutyFacts, clock: { readonly now: string; readonly timeZone: string }): DutyState {
  if (facts.done) return 'done'
  if (Date.parse(facts.dueAt) < Date.parse(clock.now)) return 'overdue'
  const today = localDateAt(clock.now, clock.timeZone)
  const dueDay = localDateAt(facts.dueAt, clock.timeZone)
  const ready = facts.readsUntil < dueDay ? facts.readsUntil : dueDay
  return (collects(facts.act) && facts.opened) || today >= ready ? 'due' : 'coming'
}
