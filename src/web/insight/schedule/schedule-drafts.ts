import { dec, decimalText, parseDecimal } from '#core/kit'
import type { ScheduleView } from '#adapters/http/contract/insight'

/** From where to where amounts run; a way whose baseline is not known is told in per cent. */
export type Ends = NonNullable<NonNullable<ScheduleView['trajectory']>['ends']>

export const inPerCent: Ends = { base: '0', target: '100', counted: false }

/** A typed amount as a share of the way, twelve places; null where it is no number. */
export function shareOf(amount: string, { base, target }: Ends): string | null {
  const value = parseDecimal(amount)
  const length = dec(target).minus(base)
  if (value === null || length.isZero()) return null
  return decimalText(value.minus(base).dividedBy(length).toDecimalPlaces(12))
}

/** A share of the way as the amount that was typed for it. */
export function amountOf(share: string, { base, target }: Ends): string {
  return decimalText(dec(base).plus(dec(target).minus(base).times(share)).toDecimalPlaces(6))
}

/** How much is added in each period along amounts to date: 3, 7, 12 from 0 → 3, 4, 5. */
export function stepsOf(amounts: readonly (string | null)[], { base, target }: Ends): string[] {
  const sign = dec(target).gte(base) ? 1 : -1
  let before = dec(base)
  return amounts.map((amount) => {
    const now = dec(amount ?? before)
    const step = now.minus(before).times(sign)
    before = now
    return decimalText(step)
  })
}

/** The sum of typed amounts; what is no number counts as nothing. */
export function sumOf(amounts: readonly string[]): string {
  return decimalText(amounts.reduce((sum, amount) => sum.plus(parseDecimal(amount) ?? 0), dec(0)))
}

/** The cells of a pasted column or row of a spreadsheet; null where one plain value was pasted. */
export function pastedCells(text: string): readonly string[] | null {
  const cells = text.trim().split(/\r?\n|\t/)
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : null
}

/** A list with pasted cells laid over it from a place on; what goes beyond its end is left out. */
export function overlaid(list: readonly string[], from: number, cells: readonly string[]): string[] {
  return list.map((value, index) => (index >= from ? (cells[index - from] ?? value) : value))
}
