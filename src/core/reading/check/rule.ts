import type { Span, Words } from '#core/kit'
import type { FindingWords, PlanReading, Severity } from '../facts.ts'

/** A place where a rule bites. The first span is the finding's own; the others are what it is held against. */
export interface Hit {
  readonly places: readonly Span[]
  readonly detail: Readonly<Record<string, string | number>>
  /** Which of the rule's messages; `main` unless told. */
  readonly message?: string
  /** Where this hit is graver or milder than the rule's own severity. */
  readonly severity?: Severity
}

/**
 * One rule of the plan check: what it says in both languages, when it bites, and texts that show it. `invalid` texts give at
 * least one finding of this rule, `valid` ones none; both are tested and printed in the rule's page.
 */
export interface PlanRule {
  readonly id: string
  readonly severity: Severity
  readonly title: Words
  readonly why: Words
  readonly messages: Readonly<Record<string, FindingWords>>
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] }
  readonly check: (reading: PlanReading) => readonly Hit[]
}

/** Fills `{name}` in words from a detail. */
export function fill(text: string, detail: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in detail ? String(detail[name]) : whole))
}
