import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/** Puts a draft away. It stays in the list as discarded; the issued file is kept. */
export async function discardDraft(context: Context, input: { draftId: string }): Promise<Result<true>> {
  const right = requireRight(context, 'plan.edit', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    if ((await stores.drafts.takeRevision(input.draftId)) === null) return refuse('plan.draftClosed')
    await stores.drafts.closeDraft(input.draftId, 'discarded', null)
    await stores.audit.record({ action: 'draft.discard', objectKind: 'draft', objectId: input.draftId, body: {} })
    return accept(true)
  })
}
