import { decimalText, periodById, periodOf, periodsEndingIn } from '#core/kit'
import type { Dec, LocalDate, PeriodKind, WorkCalendar } from '#core/kit'
import type { Target, Trajectory } from '#core/plan'
import { askedMove } from './figure-rules.ts'
import { exactPaceAt, isCounted, PACE_PLACES } from './pace.ts'
import type { DatedValue } from './sparkline.ts'
import { targetRegion } from './target-region.ts'
import type { DateSpan } from './types.ts'
import { judgingOf, wayOf } from './way.ts'

/** What an indicator's way depends on besides its figures. */
export interface WayInput {
  readonly target: Target
  readonly trajectory: Trajectory
  readonly span: DateSpan
  readonly calendar: WorkCalendar
}

/** One line of a trajectory as a table: what is asked at the end of a period. Decimals are strings. */
export interface TrajectoryRow {
  readonly periodId: string
  /** The period's last day, or the due day inside it. */
  readonly on: LocalDate
  /** Share of the way, six places. */
  readonly pace: string
  /** In the target's unit; null where no amount can be asked (a state without baseline). */
  readonly asked: string | null
}

/**
 * The amount that stands for a share of the way: base and share × way; for a cap the share that may be used. Null where the target has no
 * way, or its baseline is not known.
 */
export function amountAt(target: Target, share: Dec): Dec | null {
  const region = targetRegion(target)
  if (region === null) return null
  const judging = judgingOf(target, region)
  if (judging === 'cap') return region.stated.times(share).toDecimalPlaces(PACE_PLACES)
  const way = judging === 'way' ? wayOf(target, region) : null
  return way === null ? null : way.base.plus(askedMove(way, share, isCounted(target)).times(way.sign))
}

/** What is asked on a day, in the target's unit; null as in `amountAt`. */
export function askedOn({ target, trajectory, span, calendar }: WayInput, on: LocalDate): Dec | null {
  return amountAt(target, exactPaceAt(trajectory, span, on, calendar))
}

/** The periods of a kind along a span, each with its last day; the last one ends on the due day, whether or not it is over then. */
export function periodsAlong(
  kind: PeriodKind,
  span: DateSpan,
): readonly { readonly periodId: string; readonly on: LocalDate }[] {
  const whole = periodsEndingIn(kind, span.from, span.to).map(({ id, last }) => ({ periodId: id, on: last }))
  const end = periodOf(kind, span.to)
  return end.last === span.to ? whole : [...whole, { periodId: end.id, on: span.to }]
}

/** A trajectory as a table by dekad, month or quarter. */
export function trajectoryTable(input: WayInput, kind: 'dekad' | 'month' | 'quarter'): TrajectoryRow[] {
  return periodsAlong(kind, input.span).map(({ periodId, on }) => {
    const pace = exactPaceAt(input.trajectory, input.span, on, input.calendar)
    const asked = amountAt(input.target, pace)
    return { periodId, on, pace: decimalText(pace.toDecimalPlaces(PACE_PLACES)), asked: asked && decimalText(asked) }
  })
}

/** The figure that stood at the end of a line's period; one from inside it would be held against more than was asked of it. */
export function figureAtEnd(
  { periodId, on }: Pick<TrajectoryRow, 'periodId' | 'on'>,
  figures: readonly DatedValue[],
): string | null {
  const { last } = periodById(periodId)
  return figures.find((figure) => figure.on >= on && figure.on <= last)?.value ?? null
}
