import type { LocalDate, Span } from '#core/kit'
import type { Commitment, DutyRole, Measure, Operator, TargetKind } from '#core/plan'

/**
 * What every fact carries: its place in the source text, its words with white space removed, the rule that found it, and
 * which of its parts the sentence does not say itself (carried over, inherited, or a default).
 */
export interface Fact {
  readonly span: Span
  /** `document.text` at `span`, white space removed. */
  readonly quote: string
  /** Id of the recogniser or refiner that made the fact, e.g. `responsibility.bracket`. */
  readonly rule: string
  /** Names of parts that are implied, not stated at `span`: `subject`, `owner`, `year` … */
  readonly implied: readonly string[]
  /** Path of the heading it stands under, as printed: 附件1/二/(一)/1, 正文 where there is none. */
  readonly path: string
}

/** A heading of the outline. `ordinal` as written: 一, (一), 1, 第三条; an own number for dash items and run-in titles. */
export interface HeadingFact extends Fact {
  readonly title: string
  readonly titleSpan: Span
  readonly ordinal: string
  /** 1 = directly under 正文 or an annex; an annex title itself is 0. */
  readonly depth: number
  /** The heading with all that stands under it, up to the next heading that is not below it. */
  readonly scope: Span
}

/** One unit's duty inside a responsibility clause. `span` is the place of the name. */
export interface AssignedUnit {
  readonly unit: string
  readonly role: DutyRole
  readonly span: Span
}

/** A responsibility clause: (区人社局牵头负责,区科工局等按职责分工负责), 牵头单位：…, 由…牵头. */
export interface AssignmentFact extends Fact {
  readonly duties: readonly AssignedUnit[]
  /** 等 leaves the list open. */
  readonly openList: boolean
  /** bracket: a clause of its own; running: words inside a sentence (由…牵头); cell: a table column. */
  readonly form: 'bracket' | 'line' | 'running' | 'cell'
}

/** A quantified commitment. Values are decimal strings as written; magnitudes (万, 亿) stay in the unit. */
export interface IndicatorFact extends Fact {
  readonly subject: string
  readonly kind: TargetKind
  readonly op: Operator
  readonly value: string | null
  readonly valueHigh: string | null
  readonly unit: string
  readonly commitment: Commitment
  /** Proposed from the verb; a person confirms it. */
  readonly measure: Measure
  /** What a relative target is compared with, as written. */
  readonly relativeTo: string | null
  /** Leads of the clause that covers it, joined by 、; null where none is named. */
  readonly owner: string | null
  /** The date it is promised for where the text says one (到2025年). */
  readonly due: LocalDate | null
  /** Place of the figure itself (or of the closed word 清零, 全覆盖 …). */
  readonly figureSpan: Span
  /** The whole sentence that promises it. */
  readonly sentenceSpan: Span
}

/** A task force (专班, 领导小组, 综合协调组) with somebody named. `campaign` is 0 for the overall one. */
export interface TaskForceFact extends Fact {
  readonly name: string
  readonly campaign: number
  readonly convener: string | null
  readonly deputies: readonly string[]
  readonly members: readonly string[]
  readonly office: string | null
}

/** Periods that plans prescribe; the corpus writes them `ten-day`, `half-year`. */
export type CadencePeriod = 'day' | 'week' | 'twoWeek' | 'dekad' | 'month' | 'quarter' | 'halfYear' | 'year'

/** A prescribed rhythm: 旬调度、月通报、季讲评. */
export interface CadenceFact extends Fact {
  readonly items: readonly { readonly period: CadencePeriod; readonly act: string }[]
}

/** A dated duty: the last day that still meets it. */
export interface DeadlineFact extends Fact {
  readonly due: LocalDate
}

/** One of the N of 1+N. `annex` is the number of its own annex. */
export interface CampaignFact extends Fact {
  readonly no: number
  readonly name: string
  readonly annex: number | null
}

/** A named project, policy, red line or promise without a figure: the words, and where they stand. */
export interface NamedFact extends Fact {
  readonly title: string
}

