import { brokenDownTo, type PlanItem } from '#core/plan'
import type { Stores } from '#app/kit'

/** Whether giving a duty to a unit would break a statutory series down to a township or a firm, which the Statistics Law forbids. */
export async function breaksDownStatutory(stores: Stores, item: PlanItem, unitId: string): Promise<boolean> {
  if (item.kind !== 'indicator' || item.origin !== 'statutory') return false
  const unit = (await stores.organisation.units()).find((one) => one.unitId === unitId)
  if (!unit) return false
  const given: PlanItem = { ...item, duties: [{ unit: unit.name, role: 'lead' }] }
  return brokenDownTo(given, () => [unit.kind]).length > 0
}
