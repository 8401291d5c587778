import type { Stores } from '#app/kit'

/**
 * When a plan was archived (A5): the moment at which the last of its campaigns was closed with its final account. From then on nothing
 * of it is asked, released or amended. Null while one is open.
 */
export async function archivedAt(stores: Stores, planId: string): Promise<string | null> {
  const plan = await stores.plans.plan(planId)
  const content = plan && (await stores.plans.content(planId, plan.version))
  if (!content || content.items.length === 0) return null
  const closed = new Map((await stores.years.closedAccounts(planId)).map((one) => [one.campaignNo, one.closedAt]))
  const moments = [...new Set(content.items.map(({ campaignNo }) => campaignNo ?? 0))].map((no) => closed.get(no))
  if (moments.some((moment) => moment === undefined)) return null
  return moments.reduce((last = '', moment = '') => (moment > last ? moment : last), '') ?? null
}
