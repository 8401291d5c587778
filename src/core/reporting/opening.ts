import { addDays, addWorkdays, instantAt, type LocalDate, localDateAt, type WorkCalendar } from '#core/kit'
import { type ActPeriod, actPeriods, type Rhythm } from './cadence.ts'
import { dueDates } from './due-act.ts'

/** A rhythm whose dispatch periods the clock may open. */
export interface ClockedRhythm extends Rhythm {
  /** The clock asks for the plan's own year only: what is still asked after it, a person decides. */
  readonly planYear: number
  /** The clock opens the periods whose first day lies after this day; null = all are opened by hand. */
  readonly opensAfter: LocalDate | null
}

/** What has happened already: today in the region's zone, and the last day of the last period that asked (null = none has). */
export interface OpeningClock {
  readonly today: LocalDate
  readonly askedUntil: LocalDate | null
}

/** After a standstill, periods that ended longer ago than this are left to a person: nobody remembers their figures. */
const CATCH_UP_DAYS = 31

/** Past the longest wait for a first day, a year's. */
const FURTHEST_DAYS = 800

/**
 * The dispatch periods that the clock opens from now on, or should have opened, in order. One that had begun when the rhythm was set up,
 * and one that overlaps with what units have been asked, is opened by hand: nobody is asked within seconds of a slip in a form.
 */
function openings(rhythm: ClockedRhythm, { today, askedUntil }: OpeningClock): readonly ActPeriod[] {
  const { opensAfter, planYear } = rhythm
  if (opensAfter === null) return []
  const after = askedUntil !== null && askedUntil > opensAfter ? askedUntil : opensAfter
  const ending = actPeriods(rhythm, 'dispatch', addDays(today, -CATCH_UP_DAYS), addDays(today, FURTHEST_DAYS))
  return ending.filter(({ period }) => period.first > after && Number(period.id.slice(0, 4)) === planYear)
}

/** The periods whose first day has come and that are not open yet: the one of today, and after a standstill those in between. */
export function periodsToOpen(rhythm: ClockedRhythm, clock: OpeningClock): readonly ActPeriod[] {
  return openings(rhythm, clock).filter(({ period }) => period.first <= clock.today)
}

/** The period that the clock opens next; null where it opens none any more. */
export function nextOpening(rhythm: ClockedRhythm, clock: OpeningClock): ActPeriod | null {
  return openings(rhythm, clock)[0] ?? null
}

/**
 * When a period that the clock opened is due. Opened in its time, by its rule; opened after its last day or its due moment, because the
 * clock stood still, as many working days after the opening as the rule gives, one at least: nobody is late for what he was asked too late.
 */
export function dueWhenOpened(
  opened: ActPeriod,
  calendar: WorkCalendar,
  { openedAt, timeZone }: { readonly openedAt: string; readonly timeZone: string },
): string {
  const { period, rule } = opened
  const { dueAt } = dueDates(opened, calendar, timeZone)
  const day = localDateAt(openedAt, timeZone)
  if (day <= period.last && Date.parse(dueAt) > Date.parse(openedAt)) return dueAt
  return instantAt(addWorkdays(calendar, day, Math.max(1, rule.dueWorkdays)), rule.dueHour, timeZone)
}
