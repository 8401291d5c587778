import { invariant } from '#core/kit'
import type { Words } from '#core/kit'
import type { Finding, FindingWords, PlanReading, Severity } from '../facts.ts'
import { checkContext } from './context/check-context.ts'
import type { CheckContext } from './context/check-context.ts'
import { planRules } from './plan-rules.ts'
import { fill } from './rule.ts'
import type { Hit, PlanRule } from './rule.ts'

/** No text is longer: both ends of a place then make one exact number. */
const LONGEST_TEXT = 2 ** 26

/** Only one finding of a rule at one place: its id names rule and place. */
function once(hits: readonly Hit[]): Hit[] {
  const seen = new Set<number>()
  return hits.filter(({ places: [first] }) => {
    // One number for both ends: a text of brackets alone has a hit for each, and words for their places take seconds.
    const place = first ? first.start * LONGEST_TEXT + first.end : -1
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}

function findings(rule: PlanRule, context: CheckContext): Finding[] {
  return once(rule.check(context)).map((hit) => ({
    ruleId: rule.id,
    severity: hit.severity ?? rule.severity,
    messageKey: hit.message ?? 'main',
    detail: hit.detail,
    places: hit.places,
    ...(hit.count === undefined ? {} : { count: hit.count }),
  }))
}

/**
 * Checks a reading as a careful drafter would: findings in order of their places, traits of the whole text (with a `count`)
 * last. `earlier` are readings of earlier versions and of other years' plans that its figures are held against. Pure; the same
 * readings give the same findings.
 */
export function checkPlan(reading: PlanReading, earlier: readonly PlanReading[] = []): Finding[] {
  const context = checkContext(reading, earlier)
  const order = ({ count, places }: Finding) =>
    (count === undefined ? 0 : reading.text.length) + (places[0]?.start ?? 0)
  return planRules.flatMap((rule) => findings(rule, context)).sort((a, b) => order(a) - order(b))
}

/** The words of a finding in both languages, filled from its detail. */
export function findingWords(finding: Finding): FindingWords {
  const rule = planRules.find((one) => one.id === finding.ruleId)
  const words = rule?.messages[finding.messageKey]
  invariant(words, `no words for ${finding.ruleId} ${finding.messageKey}`)
  const both = (text: Words): Words => ({ zh: fill(text.zh, finding.detail), en: fill(text.en, finding.detail) })
  return { message: both(words.message), remedy: both(words.remedy) }
}

/** What the docs say of a rule. */
export interface RuleDoc {
  readonly id: string
  readonly severity: Severity
  readonly title: Words
  readonly why: Words
  readonly messages: PlanRule['messages']
  readonly examples: PlanRule['examples']
}

/** One page for each rule: id, severity, why, messages, texts that pass and texts that do not (their place in ⟦…⟧). */
export const ruleDocs: readonly RuleDoc[] = planRules.map(({ id, severity, title, why, messages, examples }) => ({
  id,
  severity,
  title,
  why,
  messages,
  examples,
}))
