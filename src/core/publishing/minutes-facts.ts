import type { ExceptionGround, Light, Reason } from '#core/insight'
import type { LocalDate } from '#core/kit'
import type { Claim } from '#core/reporting'
import type { LightFacts, SealFact, SourceFact } from './briefing-facts.ts'

/** Where a figure is expected to end, against what was promised. Decimals as strings. */
export interface ProjectedFact {
  readonly end: string
  readonly low: string
  readonly high: string
}

/** An exception as it lay on the table of a meeting. Decimals as strings. */
export interface AgendaFact {
  /** The item's id: notes and decisions are kept under it. */
  readonly itemId: string
  readonly title: string
  readonly campaignName: string
  readonly unitId: string | null
  readonly unitName: string
  readonly light: 'red' | 'yellow'
  readonly grounds: readonly ExceptionGround[]
  readonly reasons: readonly Reason[]
  readonly actual: string | null
  readonly unit: string
  /** Null where no seal vouches for the figure: it is live, and printed as such. */
  readonly source: SourceFact | null
  readonly claim: Claim | null
  /** over = claims more than it shows; under = claims less. */
  readonly gap: 'over' | 'under' | null
  readonly projected: ProjectedFact | null
}

/** An indicator whose trend does not reach its target. */
export interface MissFact extends ProjectedFact {
  readonly itemId: string
  readonly title: string
  readonly unitName: string
  readonly light: Light
  /** The target in words: ≥ 60 个. */
  readonly target: string
  readonly unit: string
}

/** What lay on the table of a meeting, kept as its moment gave it. */
export interface AgendaFacts {
  readonly basis: 'sealed' | 'live'
  /** The last seal when it was taken; figures that it vouches for are bound to it. */
  readonly seal: SealFact | null
  readonly takenOn: LocalDate
  readonly planTitle: string
  readonly whole: LightFacts
  /** Heaviest first. */
  readonly lines: readonly AgendaFact[]
  readonly misses: readonly MissFact[]
  readonly silentUnits: readonly { readonly unitName: string; readonly items: number }[]
}

/** What became of a decision of an earlier meeting. */
export interface FollowUpFact {
  readonly meetingId: string
  readonly meetingNumber: number
  readonly words: string
  readonly unitName: string
  readonly dueOn: LocalDate | null
  readonly orderId: string | null
  readonly orderNumber: number | null
  readonly fate: 'done' | 'open' | 'overdue' | 'withdrawn'
}

/** Somebody who was asked to a meeting, by post. */
export interface AttendeeFact {
  readonly post: string
  readonly presence: 'expected' | 'present' | 'substitute' | 'absent'
  /** Who came instead, or why nobody did. */
  readonly reason: string
}

/** A decision of the meeting, as the minutes tell it. */
export interface DecisionFact {
  readonly lineId: string
  readonly words: string
  readonly unitName: string
  readonly dueOn: LocalDate | null
  readonly orderNumber: number | null
}

/** Everything in the minutes of a meeting; the notes are people's words, the figures are bound to a seal. */
export interface MinutesFacts {
  readonly title: string
  readonly number: number
  readonly heldOn: LocalDate
  readonly place: string
  readonly chair: string
  readonly office: string
  readonly attendees: readonly AttendeeFact[]
  readonly agenda: AgendaFacts
  readonly followUps: readonly FollowUpFact[]
  /** Lines that somebody put on the agenda beside the exceptions. */
  readonly ownLines: readonly { readonly lineId: string; readonly title: string }[]
  readonly notes: readonly { readonly lineId: string; readonly words: string }[]
  readonly decisions: readonly DecisionFact[]
  /** What was put right in the minutes of the meeting before, since they were issued. */
  readonly corrections: readonly { readonly oldWords: string; readonly newWords: string; readonly reason: string }[]
}
