import type { AuditEntry } from '#app/kit'
import type { LocalDate } from '#core/kit'
import type { Frequency, PlanItem } from '#core/plan'
import type {
  Blockage,
  Claim,
  Correction,
  LineDispute,
  PeriodState,
  ReportBody,
  ReportState,
  SheetLine,
} from '#core/reporting'
import type { CalendarStore } from './calendar-ports.ts'

/** Names one report: an item is answered once in a period of a cadence. */
export interface ReportKey {
  readonly cadenceId: string
  readonly periodId: string
  readonly itemId: string
}

/** A period of a cadence with its counts, as lists show it. */
export interface PeriodRow {
  readonly cadenceId: string
  readonly periodId: string
  readonly state: PeriodState
  readonly openedAt: string
  readonly dueAt: string
  readonly closedAt: string | null
  /** Place in the chain of seals; null until sealed. */
  readonly sealSeq: number | null
  readonly sealHash: string | null
}

/** An attached file: what it is called, and the hash under which its content is kept. */
export interface AttachmentRow {
  readonly attachmentId: string
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** A stored report: what it says, and who did what with it when. */
export interface ReportRow {
  readonly reportId: string
  readonly state: Exclude<ReportState, 'notDue'>
  readonly revision: number
  readonly body: ReportBody
  readonly files: readonly AttachmentRow[]
  readonly late: boolean
  /** Answer of an outside body, unsigned: by one-time link or by a filled sheet; null = by the unit's own reporter. */
  readonly channel: 'link' | 'sheet' | null
  /** Who answered for an outside body, by post. */
  readonly respondent: string | null
  readonly requestKey: string | null
  readonly submittedAt: string | null
  readonly submittedBy: string | null
  /** For whom a stand-in submitted, signed, decided; null = for himself. */
  readonly submittedFor: string | null
  readonly signedAt: string | null
  readonly signedBy: string | null
  readonly signedFor: string | null
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  readonly decidedFor: string | null
  readonly returnReason: string | null
  readonly returnDueAt: string | null
  readonly changedAt: string
  /** null = a respondent without an account. */
  readonly changedBy: string | null
}

/** The last accepted answer of an item before this period, corrections included. */
export interface LastValue {
  /** The item's own period of the last answer. */
  readonly figurePeriodId: string
  /** What counts: the last stated figure, decimal string; null where none was ever stated. */
  readonly value: string | null
  /** How many answers in a row, the last one included, said "no change". */
  readonly noChanges: number
  readonly claim: Claim | null
  readonly blockage: Blockage | null
  /** Of a rate: the parts that were last stated. */
  readonly parts: ReportBody['parts'] | null
}

/** One line of a sheet with its item, its period and what has been reported so far. */
export interface SheetEntry extends ReportKey {
  readonly unitId: string
  readonly unitName: string
  readonly figurePeriodId: string
  readonly periodState: PeriodState
  readonly dueAt: string
  readonly item: PlanItem
  readonly planId: string
  /** Unit where the task-force office of the item sits; null where there is none. */
  readonly officeUnitId: string | null
  readonly report: ReportRow | null
  readonly last: LastValue | null
  /** What the unit said of the line being its own; null = nothing. */
  readonly dispute: LineDispute | null
}

/** Which lines to read. Every part that is given narrows; at least one is given. */
export interface EntryFilter {
  readonly keys?: readonly ReportKey[]
  readonly unitIds?: readonly string[]
  readonly period?: { readonly cadenceId: string; readonly periodId: string }
  readonly periodStates?: readonly PeriodState[]
  readonly reportStates?: readonly string[]
  readonly itemId?: string
}

/** A new state of a report as it is written. `revision` is one more than the state that it rests on (1 = the first). */
export interface ReportWrite extends ReportKey, Omit<ReportRow, 'files'> {
  readonly unitId: string
  readonly figurePeriodId: string
}

/** A seal as it stands in the region's chain. */
export interface SealRow {
  readonly seq: number
  readonly cadenceId: string
  readonly periodId: string
  readonly payload: string
  readonly previousHash: string
  readonly hash: string
  readonly sealedAt: string
  readonly sealedBy: string
}

/** A correction with what lists say about it. */
export interface CorrectionEntry extends Correction {
  readonly cadenceId: string
  readonly periodId: string
  readonly itemTitle: string
  readonly unitId: string
  readonly unitName: string
  readonly madeByName: string
  readonly approvedByName: string | null
}

/** A figure that a statistics release or another official body gave. */
export interface ReleaseRow {
  readonly itemId: string
  /** The item's own period: 2026-M06, 2026-Q2. */
  readonly periodId: string
  readonly value: string
  readonly estimate: boolean
  readonly body: string
  readonly document: string
  readonly releasedOn: LocalDate
  readonly importedAt: string
  /** An outside measurement's points and place beside the figure (B12). */
  readonly score: string | null
  readonly rank: number | null
  readonly rankOf: number | null
}

/** An indicator whose figures come by release only. */
export interface SeriesRow {
  readonly itemId: string
  readonly title: string
  readonly origin: 'statutory' | 'official'
  readonly figureUnit: string
  readonly frequency: Frequency
  readonly reportingUnitName: string | null
  readonly latest: ReleaseRow | null
}

/** Somebody other than the reporter has checked a figure or a completion. */
export interface VerificationRow {
  readonly verificationId: string
  readonly itemId: string
  readonly periodId: string | null
  readonly basis: 'document' | 'inspector' | 'coordinator'
  readonly note: string
  readonly verifiedAt: string
  readonly verifiedBy: string
}

/** One event that breaks a red line. */
export interface RedLineEventRow {
  readonly eventId: string
  readonly itemId: string
  readonly happenedOn: LocalDate
  readonly note: string
  readonly recordedAt: string
  readonly recordedBy: string
}

/** An item in force, the unit that reports it, and where its task-force office sits. */
export interface ItemInForce {
  readonly item: PlanItem
  readonly planId: string
  readonly reportingUnitId: string | null
  readonly officeUnitId: string | null
}

/** How many units a period asks and how long answering takes them: the burden line of every ask. */
export interface BurdenRow {
  readonly units: number
  readonly lines: number
  /** Name of whoever opened the period. */
  readonly askedBy: string
}

/** How one unit stands in a period. */
export interface UnitCount {
  readonly unitId: string
  readonly unitName: string
  readonly lines: number
  readonly accepted: number
  /** Submitted or signed, waiting for signer or acceptor. */
  readonly waiting: number
  readonly returned: number
  readonly late: number
  /** Nothing submitted yet. */
  readonly silent: number
}

/** Cadences, periods, sheets, reports, seals, corrections and releases, inside one transaction of one region. */
export interface ReportStore extends CalendarStore {
  periods(cadenceId: string): Promise<readonly PeriodRow[]>
  period(cadenceId: string, periodId: string): Promise<PeriodRow | null>
  /** False where the period is open already: one of two who open it at once wins. */
  addPeriod(row: {
    cadenceId: string
    periodId: string
    dueAt: string
    at: string
    /** Null = the clock. */
    by: string | null
  }): Promise<boolean>
  /** The items of a plan that are in force, with the unit that reports each. */
  itemsInForce(planId: string): Promise<readonly ItemInForce[]>
  /** Items without a figure whose completion has been accepted: they are not asked again. */
  finishedItems(planId: string): Promise<ReadonlySet<string>>
  addLines(key: { cadenceId: string; periodId: string }, lines: readonly SheetLine[]): Promise<void>
  /** Moves a period on; false where it is not in the state `from`: one of two at once wins. */
  movePeriod(row: {
    cadenceId: string
    periodId: string
    from: PeriodState
    to: PeriodState
    at: string
    by: string
  }): Promise<boolean>
  unitCounts(cadenceId: string, periodId: string): Promise<readonly UnitCount[]>
  burden(cadenceId: string, periodId: string): Promise<BurdenRow | null>

