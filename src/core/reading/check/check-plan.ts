import { invariant } from '#core/kit'
import type { Words } from '#core/kit'
import type { Finding, FindingWords, PlanReading, Severity } from '../facts.ts'
import { fill } from './rule.ts'
import type { PlanRule } from './rule.ts'
import { contradictoryTargets } from './rules/contradictory-targets.ts'
import { listDrift } from './rules/list-drift.ts'
import { missingLead } from './rules/missing-lead.ts'
import { outsideTaskForce } from './rules/outside-task-force.ts'
import { unitAlias } from './rules/unit-alias.ts'
import { unitTwice } from './rules/unit-twice.ts'

/** The rules of the plan check, in the order of their findings where places are equal. */
export const planRules: readonly PlanRule[] = [
  contradictoryTargets,
  unitTwice,
  missingLead,
  outsideTaskForce,
  unitAlias,
  listDrift,
]

function findings(rule: PlanRule, reading: PlanReading): Finding[] {
  return rule.check(reading).map((hit) => ({
    ruleId: rule.id,
    severity: hit.severity ?? rule.severity,
    messageKey: hit.message ?? 'main',
    detail: hit.detail,
    places: hit.places,
  }))
}

/** Checks a reading as a careful drafter would: findings in order of their places. Pure; the same reading gives the same findings. */
export function checkPlan(reading: PlanReading, rules: readonly PlanRule[] = planRules): Finding[] {
  return rules
    .flatMap((rule) => findings(rule, reading))
    .sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
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

/** One page for each rule: id, severity, why, messages, texts that pass and texts that do not. */
export const ruleDocs: readonly RuleDoc[] = planRules.map(({ id, severity, title, why, messages, examples }) => ({
  id,
  severity,
  title,
  why,
  messages,
  examples,
}))
