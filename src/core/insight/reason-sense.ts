import type { Target } from '#core/plan'
import { directionOf, figuresAreFalls } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'

/**
 * In which sense a reason's numbers are meant where it is not "so much or more is asked": at most or below (控制在), at least or above
 * (保持), figures that are falls themselves (下降12%), a verdict without a figure, and a figure that is released and not reported. Stands among the reason's inputs as `sense`.
 */
export type ReasonSense = 'atMost' | 'below' | 'atLeast' | 'above' | 'fall' | 'verdict' | 'release'

/** What can be said: the senses, and 清零 where nothing is to be left. */
export type SaidSense = ReasonSense | 'zero'

/** The sense of a target's figures; null where more is better and that goes without saying. */
export function senseOf(target: Target, region: TargetRegion, isHeld: boolean): ReasonSense | null {
  if (target.kind === 'qualitative') return 'verdict'
  if (target.kind === 'rank') return null
  if (figuresAreFalls(target)) return 'fall'
  const direction = directionOf(region)
  if (direction === 'less') return region.highOpen ? 'below' : 'atMost'
  return isHeld && direction === 'more' ? (region.lowOpen ? 'above' : 'atLeast') : null
}