  entries(filter: EntryFilter): Promise<readonly SheetEntry[]>
  /**
   * Writes reports with their log entries in one statement; answers the ids of those that were written. One that somebody changed
   * meanwhile is left out, and so is one whose period is no longer in one of these states. `isLast`: the commit goes along with the
   * writing, which spares waiting for it; nothing can be asked or refused in this transaction afterwards.
   */
  saveReports(
    rows: readonly (ReportWrite & { readonly logged: AuditEntry })[],
    when: { readonly periodStates: readonly PeriodState[]; readonly isLast?: boolean },
  ): Promise<readonly string[]>

  addAttachment(
    row: AttachmentRow & { ownerKind: string; ownerId: string; at: string; by: string | null },
  ): Promise<void>
  removeAttachment(attachmentId: string, ownerId: string, at: string): Promise<boolean>
  attachment(attachmentId: string): Promise<(AttachmentRow & { ownerKind: string; ownerId: string }) | null>

  planVersions(planId: string): Promise<readonly { planId: string; version: number; contentHash: string }[]>
  lastSeal(): Promise<SealRow | null>
  seals(): Promise<readonly SealRow[]>
  seal(cadenceId: string, periodId: string): Promise<SealRow | null>
  /** False where that place of the chain is taken: one of two at once wins. */
  addSeal(row: SealRow): Promise<boolean>
  /** Periods closed before this moment that are not sealed yet. */
  unsealedBefore(closedAt: string): Promise<number>

  addCorrection(row: Omit<Correction, 'approvedAt' | 'approvedBy' | 'refusedAt'>): Promise<void>
  corrections(filter: {
    readonly correctionId?: string
    readonly sealSeq?: number
    readonly itemId?: string
  }): Promise<readonly CorrectionEntry[]>
  /** False where it is decided already. */
  decideCorrection(row: { correctionId: string; approved: boolean; at: string; by: string }): Promise<boolean>

  item(itemId: string): Promise<ItemInForce | null>
  series(): Promise<readonly SeriesRow[]>
  releases(itemId: string): Promise<readonly ReleaseRow[]>
  saveReleases(rows: readonly (Omit<ReleaseRow, 'importedAt'> & { at: string; by: string })[]): Promise<void>
  addVerification(row: VerificationRow): Promise<void>
  verifications(itemId: string): Promise<readonly VerificationRow[]>
  addRedLineEvent(row: RedLineEventRow): Promise<void>
  redLineEvents(itemId: string): Promise<readonly RedLineEventRow[]>
}
