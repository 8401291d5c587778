import { type Result, accept, refuse } from '#core/kit'
import type { DraftEntry } from '#core/plan'
import type { Context } from '#app/kit'
import { requireRight } from '#app/kit'
import type { EntryRow } from './draft-store.ts'
import { type DraftStanding, standingOf } from './draft-view.ts'

/** What a write to a draft answers: the entries that changed, and what follows. */
export interface DraftChange {
  readonly revision: number
  readonly entries: readonly EntryRow[]
  readonly standing: DraftStanding
}

/** Decides a write on the entries as they stand: the entries that change (new ones included), or a refusal. */
export type DecideChange = (rows: readonly EntryRow[]) => Result<readonly DraftEntry[]>

/**
 * One write to a draft: holds the draft, looks at the entries as they stand, writes those that change with their next revision, and
 * records it. Nobody's change is lost, because every write starts from the latest state.
 */
export async function changeDraft(
  context: Context,
  input: { draftId: string; action: string },
  decide: DecideChange,
): Promise<Result<DraftChange>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const changedIn = await stores.drafts.takeRevision(input.draftId)
    if (changedIn === null) return refuseClosed(await stores.drafts.draftState(input.draftId))
    const rows = await stores.drafts.entries(input.draftId)
    const decided = decide(rows)
    if (!decided.ok) return decided
    const writes = decided.value.map((entry) => nextOf(entry, rows))
    await stores.drafts.writeEntries(input.draftId, writes, { changedIn, at: context.now, by: context.actor.accountId })
    await stores.audit.record({
      action: input.action,
      objectKind: 'draft',
      objectId: input.draftId,
      body: { entries: decided.value.map((entry) => entry.entryId), revision: changedIn },
    })
    const draft = await stores.drafts.draft(input.draftId)
    const entries = await stores.drafts.entries(input.draftId, changedIn - 1)
    if (!draft) return refuse('object.notFound')
    return accept({ revision: changedIn, entries, standing: standingOf(draft.reading, withChanged(rows, entries)) })
  })
}

/** The entries as they stand after a write, in order: those that changed in place of what they were, new ones at the end. */
function withChanged(rows: readonly EntryRow[], changed: readonly EntryRow[]): EntryRow[] {
  const known = new Map(rows.map((row) => [row.entry.entryId, row]))
  for (const row of changed) known.set(row.entry.entryId, row)
  return [...known.values()]
}

function refuseClosed(state: unknown) {
  return state === null ? refuse('object.notFound') : refuse('plan.draftClosed')
}

/** New entries go to the end, with revision 1. */
function nextOf(entry: DraftEntry, rows: readonly EntryRow[]) {
  const known = rows.find((row) => row.entry.entryId === entry.entryId)
  const last = rows.reduce((highest, row) => Math.max(highest, row.orderNo), 0)
  return { entry, revision: (known?.revision ?? 0) + 1, orderNo: known?.orderNo ?? last + 1 }
}
