import { accept, dec, periodById, refuse } from '#core/kit'
import type { Result, Words } from '#core/kit'

/** How the share of a metric is computed; each rule is one file in this room. */
export type MetricRule = 'targets' | 'discipline' | 'keyTasks' | 'panel' | 'drive' | 'achievement' | 'conduct'

/** One metric; weights are decimal strings and are relative within their dimension. */
export interface Metric {
  readonly metricId: string
  readonly words: Words
  readonly rule: MetricRule
  readonly weight: string
  /** What a panel member is told to look at; panel metrics only. */
  readonly guidance?: Words
}

/** A group of metrics (三看, 三评, 三比); weights of dimensions are relative to each other. */
export interface Dimension {
  readonly dimensionId: string
  readonly words: Words
  readonly weight: string
  readonly metrics: readonly Metric[]
}

/** Who is compared with whom. */
export type LeagueKind = 'taskForces' | 'bureaus' | 'townships' | 'stateCompanies'

/** The rules of an evaluation: data, published and sealed before the period that they judge. */
export interface Scheme {
  readonly schemeId: string
  readonly version: number
  readonly words: Words
  readonly leagues: readonly LeagueKind[]
  readonly dimensions: readonly Dimension[]
  /** A missed strive loses this share of what a missed firm loses. */
  readonly striveLoss: string
  /** What a time node done late, but within the period, still counts. */
  readonly lateNodeShare: string
  /** What each refused claim, rebound or error found by others takes from the share of conduct. */
  readonly conductStep: string
  /** Most points that bonuses may add and deductions take. */
  readonly bonusCap: string
  readonly deductionCap: string
  /** A league of fewer is not ranked. */
  readonly smallestLeague: number
  /** Metrics that decide between equal totals, in order; who is still equal shares the rank. */
  readonly tieMetrics: readonly string[]
}

/** Shares are rounded half up to this many places, points to `POINT_PLACES`, totals to `TOTAL_PLACES`. */
export const SCORE_SHARE_PLACES = 6
/** Decimal places of points. */
export const POINT_PLACES = 4
/** Decimal places of a total. */
export const TOTAL_PLACES = 2

function metricFault(scheme: Scheme): Result<null> {
  const metrics = scheme.dimensions.flatMap((dimension) => dimension.metrics)
  const ids = metrics.map((metric) => metric.metricId)
  if (metrics.length === 0) return refuse('scheme.empty')
  if (new Set(ids).size < ids.length) return refuse('scheme.metricTwice')
  const weights = [...scheme.dimensions, ...metrics].map((weighted) => weighted.weight)
  if (weights.some((weight) => dec(weight).lte(0))) return refuse('scheme.weightNotPositive')
  const unguided = metrics.find((metric) => metric.rule === 'panel' && !metric.guidance)
  if (unguided) return refuse('scheme.panelWithoutGuidance', { metric: unguided.metricId })
  return scheme.tieMetrics.every((id) => ids.includes(id)) ? accept(null) : refuse('scheme.tieMetricUnknown')
}

/**
 * Checks a scheme before it is published: complete, and published before the first day of the period from which it judges; a new
 * version takes effect next period.
 */
export function checkScheme(scheme: Scheme, effectiveFrom: string, publishedOn: string): Result<null> {
  if (publishedOn >= periodById(effectiveFrom).first)
    return refuse('scheme.publishedTooLate', { period: effectiveFrom })
  return metricFault(scheme)
}
