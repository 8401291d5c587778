import { cutOffOf, dueMoment, localDateAt } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'
import { collects, dueRuleOf } from './cadence.ts'
import type { Act, ActPeriod } from './cadence.ts'

/** How an act stands: its time has not come, it can be done now, its due moment has passed without it, it is done. */
export type DueState = 'coming' | 'due' | 'overdue' | 'done'

/** When an act is due and up to which day it reads. */
export interface DueDates {
  readonly dueAt: string
  /** Last day whose figures count. */
  readonly readsUntil: LocalDate
}

/** The dates of one period of an act (domain.md: last day ± n working days, at an hour in the region's zone). */
export function dueDates({ period, rule }: ActPeriod, calendar: WorkCalendar, timeZone: string): DueDates {
  const due = dueRuleOf(rule)
  return { dueAt: dueMoment(calendar, period, due, timeZone), readsUntil: cutOffOf(period, due) }
}

/** What is known of an act at a moment. `opened`: units have been asked. */
export interface DueFacts extends DueDates {
  readonly act: Act
  readonly opened: boolean
  readonly done: boolean
}

/**
 * How an act stands. What collects is due as soon as units are asked; what only reads is due from the day on which all that it reads
 * is there, at the latest on its due day.
 */
export function dueState(facts: DueFacts, clock: { readonly now: string; readonly timeZone: string }): DueState {
  if (facts.done) return 'done'
  if (Date.parse(facts.dueAt) < Date.parse(clock.now)) return 'overdue'
  const today = localDateAt(clock.now, clock.timeZone)
  const dueDay = localDateAt(facts.dueAt, clock.timeZone)
  const ready = facts.readsUntil < dueDay ? facts.readsUntil : dueDay
  return (collects(facts.act) && facts.opened) || today >= ready ? 'due' : 'coming'
}
