import { type Result, accept, refuse } from '#core/kit'
import { briefingTitle, type BriefingTexts } from '#core/publishing'
import { type Context, requireRight, type Stores } from '#app/kit'
import { briefingFacts } from './briefing-facts.ts'

/** The overall task force: its office writes the briefing of the whole plan. */
export const OVERALL_TASK_FORCE = 0

/** Drafts the ten-day briefing of a sealed dekad: every computed part from the seal, the people's texts empty. */
export async function draftBriefing(
  context: Context,
  input: { readonly planId: string; readonly sealSeq: number },
): Promise<Result<{ documentId: string }>> {
  const { planId, sealSeq } = input
  const right = requireRight(context, 'briefing.write', { planId, taskForceNo: OVERALL_TASK_FORCE })
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const facts = await briefingFacts(context, stores, planId, sealSeq)
    if (!facts) return refuse('briefing.notSealed')
    const by = context.actor.accountId
    const document = {
      ...{ documentId: context.newId(), planId, sealSeq, at: context.now, by },
      title: briefingTitle(facts.planTitle, facts.seal.periodId),
      body: { facts, texts: await firstTexts(stores, planId), writers: [by], issue: null },
    }
    if (!(await stores.publishing.addDocument(document))) return refuse('briefing.alreadyDrafted')
    const { documentId } = document
    const body = { planId, sealSeq, sealHash: facts.seal.hash }
    await stores.audit.record({ action: 'briefing.draft', objectKind: 'document', objectId: documentId, body })
    return accept({ documentId })
  })
}

/** Masthead and distribution as in the plan's last issued briefing, else out of the plan; the words themselves begin empty. */
async function firstTexts(stores: Stores, planId: string): Promise<BriefingTexts> {
  const empty = { opening: '', analysis: '', nextSteps: '' }
  const before = (await stores.publishing.documents()).find((row) => row.planId === planId && row.state === 'issued')
  const last = before && (await stores.publishing.document(before.documentId))
  if (last) return { ...last.body.texts, ...empty }
  const plan = await stores.plans.plan(planId)
  const frame = await stores.insight.frame(planId)
  const region = await stores.organisation.region()
  const office = frame?.taskForces.find(({ campaignNo }) => campaignNo === OVERALL_TASK_FORCE)?.officeUnitName
  return {
    ...empty,
    name: `${/[“《]([^”》]+)[”》]/.exec(plan?.title ?? '')?.[1] ?? plan?.framework ?? ''}简报`,
    editor: office ?? `${region?.name ?? ''}综合协调组`,
    marking: '内部资料',
    ...{ report: [], send: [], issue: [], copies: null },
  }
}
