import type { FoundTaskForce, ReadingContext, Refiner } from '../kernel.ts'
import { quoteOf } from '../tree/tree.ts'

/** The campaign whose annex holds the place, or whose name the task force bears; 0 is the overall one. */
function campaignOf({ tree, draft }: ReadingContext, force: FoundTaskForce): number {
  const annex = tree.headings.filter((heading) => heading.node.kind === 'annex' && heading.start <= force.at).at(-1)
  const number = annex ? Number(/\d+/.exec(annex.path)?.[0] ?? Number.NaN) : Number.NaN
  const byAnnex = draft.campaigns.find((campaign) => campaign.annex === number)
  if (byAnnex) return byAnnex.no
  const byName = draft.campaigns.find((campaign) => force.name.includes(campaign.name))
  const inside = draft.campaigns.find(
    (campaign) => force.path === campaign.path || force.path.startsWith(`${campaign.path}/`),
  )
  return byName?.no ?? inside?.no ?? 0
}

/** Links task forces to their campaigns and drops a second mention of the same body. */
export const linkTaskForces: Refiner = {
  id: 'refine.linkTaskForces',
  refine(context) {
    const { tree, draft } = context
    const seen = new Set<string>()
    draft.taskForces = draft.taskForces.filter((force) => {
      force.campaign = campaignOf(context, force)
      const key = `${force.campaign} ${force.name} ${force.convener ?? ''}`
      if (seen.has(key) && quoteOf(tree, force.at, force.end).length < 400) return false
      seen.add(key)
      return true
    })
  },
}
