import type { LocalDate } from '#core/kit'
import type { StockFlowFinding } from '#core/plan'
import type { Funnel, RateParts, TargetFact } from '#core/reporting'
import type { AttachmentRow } from '#app/reporting'

/** One recognised row as its reader may see it; `name` null = restricted to those who handle it. */
export interface RowView {
  readonly rowId: string
  readonly name: string | null
  readonly disclosure: string
  readonly body: string
  readonly document: string
  readonly filedOn: LocalDate
  readonly admittedOn: LocalDate | null
  readonly recognisedOn: LocalDate | null
  readonly lookedAt: string | null
  readonly withdrawalReason: string | null
  readonly revision: number
  readonly files: readonly AttachmentRow[]
}

/** A stated fact with names. */
export interface FactView {
  readonly factId: string
  readonly fact: TargetFact
  readonly document: string
  readonly statedAt: string
  readonly statedBy: string
  readonly approvedAt: string | null
  readonly refusedAt: string | null
  /** The reader may approve or refuse it. */
  readonly mayDecide: boolean
}

/** What stands behind and beside the target of one indicator. */
export interface TargetView {
  readonly itemId: string
  readonly unit: string
  /** The baseline that counts; null = met or not met only. */
  readonly baseline: string | null
  readonly needsBaseline: boolean
  /** null = the unit states the figure itself. */
  readonly recognised: { readonly funnel: Funnel; readonly rows: readonly RowView[] } | null
  /** Of a rate: the parts that were last accepted. */
  readonly rate: { readonly periodId: string; readonly figure: string; readonly parts: RateParts } | null
  readonly facts: readonly FactView[]
  /** Of a relative target: what it is compared with, date by date. */
  readonly comparison: ComparisonView | null
  readonly milestones: readonly {
    readonly on: LocalDate
    readonly value: string
    readonly state: 'ahead' | 'kept' | 'overdue'
  }[]
  readonly longTerm: readonly { readonly due: LocalDate; readonly plan: string; readonly value: string }[]
  readonly stockFlow: StockFlowView | null
  /** Other sentences of the issued text that promise the same. */
  readonly mentions: readonly { readonly path: string; readonly sentence: string }[]
  /** Items that promise another figure for the same thing. */
  readonly conflicts: readonly {
    readonly itemId: string
    readonly title: string
    readonly path: string
    readonly value: string
    readonly unit: string
    readonly quote: string
  }[]
  readonly released: ReleasedView | null
  readonly redLine: { readonly events: readonly EventView[] } | null
  readonly may: TargetDeeds
}

/** What the reader may do here; pages show no button that would be refused. */
export interface TargetDeeds {
  readonly writeRows: boolean
  readonly lookAtRows: boolean
  readonly state: boolean
  readonly estimate: boolean
  readonly recordEvent: boolean
  readonly revokeEvent: boolean
}

/** What a relative target is compared with. `other` null at a date = not known yet. */
export interface ComparisonView {
  /** As the plan says it: 高于全市平均. */
  readonly words: string | null
  /** null = nobody has linked it yet. */
  readonly counterpart: { readonly itemId: string | null; readonly title: string } | null
  readonly dates: readonly {
    readonly asOf: LocalDate
    readonly periodId: string
    readonly own: string
    readonly other: string | null
  }[]
}

/** The other half of a total and its increment, and what they do not agree in. */
export interface StockFlowView {
  readonly itemId: string
  readonly title: string
  readonly isStock: boolean
  readonly baseline: string | null
  readonly findings: readonly StockFlowFinding[]
}

/** A series that comes by release: its calendar, scores and ranks, and what the unit itself expects. */
export interface ReleasedView {
  readonly origin: 'statutory' | 'official'
  /** The next release that is expected or missing; null = all of the year are there. */
  readonly next: { readonly periodId: string; readonly dueAt: string; readonly isMissing: boolean } | null
  readonly measured: readonly {
    readonly periodId: string
    readonly value: string
    readonly score: string | null
    readonly rank: number | null
    readonly rankOf: number | null
  }[]
  readonly estimates: readonly {
    readonly periodId: string
    readonly value: string
    readonly basis: string
    readonly madeAt: string
    readonly madeBy: string
    /** The official figure, once it is there. */
    readonly released: string | null
  }[]
}

/** An event of a red line as pages show it. */
export interface EventView {
  readonly eventId: string
  readonly happenedOn: LocalDate
  readonly note: string
  readonly recordedAt: string
  readonly recordedBy: string
  readonly files: readonly AttachmentRow[]
  readonly revocation: {
    readonly reason: string
    readonly madeBy: string
    readonly approvedAt: string | null
    readonly mayDecide: boolean
  } | null
}
