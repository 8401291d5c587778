import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import { membersOn } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import { recordUnitChange } from './unit-changes.ts'

interface Members {
  readonly groupUnitId: string
  readonly memberUnitIds: readonly string[]
  /** The first day on which the group means these units. */
  readonly from: LocalDate
  readonly reason: string
}

/** Says which units a group means from a day on; before that day it goes on meaning what it meant. */
export async function setMembers(context: Context, input: Members): Promise<Result<{ members: number }>> {
  const right = requireRight(context, 'unit.manage', {})
  if (!right.ok) return right
  return context.transact((stores) => changeMembers(context, stores, { ...input, kind: 'members' }))
}

/** The writing part, for imports as well. */
export async function changeMembers(
  context: Context,
  stores: Stores,
  input: Members & { readonly kind: 'members' | 'import' },
): Promise<Result<{ members: number }>> {
  const { groupUnitId, from, reason, kind } = input
  const units = await stores.register.registeredUnits()
  const nameOf = (id: string): string => units.find((unit) => unit.unitId === id)?.name ?? ''
  const memberUnitIds = [...new Set(input.memberUnitIds)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const known = (id: string) => units.find((unit) => unit.unitId === id && unit.endedAt === null)
  const group = known(groupUnitId)
  if (!group) return refuse('unit.notFound')
  if (group.kind !== 'group') return refuse('unit.notGroup')
  if (memberUnitIds.some((id) => !known(id))) return refuse('unit.notFound', {}, 'memberUnitIds')
  if (memberUnitIds.some((id) => known(id)?.kind === 'group')) return refuse('unit.groupInGroup', {}, 'memberUnitIds')
  const memberships = (await stores.register.memberships()).filter((one) => one.groupUnitId === groupUnitId)
  const last =
    memberships
      .flatMap((one) => [one.from ?? '', one.until ?? ''])
      .sort()
      .at(-1) ?? ''
  if (from < last) return refuse('unit.membersBefore', { date: last }, 'from')
  const before = membersOn(memberships, groupUnitId, from).map(({ memberName }) => memberName)
  await stores.register.setMembers(groupUnitId, memberUnitIds, from)
  const after = memberUnitIds.map(nameOf)
  const changed = { members: [before.toSorted().join('、'), after.join('、')], from: ['', from] } as const
  await recordUnitChange(context, stores, { unitId: groupUnitId, kind, changed, reason })
  return accept({ members: memberUnitIds.length })
}
