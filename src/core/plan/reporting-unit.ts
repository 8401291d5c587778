import type { PlanItem } from './types.ts'

/**
 * The unit that reports an item (domain.md, Responsibility): the lead; of several leads the first, which the task-force office can
 * change by putting another one first; without a lead the first responsible. Groups cannot report. null: nobody is named.
 */
export function reportingUnitOf(item: Pick<PlanItem, 'duties'>, isGroup: (unit: string) => boolean): string | null {
  const able = item.duties.filter((duty) => !isGroup(duty.unit))
  const found = able.find((duty) => duty.role === 'lead') ?? able.find((duty) => duty.role === 'responsible')
  return found?.unit ?? null
}
