import { dec, parseDecimal } from '#core/kit'
import { rounded } from '../rounded.ts'

interface ShareProps {
  readonly parts: { readonly numerator: string; readonly denominator: string }
  readonly unit: string
}

/** The share that two typed parts give; nothing while it cannot be told. */
export function RateShare({ parts, unit }: ShareProps) {
  const [part, whole] = [parseDecimal(parts.numerator), parseDecimal(parts.denominator)]
  if (!part || !whole || whole.lte(0)) return null
  const share = part.times(unit === '‰' ? 1000 : dec(100)).dividedBy(whole)
  return `= ${rounded(share.toFixed())}${unit}`
}
