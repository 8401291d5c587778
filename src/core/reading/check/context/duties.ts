import type { Span } from '#core/kit'
import type { AssignmentFact, PlanReading } from '../../facts.ts'
import { isGroup, unitKey, withoutLevel } from '../unit-key.ts'

/** A unit's name worked out: the key of all its spellings, the key without its level (省, 市), whether it is a group. */
export interface UnitName {
  readonly key: string
  readonly bare: string
  readonly isGroup: boolean
}

/** A duty with the key that all ways of writing its unit share. */
export interface KeyedDuty extends UnitName {
  readonly unit: string
  readonly span: Span
  readonly clause: AssignmentFact
}

/** One way of writing a unit, with all places of it in clauses. */
export interface UnitSpelling {
  readonly name: string
  readonly key: string
  readonly spans: Span[]
}

/** Keys of names, worked out once a name. */
export function keyMemo(): (name: string) => UnitName {
  const known = new Map<string, UnitName>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const key = unitKey(name)
    const made = { key, bare: withoutLevel(key), isGroup: isGroup(name) }
    known.set(name, made)
    return made
  }
}

/** All duties of all clauses, in document order. */
export function dutiesOf(reading: PlanReading, keyOf: ReturnType<typeof keyMemo>): KeyedDuty[] {
  return reading.assignments.flatMap((clause) =>
    clause.duties.map(({ unit, span }) => {
      const { key, bare, isGroup: group } = keyOf(unit)
      return { unit, span, clause, key, bare, isGroup: group }
    }),
  )
}

/** Ways of writing units, by name; widths folded. Groups (各街道) are left out. */
export function spellingsOf(duties: readonly KeyedDuty[]): Map<string, UnitSpelling> {
  const names = new Map<string, UnitSpelling>()
  const folded = new Map<string, string>()
  for (const { unit, key, span, isGroup: group } of duties) {
    if (group) continue
    const name = folded.get(unit) ?? unit.normalize('NFKC')
    folded.set(unit, name)
    const spelling = names.get(name)
    if (spelling) spelling.spans.push(span)
    else names.set(name, { name: unit, key, spans: [span] })
  }
  return names
}
