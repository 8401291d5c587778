import type { Light, Reason } from '#core/insight'
import type { LocalDate } from '#core/kit'

/** Which seal a document or publication stands on. */
export interface SealFact {
  readonly seq: number
  /** SHA-256, lower-case hex. */
  readonly hash: string
  readonly periodId: string
  readonly sealedOn: LocalDate
}

/** What was asked in the period and what came of it, as the seal counts it. */
export interface CountFacts {
  readonly due: number
  readonly counted: number
  readonly late: number
  readonly pending: number
  readonly silent: number
  readonly units: number
  readonly silentUnits: number
}

/** Counts by light and capped progress (0..1, decimal string) of a campaign or of the whole plan. */
export interface LightFacts {
  readonly count: number
  readonly lights: Readonly<Record<Light, number>>
  readonly progress: string | null
}

/** A campaign's lights; `name` empty = items outside all campaigns. */
export interface CampaignFact extends LightFacts {
  readonly name: string
}

/** Where one figure comes from, in the words of its footnote. */
export interface SourceFact {
  readonly kind: 'report' | 'release' | 'correction' | 'seal'
  readonly sealSeq: number | null
  /** The period that the figure speaks of. */
  readonly periodId: string
  /** First characters of the report's or correction's id; body and document of a release. */
  readonly reference: string
}

/** An item whose official light is red or yellow. Decimals as strings. */
export interface BehindFact {
  readonly itemId: string
  readonly title: string
  readonly campaignName: string
  readonly unitName: string
  readonly light: 'red' | 'yellow'
  readonly actual: string | null
  readonly unit: string
  /** Those that decide the light and are its own: a task does not repeat its indicators. */
  readonly reasons: readonly Reason[]
  readonly source: SourceFact
}

/** A unit with the items on which it was silent, or on which its answer still waits. */
export interface AbsenceFact {
  readonly unitName: string
  readonly titles: readonly string[]
}

/** A time node, or the last day of a target, that falls into the period after the sealed one and is not met yet. */
export interface AheadFact {
  readonly title: string
  readonly unitName: string
  /** What the node is called; empty for the last day of the target itself. */
  readonly label: string
  readonly due: LocalDate
}

/** A correction approved since the last briefing. */
export interface CorrectionFact {
  readonly correctionId: string
  readonly title: string
  readonly unitName: string
  readonly sealSeq: number
  readonly periodId: string
  readonly itemId: string
  readonly oldFigure: string | null
  readonly newFigure: string | null
  readonly unit: string
  readonly reason: string
}

/** A problem as it stood when the period was sealed. */
export interface ProblemFact {
  readonly number: number
  readonly title: string
  readonly unitName: string | null
  readonly state: 'found' | 'assigned' | 'rectifying' | 'claimed' | 'verified' | 'closed'
  readonly dueOn: LocalDate | null
  readonly overdue: boolean
  readonly refusedClaims: number
}

/** An order as it stood when the period was sealed. */
export interface OrderFact {
  readonly number: number
  readonly title: string
  readonly unitName: string
  readonly state: 'issued' | 'acknowledged' | 'replied' | 'closed' | 'withdrawn'
  readonly replyDueOn: LocalDate
  readonly overdue: boolean
}

/** A difference that the two sides of a reconciliation had not settled when the period was sealed. Decimals as strings. */
export interface DifferenceFact {
  readonly label: string
  readonly first: string | null
  readonly second: string | null
  readonly gap: string | null
  /** The period from which it came over; null = of this round. */
  readonly carriedFrom: string | null
}

/** A reconciliation as it stood when the period was sealed. */
export interface ReconciliationFact {
  readonly name: string
  readonly periodId: string
  readonly firstUnitName: string
  readonly secondUnitName: string
  readonly figureUnit: string
  readonly keys: number
  readonly agreed: number
  readonly settled: number
  readonly unsettled: readonly DifferenceFact[]
}

/** Everything in a ten-day briefing that is computed: the same seal gives the same facts on any later day. */
export interface BriefingFacts {
  readonly planTitle: string
  readonly seal: SealFact
  readonly counts: CountFacts
  readonly whole: LightFacts
  readonly campaigns: readonly CampaignFact[]
  /** Heaviest first, red always before yellow; tasks only where they have a reason of their own. */
  readonly behind: readonly BehindFact[]
  readonly silent: readonly AbsenceFact[]
  /** Who reported after the due moment, and what. */
  readonly late: readonly AbsenceFact[]
  readonly pending: readonly AbsenceFact[]
  readonly corrections: readonly CorrectionFact[]
  readonly problems: readonly ProblemFact[]
  readonly orders: readonly OrderFact[]
  readonly reconciliations: readonly ReconciliationFact[]
  /** By due day. */
  readonly ahead: readonly AheadFact[]
}

/** What people write into a briefing; the program never touches it. Lists hold units or posts. */
export interface BriefingTexts {
  readonly name: string
  readonly editor: string
  readonly marking: string
  readonly opening: string
  readonly analysis: string
  readonly nextSteps: string
  readonly report: readonly string[]
  readonly send: readonly string[]
  readonly issue: readonly string[]
  readonly copies: number | null
}

/** Number within the year and over all years; null while a draft. */
export interface IssueNumber {
  readonly inYear: number
  readonly overall: number
}
