import type { DraftEntry } from './draft-types.ts'
import { mergeDuties } from './merge-duties.ts'
import type { PlanItem, PlanUnit, TaskForce } from './types.ts'

type Rename = (name: string) => string

/** Entries that name a unit, with the name changed in duties, task forces and groups; entries that do not are left out. */
export function renameUnits(entries: readonly DraftEntry[], names: ReadonlyMap<string, string>): DraftEntry[] {
  const rename: Rename = (name) => names.get(name) ?? name
  return entries.flatMap((entry) => {
    const renamed = renamedIn(entry, rename)
    return JSON.stringify(renamed) === JSON.stringify(entry) ? [] : [renamed]
  })
}

function renamedIn(entry: DraftEntry, rename: Rename): DraftEntry {
  if (entry.kind === 'item') return { ...entry, body: renamedItem(entry.body, rename) }
  if (entry.kind === 'taskForce') return { ...entry, body: renamedForce(entry.body, rename) }
  if (entry.kind === 'unit' && entry.body.members) {
    return { ...entry, body: { ...entry.body, members: unique(entry.body.members.map(rename)) } }
  }
  return entry
}

function renamedItem(item: PlanItem, rename: Rename): PlanItem {
  return { ...item, duties: mergeDuties(item.duties.map(({ unit, role }) => ({ unit: rename(unit), role }))) }
}

function renamedForce(force: TaskForce, rename: Rename): TaskForce {
  const { deputies, members, office } = force
  return {
    ...force,
    deputies: unique(deputies.map(rename)),
    members: unique(members.map(rename)),
    office: office === null ? null : rename(office),
  }
}

/**
 * Merges units into one, once for all: the others' names become aliases of the kept one and every duty is renamed; a unit that then
 * stands twice in a clause keeps its strongest role. Answers the entries that change.
 */
export function mergeUnits(entries: readonly DraftEntry[], keepId: string, mergedIds: readonly string[]): DraftEntry[] {
  const keep = entries.find((entry) => entry.entryId === keepId)
  if (keep?.kind !== 'unit') return []
  const merged = entries.filter((entry) => mergedIds.includes(entry.entryId) && entry.kind === 'unit')
  const spellings = merged.flatMap((entry) => (entry.kind === 'unit' ? [entry.body.name, ...entry.body.aliases] : []))
  const kept: PlanUnit = { ...keep.body, aliases: unique([...keep.body.aliases, ...spellings]) }
  const rest = entries.filter((entry) => entry.entryId !== keepId && !merged.includes(entry))
  const names = new Map(spellings.map((name) => [name, kept.name]))
  return [
    { ...keep, body: kept },
    ...merged.map((entry): DraftEntry => ({ ...entry, removedAs: 'merged' })),
    ...renameUnits(rest, names),
  ]
}

const unique = (names: readonly string[]): string[] => [...new Set(names)]
