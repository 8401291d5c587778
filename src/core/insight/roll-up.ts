import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import { cappedShare, SHARE_PLACES } from './progress.ts'
import type { Light, Standing } from './types.ts'

/** One item of a roll-up; weight is a decimal string, 1 where the plan states none. */
export interface Weighted {
  readonly standing: Pick<Standing, 'light' | 'progress'>
  readonly weight: string
}

/** How many items show each light, and how far they are on the whole. Never an average of colours. */
export interface RollUp {
  readonly count: number
  readonly lights: Readonly<Record<Light, number>>
  /** Weighted mean of the shares, each capped at 1; null where nothing can be told. */
  readonly progress: string | null
  /** Items that the mean leaves out because their progress cannot be told. */
  readonly leftOut: number
}

/** The roll-up of a unit, a campaign or a plan (domain.md: counts by colour and capped weighted progress). */
export function rollUp(items: readonly Weighted[]): RollUp {
  const lights: Record<Light, number> = { blue: 0, green: 0, yellow: 0, red: 0, grey: 0 }
  let [sum, weights, leftOut] = [dec(0), dec(0), 0]
  for (const { standing, weight } of items) {
    lights[standing.light] += 1
    const share = cappedShare(standing.progress)
    if (share === null || dec(weight).lte(0)) leftOut += 1
    else [sum, weights] = [sum.plus(share.times(weight)), weights.plus(weight)]
  }
  return { count: items.length, lights, progress: meanOf(sum, weights), leftOut }
}

function meanOf(sum: Dec, weights: Dec): string | null {
  return weights.gt(0) ? decimalText(sum.dividedBy(weights).toDecimalPlaces(SHARE_PLACES)) : null
}
