import { canonicalJson, type Json, type Result, accept, refuse } from '#core/kit'
import type { BriefingTexts } from '#core/publishing'
import { type Context, requireRight, type Stores } from '#app/kit'
import { briefingFacts } from './briefing-facts.ts'
import { OVERALL_TASK_FORCE } from './draft-briefing.ts'
import type { BriefingBody, DocumentDetail } from './ports.ts'

/** Whether the computed part still says what its seal gives: nothing was changed by hand, and no earlier briefing came between. */
export async function followsFromSeal(
  context: Context,
  stores: Stores,
  { planId, sealSeq, body }: DocumentDetail,
): Promise<boolean> {
  const facts = await briefingFacts(context, stores, planId, sealSeq)
  const text = (value: unknown): string => canonicalJson(value as Json)
  return facts !== null && text(facts) === text(body.facts)
}

/** Writes the people's texts; whoever edits can no longer check, and a checked one becomes a draft again. */
export function editBriefing(
  context: Context,
  input: { readonly documentId: string; readonly revision: number; readonly texts: BriefingTexts },
): Promise<Result<{ revision: number }>> {
  const { texts } = input
  if (texts.name.trim() === '' || texts.editor.trim() === '')
    return Promise.resolve(refuse('briefing.nameMissing', {}, 'name'))
  return change(context, input, 'briefing.edit', (body) => Promise.resolve(accept({ ...body, texts })))
}

/** Computes the facts again from the same seal, where something before it was issued or corrected meanwhile. */
export function refreshBriefing(
  context: Context,
  input: { readonly documentId: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  return change(context, input, 'briefing.refresh', async (body, stores, { planId, sealSeq }) => {
    const facts = await briefingFacts(context, stores, planId, sealSeq)
    return facts ? accept({ ...body, facts }) : refuse('briefing.notSealed')
  })
}

type Change = (body: BriefingBody, stores: Stores, document: DocumentDetail) => Promise<Result<BriefingBody>>

async function change(
  context: Context,
  { documentId, revision }: { readonly documentId: string; readonly revision: number },
  action: string,
  make: Change,
): Promise<Result<{ revision: number }>> {
  return context.transact(async (stores) => {
    const document = await stores.publishing.document(documentId)
    if (!document) return refuse('object.notFound')
    const place = { planId: document.planId, taskForceNo: OVERALL_TASK_FORCE }
    const right = requireRight(context, 'briefing.write', place)
    if (!right.ok) return right
    if (document.state === 'issued') return refuse('briefing.issued')
    const made = await make(document.body, stores, document)
    if (!made.ok) return made
    const writers = [...new Set([...document.body.writers, context.actor.accountId])]
    const row = { documentId, revision, body: { ...made.value, writers }, state: 'draft' as const, checked: null }
    if (!(await stores.publishing.saveDocument(row))) return refuse('object.changedMeanwhile')
    const body = { revision: revision + 1 }
    await stores.audit.record({ action, objectKind: 'document', objectId: documentId, body })
    return accept(body)
  })
}

/** Confirms a draft: somebody who had no hand in it says that figures and words are right. */
export async function checkBriefing(
  context: Context,
  input: { readonly documentId: string; readonly revision: number },
): Promise<Result<{ revision: number }>> {
  const { documentId, revision } = input
  return context.transact(async (stores) => {
    const document = await stores.publishing.document(documentId)
    if (!document) return refuse('object.notFound')
    const { body, state, planId } = document
    const own = body.writers.includes(context.actor.accountId)
    const authorId = own ? context.actor.accountId : (body.writers[0] ?? '')
    const right = requireRight(context, 'briefing.check', { planId, authorId })
    if (!right.ok) return own ? refuse('briefing.ownText') : right
    if (state !== 'draft') return refuse(state === 'issued' ? 'briefing.issued' : 'briefing.alreadyChecked')
    if (!(await followsFromSeal(context, stores, document))) return refuse('briefing.figuresChanged')
    const checked = { at: context.now, by: context.actor.accountId }
    const row = { documentId, revision, body, state: 'checked' as const, checked }
    if (!(await stores.publishing.saveDocument(row))) return refuse('object.changedMeanwhile')
    await stores.audit.record({
      action: 'briefing.check',
      objectKind: 'document',
      objectId: documentId,
      body: { revision },
    })
    return accept({ revision: revision + 1 })
  })
}
