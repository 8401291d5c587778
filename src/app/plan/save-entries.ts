import { type Result, accept, refuse } from '#core/kit'
import { checkEntry, type DraftEntry, renameUnits } from '#core/plan'
import type { Context } from '#app/kit'
import { changeDraft, type DraftChange } from './change-draft.ts'
import type { EntryRow } from './draft-store.ts'

/** An entry as a person wants it, and the revision that he started from. */
export interface EntryEdit {
  readonly entry: DraftEntry
  readonly revision: number
}

/**
 * Saves entries as a person has them: edits, removals, "not a task", bringing back, and undo. All or none: where somebody changed one of
 * them meanwhile, nothing is written and the refusal names entry, person and revision, so that the page shows both states and the person
 * decides. A retry that would change nothing is accepted. A renamed unit is renamed in every duty, and its old name becomes an alias.
 */
export async function saveEntries(
  context: Context,
  input: { draftId: string; edits: readonly EntryEdit[] },
): Promise<Result<DraftChange>> {
  for (const { entry } of input.edits) {
    const checked = checkEntry(entry)
    if (!checked.ok) return checked
  }
  return changeDraft(context, { draftId: input.draftId, action: 'draft.edit' }, (rows) => decide(rows, input.edits))
}

function decide(rows: readonly EntryRow[], edits: readonly EntryEdit[]): Result<readonly DraftEntry[]> {
  const changed: DraftEntry[] = []
  for (const { entry, revision } of edits) {
    const row = rows.find((one) => one.entry.entryId === entry.entryId)
    if (!row || row.entry.kind !== entry.kind) return refuse('object.notFound', {}, entry.entryId)
    if (sameEntry(row.entry, entry)) continue
    if (row.revision !== revision) {
      return refuse('object.changedMeanwhile', { by: row.changedByName, revision: row.revision }, entry.entryId)
    }
    changed.push(withOldName(row.entry, entry))
  }
  return accept([...changed, ...renamed(rows, changed)])
}

function sameEntry(a: DraftEntry, b: DraftEntry): boolean {
  return a.removedAs === b.removedAs && sortedJson(a.body) === sortedJson(b.body)
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function withOldName(before: DraftEntry, after: DraftEntry): DraftEntry {
  if (before.kind !== 'unit' || after.kind !== 'unit' || before.body.name === after.body.name) return after
  const aliases = new Set([...after.body.aliases, before.body.name])
  aliases.delete(after.body.name)
  return { ...after, body: { ...after.body, aliases: [...aliases] } }
}

/** The other entries that name a unit which is renamed in this write. */
function renamed(rows: readonly EntryRow[], changed: readonly DraftEntry[]): DraftEntry[] {
  const names = new Map<string, string>()
  for (const after of changed) {
    const before = rows.find((row) => row.entry.entryId === after.entryId)?.entry
    if (before?.kind === 'unit' && after.kind === 'unit' && before.body.name !== after.body.name) {
      names.set(before.body.name, after.body.name)
    }
  }
  if (names.size === 0) return []
  const ids = new Set(changed.map((entry) => entry.entryId))
  return renameUnits(
    rows.map((row) => row.entry).filter((entry) => !ids.has(entry.entryId)),
    names,
  )
}
