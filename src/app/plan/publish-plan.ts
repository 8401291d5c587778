import { canonicalJson, type Json, type Result, accept, refuse } from '#core/kit'
import { contentOf, openPointsOf, type PlanContent } from '#core/plan'
import { type Context, requireRight, type Stores } from '#app/kit'
import { refuseWhenClosed } from './across-years/final-account.ts'
import type { DraftRow } from './draft-store.ts'
import { storeItems, storeTaskForces } from './store-content.ts'
import { storeUnits } from './store-units.ts'

/** `revision`: the state of the draft that the person saw; left out = whatever it is now. */
export interface PublishInput {
  readonly draftId: string
  readonly revision?: number
  readonly reason?: string
}

/** Where the plan went. */
export interface Published {
  readonly planId: string
  readonly version: number
  readonly contentHash: string
}

/**
 * Publishes a draft as version 1 of a new plan, or as the next version of the plan that it amends: content as canonical JSON with its
 * hash, the units it names, its items with duties, its task forces. Refused while something that blocks is open.
 */
export async function publishPlan(context: Context, input: PublishInput): Promise<Result<Published>> {
  const right = requireRight(context, 'plan.publish', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const taken = await stores.drafts.takeRevision(input.draftId)
    const draft = await stores.drafts.draft(input.draftId)
    if (!draft) return refuse('object.notFound')
    if (taken === null) return refuse('plan.draftClosed')
    if (input.revision !== undefined && input.revision !== taken - 1) return refuse('object.changedMeanwhile')
    const entries = (await stores.drafts.entries(draft.draftId)).map((row) => row.entry)
    const amended = draft.planId === null ? accept(null) : await refuseWhenClosed(stores, draft.planId)
    if (!amended.ok) return amended
    const blockers = openPointsOf(entries).filter((point) => point.blocks)
    if (blockers[0]) return refuse('plan.notReady', { count: blockers.length }, blockers[0].entryId)
    const published = await storeVersion(context, stores, draft, contentOf(entries, draft.reading), input.reason ?? '')
    await stores.drafts.closeDraft(draft.draftId, 'published', published.planId)
    await stores.audit.record({
      action: 'plan.publish',
      objectKind: 'plan',
      objectId: published.planId,
      body: { version: published.version, contentHash: published.contentHash, draftId: draft.draftId },
    })
    return accept(published)
  })
}

async function storeVersion(
  context: Context,
  stores: Stores,
  draft: DraftRow,
  content: PlanContent,
  reason: string,
): Promise<Published> {
  const plan = draft.planId === null ? null : await stores.plans.plan(draft.planId)
  const planId = plan?.planId ?? context.newId()
  const version = (plan?.version ?? 0) + 1
  const text = canonicalJson(content as unknown as Json)
  const contentHash = context.sha256(text)
  const { title, framework, year } = content.meta
  await stores.plans.savePlan({ planId, title, framework, year, version })
  await stores.plans.addVersion({
    ...{ planId, version, documentId: draft.document.documentId, content: text, contentHash, reason },
    ...{ at: context.now, by: context.actor.accountId },
  })
  const unitIds = await storeUnits(context, stores, content.units)
  await storeItems(stores, { planId, version, content, unitIds })
  await storeTaskForces(stores, { planId, content, unitIds })
  return { planId, version, contentHash }
}
