import { Decimal } from 'decimal.js'

Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 })

/** An exact decimal (decimal.js inside): money, rates, figures and scores are never binary floats. */
export type Dec = Decimal

/** Builds a decimal from a decimal string or an integer. Throws on text that is not a number. */
export function dec(value: string | number | Dec): Dec {
  return new Decimal(value)
}

/** Parses a figure typed by a person (`1,234.50`, full-width digits allowed); null where it is not a plain number. */
export function parseDecimal(text: string): Dec | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? new Decimal(plain) : null
}

/** The canonical string of a decimal: no exponent, no trailing zeros; what is stored, sealed and compared. */
export function decimalText(value: Dec): string {
  return value.toFixed()
}
