import { fillWords, type Refusal } from '#core/kit'
import { storeRefusals, type StoreRefusalCode } from './refusals.ts'

/**
 * The database cannot be opened, for a reason that the person at the console can mend. Thrown, not returned: nothing can go
 * on without a database. `refusal` carries the code and its details, `message` the English words.
 */
export class StoreError extends Error {
  readonly refusal: Refusal

  constructor(code: StoreRefusalCode, detail: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(fillWords(storeRefusals[code], detail).en, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.refusal = { code, detail }
  }
}
