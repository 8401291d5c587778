import { reasonWords } from '#core/insight'
import { dec, parseDecimal } from '#core/kit'
import type { Reason, WallItem } from '#adapters/http/contract/insight'
import { useDateText, useLanguage } from '#web/kit'
import { groupDigits } from '#web/ui'

export { periodName } from '#web/kit'

const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '~': '≈' }

/** A share as whole per cent: 0.4333 → 43 %. */
export function percent(share: string): string {
  return `${dec(share).times(100).toDecimalPlaces(0).toFixed()}%`
}

/** A decimal for reading: at most two places, thousands apart. */
export function shown(value: string): string {
  return groupDigits(dec(value).toDecimalPlaces(2).toFixed())
}

/** A target as one short text: ≥60个, 2—3条. */
export function targetText(target: NonNullable<WallItem['target']>): string {
  if (target.value === null) return ''
  const range = target.valueHigh === null ? shown(target.value) : `${shown(target.value)}—${shown(target.valueHigh)}`
  return `${signs[target.op] ?? ''}${range}${target.unit}`
}

const isLongDecimal = (value: string): boolean => /\.\d{3,}$/.test(value) && parseDecimal(value) !== null

/** How inputs of a sentence are said: long decimals to two places, days as people say them. */
export function useInputWords(): (inputs: Readonly<Record<string, string>>) => Record<string, string> {
  const said = useDateText()
  return (inputs) =>
    Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [name, isLongDecimal(value) ? shown(value) : said(value)]),
    ) as Record<string, string>
}

/** How a reason is said: 欠序时432.21亩; 节点“主体封顶”应于3月31日完成. */
export function useReasonText(): (reason: Reason) => string {
  const { language } = useLanguage()
  const inputWords = useInputWords()
  return (reason) => reasonWords({ ...reason, inputs: inputWords(reason.inputs) })[language]
}
