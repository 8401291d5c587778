import { dec } from '#core/kit'
import type { Dec, LocalDate } from '#core/kit'
import type { Accumulation, Target } from '#core/plan'
import { figuresAreRates } from './target-region.ts'
import type { Figure } from './types.ts'

/** The accumulated state of an item at its reference date. */
export interface Reading {
  readonly value: Dec
  readonly asOf: LocalDate
  readonly periodId: string
  readonly comparedWith: string | null
  /** Somebody besides the unit and the task-force office vouches for this value. */
  readonly verified: boolean
}

const byDate = (a: Figure, b: Figure): number => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0)

/** Periods' figures are added up only where a sum means something: rates, ranks, held states and yes-or-no do not add. */
function addsUp(target: Target): boolean {
  if (figuresAreRates(target) || target.measure === 'hold') return false
  return !['rank', 'relative', 'qualitative', 'coverage'].includes(target.kind)
}

/** A stock reported by period is its baseline and what was added (or taken away) since; without baseline it is not known. */
function startOf(target: Target): { start: Dec | null; sign: 1 | -1 } {
  const isState = target.measure === 'stock' || (target.measure === 'reduce' && target.kind !== 'decline')
  if (!isState) return { start: dec(0), sign: 1 }
  return { start: target.baseline === null ? null : dec(target.baseline), sign: target.measure === 'reduce' ? -1 : 1 }
}

function summed(target: Target, figures: readonly Figure[]): Reading[] {
  const { start, sign } = startOf(target)
  if (start === null) return []
  let [value, verified] = [start, true]
  return figures.map((figure) => {
    value = value.plus(dec(figure.value).times(sign))
    verified &&= figure.verifiedBy !== null
    return readingOf(figure, value, verified)
  })
}

const readingOf = (figure: Figure, value: Dec, verified: boolean): Reading => ({
  value,
  asOf: figure.asOf,
  periodId: figure.periodId,
  comparedWith: figure.comparedWith ?? null,
  verified,
})

/**
 * The accumulated readings of an item in order of date: running totals and states as they are, figures of periods summed
 * (domain.md: yearToDate, snapshot, perPeriod). Figures outside the span of the target's year are the caller's to leave out.
 */
export function readingsOf(target: Target, accumulation: Accumulation, figures: readonly Figure[]): Reading[] {
  const sorted = [...figures].sort(byDate)
  if (accumulation === 'perPeriod' && addsUp(target)) return summed(target, sorted)
  return sorted.map((figure) => readingOf(figure, dec(figure.value), figure.verifiedBy !== null))
}
