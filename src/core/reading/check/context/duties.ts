import type { Span } from '#core/kit'
import type { AssignmentFact, PlanReading } from '../../facts.ts'
import { isGroup, unitKey } from '../unit-key.ts'

/** A duty with the key that all ways of writing its unit share. */
export interface KeyedDuty {
  readonly unit: string
  readonly key: string
  readonly isGroup: boolean
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
export function keyMemo(): (name: string) => { readonly key: string; readonly isGroup: boolean } {
  const known = new Map<string, { key: string; isGroup: boolean }>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const made = { key: unitKey(name), isGroup: isGroup(name) }
    known.set(name, made)
    return made
  }
}

/** All duties of all clauses, in document order. */
export function dutiesOf(reading: PlanReading, keyOf: ReturnType<typeof keyMemo>): KeyedDuty[] {
  return reading.assignments.flatMap((clause) =>
    clause.duties.map(({ unit, span }) => ({ unit, span, clause, ...keyOf(unit) })),
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
