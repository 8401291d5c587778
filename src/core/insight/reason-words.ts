import { fillWords, parseDecimal } from '#core/kit'
import type { Words } from '#core/kit'
import type { ReasonSense, SaidSense } from './reason-sense.ts'
import type { Reason } from './types.ts'
import { lightRuleWords, missingWords, sensedRuleWords } from './words.data.ts'

const isMissing = (name: string): name is keyof typeof missingWords => name in missingWords

/** The words of a reason before its inputs are filled in: by its rule, and by the sense in which its numbers are meant. */
export function ruleWords({ rule, inputs }: Pick<Reason, 'rule' | 'inputs'>): Words {
  const sensed = sensedRuleWords[rule]
  const said = waysToSay(inputs).find((way) => sensed?.[way] !== undefined)
  return (said && sensed?.[said]) ?? lightRuleWords[rule]
}

const plainSenses: readonly ReasonSense[] = ['atLeast', 'above', 'fall', 'verdict', 'release']

/** The nearest first: what is to fall to nothing is said as a clearance (清零), and "below" as "at most" where a rule has no other words. */
function waysToSay(inputs: Reason['inputs']): readonly SaidSense[] {
  const { sense } = inputs
  if (sense === 'below' || sense === 'atMost') {
    const aim = parseDecimal(inputs['asked'] ?? inputs['target'] ?? '')
    return [...(aim?.isZero() ? (['zero'] as const) : []), sense, 'atMost']
  }
  return plainSenses.filter((plain) => plain === sense)
}

/** A reason as a sentence in both languages: 欠序时12家（应达50，实际38），未超过10家. */
export function reasonWords(reason: Reason): Words {
  const words = ruleWords(reason)
  const missing = reason.inputs['missing']
  if (missing === undefined || !isMissing(missing)) return fillWords(words, reason.inputs)
  const named = missingWords[missing]
  return {
    zh: fillWords(words, { ...reason.inputs, missing: named.zh }).zh,
    en: fillWords(words, { ...reason.inputs, missing: named.en }).en,
  }
}
