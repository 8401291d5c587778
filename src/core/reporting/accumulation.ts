import { dec, decimalText } from '#core/kit'
import type { Accumulation } from '#core/plan'
import type { CountedFigure } from './types.ts'

/** The figure that "no change" stands for: the same value for yearToDate and snapshot, 0 for perPeriod; null = nothing to repeat. */
export function unchangedFigure(accumulation: Accumulation, previous: string | null): string | null {
  return accumulation === 'perPeriod' ? '0' : previous
}

/** The accumulated value of a year's counted figures in order of period; null without figures. */
export function accumulated(accumulation: Accumulation, figures: readonly CountedFigure[]): string | null {
  const last = figures.at(-1)
  if (!last) return null
  if (accumulation !== 'perPeriod') return last.value
  return decimalText(figures.reduce((sum, figure) => sum.plus(figure.value), dec(0)))
}

/** How many of the latest figures in a row said "no change"; a long run is shown beside the item. */
export function noChangeRun(figures: readonly Pick<CountedFigure, 'noChange'>[]): number {
  const firstFromEnd = [...figures].reverse().findIndex((figure) => !figure.noChange)
  return firstFromEnd < 0 ? figures.length : firstFromEnd
}
