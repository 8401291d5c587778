import type { PlanReading } from '#core/reading'
import { kindOfUnit, kindsOfGroup } from './unit-kind.ts'
import type { PlanUnit } from './types.ts'

/** A post, not a body: 分管区领导, 区委常委、常务副区长. It can be in charge of an item but cannot report it. */
export function isPost(name: string): boolean {
  return /(领导|书记|主任|[区县市镇乡]长|秘书长|召集人|负责人|负责同志|常委|委员|主席|链长|组长)$/.test(name)
}

/** The units of a plan, and the name that each spelling stands for. */
export interface UnitNames {
  readonly units: readonly PlanUnit[]
  /** The unit's name for a spelling; an unknown spelling stands for itself. */
  nameOf(spelling: string): string
}

/** Builds the lookup of spellings over units with their aliases. */
export function unitNames(units: readonly PlanUnit[]): UnitNames {
  const names = new Map<string, string>()
  for (const unit of units) {
    for (const alias of unit.aliases) names.set(alias, unit.name)
  }
  for (const unit of units) names.set(unit.name, unit.name)
  return { units, nameOf: (spelling) => names.get(spelling) ?? spelling }
}

/**
 * Every unit that a plan names, in order of first appearance, kinds recognised from the names. Spellings are united only where that
 * is beyond doubt: 人社局 is 区人社局 when no other body of that name stands in the plan; anything further is a person's decision.
 */
export function collectUnits(reading: PlanReading): UnitNames {
  const spellings = new Set(spellingsIn(reading).filter((name) => name !== '' && !isPost(name)))
  const full = fullNames(spellings)
  const found = new Map<string, string[]>()
  for (const spelling of spellings) {
    const name = full.get(spelling) ?? spelling
    found.set(name, [...(found.get(name) ?? []), ...(name === spelling ? [] : [spelling])])
  }
  const units = [...found].map(([name, aliases]): PlanUnit => ({ name, kind: kindOfUnit(name), aliases }))
  return unitNames(withMembers(units))
}

function spellingsIn(reading: PlanReading): string[] {
  const clauses = reading.assignments.flatMap((clause) => clause.duties.map((duty) => duty.unit))
  const tasks = reading.tasks.flatMap((task) => task.duties.map((duty) => duty.unit))
  const forces = reading.taskForces.flatMap((force) => [
    ...force.members,
    ...(force.office === null ? [] : [force.office]),
  ])
  return [...clauses, ...tasks, ...forces]
}

/** 人社局 → 区人社局 where exactly one of 区/县/市/省 + 人社局 is in use. */
function fullNames(spellings: ReadonlySet<string>): Map<string, string> {
  const full = new Map<string, string>()
  for (const spelling of spellings) {
    const longer = ['区', '县', '市', '省'].map((prefix) => prefix + spelling).filter((name) => spellings.has(name))
    const [only] = longer
    if (longer.length === 1 && only !== undefined) full.set(spelling, only)
  }
  return full
}

function withMembers(units: readonly PlanUnit[]): PlanUnit[] {
  return units.map((unit) => {
    if (unit.kind !== 'group') return unit
    const kinds = kindsOfGroup(unit.name)
    return { ...unit, members: units.filter((other) => kinds.includes(other.kind)).map((other) => other.name) }
  })
}

/** Two units that may be one: a short form of the other, or one character apart. */
export interface AliasSuggestion {
  readonly keep: string
  readonly alias: string
}

/** Pairs of names that a person should look at: 区发展改革委 and 区发改委, 区科工信局 and 区工信局. */
export function suggestAliases(units: readonly PlanUnit[]): AliasSuggestion[] {
  const bodies = units
    .filter((unit) => unit.kind !== 'group')
    .map((unit) => ({ name: unit.name, kind: unit.kind, core: coreOf(unit.name) }))
  return bodies.flatMap((one, index) =>
    bodies.slice(index + 1).flatMap((other) => {
      const [long, short] = one.core.length >= other.core.length ? [one, other] : [other, one]
      return one.kind === other.kind && isShortForm(short.core, long.core)
        ? [{ keep: long.name, alias: short.name }]
        : []
    }),
  )
}

function coreOf(name: string): string {
  return name
    .replace(/^[区县市省]/, '')
    .replace(/(委员会|办公室|管委会|委|局|办|厅|部|中心|镇|乡|街道|公司|集团)$/, '')
    .replace(/和|与|及|、/g, '')
}

/** The short one's characters stand in the long one in order, from the same first character, and are at least a third of it. */
function isShortForm(short: string, long: string): boolean {
  if (short.length < 2 || short[0] !== long[0] || short.length * 3 < long.length) return false
  let at = 0
  for (const character of long) {
    if (character === short[at]) at += 1
  }
  return at === short.length
}
