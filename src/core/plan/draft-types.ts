import type { LocalDate, Span } from '#core/kit'
import type { Finding, SentenceUse } from '#core/reading'
import type { Campaign, LightThresholds, PlanHeading, PlanItem, PlanMeta, PlanUnit, TaskForce } from './types.ts'

/** Why an entry no longer counts. Removed is not deleted: it can be brought back. */
export type RemovedAs = 'deleted' | 'notATask' | 'merged'

/** The head of the plan while parts of it may still be missing. */
export interface DraftMeta extends Omit<PlanMeta, 'year'> {
  readonly year: number | null
}

/** A finding that a person has muted, with the reason that others read. */
export interface Mute {
  readonly findingId: string
  readonly reason: string
}

/** What an entry of a draft holds, by its kind. */
export type DraftBody =
  | { readonly kind: 'meta'; readonly body: DraftMeta }
  | { readonly kind: 'campaign'; readonly body: Campaign }
  | { readonly kind: 'unit'; readonly body: PlanUnit }
  | { readonly kind: 'taskForce'; readonly body: TaskForce }
  | { readonly kind: 'item'; readonly body: PlanItem }
  | { readonly kind: 'mute'; readonly body: Mute }
  | { readonly kind: 'thresholds'; readonly body: LightThresholds }

/** The kinds of entry. */
export type DraftKind = DraftBody['kind']

/** One thing of a draft that people edit by itself. An item's entry id is its item id. */
export type DraftEntry = DraftBody & { readonly entryId: string; readonly removedAs: RemovedAs | null }

/** What a mark in the text stands for. */
export type MarkKind = 'unit' | 'figure' | 'deadline' | 'cadence' | 'project' | 'policy' | 'redLine' | 'qualitative'

/** A fact at its place in the text, for underlining; `rule` says what found it. */
export interface TextMark {
  readonly span: Span
  readonly kind: MarkKind
  readonly rule: string
}

/** A sentence with what the reader made of it; `why` says why it was left (reading.left.*). */
export interface DraftSentence {
  readonly span: Span
  readonly uses: readonly SentenceUse[]
  readonly why: string | null
}

/** A finding with an id that is the same for the same text, so that muting lasts. */
export type DraftFinding = Finding & { readonly findingId: string }

/** What the reading left in a draft that nobody edits entry by entry. */
export interface DraftReading {
  readonly headings: readonly PlanHeading[]
  readonly sentences: readonly DraftSentence[]
  readonly marks: readonly TextMark[]
  readonly findings: readonly DraftFinding[]
}

/** A plan as drafted from a reading: what people edit, and what stands beside it. */
export interface PlanDraft {
  readonly entries: readonly DraftEntry[]
  readonly reading: DraftReading
}

/** Defaults that a draft needs where the text is silent. */
export interface DraftDefaults {
  /** Year of the plan where the text does not say one: null leaves it open. */
  readonly year: number | null
  /** Gives the id of a new entry. */
  readonly newId: () => string
}

/** The last day of a plan's year. */
export function lastDayOf(year: number): LocalDate {
  return `${String(year).padStart(4, '0')}-12-31`
}
