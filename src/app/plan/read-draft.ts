import { type Result, accept, refuse, type Words } from '#core/kit'
import { noteWarnings, type SourceBlock } from '#core/reading'
import { type Context, requireRight } from '#app/kit'
import type { DraftRow, DraftState, DraftSummary, EntryRow } from './draft-store.ts'
import { type DraftStanding, standingOf } from './draft-view.ts'

/** All of a draft: text, what was read, entries, and what follows from them. */
export interface DraftPage extends DraftStanding {
  readonly draft: DraftRow
  readonly text: string
  readonly blocks: readonly SourceBlock[]
  /** What the reader of the file could not vouch for, to be compared with the original. */
  readonly warnings: readonly Words[]
  readonly entries: readonly EntryRow[]
}

/** Opens a draft beside its text. */
export async function readDraft(context: Context, input: { draftId: string }): Promise<Result<DraftPage>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  const found = await context.read(async ({ drafts }) => {
    const draft = await drafts.draft(input.draftId)
    const document = draft && (await drafts.document(draft.document.documentId))
    return draft && document && { draft, source: document.source, entries: await drafts.entries(draft.draftId) }
  })
  if (!found) return refuse('object.notFound')
  const { draft, source, entries } = found
  const { text, blocks } = source
  return accept({
    ...{ draft, text, blocks, entries, warnings: noteWarnings(source) },
    ...standingOf(draft.reading, entries),
  })
}

/** What changed in a draft after a revision; `standing` is null where nothing did. */
export interface DraftChanges {
  readonly revision: number
  readonly state: DraftState
  readonly entries: readonly EntryRow[]
  readonly standing: DraftStanding | null
}

/** Answers the entries that changed after a revision, so that two people see each other's work. */
export async function readDraftChanges(
  context: Context,
  input: { draftId: string; since: number },
): Promise<Result<DraftChanges>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return context.read(async ({ drafts }): Promise<Result<DraftChanges>> => {
    const now = await drafts.draftState(input.draftId)
    if (!now) return refuse('object.notFound')
    if (now.revision <= input.since) return accept({ ...now, entries: [], standing: null })
    const [draft, entries] = [await drafts.draft(input.draftId), await drafts.entries(input.draftId)]
    if (!draft) return refuse('object.notFound')
    const changed = entries.filter((row) => row.changedIn > input.since)
    return accept({ ...now, entries: changed, standing: standingOf(draft.reading, entries) })
  })
}

/** All drafts, the open ones first. */
export async function listDrafts(context: Context): Promise<Result<readonly DraftSummary[]>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.drafts.drafts()))
}
