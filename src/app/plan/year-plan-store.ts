import type { LocalDate } from '#core/kit'
import type { DutyRole, PlanItem } from '#core/plan'

/** An item on which a unit has a duty, groups resolved, with the plan that asks it. */
export interface YearPlanItemRow {
  readonly planId: string
  readonly item: PlanItem
  readonly role: DutyRole
  /** The unit reports it. */
  readonly reports: boolean
}

/** That a unit has signed for a version of a plan. */
export interface ReceiptRow {
  readonly planId: string
  readonly version: number
  readonly unitId: string
  readonly signedAt: string
  readonly signedByName: string
}

/** A unit's own step below an item. Its days and its doer are the unit's own; the item's text is the plan's. */
export interface MeasureRow {
  readonly measureId: string
  readonly itemId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  /** By post; empty = nobody is named. */
  readonly responsible: string
  readonly dueOn: LocalDate
  readonly doneOn: LocalDate | null
  readonly revision: number
}

/** What a unit says of a measure. */
export interface MeasureSaid {
  readonly title: string
  readonly responsible: string
  readonly dueOn: LocalDate
  readonly doneOn: LocalDate | null
}

/** Units' own years: what each has to do, what it has signed for, and its measures, inside one transaction of one region. */
export interface YearPlanStore {
  /** Items in force of all plans on which the unit has a duty that day; its strongest duty on each. */
  itemsOf(unitId: string, on: LocalDate): Promise<readonly YearPlanItemRow[]>
  /** Units with a duty in a plan that day, with how many items, in pinyin order. */
  unitsOf(planId: string, on: LocalDate): Promise<readonly { unitId: string; unitName: string; items: number }[]>
  receipts(filter: { readonly planId?: string; readonly unitId?: string }): Promise<readonly ReceiptRow[]>
  /** False where the unit has signed for that version already. */
  addReceipt(row: { planId: string; version: number; unitId: string; at: string; by: string }): Promise<boolean>
  measures(filter: {
    readonly unitId?: string
    readonly itemId?: string
    readonly measureId?: string
  }): Promise<readonly MeasureRow[]>
  addMeasure(
    row: MeasureSaid & { measureId: string; itemId: string; unitId: string; at: string; by: string },
  ): Promise<void>
  /** False where somebody else changed it meanwhile. `said` null = removed; it stays in the log. */
  changeMeasure(row: {
    measureId: string
    revision: number
    said: MeasureSaid | null
    at: string
    by: string
  }): Promise<boolean>
}
