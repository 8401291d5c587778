import { dec } from '#core/kit'
import type { Dec } from '#core/kit'
import type { Target } from '#core/plan'
import { directionOf, figuresAreFalls, figuresAreRates } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'

/**
 * How an item is judged. way: an amount or a state to be reached along a pace · cap: a total not to be exceeded · hold: true at every
 * reading · rate: a gap in points · once: happened or not · verdict: judged on its due day (rank, relative, qualitative) · redLine.
 */
export type Judging = 'way' | 'cap' | 'hold' | 'rate' | 'once' | 'verdict' | 'redLine'

/** Which way of judging fits a target; measure and operator that contradict each other are settled by the operator. */
export function judgingOf(target: Target, region: TargetRegion): Judging {
  if (target.kind === 'redLine') return 'redLine'
  if (figuresAreRates(target)) return 'rate'
  if (target.measure === 'hold' || directionOf(region) === 'band') return 'hold'
  if (target.kind === 'rank' || target.kind === 'relative' || target.kind === 'qualitative') return 'verdict'
  if (target.measure === 'cap') return 'cap'
  const less = directionOf(region) === 'less'
  if (target.measure === 'flow') return less ? 'cap' : 'way'
  return target.measure === 'once' ? 'once' : 'way'
}

/** The way from where the year began to what was promised; `length` is positive where there is a way to go. */
export interface Way {
  readonly base: Dec
  readonly length: Dec
  /** 1 where more is better, −1 where less is. */
  readonly sign: 1 | -1
}

/** The way of a target that is judged as one; null where the baseline is not known. */
export function wayOf(target: Target, region: TargetRegion): Way | null {
  const sign = directionOf(region) === 'less' ? -1 : 1
  const base = baseOf(target)
  return base === null ? null : { base, sign, length: region.stated.minus(base).times(sign) }
}

function baseOf(target: Target): Dec | null {
  if (target.measure === 'flow' || target.measure === 'once' || figuresAreFalls(target)) return dec(0)
  return target.baseline === null ? null : dec(target.baseline)
}

/** How far a value has moved along a way. */
export const movedAlong = (way: Way, value: Dec): Dec => value.minus(way.base).times(way.sign)
