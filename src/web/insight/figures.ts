import { reasonWords } from '#core/insight'
import { dec, parseDecimal } from '#core/kit'
import type { Reason, WallItem } from '#adapters/http/contract/insight'
import type { Language } from '#web/kit'
import { groupDigits } from '#web/ui'

export { momentText, periodName } from '#web/kit'

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

/** A reason in words, its decimals as people read them: 欠序时432.21亩. */
export function reasonText(reason: Reason, language: Language): string {
  return reasonWords({ ...reason, inputs: shownInputs(reason.inputs) })[language]
}

/** Inputs of a sentence with their long decimals as people read them. */
export function shownInputs(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const read = Object.entries(inputs).map(([name, value]) => [name, isLongDecimal(value) ? shown(value) : value])
  return Object.fromEntries(read) as Record<string, string>
}

const isLongDecimal = (value: string): boolean => /\.\d{3,}$/.test(value) && parseDecimal(value) !== null
