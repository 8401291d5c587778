import type { CalendarYear, LocalDate, RegionCalendar } from '#core/kit'
import type { ItemKind } from '#core/plan'
import type { Act, ActVersion, CadenceScope, ClockedRhythm } from '#core/reporting'

/** The rhythm of one plan: its acts, and what of the plan it is about. */
export interface CadenceRow extends CadenceScope, ClockedRhythm {
  readonly cadenceId: string
  readonly planId: string
  readonly planTitle: string
  readonly name: string
  /** Name of the campaign that it is narrowed to. */
  readonly campaignName: string | null
  /** Unit in which the office of that campaign's task force sits. */
  readonly officeUnitName: string | null
  /** When somebody ended it; `endsOn` says which periods it still has. */
  readonly endedAt: string | null
}

/** That an act of a period was held, by hand or as the record of a paper or an evaluation shows. */
export interface HeldAct {
  readonly cadenceId: string
  readonly act: Act
  readonly periodId: string
  readonly heldAt: string
  readonly heldByName: string | null
  /** Number of the paper, day and place of the meeting. */
  readonly note: string
}

/** A briefing issued, a quarter evaluated, a round of reconciliation closed: what they show as done need not be said by hand. */
export interface DoneRecord {
  readonly planId: string
  readonly kind: 'briefing' | 'evaluation' | 'reconciliation'
  /** The cadence that asked for the reconciliation. */
  readonly cadenceId: string | null
  /** The period of the seal that the briefing rests on; the quarter of the evaluation; that of the reconciliation. */
  readonly periodId: string
  readonly at: string
  /** Title of the briefing; empty for the others. */
  readonly title: string
}

/** A period in which units were asked, with how the asked stand. */
export interface AskedPeriod {
  readonly cadenceId: string
  readonly periodId: string
  readonly state: 'open' | 'closed' | 'sealed'
  readonly dueAt: string
  readonly closedAt: string | null
  readonly units: readonly AskedUnit[]
}

/** How one unit stands in a period that asks it. */
export interface AskedUnit {
  readonly unitId: string
  readonly lines: number
  /** Signed, accepted, or answered by an outside body: it has left the unit. */
  readonly answered: number
}

/** A report that came back, with the moment by which the unit answers again. */
export interface ReturnedReport {
  readonly reportId: string
  readonly cadenceId: string
  readonly periodId: string
  readonly itemTitle: string
  readonly unitId: string
  readonly returnDueAt: string
}

/** A period in which units are being asked. */
export interface OpenPeriod {
  readonly cadenceId: string
  readonly periodId: string
  readonly openedAt: string
  /** Opened by the clock, not by a person. */
  readonly byClock: boolean
  readonly dueAt: string
}

/** One day of a region's calendar as it was named. */
export interface NamedDay {
  readonly date: LocalDate
  readonly work: boolean
  readonly name: string
}

/** A year of the calendar as the region loaded it. */
export interface LoadedYear {
  readonly year: number
  readonly days: readonly NamedDay[]
  readonly fileName: string
  readonly loadedAt: string
  readonly loadedByName: string
}

/** A subscription address that is in use; the address itself is not kept. */
export interface FeedRow {
  readonly tokenHash: string
  readonly accountId: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly madeAt: string
  readonly revokedAt: string | null
}

/** Cadences with their acts, duties, the work calendar, and calendar feeds. */
export interface CalendarStore {
  /** False where there is no such plan. */
  addCadence(row: {
    cadenceId: string
    planId: string
    name: string
    campaignNo: number | null
    list: ItemKind | null
    opensAfter: LocalDate | null
    at: string
    by: string
  }): Promise<boolean>
  /** Lays versions of acts down; one takes the place of another from the same day. */
  setActs(row: { cadenceId: string; acts: readonly ActVersion[]; at: string; by: string }): Promise<void>
  renameCadence(cadenceId: string, name: string): Promise<void>
  /** From which day on the clock opens its periods; null = not any more. */
  setOpensAfter(cadenceId: string, opensAfter: LocalDate | null): Promise<void>
  /** False where it has ended already. */
  endCadence(row: { cadenceId: string; endsOn: LocalDate; at: string }): Promise<boolean>
  cadences(): Promise<readonly CadenceRow[]>
  cadence(cadenceId: string): Promise<CadenceRow | null>
  /** Waits until nobody else opens a period of the plan: two cadences never ask the same figure at once. */
  takeTurnToAsk(planId: string): Promise<void>
  /** Of these items' figures, those that a sheet asks already, as `itemId figurePeriodId`. */
  askedFigures(figures: readonly { itemId: string; figurePeriodId: string }[]): Promise<ReadonlySet<string>>

  heldActs(): Promise<readonly HeldAct[]>
  /** False where it is said already. */
  addHeldAct(row: {
    cadenceId: string
    act: Act
    periodId: string
    note: string
    at: string
    by: string
  }): Promise<boolean>
  doneRecords(): Promise<readonly DoneRecord[]>
  /** Periods due in [from, to), and those of any time that are still open. */
  askedPeriods(from: string, to: string): Promise<readonly AskedPeriod[]>
  returnedReports(unitIds: readonly string[]): Promise<readonly ReturnedReport[]>

  /** What the region says of the work calendar. */
  calendar(): Promise<RegionCalendar>
  loadedYears(): Promise<readonly LoadedYear[]>
  ownDays(): Promise<readonly NamedDay[]>
  saveYears(
    rows: readonly {
      year: CalendarYear['year']
      days: readonly NamedDay[]
      fileName: string
      at: string
      by: string
    }[],
  ): Promise<void>
  saveOwnDay(day: NamedDay): Promise<void>
  /** False where the region has no such day of its own. */
  removeOwnDay(date: LocalDate): Promise<boolean>
  /** Open periods that are not due yet. */
  openPeriods(now: string): Promise<readonly OpenPeriod[]>
  moveDueMoments(rows: readonly { cadenceId: string; periodId: string; dueAt: string }[]): Promise<void>

  addFeed(row: { tokenHash: string; accountId: string; unitId: string | null; at: string }): Promise<void>
  feedsOf(accountId: string): Promise<readonly FeedRow[]>
  /** False where the account has no such feed in use. */
  revokeFeed(row: { tokenHash: string; accountId: string; at: string }): Promise<boolean>
  /** The feed of an address, ended or not. */
  feed(tokenHash: string): Promise<FeedRow | null>
}
