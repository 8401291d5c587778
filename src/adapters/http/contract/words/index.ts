import { type Refusal, type Words, kitRefusals, oneOrMany, spokenDate } from '#core/kit'
import { insightRefusals } from '#core/insight'
import { organisationRefusals, registerRefusals } from '#core/organisation'
import { planRefusals } from '#core/plan'
import { publishingRefusals } from '#core/publishing'
import { readerRefusals } from '#core/reading'
import { registersRefusals } from '#core/registers'
import { reportingRefusals } from '#core/reporting'
import { scoringRefusals } from '#core/scoring'
import { supervisionRefusals } from '#core/supervision'

export type Language = 'zh' | 'en'

const words: Readonly<Record<string, Words>> = {
  ...kitRefusals,
  ...organisationRefusals,
  ...registerRefusals,
  ...insightRefusals,
  ...supervisionRefusals,
  ...planRefusals,
  ...readerRefusals,
  ...publishingRefusals,
  ...registersRefusals,
  ...reportingRefusals,
  ...scoringRefusals,
}

/** Every refusal code of the product with its words; a test holds the list against the sources. */
export function knownRefusals(): Readonly<Record<string, Words>> {
  return words
}

/** A refusal in words: one place for pages, problem+json and the command line. `{name}` is filled from the detail. */
export function refusalWords(refusal: Refusal, language: Language): string {
  const found = words[refusal.code]
  const text = found ? found[language] : refusal.code
  return oneOrMany(text, refusal.detail ?? {}).replace(/\{(\w+)\}/g, (_, name: string) =>
    spokenDate(String(refusal.detail?.[name] ?? ''), { language, timeZone: 'Asia/Shanghai', year: null }),
  )
}
