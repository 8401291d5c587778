import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import type { MetricShare } from './metric-shares.ts'
import { POINT_PLACES, TOTAL_PLACES } from './scheme.ts'
import type { Dimension, Scheme } from './scheme.ts'
import type { Adjustment, MetricScore, PanelRecord } from './types.ts'

/** Shares by metric id. */
export type Shares = ReadonlyMap<string, MetricShare>

const sumOf = (values: readonly (string | Dec)[]): Dec => values.reduce<Dec>((sum, value) => sum.plus(value), dec(0))

const isJudged = (shares: Shares, metricId: string): boolean => (shares.get(metricId)?.share ?? null) !== null

const judgedMetrics = (dimension: Dimension, shares: Shares) =>
  dimension.metrics.filter((metric) => isJudged(shares, metric.metricId))

/**
 * The points out of 100 that each metric can bring: dimension weights are spread over the dimensions that have something to judge,
 * and inside each over its judged metrics. Left-out metrics can bring nothing, and cost nothing.
 */
export function pointsAvailable(scheme: Scheme, shares: Shares): Map<string, Dec> {
  const judged = scheme.dimensions.filter((dimension) => judgedMetrics(dimension, shares).length > 0)
  const allWeight = sumOf(judged.map((dimension) => dimension.weight))
  const available = new Map<string, Dec>()
  for (const dimension of judged) {
    const metrics = judgedMetrics(dimension, shares)
    const inside = sumOf(metrics.map((metric) => metric.weight))
    for (const metric of metrics) {
      const points = dec(100).times(dimension.weight).times(metric.weight).dividedBy(allWeight.times(inside))
      available.set(metric.metricId, points)
    }
  }
  return available
}

/** Lowest and highest score of a panel and how many abstained. */
export function spreadOf(records: readonly PanelRecord[]): MetricScore['spread'] {
  const given = records
    .flatMap((record) => (record.score === null ? [] : [dec(record.score)]))
    .sort((a, b) => a.comparedTo(b))
  const [low, high] = [given[0], given.at(-1)]
  if (!low || !high) return null
  return { low: decimalText(low), high: decimalText(high), abstained: records.length - given.length }
}

/** The metric lines of a sheet: points = share × what the metric can bring, four places. */
export function metricScores(scheme: Scheme, shares: Shares, panel: readonly PanelRecord[]): MetricScore[] {
  const available = pointsAvailable(scheme, shares)
  return scheme.dimensions.flatMap((dimension) =>
    dimension.metrics.map((metric) => {
      const { metricId } = metric
      const known = shares.get(metricId)
      const outOf = available.get(metricId) ?? dec(0)
      const share = known?.share ?? null
      return {
        metricId,
        dimensionId: dimension.dimensionId,
        share: share === null ? null : decimalText(share),
        leftOut: known?.leftOut ?? null,
        outOf: decimalText(outOf.toDecimalPlaces(POINT_PLACES)),
        points: decimalText((share ?? dec(0)).times(outOf).toDecimalPlaces(POINT_PLACES)),
        trail: known?.trail ?? [],
        spread: metric.rule === 'panel' ? spreadOf(panel.filter((record) => record.metricId === metricId)) : null,
      }
    }),
  )
}

/** Bonus and deduction, each up to its cap. */
export function adjustmentsOf(
  adjustments: readonly Adjustment[],
  scheme: Scheme,
): { readonly bonus: Dec; readonly deduction: Dec } {
  const sum = (kind: Adjustment['kind'], cap: string): Dec => {
    const all = sumOf(adjustments.filter((adjustment) => adjustment.kind === kind).map(({ points }) => points))
    return all.clampedTo(0, cap)
  }
  return { bonus: sum('bonus', scheme.bonusCap), deduction: sum('deduction', scheme.deductionCap) }
}

/** The total: sum of the points as shown, plus bonus, less deduction, two places, never below 0. */
export function totalOf(
  metrics: readonly Pick<MetricScore, 'points'>[],
  bonus: Dec | string,
  deduction: Dec | string,
): Dec {
  const total = sumOf(metrics.map(({ points }) => points))
    .plus(bonus)
    .minus(deduction)
  return (total.lt(0) ? dec(0) : total).toDecimalPlaces(TOTAL_PLACES)
}
