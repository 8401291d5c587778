import { dec } from '#core/kit'
import { shown } from './words.ts'

/** A computed decimal for reading: at most two places. Apart from the other words, as reckoning weighs more than all of them. */
export function rounded(value: string): string {
  return shown(dec(value).toDecimalPlaces(2).toFixed())
}
