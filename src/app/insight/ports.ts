import type { ApprovedSchedule } from '#core/insight'
import type { LocalDate, RegionCalendar } from '#core/kit'
import type { Campaign, LightThresholds, PlanItem } from '#core/plan'
import type { Blockage, Claim, ReportState, SealPayload, SeriesEntry, StatedFact } from '#core/reporting'
import type { ScheduleStore } from './schedule-ports.ts'

/** A plan as choosers show it. */
export interface PlanChoice {
  readonly planId: string
  readonly title: string
  readonly year: number
  readonly version: number
}

/** A seal without its payload: enough to know which one it is. */
export interface SealHead {
  readonly seq: number
  readonly cadenceId: string
  readonly periodId: string
  readonly hash: string
  readonly sealedAt: string
}

/** A figure that came by release import. */
export interface ReleaseRow {
  readonly itemId: string
  readonly periodId: string
  readonly value: string
  readonly estimate: boolean
  readonly body: string
  readonly document: string
  readonly releasedOn: LocalDate
  readonly importedAt: string
}

/** Somebody besides the reporter has checked an item, or one figure of it (`periodId` = the figure's own period). */
export interface VerificationRow {
  readonly itemId: string
  readonly periodId: string | null
  readonly basis: 'document' | 'inspector' | 'coordinator'
  readonly note: string
  readonly verifiedAt: string
  readonly verifiedBy: string
}

/** One event recorded against a red line. */
export interface RedLineRow {
  readonly eventId: string
  /** When it was approved that it is taken back; null = it stands. */
  readonly revokedAt: string | null
  readonly itemId: string
  readonly happenedOn: LocalDate
  readonly note: string
  readonly recordedAt: string
}

/** One thing that another body has recognised; withdrawn ones are left out. */
export interface RecognisedRow {
  readonly rowId: string
  readonly itemId: string
  readonly recognisedOn: LocalDate
  /** When the acceptor looked at its document; null = not yet. */
  readonly lookedAt: string | null
}

/** A figure of a series of others, with which relative targets are compared. */
export interface ComparedFigure {
  readonly seriesId: string
  readonly periodId: string
  readonly value: string
  readonly importedAt: string
}

/** A visible change after a seal. It counts once it is approved. */
export interface CorrectionRow {
  readonly correctionId: string
  readonly itemId: string
  readonly sealSeq: number
  readonly oldFigure: string | null
  readonly newFigure: string | null
  readonly oldClaim: Claim | null
  readonly newClaim: Claim | null
  readonly reason: string
  readonly madeAt: string
  readonly madeBy: string
  readonly approvedAt: string | null
  readonly approvedBy: string | null
}

/** Everything about a plan that standings need besides its items and reports; one row, one question to the database. */
export interface PlanFrame extends PlanChoice {
  /** Of the version in force. */
  readonly contentHash: string
  readonly campaigns: readonly Campaign[]
  readonly thresholds: LightThresholds
  readonly taskForces: readonly {
    readonly campaignNo: number
    readonly convener: string | null
    readonly officeUnitName: string | null
  }[]
  readonly calendar: RegionCalendar
  readonly seals: readonly SealHead[]
  readonly releases: readonly ReleaseRow[]
  readonly verifications: readonly VerificationRow[]
  readonly redLines: readonly RedLineRow[]
  readonly recognised: readonly RecognisedRow[]
  /** Approved ones only. */
  readonly targetFacts: readonly StatedFact[]
  readonly compared: readonly ComparedFigure[]
  /** The region's own entries in the list of official series. */
  readonly series: readonly { readonly name: string; readonly body: SeriesEntry | null }[]
  readonly corrections: readonly CorrectionRow[]
  readonly openProblems: readonly { readonly itemId: string; readonly count: number }[]
  /** Approved changes of trajectories, nodes and period targets. */
  readonly schedules: readonly ApprovedSchedule[]
}

/** An item in force with the units that have duties on it. */
export interface ItemRow {
  readonly item: PlanItem
  readonly searchText: string
  readonly reportingUnitId: string | null
  readonly reportingUnitName: string | null
  readonly dutyUnitIds: readonly string[]
  /** Something holds it up, and its outcome is not recorded yet. */
  readonly hasOpenBlockage: boolean
}

/** One ask: this item had a figure due in this period; what became of it. Only the words of accepted reports are read. */
export interface AskRow {
  readonly itemId: string
  readonly periodId: string
  readonly figurePeriodId: string
  readonly dueAt: string
  /** null = nothing begun. */
  readonly state: ReportState | null
  readonly figure: string | null
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly nodesDone: readonly string[]
  readonly hasBlockage: boolean
  /** Read only where it decides a day: a claim of completion. */
  readonly submittedAt: string | null
  readonly late: boolean
  readonly channel: 'link' | 'sheet' | null
  /** Due moment of a returned report. */
  readonly returnDueAt: string | null
  /** Until when "not ours" answers for it; null = nobody said so in time. */
  readonly disputedUntil: string | null
}

/** A person as pages name them: by name and unit. */
export interface PersonName {
  readonly accountId: string
  readonly name: string
  readonly unitName: string | null
}

/** A file that backs a report. */
export interface EvidenceRow {
  readonly attachmentId: string
  readonly ownerId: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly sha256: string
}

/** One report of an item with everything that its history shows. */
export interface ReportRow {
  readonly reportId: string
  readonly cadenceId: string
  readonly periodId: string
  readonly figurePeriodId: string
  readonly unitId: string
  readonly unitName: string
  readonly state: ReportState
  readonly figure: string | null
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly paragraph: string
  readonly blockage: Blockage | null
  readonly nodesDone: readonly string[]
  readonly channel: string | null
  readonly late: boolean
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  readonly submittedFor: string | null
  readonly signedAt: string | null
  readonly signedBy: string | null
  readonly signedFor: string | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly decidedFor: string | null
}

/** The issued text in which an item was promised. */
export interface IssuedText {
  readonly documentId: string
  readonly fileName: string
  readonly text: string
}

/** What the pages about standing read, inside one transaction of one region. Sets, never item by item. */
export interface InsightStore extends ScheduleStore {
  /** Plans of the region, newest year first. */
  plans(): Promise<readonly PlanChoice[]>
  frame(planId: string): Promise<PlanFrame | null>
  items(planId: string): Promise<readonly ItemRow[]>
  /** All asks of a plan, or of some of its items. */
  asks(planId: string, itemIds?: readonly string[]): Promise<readonly AskRow[]>
  /** Payloads of these seals, in the order of the heads. */
  sealPayloads(heads: readonly SealHead[]): Promise<readonly SealPayload[]>
  /** Units of the region by id, pinyin order. */
  units(): Promise<readonly { readonly unitId: string; readonly name: string }[]>
  planOfItem(itemId: string): Promise<{ readonly planId: string } | null>
  itemTitle(itemId: string): Promise<string | null>
  reportsOf(itemId: string): Promise<readonly ReportRow[]>
  evidenceOf(itemId: string): Promise<readonly EvidenceRow[]>
  persons(accountIds: readonly string[]): Promise<readonly PersonName[]>
  /** Texts that may hold the item's sentence, the current version's first. */
  issuedTexts(planId: string, version: number): Promise<readonly IssuedText[]>
}
