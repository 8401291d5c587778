import { dec, decimalText } from '#core/kit'

/**
 * What each of twelve months added to a running total, from what it had reached at the end of each: the months of last year along
 * which a seasonal trajectory runs. Null where a month's figure is missing or the total fell, so that nobody takes over a guess.
 */
export function monthAmounts(reached: readonly (string | null)[]): readonly string[] | null {
  if (reached.length !== 12) return null
  const amounts = reached.map((text, index) => {
    const before = index === 0 ? '0' : reached[index - 1]
    return text === null || before == null ? null : dec(text).minus(before)
  })
  const known = amounts.flatMap((amount) => (amount === null || amount.lt(0) ? [] : [decimalText(amount)]))
  return known.length === 12 ? known : null
}
