import { fillWords } from '#core/kit'
import type { Words } from '#core/kit'
import type { Reason } from './types.ts'
import { lightRuleWords, missingWords } from './words.data.ts'

const isMissing = (name: string): name is keyof typeof missingWords => name in missingWords

/** A reason as a sentence in both languages: 欠序时12家（应达50，实际38），未超过10家. */
export function reasonWords(reason: Reason): Words {
  const words = lightRuleWords[reason.rule]
  const missing = reason.inputs['missing']
  if (missing === undefined || !isMissing(missing)) return fillWords(words, reason.inputs)
  const named = missingWords[missing]
  return {
    zh: fillWords(words, { ...reason.inputs, missing: named.zh }).zh,
    en: fillWords(words, { ...reason.inputs, missing: named.en }).en,
  }
}
