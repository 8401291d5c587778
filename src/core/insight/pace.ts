import { countWorkdays, dateOfDay, dayNumber, dec, lastDayOfMonth } from '#core/kit'
import type { Dec, LocalDate, WorkCalendar } from '#core/kit'
import type { Target, Trajectory, TrajectoryPoint } from '#core/plan'
import { countedUnits } from './counted-units.data.ts'
import type { DateSpan } from './types.ts'

/** Pace is rounded half up to this many places, so that what it asks for can be recomputed by hand. */
export const PACE_PLACES = 6

/** A target of at most this many counted things steps on its due date (domain.md, Pace and lights). */
const FEW = 10

/** Whether the target counts single things (家, 个, 户 …): then what is asked is rounded down. 万户 and fractions are not. */
export function isCounted(target: Target): boolean {
  if (!countedUnits.has(target.unit) || target.value === null) return false
  return dec(target.value).isInteger() && (target.baseline === null || dec(target.baseline).isInteger())
}

/**
 * The span of a target in the plan of a year: from 1 January, whenever the plan was issued, to its due day. A target due before
 * the plan's year (kept for the record) has its own year as its span.
 */
export function targetSpan(target: Target, planYear: number): DateSpan {
  const year = Math.min(planYear, Number(target.due.slice(0, 4)))
  return { from: `${year}-01-01`, to: target.due }
}

/**
 * The trajectory that a target gets where the plan states none: few counted things and figures that another body recognises step
 * on the due date; the rest runs linear, or by last year's months once they are known. Caps are used up evenly.
 */
export function defaultTrajectory(
  target: Target,
  known: { readonly recognised?: boolean; readonly lastYearMonths?: readonly string[] } = {},
): Trajectory {
  if (target.measure === 'cap') return { kind: 'linear' }
  const few = isCounted(target) && dec(target.value ?? 0).lte(FEW)
  const judgedOnce = ['rank', 'relative', 'qualitative'].includes(target.kind) || target.measure === 'once'
  if (few || judgedOnce || known.recognised === true) return { kind: 'step' }
  if (target.measure === 'flow' && known.lastYearMonths?.length === 12)
    return { kind: 'seasonal', monthShares: known.lastYearMonths }
  return { kind: 'linear' }
}

const daysIn = (from: LocalDate, to: LocalDate): number => Math.max(0, dayNumber(to) - dayNumber(from) + 1)

const linear = (span: DateSpan, on: LocalDate): Dec => dec(daysIn(span.from, on)).dividedBy(daysIn(span.from, span.to))

function byWorkdays(span: DateSpan, on: LocalDate, calendar: WorkCalendar): Dec {
  const all = countWorkdays(calendar, span.from, span.to)
  return all === 0 ? linear(span, on) : dec(countWorkdays(calendar, span.from, on)).dividedBy(all)
}

/** Each month weighs what it weighed last year; inside a month the days weigh the same. Negative months weigh nothing. */
function seasonal(shares: readonly string[], span: DateSpan, on: LocalDate): Dec {
  let [passed, all] = [dec(0), dec(0)]
  for (let first = span.from; first <= span.to;) {
    const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))]
    const monthEnd = lastDayOfMonth(year, month)
    const monthDays = daysIn(`${first.slice(0, 7)}-01`, monthEnd)
    const weight = dec(shares[month - 1] ?? 0).clampedTo(0, '1e30')
    const end = monthEnd < span.to ? monthEnd : span.to
    const perDay = weight.dividedBy(monthDays)
    all = all.plus(perDay.times(daysIn(first, end)))
    passed = passed.plus(perDay.times(daysIn(first, end < on ? end : on)))
    first = dateOfDay(dayNumber(monthEnd) + 1)
  }
  return all.lte(0) ? linear(span, on) : passed.dividedBy(all)
}

/** Straight lines between the stated points, from 0 before the first day to 1 on the last. */
function stated(points: readonly TrajectoryPoint[], span: DateSpan, on: LocalDate): Dec {
  const known = points.filter((point) => point.on >= span.from && point.on < span.to)
  const sorted = [...known].sort((a, b) => dayNumber(a.on) - dayNumber(b.on))
  let before = { day: dayNumber(span.from) - 1, value: dec(0) }
  for (const point of [...sorted, { on: span.to, value: lastStated(points, span) }]) {
    const after = { day: dayNumber(point.on), value: dec(point.value) }
    const day = dayNumber(on)
    if (day <= after.day) {
      const share = after.day > before.day ? dec(day - before.day).dividedBy(after.day - before.day) : dec(1)
      return before.value.plus(after.value.minus(before.value).times(share))
    }
    before = after
  }
  return dec(1)
}

const lastStated = (points: readonly TrajectoryPoint[], span: DateSpan): string =>
  points.find((point) => point.on === span.to)?.value ?? '1'

/** What the last node up to a day asks for; nothing before the first one. */
function stepped(points: readonly TrajectoryPoint[], on: LocalDate): Dec {
  const passed = points.filter((point) => point.on <= on).map((point) => dec(point.value))
  return passed.reduce((most, value) => (value.gt(most) ? value : most), dec(0))
}

function rawPace(trajectory: Trajectory, span: DateSpan, on: LocalDate, calendar: WorkCalendar): Dec {
  switch (trajectory.kind) {
    case 'linear':
      return linear(span, on)
    case 'workdays':
      return byWorkdays(span, on, calendar)
    case 'seasonal':
      return seasonal(trajectory.monthShares, span, on)
    case 'stated':
      return stated(trajectory.points, span, on)
    case 'step':
      return stepped(trajectory.points ?? [], on)
  }
}

/** What is asked for is worked out from this many places, so that a stated amount comes out as it was stated. */
const EXACT_PLACES = 12

/** The pace before it is rounded for reading: what amounts are worked out from. */
export function exactPaceAt(trajectory: Trajectory, span: DateSpan, on: LocalDate, calendar: WorkCalendar): Dec {
  if (on < span.from) return dec(0)
  if (on >= span.to) return dec(1)
  return rawPace(trajectory, span, on, calendar).clampedTo(0, 1).toDecimalPlaces(EXACT_PLACES)
}

/**
 * 序时进度: the share of the way (0 to 1) that the clock asks for at the end of a day, rounded to six places. Always 0 before the
 * span and 1 from its last day on, whatever the trajectory; a step moves on its nodes only, and asks for nothing before the first.
 */
export function paceAt(trajectory: Trajectory, span: DateSpan, on: LocalDate, calendar: WorkCalendar): Dec {
  return exactPaceAt(trajectory, span, on, calendar).toDecimalPlaces(PACE_PLACES)
}
