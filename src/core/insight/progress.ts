import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import type { Target } from '#core/plan'
import type { Reading } from './reading.ts'
import { directionOf, isInside } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'
import type { Progress, Standing } from './types.ts'
import { judgingOf, movedAlong, wayOf } from './way.ts'

/** Shares are rounded half up to this many places. */
export const SHARE_PLACES = 6

/** Growth is rolled up and scored as 1 − gap ÷ max(target, this many points) (domain.md, Evaluation). */
const GROWTH_FLOOR_POINTS = 3

const nothing: Progress = { met: null, share: null, gap: null, used: null, note: 'noFigure' }

const shareText = (share: Dec): string => decimalText(share.toDecimalPlaces(SHARE_PLACES))

/** The gap of a rate in points, positive while the target is not reached. */
export function gapOf(region: TargetRegion, value: Dec): Dec {
  const gap = region.stated.minus(value)
  return directionOf(region) === 'less' ? gap.negated() : gap
}

/** Attainment of a growth target: 1 − gap ÷ max(target, 3 points), floored at 0, uncapped above. */
export function growthAttainment(gap: Dec, stated: Dec): Dec {
  const share = dec(1).minus(gap.dividedBy(stated.abs().clampedTo(GROWTH_FLOOR_POINTS, '1e30')))
  return share.lt(0) ? dec(0) : share
}

/** Share of the way gone; already there = met, so that nothing is divided by zero or less. */
function wayProgress(target: Target, region: TargetRegion, reading: Reading, met: boolean): Progress {
  const way = wayOf(target, region)
  if (way === null) return { ...nothing, met, note: 'noBaseline' }
  if (way.length.lte(0)) return { ...nothing, met, share: met ? '1' : '0', note: null }
  const share = movedAlong(way, reading.value).dividedBy(way.length)
  return { ...nothing, met, share: shareText(share), note: null }
}

function capProgress(region: TargetRegion, reading: Reading, met: boolean): Progress {
  const limit = region.stated
  const used = limit.gt(0) ? shareText(reading.value.dividedBy(limit)) : null
  return { ...nothing, met, used, note: null }
}

/**
 * How far an item is at a reading, by its measure (domain.md, Progress). Never divides by zero or less; a missing figure,
 * baseline or counterpart leaves the share out and says why.
 */
export function progressAt(target: Target, region: TargetRegion | null, reading: Reading | null): Progress {
  if (reading === null) return nothing
  if (region === null) return { ...nothing, note: target.kind === 'relative' ? 'noComparison' : 'noFigure' }
  const met = isInside(region, reading.value)
  switch (judgingOf(target, region)) {
    case 'way':
      return wayProgress(target, region, reading, met)
    case 'once':
      return { ...nothing, met, share: met ? '1' : '0', note: null }
    case 'cap':
      return capProgress(region, reading, met)
    case 'rate':
      return rateProgress(region, reading, met)
    case 'hold':
    case 'verdict':
    case 'redLine':
      return { ...nothing, met, note: null }
  }
}

function rateProgress(region: TargetRegion, reading: Reading, met: boolean): Progress {
  const gap = gapOf(region, reading.value)
  const share = shareText(growthAttainment(gap, region.stated))
  return { ...nothing, met, gap: decimalText(gap), share, note: null }
}

/**
 * What an item brings to a roll-up and to a score: its share between 0 and 1; what has no share counts 1 met, 0 missed;
 * null (left out) where it cannot be told.
 */
export function cappedShare(progress: Progress): Dec | null {
  if (progress.share !== null) return dec(progress.share).clampedTo(0, 1)
  if (progress.met === null) return null
  return progress.note === 'noBaseline' && !progress.met ? null : dec(progress.met ? 1 : 0)
}

/**
 * The percent that may stand beside a light: how far along its way an item is, or how much of a cap is used. None for a rate, whose gap
 * is told in points, nor for a task that takes its light from its indicators, whatever became of its own nodes.
 */
export function shareBesideLight({ progress, why }: Pick<Standing, 'progress' | 'why'>): string | null {
  if (progress.gap !== null || why.some(({ rule }) => rule === 'indicatorOfTask')) return null
  return progress.share ?? progress.used
}
