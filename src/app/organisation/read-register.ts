import { type Result, accept, refuse } from '#core/kit'
import { isInForce, membersOn, type SigningGap, signingGap } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { NamedMembership, PostRow, RegisteredUnit, UnitChangeRow, UnitDuty, UnitPerson } from './register-ports.ts'

/** A unit with the counts that the register shows. */
export interface RegisterLine extends RegisteredUnit {
  /** Persons who report or sign for it today. */
  readonly people: number
  readonly duties: number
  /** Members today, of a group. */
  readonly members: number
  readonly mergedIntoName: string | null
  /** Why nobody could sign what it reports; only of units that are asked something. */
  readonly gap: SigningGap | null
}

/** Everything about one unit. */
export interface UnitView {
  readonly unit: RegisterLine
  readonly mayManage: boolean
  readonly mayKeepPosts: boolean
  readonly people: readonly UnitPerson[]
  readonly posts: readonly PostRow[]
  readonly duties: readonly UnitDuty[]
  /** Of a group: its members over time. */
  readonly members: readonly NamedMembership[]
  /** The groups that it is or was a member of. */
  readonly groups: readonly NamedMembership[]
  /** Units that were found to be this one. */
  readonly formerly: readonly { readonly unitId: string; readonly name: string }[]
  readonly changes: readonly UnitChangeRow[]
}

/** All units of the region in pinyin order, ended ones included. */
export async function listRegister(context: Context): Promise<Result<readonly RegisterLine[]>> {
  const right = requireRight(context, 'unit.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => registerLines(context, stores)))
}

/** One unit with its people, posts, duties, members and what changed in it. */
export async function readUnit(context: Context, { unitId }: { unitId: string }): Promise<Result<UnitView>> {
  const right = requireRight(context, 'unit.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const lines = await registerLines(context, stores)
    const unit = lines.find((one) => one.unitId === unitId)
    if (!unit) return refuse('unit.notFound')
    const { register } = stores
    const memberships = await register.memberships()
    return accept({
      unit,
      mayManage: requireRight(context, 'unit.manage', {}).ok,
      mayKeepPosts: requireRight(context, 'post.manage', { unitId }).ok,
      people: await register.unitPeople(context.today, unitId),
      posts: await register.posts({ unitId }),
      duties: await register.dutiesOf(unitId, context.today),
      members: memberships.filter((one) => one.groupUnitId === unitId),
      groups: memberships.filter((one) => one.memberUnitId === unitId),
      formerly: lines.filter((one) => one.mergedInto === unitId).map(({ unitId: id, name }) => ({ unitId: id, name })),
      changes: await register.changesOf(unitId),
    })
  })
}

async function registerLines({ today }: Context, { register }: Stores): Promise<readonly RegisterLine[]> {
  const [units, people] = [await register.registeredUnits(), await register.unitPeople(today)]
  const [duties, memberships] = [await register.dutyCounts(), await register.memberships()]
  const names = new Map(units.map(({ unitId, name }) => [unitId, name]))
  return units.map((unit) => {
    const present = people.filter((one) => one.unitId === unit.unitId && isInForce(one, today))
    const asked = duties.get(unit.unitId) ?? 0
    return {
      ...unit,
      people: new Set(present.map(({ accountId }) => accountId)).size,
      duties: asked,
      members: membersOn(memberships, unit.unitId, today).length,
      mergedIntoName: unit.mergedInto === null ? null : (names.get(unit.mergedInto) ?? null),
      gap: unit.kind === 'group' || unit.endedAt !== null || asked === 0 ? null : gapOf(present),
    }
  })
}

/** The units of the reader in which nobody could sign what is reported: he is told before he reports. */
export async function ownSigningGaps(
  context: Context,
): Promise<Result<readonly { readonly unitId: string; readonly unitName: string; readonly gap: SigningGap }[]>> {
  const right = requireRight(context, 'unit.read', {})
  if (!right.ok) return right
  const unitIds = new Set(context.actor.roles.flatMap(({ role, unitId }) => (role === 'reporter' ? [unitId] : [])))
  if (unitIds.size === 0) return accept([])
  return context.read(async (stores) => {
    const lines = (await registerLines(context, stores)).filter(({ unitId }) => unitIds.has(unitId))
    return accept(lines.flatMap(({ unitId, name, gap }) => (gap === null ? [] : [{ unitId, unitName: name, gap }])))
  })
}

const gapOf = (people: readonly UnitPerson[]): SigningGap | null =>
  signingGap(
    people.map(({ accountId, role, standsInFor }) => ({
      ...{ accountId, role },
      ...(standsInFor === null ? {} : { standsInFor }),
    })),
  )
