import { type EarlyWarning, earlyWarnings, type IndicatorInput, indicatorStanding } from '#core/insight'
import { type ProjectedEnd, projectedEnd, type Standing } from '#core/insight'

/** An indicator's standing, and where its trend leads; the trend is looked at on the live basis only. */
export interface Judgement {
  readonly standing: Standing
  readonly projected: ProjectedEnd | null
  /** What its trend warns of before the period closes. */
  readonly warnings: readonly EarlyWarning[]
}

/** What is said of the trend where nobody looks at it. */
export const noTrend = { projected: null, warnings: [] } as const

/** All that the live basis says of an indicator: a pure function of its input. */
export function liveJudgement(input: IndicatorInput): Judgement {
  const projected = projectedEnd(input)
  return { standing: indicatorStanding(input), projected, warnings: earlyWarnings(input, projected) }
}
