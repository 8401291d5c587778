import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { RegisteredUnit } from './register-ports.ts'
import { recordUnitChange } from './unit-changes.ts'

/**
 * Makes one unit of two that were found to be one. From the next period on the other answers; what is open under the old name is
 * finished under it, and what was done stays there. People of the one that goes are proposed for the same roles in the other: the
 * security officer confirms them.
 */
export async function mergeUnits(
  context: Context,
  input: { unitId: string; intoUnitId: string; revision: number; reason: string },
): Promise<Result<{ proposed: number }>> {
  const right = requireRight(context, 'unit.manage', {})
  if (!right.ok) return right
  if (input.unitId === input.intoUnitId) return refuse('unit.mergeItself')
  return context.transact(async (stores) => {
    const pair = await pairOf(stores, input)
    if (!pair.ok) return pair
    const { gone, kept } = pair.value
    const { unitId } = gone
    await stores.register.moveDuties(unitId, kept.unitId, context.today)
    const ended = { ...gone, endedAt: context.now, mergedInto: kept.unitId, revision: input.revision }
    if (!(await stores.register.saveUnit(ended))) return refuse('object.changedMeanwhile')
    await stores.register.removeAliases(unitId, gone.aliases)
    await stores.register.addAliases(kept.unitId, [gone.name, ...gone.aliases])
    const spellings = [kept.aliases, [...kept.aliases, gone.name, ...gone.aliases]].map((list) => list.join('、'))
    const [before = '', after = ''] = spellings
    await recordUnitChange(context, stores, {
      ...{ unitId, kind: 'merge', reason: input.reason },
      changed: { mergedInto: ['', kept.name] },
    })
    await recordUnitChange(context, stores, {
      ...{ unitId: kept.unitId, kind: 'merge', reason: input.reason },
      changed: { aliases: [before, after] },
    })
    return accept({ proposed: await proposeRoles(context, stores, unitId, kept.unitId) })
  })
}

async function pairOf(
  stores: Stores,
  input: { unitId: string; intoUnitId: string },
): Promise<Result<{ gone: RegisteredUnit; kept: RegisteredUnit }>> {
  const units = await stores.register.registeredUnits()
  const [gone, kept] = [input.unitId, input.intoUnitId].map((id) => units.find((unit) => unit.unitId === id))
  if (!gone || !kept) return refuse('unit.notFound')
  if (gone.endedAt !== null || kept.endedAt !== null) return refuse('unit.ended')
  if ((gone.kind === 'group') !== (kept.kind === 'group')) return refuse('unit.mergeKinds')
  return accept({ gone, kept })
}

async function proposeRoles(context: Context, stores: Stores, fromUnitId: string, unitId: string): Promise<number> {
  const people = await stores.register.unitPeople(context.today)
  const holds = (accountId: string, role: string) =>
    people.some((one) => one.unitId === unitId && one.accountId === accountId && one.role === role)
  const moving = people.filter(
    (one) => one.unitId === fromUnitId && one.standsInFor === null && !holds(one.accountId, one.role),
  )
  for (const { accountId, role } of moving) {
    const proposal = { proposalId: context.newId(), accountId, grant: { role, unitId } }
    await stores.organisation.proposeGrant({ ...proposal, at: context.now, by: context.actor.accountId })
  }
  return moving.length
}
