import type { LocalDate } from '#core/kit'
import type { DutyRole } from '#core/plan'
import type { BlockageState, DisputeState, VoiceAnswer, VoiceKind } from '#core/reporting'
import type { ReportKey } from '../ports.ts'

/** A unit's duty on an item on a day: groups are resolved to their members. */
export interface DutyUnitRow {
  readonly itemId: string
  readonly unitId: string
  readonly unitName: string
  readonly role: DutyRole
}

/** What a matter is about: an item with its place in the plan, the unit whose matter it is, and the office that decides. */
interface OfItem {
  readonly itemId: string
  readonly itemTitle: string
  readonly planId: string
  readonly campaignNo: number | null
  readonly officeUnitId: string | null
  readonly unitId: string
  readonly unitName: string
}

/** An item that several units lead, where nobody has chosen which of them reports; `unitId` is the one that does so meanwhile. */
export interface JointLeadRow extends OfItem {
  readonly leads: readonly { readonly unitId: string; readonly unitName: string }[]
}

/** A change of the reporting unit, with who made it and why. */
export interface DutyChangeRow {
  readonly changeId: string
  readonly itemId: string
  readonly kind: 'choice' | 'arbitration'
  /** The unit that the plan's text names. */
  readonly insteadOf: string | null
  readonly fromUnitId: string | null
  readonly fromUnitName: string | null
  readonly toUnitId: string
  readonly toUnitName: string
  readonly reason: string
  readonly fromDate: LocalDate
  readonly madeAt: string
  readonly madeByName: string
}

/** What a unit said of a report. */
export interface VoiceRow {
  readonly reportId: string
  readonly unitId: string
  readonly kind: VoiceKind
  readonly answer: VoiceAnswer
  readonly note: string
  readonly givenAt: string
  readonly givenByName: string
}

/** "Not ours", from the first word to the decision. */
export interface DisputeRow extends OfItem {
  readonly disputeId: string
  readonly proposedUnitId: string | null
  readonly proposedUnitName: string | null
  readonly reason: string
  readonly state: DisputeState
  readonly revision: number
  readonly madeAt: string
  readonly madeByName: string
  readonly officeDueAt: string
  readonly decidedAt: string | null
  readonly decidedByName: string | null
  readonly decisionReason: string | null
  readonly toUnitId: string | null
  readonly toUnitName: string | null
  readonly reportDueAt: string | null
}

/** A blockage with where it stands. */
export interface BlockageRow extends OfItem {
  readonly blockageId: string
  readonly what: string
  readonly needs: string
  readonly needsUnitId: string | null
  readonly needsUnitName: string | null
  readonly by: LocalDate | null
  readonly state: BlockageState
  readonly level: number
  readonly levelDueAt: string
  readonly revision: number
  readonly raisedAt: string
  readonly closedAt: string | null
  readonly outcome: string | null
}

/** One act on a blockage. */
export interface BlockageEventRow {
  readonly blockageId: string
  readonly action: string
  readonly level: number
  readonly note: string
  readonly at: string
  readonly byName: string | null
}

/** A new blockage as it is written. */
export interface BlockageWrite {
  readonly blockageId: string
  readonly itemId: string
  readonly unitId: string
  readonly reportId: string | null
  readonly what: string
  readonly needs: string
  readonly needsUnitId: string | null
  readonly by: LocalDate | null
  readonly level: number
  readonly levelDueAt: string
  readonly at: string
  readonly raisedBy: string | null
}

/** Which disputes or blockages to read; at least one part is given. */
export interface MatterFilter {
  readonly id?: string
  readonly itemId?: string
  readonly itemIds?: readonly string[]
  /** Only what is not decided or closed yet. */
  readonly onlyOpen?: true
}

/** Duties, words on reports, disputes and blockages, inside one transaction of one region. */
export interface DutyStore {
  /** Units with duties on these items; a group stands for its members on that day. */
  dutyUnits(itemIds: readonly string[], on: LocalDate): Promise<readonly DutyUnitRow[]>
  /** Items in force with several leads of which none was chosen. */
  jointLeads(on: LocalDate): Promise<readonly JointLeadRow[]>
  /** Changes of the reporting unit, newest first. */
  changes(itemIds: readonly string[]): Promise<readonly DutyChangeRow[]>
  addChange(row: {
    changeId: string
    itemId: string
    kind: 'choice' | 'arbitration'
    insteadOf: string | null
    fromUnitId: string | null
    toUnitId: string
    reason: string
    fromDate: LocalDate
    at: string
    by: string
  }): Promise<void>
  /** Sets the unit that reports an item from now on. */
  setReportingUnit(itemId: string, unitId: string): Promise<void>
  /** Gives the open, still unanswered lines of an item that are due later to another unit; answers how many went. */
  moveLines(itemId: string, toUnitId: string, dueAfter: string): Promise<number>

  /** Reports that have left their unit, of open or closed periods, on which one of these units is to be heard. */
  reportsToHear(unitIds: readonly string[], on: LocalDate): Promise<readonly ReportKey[]>
  voices(reportIds: readonly string[]): Promise<readonly VoiceRow[]>
  addVoices(
    rows: readonly (Omit<VoiceRow, 'givenByName'> & { readonly voiceId: string; readonly by: string })[],
  ): Promise<void>

  disputes(filter: MatterFilter): Promise<readonly DisputeRow[]>
  /** False where the unit has an open one on this item already. */
  addDispute(row: {
    disputeId: string
    itemId: string
    unitId: string
    proposedUnitId: string | null
    reason: string
    at: string
    by: string
    officeDueAt: string
  }): Promise<boolean>
  /** False where somebody else decided it meanwhile. */
  decideDispute(row: {
    disputeId: string
    revision: number
    state: Exclude<DisputeState, 'open'>
    reason: string | null
    toUnitId: string | null
    reportDueAt: string | null
    at: string
    by: string
  }): Promise<boolean>

  blockages(filter: MatterFilter): Promise<readonly BlockageRow[]>
  /** False where the unit has an open one on this item already. */
  addBlockage(row: BlockageWrite): Promise<boolean>
  /** False where somebody else changed it meanwhile. */
  moveBlockage(row: {
    blockageId: string
    revision: number
    state: BlockageState
    level: number
    levelDueAt: string
    outcome: string | null
    action: string
    note: string
    at: string
    /** null = it went up by itself. */
    by: string | null
  }): Promise<boolean>
  blockageEvents(blockageIds: readonly string[]): Promise<readonly BlockageEventRow[]>
}
