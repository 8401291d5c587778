import { accept, dec, decimalText, isLocalDate, parseDecimal, refuse } from '#core/kit'
import type { Dec, LocalDate, Result } from '#core/kit'
import type { IndicatorItem, PlanItem } from '#core/plan'

/** What a rate is made of (domain.md, Rates): the body that keeps the list, its day and document; never a bare percentage. */
export interface RateParts {
  /** Decimal strings in the same unit: 户, 万元. */
  readonly numerator: string
  readonly denominator: string
  /** The body that keeps the list behind the rate: 区卫健局. */
  readonly keptBy: string
  readonly asOf: LocalDate
  /** Title or number of the list or table. */
  readonly document: string
  /** Who or what is not covered yet, one name each; the rest stands in an attached list. */
  readonly uncovered: readonly string[]
}

/** A rate is rounded half up to this many places; its two parts stay exact. */
export const RATE_PLACES = 4

const wholes: Readonly<Record<string, number>> = { '%': 100, '％': 100, '‰': 1000 }

/** Whether the figure of an item is a share of something: 96 % of the households. Growth and falls are none: they compare two dates. */
export function isRate(item: PlanItem): item is IndicatorItem {
  if (item.kind !== 'indicator' || item.origin !== 'own') return false
  return wholes[item.target.unit] !== undefined && (item.target.kind === 'level' || item.target.kind === 'coverage')
}

/** The rate that parts give, in the item's unit; null where nothing is counted yet (denominator 0 or less). */
export function rateOf(parts: Pick<RateParts, 'numerator' | 'denominator'>, unit: string): string | null {
  const whole = dec(parts.denominator)
  if (whole.lte(0)) return null
  const share = dec(parts.numerator)
    .times(wholes[unit] ?? 1)
    .dividedBy(whole)
  return decimalText(share.toDecimalPlaces(RATE_PLACES))
}

const amountOf = (text: string): Dec | null => {
  const amount = parseDecimal(text)
  return amount === null || amount.lt(0) ? null : amount
}

/** Checks the parts of a rate and returns them with canonical decimals; `hasList` = a file with the list of the uncovered is attached. */
export function checkParts(parts: RateParts, item: IndicatorItem, hasList: boolean): Result<RateParts> {
  const [numerator, denominator] = [amountOf(parts.numerator), amountOf(parts.denominator)]
  if (numerator === null) return refuse('report.partNotNumber', { text: parts.numerator }, 'parts.numerator')
  if (denominator === null || denominator.isZero())
    return refuse('report.denominatorNotPositive', { text: parts.denominator }, 'parts.denominator')
  if (parts.keptBy.trim() === '') return refuse('report.partsKeeperMissing', {}, 'parts.keptBy')
  if (parts.document.trim() === '') return refuse('report.partsDocumentMissing', {}, 'parts.document')
  if (!isLocalDate(parts.asOf)) return refuse('report.partsDateInvalid', {}, 'parts.asOf')
  const uncovered = parts.uncovered.map((name) => name.trim()).filter((name) => name !== '')
  const left = denominator.minus(numerator)
  if (item.target.kind === 'coverage' && left.gt(0) && uncovered.length === 0 && !hasList)
    return refuse('report.uncoveredMissing', { count: decimalText(left) }, 'parts.uncovered')
  if (uncovered.length > 0 && left.lt(uncovered.length))
    return refuse('report.uncoveredTooMany', { listed: uncovered.length, count: decimalText(left) }, 'parts.uncovered')
  return accept({
    numerator: decimalText(numerator),
    denominator: decimalText(denominator),
    keptBy: parts.keptBy.trim(),
    asOf: parts.asOf,
    document: parts.document.trim(),
    uncovered,
  })
}
