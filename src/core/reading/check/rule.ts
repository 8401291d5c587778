import type { Span, Words } from '#core/kit'
import type { FindingWords, Severity } from '../facts.ts'
import type { CheckContext } from './context/check-context.ts'

/** A place where a rule bites. The first span is the finding's own; the others are what it is held against. */
export interface Hit {
  readonly places: readonly Span[]
  readonly detail: Readonly<Record<string, string | number>>
  /** Which of the rule's messages; `main` unless told. */
  readonly message?: string
  /** Where this hit is graver or milder than the rule's own severity. */
  readonly severity?: Severity
  /** Set where the hit is a trait of the whole text: how often it was met; `places` are the first of them. */
  readonly count?: number
}

/**
 * One rule of the plan check: what it says in both languages, when it bites, and texts that show it. `invalid` texts mark the
 * place of the finding with ⟦…⟧; `valid` ones give no finding of this rule. Both are tested and printed in the docs.
 */
export interface PlanRule {
  readonly id: string
  readonly severity: Severity
  readonly title: Words
  readonly why: Words
  readonly messages: Readonly<Record<string, FindingWords>>
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] }
  readonly check: (context: CheckContext) => readonly Hit[]
}

/** Words in both languages. */
export function both(zh: string, en: string): Words {
  return { zh, en }
}

/** Fills `{name}` in words from a detail. */
export function fill(text: string, detail: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in detail ? String(detail[name]) : whole))
}

/** Places that a trait of the whole text shows; the count says how many there are. */
const SHOWN_PLACES = 50

/** One finding for a trait of the whole text: nothing under `least`, else a note with a count and the first places. */
export function trait(
  places: readonly Span[],
  least: number,
  detail: Readonly<Record<string, string | number>> = {},
): Hit[] {
  if (places.length < least) return []
  return [{ places: places.slice(0, SHOWN_PLACES), count: places.length, detail: { ...detail, count: places.length } }]
}
