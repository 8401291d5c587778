import type { Period } from '#core/kit'
import type { Duty, PlanItem } from '#core/plan'
import { dueItems } from './due-figures.ts'
import type { SheetLine } from './types.ts'

/** What one unit is asked in one period. */
export interface Sheet {
  readonly unitId: string
  readonly lines: readonly SheetLine[]
}

/** The sheets of a period, and the items that nobody answers for yet. */
export interface OpenedSheets {
  readonly sheets: readonly Sheet[]
  readonly unowned: readonly string[]
}

/**
 * The unit that reports and signs: the lead (of several the one that the task-force office chose, else the first named); where no
 * lead is named, the first responsible one until the office chooses. Supporting and participating units never report.
 */
export function reportingUnit(duties: readonly Duty[], chosen: string | null = null): string | null {
  const leads = duties.filter((duty) => duty.role === 'lead')
  const answering = leads.length > 0 ? leads : duties.filter((duty) => duty.role === 'responsible')
  const picked = answering.find((duty) => duty.unit === chosen) ?? answering[0]
  return picked?.unit ?? null
}

/** The other leads, who countersign what the reporting one signs. */
export function countersigners(duties: readonly Duty[], reporting: string | null): string[] {
  return duties.filter((duty) => duty.role === 'lead' && duty.unit !== reporting).map((duty) => duty.unit)
}

/** What opening a period needs to know besides the items. */
export interface OpeningFacts {
  /** Items whose completion is accepted. */
  readonly finished: ReadonlySet<string>
  /** Reporting units that a task-force office has chosen, by item. */
  readonly chosen: ReadonlyMap<string, string>
  /** Unit id by the name used in duties; a name that is missing here leaves the item unowned. */
  readonly unitIds: ReadonlyMap<string, string>
}

/**
 * Builds the sheets of a collecting period: one for each unit that has something due, lines in the order of the plan, sheets in the
 * order of their first line. Units without anything due get none.
 */
export function openSheets(items: readonly PlanItem[], collecting: Period, facts: OpeningFacts): OpenedSheets {
  const byUnit = new Map<string, SheetLine[]>()
  const unowned: string[] = []
  for (const { item, figurePeriod } of dueItems(items, collecting, facts.finished)) {
    const name = reportingUnit(item.duties, facts.chosen.get(item.itemId) ?? null)
    const unitId = name === null ? undefined : facts.unitIds.get(name)
    if (unitId === undefined) {
      unowned.push(item.itemId)
      continue
    }
    const lines = byUnit.get(unitId) ?? []
    lines.push({ itemId: item.itemId, unitId, figurePeriodId: figurePeriod.id })
    byUnit.set(unitId, lines)
  }
  return { sheets: [...byUnit].map(([unitId, lines]) => ({ unitId, lines })), unowned }
}
