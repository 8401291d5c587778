import { invariant } from '#core/kit'
import type { PlanUnit } from '#core/plan'
import type { Context, Stores } from '#app/kit'
import { recordUnitChange, type RegisteredUnit } from '#app/organisation'

/** The region's id of a unit, by its name in the plan. */
export type UnitIds = (name: string) => string

/**
 * Finds every unit of a plan among the region's units, by name or alias, and adds those that are new; spellings become aliases, groups
 * get their members from today on. A unit that the region knows under another name keeps that name.
 */
export async function storeUnits(context: Context, stores: Stores, units: readonly PlanUnit[]): Promise<UnitIds> {
  const ids = new Map<string, string>()
  // One that was merged is a spelling of the other.
  const registered = (await stores.register.registeredUnits()).filter((known) => known.mergedInto === null)
  for (const known of registered) for (const alias of known.aliases) ids.set(alias, known.unitId)
  for (const known of registered) ids.set(known.name, known.unitId)
  const added = units.filter((unit) => knownId(ids, unit) === undefined)
  const rows = added.map((unit) => ({ unitId: context.newId(), name: unit.name, kind: unit.kind }))
  for (const row of rows) ids.set(row.name, row.unitId)
  const idOf = (name: string): string => {
    const unit = units.find((one) => one.name === name || one.aliases.includes(name))
    const id = unit ? knownId(ids, unit) : ids.get(name)
    invariant(id, `a published plan names no unknown unit: ${name}`)
    return id
  }
  await reopenNamed(context, stores, units, registered)
  await stores.plans.addUnits(rows, context.now)
  await stores.plans.addAliases(aliasesOf(units, ids, idOf))
  await stores.plans.setGroupMembers(groupsOf(units, idOf), context.today)
  return idOf
}

/** A unit that had ended and that an issued plan names again is in use again. */
async function reopenNamed(
  context: Context,
  stores: Stores,
  units: readonly PlanUnit[],
  registered: readonly RegisteredUnit[],
): Promise<void> {
  const names = new Set(units.flatMap((unit) => [unit.name, ...unit.aliases]))
  for (const known of registered) {
    if (known.endedAt === null || ![known.name, ...known.aliases].some((name) => names.has(name))) continue
    await stores.register.saveUnit({ ...known, endedAt: null })
    const { unitId } = known
    await recordUnitChange(context, stores, { unitId, kind: 'reopen', changed: {}, reason: '方案再次列名' })
  }
}

function knownId(ids: ReadonlyMap<string, string>, unit: PlanUnit): string | undefined {
  return ids.get(unit.name) ?? unit.aliases.map((alias) => ids.get(alias)).find((id) => id !== undefined)
}

/** Names that the region does not know yet, each for its unit. */
function aliasesOf(units: readonly PlanUnit[], ids: ReadonlyMap<string, string>, idOf: UnitIds) {
  return units.flatMap((unit) =>
    [unit.name, ...unit.aliases].flatMap((alias) => (ids.has(alias) ? [] : [{ unitId: idOf(unit.name), alias }])),
  )
}

function groupsOf(units: readonly PlanUnit[], idOf: UnitIds) {
  const names = new Set(units.map((unit) => unit.name))
  return units.flatMap((unit) =>
    unit.kind === 'group'
      ? [
          {
            groupUnitId: idOf(unit.name),
            memberUnitIds: [...new Set((unit.members ?? []).filter((name) => names.has(name)).map(idOf))],
          },
        ]
      : [],
  )
}
