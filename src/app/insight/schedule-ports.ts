import type { Json, LocalDate } from '#core/kit'
import type { ScheduleBody } from '#core/insight'

/** A change of an item's schedule as it was asked for. */
export interface ProposedSchedule {
  readonly changeId: string
  readonly itemId: string
  readonly body: ScheduleBody
  /** What the plan itself said of this part then. */
  readonly planned: Json
  readonly effectiveFrom: LocalDate
  readonly reason: string
  /** Where last year's months are taken from. */
  readonly source: string | null
  readonly proposedAt: string
  readonly proposedBy: string
}

/** The same with its decision; null while it waits. */
export interface ScheduleChangeRow extends ProposedSchedule {
  readonly decision: {
    readonly at: string
    readonly by: string
    readonly approved: boolean
    readonly note: string
  } | null
}

/** A change that waits, as whoever decides it finds it. */
export interface WaitingSchedule {
  readonly changeId: string
  readonly itemId: string
  readonly title: string
  readonly part: ScheduleBody['part']
  readonly unitName: string | null
  readonly reason: string
  readonly proposedAt: string
  readonly proposedBy: string
}

/** Whose an item is: what rights on its schedule ask. */
export interface ItemPlace {
  readonly planId: string
  readonly campaignNo: number | null
  readonly reportingUnitId: string | null
}

/** Changes of schedules in their store. */
export interface ScheduleStore {
  /** All changes of an item, oldest first. */
  scheduleChanges(itemId: string): Promise<readonly ScheduleChangeRow[]>
  scheduleChange(changeId: string): Promise<ScheduleChangeRow | null>
  /** Changes that wait for a decision, oldest first. */
  waitingSchedules(): Promise<readonly WaitingSchedule[]>
  itemPlace(itemId: string): Promise<ItemPlace | null>
  /** False where a change of the same part of the item waits already. */
  addScheduleChange(change: ProposedSchedule): Promise<boolean>
  /** False where it has been decided already. */
  decideScheduleChange(decision: {
    readonly changeId: string
    readonly approved: boolean
    readonly note: string
    readonly at: string
    readonly by: string
  }): Promise<boolean>
}
