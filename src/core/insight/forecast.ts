import { dayNumber, dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import { paceAt } from './pace.ts'
import { readingsOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { isInside, targetRegion } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'
import type { IndicatorInput } from './types.ts'
import { judgingOf } from './way.ts'

/** A forecast needs at least this many figures (domain.md, Projected end). */
export const FIGURES_FOR_FORECAST = 3

/** Where the last trend leads on the due day, with the spread of past deviations. Sorts attention, never scores. */
export interface ProjectedEnd {
  readonly end: string
  readonly low: string
  readonly high: string
  /** Whether the projected end meets the target. */
  readonly meets: boolean
  readonly figures: number
}

interface Point {
  readonly at: Dec
  readonly value: Dec
}

/** Share of the way passed by the clock of the trajectory; days where the trajectory stands still (step). */
function pointsOf(input: IndicatorInput, readings: readonly Reading[]): Point[] {
  const along = readings.map((reading) => ({
    at: paceAt(input.trajectory, input.span, reading.asOf, input.calendar),
    value: reading.value,
  }))
  const moves = along.every((point, index) => index === 0 || point.at.gt(along[index - 1]?.at ?? 0))
  if (moves) return along
  const [first, last] = [dayNumber(input.span.from) - 1, dayNumber(input.span.to)]
  const days = Math.max(1, last - first)
  return readings.map((reading) => ({
    at: dec(dayNumber(reading.asOf) - first)
      .dividedBy(days)
      .clampedTo(0, 1),
    value: reading.value,
  }))
}

/** Change of value per unit of the way between two points; 0 where they stand at the same place. */
function slope(from: Point, to: Point): Dec {
  const run = to.at.minus(from.at)
  return run.lte(0) ? dec(0) : to.value.minus(from.value).dividedBy(run)
}

/** Mean miss, per unit of the way, of carrying each pair of neighbours on to the next figure. */
function pastDeviation(points: readonly Point[]): Dec {
  let [sum, count] = [dec(0), 0]
  for (let index = 2; index < points.length; index += 1) {
    const [a, b, c] = [points[index - 2], points[index - 1], points[index]]
    if (!a || !b || !c || c.at.lte(b.at)) continue
    sum = sum.plus(slope(b, c).minus(slope(a, b)).abs())
    count += 1
  }
  return count === 0 ? dec(0) : sum.dividedBy(count)
}

/** Rates do not run along a way: the mean of the last three figures, with their mean deviation. */
function rateEnd(readings: readonly Reading[]): { end: Dec; spread: Dec } {
  const last = readings.slice(-FIGURES_FOR_FORECAST).map((reading) => reading.value)
  const mean = last.reduce((sum, value) => sum.plus(value), dec(0)).dividedBy(last.length)
  const spread = last.reduce((sum, value) => sum.plus(value.minus(mean).abs()), dec(0)).dividedBy(last.length)
  return { end: mean, spread }
}

function wayEnd(points: readonly Point[]): { end: Dec; spread: Dec } | null {
  const [start, last] = [points.at(-FIGURES_FOR_FORECAST), points.at(-1)]
  if (!start || !last) return null
  const rest = dec(1).minus(last.at)
  return { end: last.value.plus(slope(start, last).times(rest)), spread: pastDeviation(points).times(rest) }
}

/** The projected end of an indicator; null with fewer than three figures, or where an end cannot be projected. */
export function projectedEnd(input: IndicatorInput): ProjectedEnd | null {
  const known = input.figures.filter((figure) => figure.asOf <= input.clock)
  const readings = readingsOf(input.target, input.accumulation, known)
  const latest = readings.at(-1)
  const region = latest ? targetRegion(input.target, latest.comparedWith) : null
  if (!latest || !region || readings.length < FIGURES_FOR_FORECAST) return null
  const judging = judgingOf(input.target, region)
  if (judging === 'rate' || judging === 'hold') return projected(region, rateEnd(readings), readings.length)
  if (judging !== 'way' && judging !== 'cap') return null
  const end = wayEnd(pointsOf(input, readings))
  return end && projected(region, end, readings.length)
}

function projected(region: TargetRegion, { end, spread }: { end: Dec; spread: Dec }, figures: number): ProjectedEnd {
  const text = (value: Dec): string => decimalText(value.toDecimalPlaces(4))
  const meets = isInside(region, end.toDecimalPlaces(4))
  return { end: text(end), low: text(end.minus(spread)), high: text(end.plus(spread)), meets, figures }
}
