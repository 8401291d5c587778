import { fillWords, type Refusal, type Words } from '#core/kit'
import { storeRefusals, type StoreRefusalCode } from './refusals.ts'

/**
 * The database cannot be opened, backed up or restored, for a reason that the person at the console can mend. Thrown, not
 * returned: nothing can go on without it. `words` say it in both languages, `message` in English, `refusal` to a program.
 */
export class StoreError extends Error {
  readonly refusal: Refusal
  readonly words: Words

  constructor(code: StoreRefusalCode, detail: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    const words = fillWords(storeRefusals[code], detail)
    super(words.en, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.refusal = { code, detail }
    this.words = words
  }
}
