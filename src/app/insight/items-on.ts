import { groupBy } from '#core/kit'
import { withSchedule } from '#core/insight'
import type { ApprovedSchedule, ScheduleClock } from '#core/insight'
import type { ItemRow } from './ports.ts'

/** The items of a plan with the trajectories and time nodes that hold on a day, where they were changed beside the plan. */
export function itemsOn(
  items: readonly ItemRow[],
  schedules: readonly ApprovedSchedule[],
  at: ScheduleClock,
): readonly ItemRow[] {
  if (schedules.length === 0) return items
  const byItem = groupBy(schedules, (change) => change.itemId)
  return items.map((row) => {
    const changes = byItem.get(row.item.itemId)
    return changes === undefined ? row : { ...row, item: withSchedule(row.item, changes, at) }
  })
}
