import { dec, decimalText, type LocalDate } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import type { RateParts } from '#core/reporting'

/** How many of the uncovered are named; the rest stands in the list that the office keeps. */
const NAMED = 3

/** The parts that a unit states with a rate of the story: as many as make the told rate exact. */
export function partsOfRate(item: IndicatorItem, figure: string, day: LocalDate, unitName: string): RateParts {
  const { unit, kind } = item.target
  const rate = dec(figure)
  const whole = dec(unit === '‰' ? 1000 : 100).times(dec(10).pow(rate.decimalPlaces()))
  const covered = rate.times(dec(10).pow(rate.decimalPlaces()))
  const left = whole.minus(covered)
  const named = kind === 'coverage' && left.gt(0) ? Math.min(NAMED, left.floor().toNumber()) : 0
  return {
    numerator: decimalText(covered),
    denominator: decimalText(whole),
    keptBy: unitName,
    asOf: day,
    document: `《${item.title}台账》`,
    uncovered: Array.from({ length: named }, (_, at) => `登记第${at + 1}号`),
  }
}
