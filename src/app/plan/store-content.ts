import { type Duty, type DutyRole, type PlanContent, type PlanItem, reportingUnitOf } from '#core/plan'
import { reportingNow } from '#core/reporting'
import type { Stores } from '#app/kit'
import type { ItemWrite } from './plan-store.ts'
import type { UnitIds } from './store-units.ts'

interface Target {
  readonly planId: string
  readonly content: PlanContent
  readonly unitIds: UnitIds
}

/**
 * Stores the items in force with their duties and the unit that reports each, which a choice or an arbitration may have changed; those
 * that fell out are marked, not deleted.
 */
export async function storeItems(stores: Stores, target: Target & { readonly version: number }): Promise<void> {
  const groups = new Set(target.content.units.filter((unit) => unit.kind === 'group').map((unit) => unit.name))
  const changes = await stores.duties.changes(target.content.items.map((item) => item.itemId))
  const write = (item: PlanItem, index: number): ItemWrite => {
    const reporting = reportingUnitOf(item, (unit) => groups.has(unit))
    const byText = reporting === null ? null : target.unitIds(reporting)
    const changed = changes.find((change) => change.itemId === item.itemId) ?? null
    return {
      item,
      orderNo: index,
      reportingUnitId: reportingNow(byText, changed),
      duties: dutyRows(item.duties, target.unitIds),
    }
  }
  await stores.plans.saveItems(target.planId, target.version, target.content.items.map(write))
}

/** Two spellings of one unit of the region are one duty. */
function dutyRows(duties: readonly Duty[], unitIds: UnitIds): { unitId: string; role: DutyRole }[] {
  const rows = duties.map((duty) => ({ unitId: unitIds(duty.unit), role: duty.role }))
  return rows.filter((row, at) => rows.findIndex((other) => other.unitId === row.unitId) === at)
}

/** Stores task forces with the unit where the office sits and the members that are units. */
export async function storeTaskForces(stores: Stores, { planId, content, unitIds }: Target): Promise<void> {
  const names = new Set(content.units.flatMap((unit) => [unit.name, ...unit.aliases]))
  const forces = content.taskForces.map(({ campaignNo, convener, deputies, office, members }) => ({
    campaignNo,
    convener,
    deputies,
    officeUnitId: office !== null && names.has(office) ? unitIds(office) : null,
    memberUnitIds: [...new Set(members.filter((name) => names.has(name)).map(unitIds))],
  }))
  await stores.plans.saveTaskForces(planId, forces)
}