/** A policy to obtain (争取), make (制定, 出台) or deliver (兑现, 落实). */
export interface PolicyFact extends NamedFact {
  readonly action: 'obtain' | 'make' | 'deliver'
}

/** A task = the innermost heading item (or paragraph item) that carries duties. */
export interface TaskFact extends Fact {
  readonly title: string
  readonly campaign: number | null
  /** Index into `headings`; null for a paragraph item without a heading of its own. */
  readonly heading: number | null
  /** Indexes into `assignments`. */
  readonly assignments: readonly number[]
  /** Indexes into `indicators` that stand inside its text. */
  readonly indicators: readonly number[]
  /** Its duties merged over its clauses: one entry a unit, the strongest role. */
  readonly duties: readonly { readonly unit: string; readonly role: DutyRole }[]
  readonly openList: boolean
  /** What a row of a task table says besides; absent for tasks of running text. */
  readonly row?: TaskRowFact
}

/** What the columns of a task table say of a task: its date (the cell may be merged over several rows), and persons. */
export interface TaskRowFact {
  readonly due: { readonly span: Span; readonly due: LocalDate } | null
  readonly leader: string | null
  readonly person: string | null
}

/** What became of a sentence; `left` carries why. */
export type SentenceUse =
  | 'heading'
  | 'indicator'
  | 'task'
  | 'clause'
  | 'taskForce'
  | 'cadence'
  | 'deadline'
  | 'redLine'
  | 'preamble'
  | 'qualitative'
  | 'meta'
  | 'left'

/** Coverage: every sentence of the text with what was made of it. */
export interface SentenceFact {
  readonly span: Span
  readonly path: string
  readonly uses: readonly SentenceUse[]
  /** Why it was left, as a code: `reading.left.*`; null where it was used. */
  readonly why: string | null
}

/** Title, framework, number, issuer, date, year of the plan; a part that the text does not say is null. */
export interface MetaFact {
  readonly title: string | null
  readonly framework: string | null
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly issuedOn: LocalDate | null
  readonly year: number | null
  /** Where each part stands. */
  readonly spans: Readonly<Partial<Record<'title' | 'framework' | 'docNumber' | 'issuer' | 'issuedOn' | 'year', Span>>>
}

/** Everything that was read out of one document. Lists are in document order. */
export interface PlanReading {
  readonly text: string
  readonly meta: MetaFact
  readonly campaigns: readonly CampaignFact[]
  readonly headings: readonly HeadingFact[]
  readonly assignments: readonly AssignmentFact[]
  readonly indicators: readonly IndicatorFact[]
  readonly taskForces: readonly TaskForceFact[]
  readonly cadences: readonly CadenceFact[]
  readonly deadlines: readonly DeadlineFact[]
  readonly redLines: readonly NamedFact[]
  readonly qualitative: readonly NamedFact[]
  readonly projects: readonly NamedFact[]
  readonly policies: readonly PolicyFact[]
  readonly tasks: readonly TaskFact[]
  readonly sentences: readonly SentenceFact[]
}

/** How grave a finding of the plan check is. */
export type Severity = 'error' | 'question' | 'note'

/** Something that a careful drafter would want to know. Words stand in the rule's docs under `messageKey`. */
export interface Finding {
  readonly ruleId: string
  readonly severity: Severity
  /** Key of `findingWords`; filled with `detail`. */
  readonly messageKey: string
  readonly detail: Readonly<Record<string, string | number>>
  /** The first place is the finding's own; the others are what it is held against. */
  readonly places: readonly Span[]
  /** Set for a trait of the whole text (等 in every clause): how often it was met; `places` are then the first of them, equal in rank. */
  readonly count?: number
}

/** Words of a message in both languages, with `{name}` places, and the remedy. */
export interface FindingWords {
  readonly message: { readonly zh: string; readonly en: string }
  readonly remedy: { readonly zh: string; readonly en: string }
}
