import { type Result, accept, refuse } from '#core/kit'
import type { UnitKind } from '#core/plan'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { RegisteredUnit } from './register-ports.ts'
import { type Change, recordUnitChange } from './unit-changes.ts'

/** What a unit is to be called. */
export interface UnitSaying {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  readonly reason: string
}

/** Adds a unit that no plan has named yet. */
export async function addUnit(context: Context, input: UnitSaying): Promise<Result<{ unitId: string }>> {
  const right = requireRight(context, 'unit.manage', {})
  if (!right.ok) return right
  return context.transact((stores) => putUnit(context, stores, tidy(input)))
}

async function putUnit(context: Context, stores: Stores, input: UnitSaying): Promise<Result<{ unitId: string }>> {
  const unitId = context.newId()
  await stores.register.takeTurn()
  const units = await stores.register.registeredUnits()
  const free = namesFree(units, unitId, input)
  if (!free.ok) return free
  const { name, kind, aliases, reason } = input
  if (!(await stores.register.addUnit({ unitId, name, kind, at: context.now })))
    return refuse('unit.nameTaken', { name }, 'name')
  await stores.register.addAliases(unitId, aliases)
  const changed = { name: ['', name], aliases: ['', aliases.join('、')] } as const
  await recordUnitChange(context, stores, { unitId, kind: 'add', changed, reason })
  return accept({ unitId })
}

/** Renames a unit, changes its kind or its spellings. A former name stays as a spelling, because issued plans use it. */
export async function editUnit(
  context: Context,
  input: UnitSaying & { readonly unitId: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  const right = requireRight(context, 'unit.manage', {})
  if (!right.ok) return right
  return context.transact((stores) => changeUnit(context, stores, { ...input, ...tidy(input), kindOfChange: 'edit' }))
}

/** The writing part of editing, for imports as well. */
export async function changeUnit(
  context: Context,
  stores: Stores,
  input: UnitSaying & { readonly unitId: string; readonly revision: number; readonly kindOfChange: 'edit' | 'import' },
): Promise<Result<{ revision: number }>> {
  const { unitId, name, kind, revision, reason } = input
  await stores.register.takeTurn()
  const units = await stores.register.registeredUnits()
  const unit = units.find((one) => one.unitId === unitId)
  if (!unit) return refuse('unit.notFound')
  if (unit.endedAt !== null) return refuse('unit.ended')
  const renamed = unit.name !== name
  const aliases = [...new Set([...input.aliases, ...(renamed ? [unit.name] : [])])].filter((alias) => alias !== name)
  const free = namesFree(units, unitId, { name, aliases })
  if (!free.ok) return free
  await stores.register.removeAliases(
    unitId,
    unit.aliases.filter((alias) => !aliases.includes(alias)),
  )
  await stores.register.addAliases(
    unitId,
    aliases.filter((alias) => !unit.aliases.includes(alias)),
  )
  if (!(await stores.register.saveUnit({ ...unit, name, kind, revision }))) return refuse('object.changedMeanwhile')
  const changed = changesBetween(unit, { name, kind, aliases })
  await recordUnitChange(context, stores, { unitId, kind: input.kindOfChange, changed, reason })
  return accept({ revision: revision + 1 })
}

/** Ends a unit that answers for nothing any more; what it did stays readable. */
export async function endUnit(
  context: Context,
  input: { unitId: string; revision: number; reason: string },
): Promise<Result<{ revision: number }>> {
  const right = requireRight(context, 'unit.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const unit = await unitOf(stores, input.unitId)
    if (!unit) return refuse('unit.notFound')
    if (unit.endedAt !== null) return refuse('unit.ended')
    const items = (await stores.register.dutyCounts()).get(unit.unitId) ?? 0
    if (items > 0) return refuse('unit.stillAnswers', { items })
    return moveOn(context, stores, unit, { ...input, kind: 'end', endedAt: context.now })
  })
}

/** Takes an ended unit into use again. One that was merged stays merged. */
export async function reopenUnit(
  context: Context,
  input: { unitId: string; revision: number; reason: string },
): Promise<Result<{ revision: number }>> {
  const right = requireRight(context, 'unit.manage', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const unit = await unitOf(stores, input.unitId)
    if (!unit) return refuse('unit.notFound')
    if (unit.endedAt === null) return refuse('unit.notEnded')
    if (unit.mergedInto !== null) return refuse('unit.mergedAway')
    return moveOn(context, stores, unit, { ...input, kind: 'reopen', endedAt: null })
  })
}

async function moveOn(
  context: Context,
  stores: Stores,
  unit: RegisteredUnit,
  {
    kind,
    endedAt,
    revision,
    reason,
  }: { kind: 'end' | 'reopen'; endedAt: string | null; revision: number; reason: string },
): Promise<Result<{ revision: number }>> {
  if (!(await stores.register.saveUnit({ ...unit, endedAt, revision }))) return refuse('object.changedMeanwhile')
  await recordUnitChange(context, stores, { unitId: unit.unitId, kind, changed: {}, reason })
  return accept({ revision: revision + 1 })
}

async function unitOf(stores: Stores, unitId: string): Promise<RegisteredUnit | undefined> {
  return (await stores.register.registeredUnits()).find((one) => one.unitId === unitId)
}

/** A name or spelling belongs to one unit only: plans are read by them. */
function namesFree(
  units: readonly RegisteredUnit[],
  unitId: string,
  { name, aliases }: { readonly name: string; readonly aliases: readonly string[] },
): Result<true> {
  const others = units.filter((unit) => unit.unitId !== unitId)
  // A unit that was merged into this one is one of its spellings.
  const named = (text: string) => others.find((unit) => unit.name === text && unit.mergedInto !== unitId)
  if (named(name)) return refuse('unit.nameTaken', { name }, 'name')
  for (const alias of [name, ...aliases]) {
    const owner = named(alias) ?? others.find((unit) => unit.aliases.includes(alias))
    if (owner) return refuse('unit.aliasTaken', { alias, unit: owner.name }, 'aliases')
  }
  return accept(true)
}

function changesBetween(
  before: RegisteredUnit,
  after: Pick<UnitSaying, 'name' | 'kind' | 'aliases'>,
): Change['changed'] {
  const pairs = [
    ['name', before.name, after.name],
    ['kind', before.kind, after.kind],
    ['aliases', before.aliases.toSorted().join('、'), [...after.aliases].sort().join('、')],
  ] as const
  return Object.fromEntries(pairs.flatMap(([what, from, to]) => (from === to ? [] : [[what, [from, to]]])))
}

function tidy({ name, kind, aliases, reason }: UnitSaying): UnitSaying {
  const known = name.trim()
  const spellings = [...new Set(aliases.map((alias) => alias.trim()))].filter(
    (alias) => alias !== '' && alias !== known,
  )
  return { name: known, kind, aliases: spellings, reason: reason.trim() }
}
