import { dec, decimalText } from '#core/kit'
import { shareOfTrail } from './metric-shares.ts'
import { POINT_PLACES } from './scheme.ts'
import type { Metric, Scheme } from './scheme.ts'
import { adjustmentsOf, pointsAvailable, totalOf } from './score-sheet.ts'
import type { MetricScore, ScoreSheet } from './types.ts'

/** A place where a sheet does not follow from its own trail. */
export interface TrailFault {
  readonly metricId: string | null
  readonly shown: string
  readonly recomputed: string
}

/** The share that the lines of a trail give; conduct takes a step for each line, the others are weighted means. */
function recomputedShare(metric: Metric, score: MetricScore, scheme: Scheme): string | null {
  if (score.leftOut !== null) return null
  if (metric.rule === 'conduct') {
    const taken = dec(scheme.conductStep).times(score.trail.length)
    return decimalText(dec(1).minus(taken).clampedTo(0, 1))
  }
  const share = shareOfTrail(score.trail)
  return share === null ? null : decimalText(share)
}

function faultsOfMetrics(scheme: Scheme, sheet: ScoreSheet): TrailFault[] {
  const shares = new Map(
    sheet.metrics.map((score) => [
      score.metricId,
      { share: score.share === null ? null : dec(score.share), leftOut: score.leftOut, trail: score.trail },
    ]),
  )
  const available = pointsAvailable(scheme, shares)
  return scheme.dimensions.flatMap((dimension) =>
    dimension.metrics.flatMap((metric) => {
      const { metricId } = metric
      const score = sheet.metrics.find((known) => known.metricId === metricId)
      if (!score) return [{ metricId, shown: '', recomputed: 'missing' }]
      const share = recomputedShare(metric, score, scheme)
      if (share !== score.share) return [{ metricId, shown: score.share ?? '', recomputed: share ?? '' }]
      const outOf = available.get(metricId) ?? dec(0)
      const points = decimalText(
        dec(share ?? 0)
          .times(outOf)
          .toDecimalPlaces(POINT_PLACES),
      )
      return points === score.points ? [] : [{ metricId, shown: score.points, recomputed: points }]
    }),
  )
}

/** Recomputes a score sheet from its trail alone: shares, points, total. An empty list means that every digit is the same. */
export function recompute(scheme: Scheme, sheet: ScoreSheet): TrailFault[] {
  const { bonus, deduction } = adjustmentsOf(sheet.adjustments, scheme)
  const total = decimalText(totalOf(sheet.metrics, bonus, deduction))
  const ofTotal = total === sheet.total ? [] : [{ metricId: null, shown: sheet.total, recomputed: total }]
  return [...faultsOfMetrics(scheme, sheet), ...ofTotal]
}
