import { accept, isLocalDate, parseDecimal, refuse } from '#core/kit'
import type { Dec, LocalDate, Result } from '#core/kit'
import type { Target, Trajectory, TrajectoryPoint } from '#core/plan'
import { targetRegion } from './target-region.ts'
import type { DateSpan } from './types.ts'
import { judgingOf } from './way.ts'

/** Most points of a trajectory: every dekad of three years. */
const MOST_POINTS = 108

/** Whether an item runs along a way, so that it can have a trajectory: rates, held states and verdicts have none. */
export function hasTrajectory(target: Target): boolean {
  const region = targetRegion(target)
  if (region === null) return false
  const judging = judgingOf(target, region)
  return judging === 'way' || judging === 'cap'
}

/** Checks a trajectory that a person states, against the span of its target. A refusal names the point. */
export function checkTrajectory(trajectory: Trajectory, target: Target, span: DateSpan): Result<Trajectory> {
  if (!hasTrajectory(target)) return refuse('schedule.noWay')
  switch (trajectory.kind) {
    case 'linear':
    case 'workdays':
      return accept(trajectory)
    case 'seasonal':
      return checkMonths(trajectory)
    case 'stated':
      return checkPoints(trajectory.points, span, trajectory)
    case 'step':
      return trajectory.points === undefined || trajectory.points.length === 0
        ? accept({ kind: 'step' })
        : checkPoints(trajectory.points, span, trajectory)
  }
}

function checkMonths(trajectory: Extract<Trajectory, { kind: 'seasonal' }>): Result<Trajectory> {
  const { monthShares } = trajectory
  if (monthShares.length !== 12) return refuse('schedule.monthsNotTwelve', { count: monthShares.length })
  const figures = monthShares.map((text) => parseDecimal(text))
  const wrong = figures.findIndex((figure) => figure === null || figure.lt(0))
  if (wrong >= 0)
    return refuse(
      'schedule.monthNotFigure',
      { month: wrong + 1, text: monthShares[wrong] ?? '' },
      `monthShares.${wrong}`,
    )
  if (figures.every((figure) => figure?.isZero())) return refuse('schedule.monthsAllZero')
  return accept({ kind: 'seasonal', monthShares: figures.map((figure) => figure?.toFixed() ?? '0') })
}

interface Placed {
  readonly on: LocalDate
  readonly value: Dec
}

function checkPoints(
  points: readonly TrajectoryPoint[],
  span: DateSpan,
  trajectory: Extract<Trajectory, { kind: 'stated' | 'step' }>,
): Result<Trajectory> {
  if (points.length === 0) return refuse('schedule.noPoints')
  if (points.length > MOST_POINTS) return refuse('schedule.tooManyPoints', { most: MOST_POINTS })
  let before: Placed | null = null
  for (const [index, point] of points.entries()) {
    const placed = checkPoint(point, index, span, before)
    if (!placed.ok) return placed
    before = placed.value
  }
  const last = points.length - 1
  if (before === null || before.on !== span.to || !before.value.eq(1))
    return refuse('schedule.endMissed', { due: span.to, no: last + 1, on: before?.on ?? '' }, `points.${last}`)
  return accept({ kind: trajectory.kind, points: points.map(({ on, value }) => ({ on, value: fixed(value) })) })
}

const fixed = (text: string): string => parseDecimal(text)?.toFixed() ?? text

function checkPoint(
  { on, value }: TrajectoryPoint,
  index: number,
  span: DateSpan,
  before: Placed | null,
): Result<Placed> {
  const at = (field: string): string => `points.${index}.${field}`
  const no = index + 1
  if (!isLocalDate(on) || on < span.from || on > span.to)
    return refuse('schedule.pointOutside', { no, on, from: span.from, to: span.to }, at('on'))
  if (before !== null && on <= before.on) return refuse('schedule.pointOrder', { no, on, before: before.on }, at('on'))
  const share = parseDecimal(value)
  if (share === null || share.lt(0) || share.gt(1)) return refuse('schedule.pointNotShare', { no, on }, at('value'))
  if (before !== null && share.lt(before.value))
    return refuse('schedule.pointFalls', { no, on, before: before.on }, at('value'))
  return accept({ on, value: share })
}
