import { type Result, accept, refuse } from '#core/kit'
import { checkEntry, type DraftBody, entryOf, mergeItems, mergeUnits, splitItem } from '#core/plan'
import type { Context } from '#app/kit'
import { changeDraft, type DraftChange } from './change-draft.ts'
import type { EntryRow } from './draft-store.ts'

/** Adds something that the reader did not find. An item gets its id here. */
export async function addEntry(
  context: Context,
  input: { draftId: string; body: DraftBody },
): Promise<Result<DraftChange>> {
  const { body } = input
  const named: DraftBody = body.kind === 'item' ? { ...body, body: { ...body.body, itemId: context.newId() } } : body
  const checked = checkEntry(named)
  if (!checked.ok) return checked
  const entry = entryOf(named, () => context.newId())
  return changeDraft(context, { draftId: input.draftId, action: 'draft.add' }, (rows) =>
    rows.some((row) => row.entry.entryId === entry.entryId && row.entry.removedAs === null)
      ? refuse('object.changedMeanwhile', {}, entry.entryId)
      : accept([entry]),
  )
}

/** Makes two items of one; both keep the sentence. */
export async function splitEntry(
  context: Context,
  input: { draftId: string; entryId: string },
): Promise<Result<DraftChange>> {
  return changeDraft(context, { draftId: input.draftId, action: 'draft.split' }, (rows) => {
    const found = present(rows, input.entryId)
    if (found?.kind !== 'item') return refuse('object.notFound')
    return accept([entryOf({ kind: 'item', body: splitItem(found.body, context.newId()) }, () => context.newId())])
  })
}

/** Merges items of one kind, or spellings of one unit once for all, into the entry that is kept. */
export async function mergeEntries(
  context: Context,
  input: { draftId: string; keepId: string; otherIds: readonly string[] },
): Promise<Result<DraftChange>> {
  return changeDraft(context, { draftId: input.draftId, action: 'draft.merge' }, (rows) => {
    const keep = present(rows, input.keepId)
    const others = input.otherIds.flatMap((id) => (id === input.keepId ? [] : (present(rows, id) ?? [])))
    if (!keep || others.length === 0 || others.length !== input.otherIds.length) return refuse('plan.nothingToMerge')
    const entries = rows.map((row) => row.entry).filter((entry) => entry.removedAs === null)
    if (keep.kind === 'unit' && others.every((entry) => entry.kind === 'unit')) {
      return accept(mergeUnits(entries, keep.entryId, input.otherIds))
    }
    const sameKind = others.every(
      (entry) => entry.kind === 'item' && keep.kind === 'item' && entry.body.kind === keep.body.kind,
    )
    return sameKind ? accept(mergeItems(entries, keep.entryId, input.otherIds)) : refuse('plan.kindDiffers')
  })
}

/** Mutes a finding with a reason that others read; null takes the mute back. */
export async function muteFinding(
  context: Context,
  input: { draftId: string; findingId: string; reason: string | null },
): Promise<Result<DraftChange>> {
  const entry = entryOf({ kind: 'mute', body: { findingId: input.findingId, reason: input.reason ?? '' } }, () => '')
  const checked = input.reason === null ? accept<true>(true) : checkEntry(entry)
  if (!checked.ok) return checked
  return changeDraft(context, { draftId: input.draftId, action: 'draft.mute' }, (rows) => {
    if (input.reason !== null) return accept([entry])
    const muted = present(rows, entry.entryId)
    return muted ? accept([{ ...muted, removedAs: 'deleted' }]) : accept([])
  })
}

function present(rows: readonly EntryRow[], entryId: string) {
  return rows.find((row) => row.entry.entryId === entryId && row.entry.removedAs === null)?.entry
}
