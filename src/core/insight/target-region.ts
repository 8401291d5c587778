import { dec } from '#core/kit'
import type { Dec } from '#core/kit'
import type { Target } from '#core/plan'

/** 左右 is met from this share of the stated value on (domain.md, Progress: ≈ met from 95 % up). */
const ABOUT_SHARE = '0.05'

/**
 * The readings that meet a target, as an interval; an open end is not itself met (突破 = more than). A missing end is unbounded.
 * `stated` is the value that progress and pace run to: the promise itself, without the leniency of 左右.
 */
export interface TargetRegion {
  readonly low: Dec | null
  readonly lowOpen: boolean
  readonly high: Dec | null
  readonly highOpen: boolean
  readonly stated: Dec
}

/** Which way is better: more, less, or neither (a band that is to be kept). */
export type Direction = 'more' | 'less' | 'band'

const atLeast = (stated: Dec, open = false, slack: Dec = dec(0)): TargetRegion => ({
  low: stated.minus(slack),
  lowOpen: open,
  high: null,
  highOpen: false,
  stated,
})

const atMost = (stated: Dec, open = false, slack: Dec = dec(0)): TargetRegion => ({
  low: null,
  lowOpen: false,
  high: stated.plus(slack),
  highOpen: open,
  stated,
})

const slackOf = (target: Target, amount: Dec): Dec => (target.op === '~' ? amount.abs().times(ABOUT_SHARE) : dec(0))

/** Units in which a fall is a share of the baseline; 个百分点 and everything else is an amount. */
const isPercent = (unit: string): boolean => unit === '%' || unit === '％'

/**
 * Whether the figures of a decline (下降14%) are the falls themselves, as releases give them. With a baseline and a measure of
 * state the figures are levels, and the fall is turned into the level that it leads to.
 */
export function figuresAreFalls(target: Target): boolean {
  return target.kind === 'decline' && (target.baseline === null || target.measure === 'flow')
}

/** Whether the figures are rates that are taken from a release and judged by their gap in points. */
export function figuresAreRates(target: Target): boolean {
  if (target.kind === 'growth') return true
  return figuresAreFalls(target) && isPercent(target.unit) && target.measure !== 'flow'
}

function levelAfterFall(target: Target, value: Dec, baseline: Dec): TargetRegion {
  const fall = isPercent(target.unit) ? baseline.abs().times(value).dividedBy(100) : value
  const level = baseline.minus(fall)
  if (target.op === '<=' || target.op === '<') return atLeast(level, target.op === '<')
  return atMost(level, target.op === '>', slackOf(target, fall))
}

function heldRegion(target: Target, value: Dec, high: Dec): TargetRegion {
  if (target.op === '>=' || target.op === '>') return atLeast(value, target.op === '>')
  if (target.op === '<=' || target.op === '<') return atMost(high, target.op === '<')
  const slack = slackOf(target, value)
  return { ...atLeast(value, false, slack), high: high.plus(slack) }
}

function reachedRegion(target: Target, value: Dec, high: Dec): TargetRegion {
  const toZero = target.op === '=' && value.isZero()
  if (toZero || target.op === '<=' || target.op === '<') return atMost(high, target.op === '<')
  return atLeast(value, target.op === '>', slackOf(target, value))
}

function comparedRegion(target: Target, compared: string | null): TargetRegion | null {
  if (compared === null) return null
  const bound = dec(compared).plus(target.value ?? 0)
  if (target.op === '<=' || target.op === '<') return atMost(bound, target.op === '<')
  if (target.op === '=' && target.measure === 'hold') return { ...atLeast(bound), high: bound }
  return atLeast(bound, target.op === '>', slackOf(target, bound))
}

/**
 * The readings that meet the target; null where the target states no value, or a relative one lacks its counterpart.
 * A range (2—3条) is met from its low end, or down from its high end where less is better.
 */
export function targetRegion(target: Target, comparedWith: string | null = null): TargetRegion | null {
  if (target.kind === 'qualitative') return atLeast(dec(1))
  if (target.kind === 'relative') return comparedRegion(target, comparedWith)
  if (target.kind === 'redLine') return atMost(dec(target.value ?? 0), target.op === '<')
  if (target.value === null) return null
  const value = dec(target.value)
  const high = dec(target.valueHigh ?? target.value)
  if (target.kind === 'rank') return atMost(high, target.op === '<')
  if (target.kind === 'decline' && target.baseline !== null && !figuresAreFalls(target))
    return levelAfterFall(target, value, dec(target.baseline))
  if (target.measure === 'cap') return atMost(high, target.op === '<')
  if (target.measure === 'hold') return heldRegion(target, value, high)
  if (target.measure === 'reduce' && target.kind !== 'decline' && target.kind !== 'growth')
    return atMost(high, target.op === '<', slackOf(target, high))
  return reachedRegion(target, value, high)
}

/** Which way is better in a region. */
export function directionOf(region: TargetRegion): Direction {
  if (region.low !== null && region.high !== null) return 'band'
  return region.low !== null ? 'more' : 'less'
}

/** Whether a reading meets the target. */
export function isInside(region: TargetRegion, value: Dec): boolean {
  const { low, high } = region
  const aboveLow = low === null || (region.lowOpen ? value.gt(low) : value.gte(low))
  const belowHigh = high === null || (region.highOpen ? value.lt(high) : value.lte(high))
  return aboveLow && belowHigh
}

/** How far a reading is from the region; 0 inside it and on an open end. */
export function distanceTo(region: TargetRegion, value: Dec): Dec {
  if (region.low !== null && value.lt(region.low)) return region.low.minus(value)
  if (region.high !== null && value.gt(region.high)) return value.minus(region.high)
  return dec(0)
}
