import type { Accumulation, Target } from '#core/plan'
import { isCounted } from './pace.ts'
import type { Judging } from './way.ts'

/** A running total of what should be few (事故起数下降) is low early in every year; what is left of a list only shrinks. */
const listShrinks = (target: Target, accumulation: Accumulation): boolean =>
  isCounted(target) && target.kind !== 'decline' && accumulation !== 'yearToDate'

function staysReached(target: Target, accumulation: Accumulation): boolean {
  switch (target.measure) {
    case 'flow':
    case 'once':
      return true
    case 'stock':
      return isCounted(target)
    case 'reduce':
      return listShrinks(target, accumulation)
    case 'hold':
    case 'cap':
      return false
  }
}

/**
 * Whether a target that was met before its last day counts as met there and then, because what was reached is not undone by the
 * rest of the year: amounts that grow from 0 (flow), what happened (once), single things that were gained (stock in 家, 个) or struck
 * off a list (reduce, 清零). Everything else waits for the figure of the last day: rates and growth, held states, caps, red lines, ranks,
 * shares, concentrations, balances and other states that are measured anew each time. Decided where domain.md says only "met and
 * verified": 社零 5.6% at mid-year says nothing yet of the year's 5.5%.
 */
export function staysMet(target: Target, accumulation: Accumulation, judging: Judging): boolean {
  switch (judging) {
    case 'once':
      return true
    case 'way':
      return staysReached(target, accumulation)
    case 'verdict':
      return target.kind === 'qualitative' && target.measure === 'once'
    case 'rate':
    case 'hold':
    case 'cap':
    case 'redLine':
      return false
  }
}
