import type { Refusal } from '#core/kit'
import { storeRefusals, type StoreRefusalCode } from './refusals.ts'

/**
 * The database cannot be opened, for a reason that the person at the console can mend. Thrown, not returned: nothing can go
 * on without a database. `refusal` carries the code and its details, `message` the English words.
 */
export class StoreError extends Error {
  readonly refusal: Refusal

  constructor(code: StoreRefusalCode, detail: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(fill(storeRefusals[code].en, detail), cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.refusal = { code, detail }
  }
}

function fill(words: string, detail: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/gu, (whole, name: string) => String(detail[name] ?? whole))
}
