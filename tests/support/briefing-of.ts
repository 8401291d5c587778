import { draftBriefing, readBriefing, refreshBriefing } from '#app/publishing'
import type { BriefingFacts } from '#core/publishing'
import type { SmallPlan } from './small-plan.ts'
import type { TestHouse } from './test-house.ts'

/** The facts of a briefing on a seal of the small plan, computed anew each time. */
export async function briefingFactsOf(
  test: TestHouse,
  plan: SmallPlan,
  sealSeq: number,
): Promise<BriefingFacts | undefined> {
  const { accountId, roles } = plan.people.coordinator
  const context = test.contextOf(plan.region, accountId, roles)
  const found = await test.database.owner
    .selectFrom('official_document')
    .select(['document_id', 'revision'])
    .where('region_id', '=', plan.region.regionId)
    .executeTakeFirst()
  if (!found) {
    const drafted = await draftBriefing(context, { planId: plan.planId, sealSeq })
    if (!drafted.ok) throw new Error(drafted.refusal.code)
    return briefingFactsOf(test, plan, sealSeq)
  }
  const { document_id: documentId, revision } = found
  const fresh = await refreshBriefing(context, { documentId, revision })
  if (!fresh.ok) throw new Error(fresh.refusal.code)
  const page = await readBriefing(context, { documentId })
  return page.ok ? page.value.document.body.facts : undefined
}
